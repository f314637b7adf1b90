"""By which rule changes are told, in plain words and with its numbers, and why others are not."""

from fokusbericht.statistics.yearly_change import (
    FEW_CASES,
    FEWEST,
    MOST,
    MOST_OF_THEME,
    RARE,
    RECENT,
    ROUNDED,
    TIMES,
    LeftOut,
)
from fokusbericht.words.german import begun, in_words

TOLD = "steht oben"
NO_CAUSE = "Keine der Zahlen sagt, warum sie sich verändert hat."
REASONS = {
    LeftOut.NO_COURSE: "nur eine Zahl oder keine für den ganzen Kreis",
    LeftOut.SECRET: "geschützt: gerundet und zum Teil verborgen",
    LeftOut.NO_YEAR: "die Quelle sagt nicht, aus welchem Jahr die Zahl ist",
    LeftOut.TELLS_CHANGE: "sagt selbst schon, was sich verändert hat",
    LeftOut.NO_YEAR_BEFORE: "keine Zahl aus dem Jahr vor der letzten",
    LeftOut.BREAK: "wird seit der letzten Zahl anders gezählt",
    LeftOut.SHORT: f"weniger als {in_words(FEWEST)} vergleichbare Veränderungen davor",
    LeftOut.FEW_CASES: f"weniger als {FEW_CASES} Fälle",
    LeftOut.OLD: "die letzte Zahl ist von vor {oldest}",
    LeftOut.ROUNDING: "gleich geblieben, oder der Unterschied kann vom Runden kommen",
    LeftOut.USUAL: "hat sich verändert wie üblich",
    LeftOut.NOT_RARE: "war schon öfter ebenso weit vom Üblichen entfernt",
    LeftOut.SAME_SUBJECT: "dieselbe Sache wie eine Zahl weiter oben",
    LeftOut.FULL_THEME: f"zu ihrem Thema stehen schon {in_words(MOST_OF_THEME)} oben",
    LeftOut.BEYOND: f"es stehen schon {in_words(MOST)} oben",
}
RULE = (
    "Jede Zahl wird nur mit sich selbst verglichen: ihre letzte Veränderung von einem Jahr zum "
    "nächsten mit denen der Jahre davor. Üblich ist die Veränderung, die in der Mitte liegt (der "
    "Median). Das Band reicht so weit, wie die Hälfte der Jahre höchstens von ihr entfernt war.",
    "Hier steht, was mindestens {times}mal so weit vom Üblichen entfernt ist, wie das Band reicht, "
    "wenn höchstens eines von {rare} Jahren davor ebenso weit entfernt war. Gerechnet wird mit den "
    "gerundeten Zahlen, wie sie gezeigt werden: in Prozent vom Vorjahr, bei Anteilen in "
    "Prozentpunkten. Weil Runden allein so viel ausmachen kann, reicht das Band dabei wenigstens "
    "{rounded} Einheiten der letzten Stelle weit.",
    "Nicht beurteilt werden Zahlen über einen Bruch der Zählung hinweg, geschützte Zahlen, solche "
    "mit weniger als {cases} Fällen (soweit die Quelle sie nennt) und solche mit weniger als "
    "{fewest} Veränderungen davor. Was älter ist als {recent} Jahre, ist keine Nachricht mehr. "
    "Dieselbe Sache steht nur einmal hier, ein Thema höchstens {of_theme}mal; insgesamt sind es "
    "höchstens {most}. Am weitesten oben steht, was am weitesten vom Üblichen entfernt ist.",
    "Auch Zufall kommt durch: Von zehn Zahlen, die nur zufällig schwanken, stünde etwa eine hier. "
    f"{NO_CAUSE}",
)


def rule() -> tuple[str, ...]:
    """Return the rule by which changes are chosen, with its numbers."""
    numbers = {"times": TIMES, "rare": RARE, "rounded": ROUNDED, "fewest": FEWEST}
    words = {name: in_words(number) for name, number in numbers.items()}
    words |= {"recent": in_words(RECENT), "of_theme": in_words(MOST_OF_THEME)}
    words |= {"most": in_words(MOST), "cases": str(FEW_CASES)}
    return tuple(one.format(**words) for one in RULE)


def reason(left_out: LeftOut, edition: int) -> str:
    """Return why figures are not among those that are told."""
    return REASONS[left_out].format(oldest=edition - RECENT)


def lead(told: int) -> str:
    """Return how many changes are told, as the beginning of the page."""
    if not told:
        return "Keine Zahl des Kreises hat sich zuletzt auffällig verändert."
    one = "Eine Zahl" if told == 1 else f"{begun(in_words(told))} Zahlen"
    has = "hat" if told == 1 else "haben"
    return (
        f"{one} des Kreises {has} sich zuletzt auffällig verändert, gemessen an dem, was bei "
        f"{'ihr' if told == 1 else 'ihnen'} üblich ist."
    )


def why_few(told: int, looked_at: int, judged: int) -> str:
    """Return why there are fewer than could be; nothing where there are as many."""
    if told >= MOST:
        return ""
    return (
        f"Höchstens {in_words(MOST)} stünden hier. Es sind weniger, weil die meisten Zahlen keine "
        "lange Reihe von Jahren haben, an der sich messen lässt, was üblich ist: Von "
        f"{looked_at} Zahlen ließen sich {judged} beurteilen, und die meisten davon haben sich "
        "verändert wie sonst auch oder sind nicht mehr neu."
    )
