"""What must be filled in before the site goes public."""

from collections.abc import Iterator

from fokusbericht.model.report import Report
from fokusbericht.problems import Problem
from fokusbericht.prose import find_embeds

ID = "veroeffentlichen"


def check(report: Report) -> Iterator[Problem]:
    """Yield blanks in texts and an address that is none."""
    for thing in report.things():
        for embed in find_embeds(thing.body):
            if embed.target == "luecke":
                sentence = f"Vor der Veröffentlichung ist einzutragen: {embed.label}."
                yield Problem(embed.place, sentence, ID)
    if report.kreis.basis_url.endswith((".example", ".invalid", "example.org")):
        sentence = f"„{report.kreis.basis_url}“ ist keine öffentliche Adresse (basis_url)."
        yield Problem(report.kreis.place, sentence, ID)
