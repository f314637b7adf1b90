// Words of titles, names and places as they stand there, by how they are compared: what a mistyped word may mean.
function createSpellings(directory) {
  const { dokumente: documents, orte: places, synonyme: synonyms } = directory;
  const spellings = new Map();

  // Places first: of two words that are as near, the one that came first is meant.
  function* texts() {
    for (const [, , names] of places) yield* names;
    yield* documents.titel;
    for (const names of documents.namen) if (names) yield* names;
    for (const tokens of synonyms) yield* tokens;
  }

  for (const text of texts()) {
    for (const word of text.normalize("NFC").match(/[\p{L}\p{N}]{4,}/gu) ?? []) {
      const folded = fold(word.toLowerCase());
      if (!spellings.has(folded)) spellings.set(folded, { word, bits: letterBits(folded), stem: stem(folded), stemBits: letterBits(stem(folded)) });
    }
  }

  // The nearest words, as they stand in the report: within so many letters, nearest first; endings may differ.
  function search(word, most) {
    const found = [], bits = letterBits(word), bare = stem(word), bareBits = letterBits(bare);
    for (const [folded, { word: shown, bits: its, stem: itsStem, stemBits }] of spellings) {
      let letters = lacking(bits, its) > most ? most + 1 : distance(word, folded, most);
      if (letters > most && bare.length > 3 && lacking(bareBits, stemBits) <= most) letters = distance(bare, itsStem, most) + 0.25;
      if (letters <= most + 0.25) found.push([letters + (folded[0] === word[0] ? 0 : 0.5), shown]);
    }
    return found.sort(([one], [other]) => one - other).map(([, shown]) => shown);
  }

  // Who types on changes the last word only.
  const searched = new Map();
  function near(word, most) {
    if (!most) return [];
    const key = `${most} ${word}`;
    if (!searched.has(key)) searched.set(key, search(word, most));
    return searched.get(key);
  }

  return { near };
}
