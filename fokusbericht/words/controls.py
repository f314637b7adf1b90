"""What the small scripts say, handed to each by the tag that loads it, as `data-` attributes.

A phrase has in braces what it is filled with; the scripts fill it as Python does.
"""

from collections.abc import Mapping

REPORT_TITLE = "Mein Bericht"  # what readers put together themselves

WORDS: Mapping[str, Mapping[str, str]] = {
    "ansichten.js": {
        "name": "Bild wählen",
    },
    "beispiele.js": {
        "show": "Beispiele zeigen",
        "hide": "Beispiele verbergen",
    },
    "diagramm.js": {
        "open": "Interaktiv ansehen (lädt {kilobytes}\u00a0KB)",
        "again": "Interaktiv ansehen",
        "close": "Zurück zum Bild",
        "loading": "Das interaktive Diagramm wird geladen …",
        "failed": (
            "Das interaktive Diagramm ließ sich nicht laden. Das Bild zeigt dieselben Werte."
        ),
        "point": "Zeigen oder tippen Sie in das Diagramm.",
        "choose": "Zeigen oder tippen Sie in das Diagramm, oder wählen Sie einen Namen.",
        "closed": "Das Bild ist wieder da.",
        "highlight": "Hervorheben",
        "all": "alle",
        "even": "Alle sind gleich stark zu sehen.",
    },
    "filter.js": {
        "some": "{found} von {total} Empfehlungen",
        "one": "Eine von {total} Empfehlungen",
        "all": "{total} Empfehlungen",
        "none": "Keine Empfehlung passt dazu.",
        "example": "Ein erdachtes Beispiel",
        "examples": "{found} erdachte Beispiele",
        "remove": "entfernen",
        "loading": "Die Empfehlungen der anderen Seiten werden geladen.",
        "partly": (
            "{found} der {here} Empfehlungen dieser Seite. Die anderen ließen sich nicht laden."
        ),
        "matching": "Treffer im Titel zuerst",
    },
    "heft.js": {
        "gone": "Diese Seite gibt es hier nicht oder nicht mehr.",
        "offline": "Diese Seite lässt sich gerade nicht laden.",
        "unread": "Der Inhalt steht auf der Seite selbst.",
        "untitled": REPORT_TITLE,
        "foreword": "Vorwort",
        "contents": "Inhalt",
        "sources": "Quellen",
        "note": "Notiz",
        "made": "Zusammengestellt am {day} aus: {site}, Stand {stand}.",
        "own": (
            "Auswahl, Reihenfolge, Titel, Vorwort und Notizen stammen von der Person, die dieses "
            "Heft zusammengestellt hat. Zahlen, Bilder und Texte stammen von den genannten Seiten."
        ),
        "from": "Aus:",
        "changed": "Seite zuletzt geändert am {day}.",
        "source": "Quelle",
        "licence": "Nutzung",
        "shortened": (
            "Gekürzt auf {rows} Zeilen und {columns} Spalten. Alles steht auf der Seite selbst."
        ),
        "file": "mein-bericht.html",
        "state_failed": "Was hier gewählt war, lässt sich gerade nicht zeichnen.",
    },
    "kopieren.js": {
        "copied": "Kopiert.",
        "marked": "Markiert. Kopieren Sie mit Strg + C.",
    },
    "mein-bericht.js": {
        "total": "{count} von höchstens {most} Seiten",
        "moved": "„{title}“ steht jetzt an Stelle {place} von {total}.",
        "removed": "„{title}“ ist entfernt.",
        "restored": "„{title}“ ist wieder da.",
        "cleared": "Alles ist entfernt.",
        "taken": "Übernommen. Ihre Sammlung hat jetzt {count} Seiten.",
        "sent": "Ihr Titel: „{title}“",
        "sent_untitled": "Sie hat keinen eigenen Titel.",
        "copied": "Der Link ist kopiert.",
        "marked": "Der Link ist markiert. Kopieren Sie ihn mit Strg + C.",
        "long": (
            "Der Link ist {length} Zeichen lang. Manche Programme schneiden ihn dann ab; das "
            "gespeicherte Heft kommt sicher an."
        ),
        "saved": "Das Heft ist gespeichert.",
        "unsaved": (
            "Als Datei lässt es sich hier nicht speichern. Drucken geht, auch in eine PDF-Datei."
        ),
        "making": "Das Heft wird zusammengestellt …",
        "failed": "Das Heft lässt sich gerade nicht zusammenstellen. Die Liste bleibt hier.",
        "folder": (
            "Aus einem Ordner geöffnet, darf der Browser die Seiten nicht einlesen. Das Heft hat "
            "dann nur die Liste mit Links."
        ),
    },
    "merken.js": {
        "full": "Mehr als 60 Seiten fasst „Mein Bericht“ nicht.",
        "blocked": "Ihr Browser hebt hier nichts auf.",
    },
    "mitnehmen.js": {
        "size": "{load}\u00a0MB laden, {all}\u00a0MB auf dem Gerät",
        "take": "Mitnehmen",
        "resume": "Weiter",
        "renew": "Aktualisieren",
        "begun": "Das Laden beginnt: {total} Dateien.",
        "part": "{percent}\u00a0Prozent sind geladen.",
        "progress": "{done} von {total} Dateien, {load} von {all}\u00a0MB",
        "ready": "Fertig: {total} Dateien liegen auf diesem Gerät.",
        "stopped": "Angehalten. Was schon da ist, bleibt; „Weiter“ setzt fort.",
        "broken": "Das Netz fehlt. Was schon da ist, bleibt; „Weiter“ setzt fort.",
        "full": (
            "Der Browser gibt nicht genug Platz frei. Was schon da ist, bleibt. Vielleicht reicht "
            "der Platz für das Wichtigste und Ihren Ort."
        ),
        "forbidden": (
            "Ihr Browser hebt hier nichts auf, zum Beispiel weil das Fenster privat ist. Lesen "
            "können Sie alles wie sonst."
        ),
        "folder": (
            "Sie lesen den Bericht gerade aus einem Ordner. Er liegt also schon ganz auf diesem "
            "Gerät, und alles geht ohne Netz."
        ),
        "nothing": "Mitgenommen ist noch nichts.",
        "current": (
            "Mitgenommen am {day}: {total} Dateien, {all}\u00a0MB. Das ist der neueste Stand."
        ),
        "changed": (
            "Mitgenommen am {day}. Seitdem hat sich etwas geändert: {total} Dateien, "
            "{load}\u00a0MB zu laden."
        ),
        "incomplete": "Mitgenommen ist erst ein Teil: {done} von {total} Dateien.",
        "unknown": (
            "Mitgenommen am {day}: {total} Dateien. Ob es Neueres gibt, zeigt sich mit Netz."
        ),
        "read": "Dazu kommen {total} Seiten und Bilder, die Sie gelesen haben.",
        "removed": "Das Mitgenommene ist gelöscht.",
        "emptied": "Alles ist gelöscht. Dieser Browser hebt von dieser Website nichts mehr auf.",
        "kept": "Dieser Browser hebt jetzt wieder auf, was Sie lesen.",
        "off": "Dieser Browser hebt auf Ihren Wunsch nichts auf.",
    },
    "ortswahl.js": {
        "none": "Kein Ort in der Liste heißt so. Ortsteile stehen unter dem Namen ihrer Gemeinde.",
        "one": "Ein Ort passt.",
        "some": "{count} Orte passen.",
        "ask": "Schreiben Sie den Namen eines Ortes oder einen Teil davon.",
    },
    "suche.js": {
        "loading": "Die Suche wird geladen …",
        "failed": "Die Suche lässt sich gerade nicht laden. Mit Enter kommen Sie zum Register.",
    },
    "suchliste.js": {
        "one": "Ein Treffer: {first}",
        "some": "{count} Treffer, der erste: {first}",
        "none": "Nichts gefunden zu „{text}“.",
        "instead": "Gesucht wurde „{text}“.",
        "nearest": "Ähnliche Wörter:",
        "all": "Alle {count} Treffer zu „{text}“",
        "ways": "Andere Wege zum Ziel",
    },
    "suchseite.js": {
        "title": "„{text}“",
        "one": "Ein Treffer zu „{text}“",
        "some": "{count} Treffer zu „{text}“",
        "none": "Nichts gefunden zu „{text}“",
        "first": "{found}, der erste: {first}",
        "instead": "Zu „{text}“ steht hier nichts. Gesucht wurde „{instead}“.",
        "more": "{count} weitere Treffer",
        "others": "{count} weitere",
        "remove": "entfernen",
        "loading": "Die Suche wird geladen …",
        "failed": "Die Suche lässt sich gerade nicht laden. Das Register hat alles von A bis Z.",
    },
    "tabelle.js": {
        "sorted": "Sortiert nach {name}, {direction}.",
        "ascending": "aufsteigend",
        "descending": "absteigend",
        "unsorted": "Ursprüngliche Reihenfolge.",
    },
}
