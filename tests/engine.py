"""The search of a built site, asked as its pages ask it."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from javascript import node

ASKED = """
const fs = require("fs"), vm = require("vm");
const { site, questions } = JSON.parse(fs.readFileSync(0));
const run = (file) => vm.runInThisContext(fs.readFileSync(`${site}/${file}`, "utf8"));
globalThis.window = globalThis;
globalThis.exports = undefined; // as in a browser
fs.readdirSync(`${site}/suche`).filter((name) => name.endsWith(".js"))
  .forEach((name) => run(`suche/${name}`));
run(`assets/${fs.readdirSync(`${site}/assets`).find((name) => name.startsWith("suchwerk."))}`);
(async () => {
  await fokusSuche.load("");
  const found = [];
  for (const [text, options] of questions) found.push(await fokusSuche.ask(text, options));
  console.log(JSON.stringify(found));
})();
"""
Answer = dict[str, object]
Found = dict[str, object]


def ask(site: Path, questions: Sequence[str], **options: object) -> list[Found]:
    """Return what the search of a site finds for each question."""
    given = json.dumps({"site": str(site), "questions": [[one, options] for one in questions]})
    done = subprocess.run(
        [str(node()), "-e", ASKED], input=given.encode(), capture_output=True, check=True
    )
    found: list[Found] = json.loads(done.stdout)
    return found


def first_three(found: Found) -> list[str]:
    """Return the addresses a reader sees first; the answer itself is the first of them."""
    shown = [*found["answers"], *found["hits"]]  # type: ignore[misc]
    return list(dict.fromkeys(f"/{one['href']}" for one in shown))[:3]
