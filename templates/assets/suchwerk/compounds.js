// What long words of a question are made of, by the rules of fokusbericht/search/compounds.py.
function createCompounds(checked, links, isKnown) {
  const parts = new Map(Object.entries(checked).map(([word, those]) => [termOf(rawWords(word)[0]), those.flatMap(rawWords).map(termOf)]));

  function headOf(head) {
    for (const link of links) {
      const bare = head.endsWith(link) ? stem(head.slice(0, head.length - link.length)) : "";
      if (bare.length >= 3 && isKnown(bare)) return bare;
    }
    return "";
  }

  function cut(word) {
    for (let at = 3; at <= word.length - 4; at += 1) {
      const tail = stem(word.slice(at));
      const head = tail.length >= 4 && isKnown(tail) ? headOf(word.slice(0, at)) : "";
      if (head) return [head, tail];
    }
    return [];
  }

  return (word) => parts.get(termOf(word)) ?? cut(fold(word));
}
