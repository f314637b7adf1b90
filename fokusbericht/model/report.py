"""The whole report: all things by key, and what refers to what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from fokusbericht.model.base import (
    BARE_KINDS,
    Berichtigung,
    Key,
    Kind,
    Label,
    Querschnittsthema,
    Text,
    Thing,
)
from fokusbericht.model.editions import Eingefroren
from fokusbericht.model.figures import (
    Indikator,
    Jahresstand,
    Kommentar,
    Verborgen,
    Veroeffentlichung,
    Zahlengruppe,
)
from fokusbericht.model.kreis import Kreis, Weiterleitung
from fokusbericht.model.lives import Abstimmung, Verlaufsschritt, Vorgang
from fokusbericht.model.places import Geografie
from fokusbericht.model.planning import (
    Bericht,
    Beschluss,
    Fokusgruppe,
    Gremium,
    Handlungsfeld,
    Speicherthema,
    Termin,
)
from fokusbericht.model.reading import Spot
from fokusbericht.model.recommendations import Anregung, Handlungsempfehlung
from fokusbericht.model.texts import Aktuelles, Begriff, Bilddatei, Filmdatei, LeichteSeite, Seite
from fokusbericht.model.vocabulary import Synonym
from fokusbericht.problems import Problem


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """All that is in the folder, checked and resolved by key; compared by identity."""

    root: str
    kreis: Kreis
    geografie: Geografie
    empfehlungen: Mapping[str, Handlungsempfehlung]
    handlungsfelder: Mapping[str, Handlungsfeld]
    fokusgruppen: Mapping[str, Fokusgruppe]
    gremien: Mapping[str, Gremium]
    anregungen: Mapping[str, Anregung]
    beschluesse: Mapping[str, Beschluss]
    speicher: Mapping[str, Speicherthema]
    termine: Mapping[str, Termin]
    berichte: Mapping[str, Bericht]
    aktuelles: Mapping[str, Aktuelles]
    seiten: Mapping[str, Seite]
    leicht: Mapping[str, LeichteSeite]
    kommentare: Mapping[str, Kommentar]
    indikatoren: Mapping[str, Indikator]
    begriffe: Mapping[str, Begriff]
    themen: Mapping[str, Label]
    gruppen: Mapping[str, Zahlengruppe]
    zielgruppen: Mapping[str, Label]
    querschnitt: Mapping[str, Querschnittsthema]
    titles: Mapping[Key, str]  # of everything one can refer to
    examples: frozenset[Key]  # all things marked as examples, left out or not
    backlinks: Mapping[Key, tuple[Key, ...]]  # who mentions a thing
    bilder: Mapping[str, Bilddatei] = field(default_factory=dict)
    weiterleitungen: Mapping[str, Weiterleitung] = field(default_factory=dict)  # by old address
    wortgruppen: Mapping[str, Synonym] = field(default_factory=dict)  # by their first word
    wortteile: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by the whole word
    postleitzahlen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # PLZ → AGS
    eingefroren: Mapping[str, Eingefroren] = field(default_factory=dict)  # editions, by name
    frueher: tuple[Veroeffentlichung, ...] = ()  # what was once published stays known; by day
    # What was recorded of all figures, by day: what had changed since the day before.
    staende: Mapping[str, tuple[Jahresstand, ...]] = field(default_factory=dict)
    verborgen: Verborgen | None = None  # what an earlier build found out of the same figures
    hints: tuple[Problem, ...] = ()  # what was seen on reading, and hinders no build
    is_published: bool = False  # whether its figures are only those that may be published
    withheld: Mapping[Key, date] = field(default_factory=dict)  # what is under embargo, until when
    is_unread: bool = False  # whether its folder has a format that cannot be read
    unread: frozenset[Kind] = frozenset()  # what stands in lists that cannot be read
    whole: "Report | None" = None  # the report with what is withheld; only for checks
    answers: dict[object, object] = field(default_factory=dict, init=False, repr=False)
    """What queries have found out about this very report."""
    asked: dict[str, set[Spot]] = field(default_factory=dict, init=False, repr=False)
    """What the answers were made of, by question."""

    @property
    def synonyme(self) -> tuple[Synonym, ...]:
        """Return the groups of words that mean the same, in the order of their file."""
        return tuple(self.wortgruppen.values())

    def find(self, target: str) -> Key | None:
        """Resolve what stands in `[[…]]`: "wohnen", "2022-03", "kommune:elmshorn"."""
        prefix, colon, name = target.partition(":")
        if colon:
            kinds = [kind for kind in Kind if kind == prefix.strip()]
        else:
            kinds, name = list(BARE_KINDS), prefix
        keys = (Key(kind, name.strip()) for kind in kinds)
        return next((key for key in keys if key in self.titles), None)

    def is_left_out(self, key: Key) -> bool:
        """Say whether something is there, but not on this site: an example, or under embargo.

        It may also stand in a list that cannot be read, which is told already.
        """
        return key in self.examples or key in self.withheld or key.kind in self.unread

    def vote_at(self, step: Verlaufsschritt) -> Abstimmung | None:
        """Return the vote at a step, as the step itself or its decision tells it."""
        if step.abstimmung or step.beschluss is None:
            return step.abstimmung
        return self.beschluesse[step.beschluss.key.name].abstimmung

    def vorgaenge(self) -> Iterator[Vorgang]:
        """Yield all that has a life: recommendations, decisions, suggestions."""
        yield from self.empfehlungen.values()
        yield from self.beschluesse.values()
        yield from self.anregungen.values()

    def things(self) -> Iterator[Thing]:
        """Yield all things that have a text of their own, by kind and key."""
        for kind in (
            self.empfehlungen,
            self.handlungsfelder,
            self.fokusgruppen,
            self.gremien,
            self.anregungen,
            self.beschluesse,
            self.speicher,
            self.termine,
            self.berichte,
            self.aktuelles,
            self.seiten,
            self.leicht,
            self.kommentare,
            self.indikatoren,
        ):
            yield from kind.values()

    def thing(self, key: Key) -> Thing | None:
        """Return a thing that has a page of its own."""
        found: Mapping[Kind, Mapping[str, Thing]] = {
            Kind.EMPFEHLUNG: self.empfehlungen,
            Kind.HANDLUNGSFELD: self.handlungsfelder,
            Kind.FOKUSGRUPPE: self.fokusgruppen,
            Kind.GREMIUM: self.gremien,
            Kind.ANREGUNG: self.anregungen,
            Kind.BESCHLUSS: self.beschluesse,
            Kind.TERMIN: self.termine,
            Kind.BERICHT: self.berichte,
            Kind.AKTUELLES: self.aktuelles,
            Kind.SEITE: self.seiten,
            Kind.LEICHT: self.leicht,
            Kind.INDIKATOR: self.indikatoren,
        }
        return found.get(key.kind, {}).get(key.name)

    def films(self) -> Iterator[Filmdatei]:
        """Yield all films that pages show."""
        shown = (
            *(page.film for page in self.seiten.values()),
            *(page.dgs for page in self.leicht.values()),
        )
        yield from filter(None, shown)

    def has_examples(self) -> bool:
        """Say whether anything is an example. This is not noted: who shows one has read it."""
        return frozenset.__len__(self.examples) > 0

    def corrections(self) -> Iterator[tuple[Thing, Berichtigung]]:
        """Yield all corrections with what they correct; none of what is made up.

        What a comment got wrong is told of its indicator, where the comment stands.
        """
        for thing in self.things():
            shown = thing
            if isinstance(thing, Kommentar):
                shown = self.indikatoren[thing.indikator.key.name]
            if not (thing.beispiel or shown.beispiel):
                yield from ((shown, one) for one in thing.berichtigungen)

    def corrected_at(self, key: Key) -> Iterator[Thing]:
        """Yield what is corrected on the page of a thing: itself, and comments on it."""
        thing = self.thing(key)
        yield from [thing] if thing else []
        for one in self.kommentare.values() if key.kind is Kind.INDIKATOR else ():
            if one.indikator.key == key:
                yield one

    def texts(self) -> Iterator[Text]:
        """Yield all texts in Markdown."""
        yield from (thing.body for thing in self.things())
        yield from (begriff.erklaerung for begriff in self.begriffe.values())
