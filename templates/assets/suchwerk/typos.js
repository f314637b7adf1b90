// Words of titles, names and places as they stand there, by how they are compared: what a mistyped word may mean.
function createSpellings(directory) {
  const { dokumente: documents, orte: places, synonyme: synonyms } = directory;
  let spellings = null;

  // Places first: of two words that are as near, the one that came first is meant.
  function* texts() {
    for (const [, , names] of places) yield* names;
    yield* documents.titel;
    for (const names of documents.namen) if (names) yield* names;
    for (const tokens of synonyms) yield* tokens;
  }

  function all() {
    if (spellings) return spellings;
    spellings = new Map();
    for (const text of texts()) {
      for (const word of text.normalize("NFC").match(/[\p{L}\p{N}]{4,}/gu) ?? []) {
        const folded = fold(word.toLowerCase());
        if (!spellings.has(folded)) spellings.set(folded, { word, bits: letterBits(folded) });
      }
    }
    return spellings;
  }

  // The nearest words, as they stand in the report: within so many letters, nearest first.
  function near(word, most) {
    const found = [], bits = letterBits(word);
    for (const [folded, { word: shown, bits: its }] of all()) {
      if (differing(bits, its) > 2 * most) continue;
      const letters = distance(word, folded, most);
      if (letters <= most) found.push([letters + (folded[0] === word[0] ? 0 : 0.5), shown]);
    }
    return found.sort(([one], [other]) => one - other).map(([, shown]) => shown);
  }

  return { near };
}
