// What long words of a question are made of, by the rules of fokusbericht/search/compounds.py and some more:
// people also type words that no title has.
function createCompounds(checked, links, { isKnown, isShort, isEmpty }) {
  const parts = new Map(Object.entries(checked).map(([word, those]) => [termOf(rawWords(word)[0]), those.flatMap(rawWords).map(termOf)]));

  function headOf(head) {
    for (const link of links) {
      const bare = head.endsWith(link) ? stem(head.slice(0, head.length - link.length)) : "";
      if (bare.length >= 3 && isKnown(bare)) return bare;
    }
    return "";
  }

  // Where both halves are known; of „Kinderarmutsquote“ what stands before „Quote“.
  function cut(word, shortest = 4) {
    const places = Array.from({ length: Math.max(0, word.length - 6) }, (_, at) => at + 3);
    const pairs = places.map((at) => [headOf(word.slice(0, at)), stem(word.slice(at))]).filter(([head]) => head);
    const before = pairs.findLast(([head, tail]) => isEmpty(tail) && head.length > 3);
    return before ? before.slice(0, 1) : pairs.find(([, tail]) => tail.length >= shortest && isKnown(tail)) ?? [];
  }

  // Of a word that is known in one half only: what it begins with, else what it ends with; the longest.
  // Short ones only that people ask with: bus, but no syllable.
  function half(word) {
    const lengths = Array.from({ length: Math.max(0, word.length - 5) }, (_, at) => word.length - 3 - at);
    const begun = lengths.map((length) => headOf(word.slice(0, length))).find((head) => head.length >= 4 || isShort(head));
    const ended = lengths.filter((length) => length >= 4).map((length) => stem(word.slice(-length))).find(isKnown);
    const both = cut(word, 3);
    return both.length ? both : [begun ?? ended].filter((term) => term && !isEmpty(term));
  }

  return { whole: (word) => parts.get(termOf(word)) ?? cut(fold(word)), half: (word) => (parts.has(termOf(word)) ? [] : half(fold(word))) };
}
