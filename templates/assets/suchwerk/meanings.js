// Words that mean the same, as content/synonyme.yml groups them.
function createMeanings(synonyms, isStop, isSoft, isTerm) {
  const byFirst = new Map(), loose = [], single = new Map();
  const add = (map, key, value) => map.set(key, [...(map.get(key) ?? []), value]);
  const stemsOf = synonyms.map((group) => group.map((text) => rawWords(text).map(termOf)));

  synonyms.forEach((group, number) => group.forEach((text, at) => {
    const raw = rawWords(text), stems = stemsOf[number][at];
    const telling = stems.filter((_, one) => !isStop(raw[one]));
    if (!stems.length) return;
    add(byFirst, stems[0], { stems, number });
    if (stems.length === 1) add(single, stems[0], number);
    else add(byFirst, termOf(raw.join("")), { stems: [termOf(raw.join(""))], number }); // „eauto“
    if (telling.length > 1 && !telling.every(isSoft)) loose.push({ stems: telling, phrase: ` ${stems.join(" ")} `, number });
  }));
  for (const list of byFirst.values()) list.sort((one, other) => other.stems.length - one.stems.length);
  loose.sort((one, other) => other.stems.length - one.stems.length);

  // At a word of a question: the longest that stands there.
  function at(stems, start) {
    const fits = ({ stems: wanted }) => wanted.every((term, one) => stems[start + one] === term);
    const found = (byFirst.get(stems[start]) ?? []).filter(fits);
    return found.filter(({ stems: wanted }) => wanted.length === found[0].stems.length);
  }

  // „Weg zum Doktor“ says what „Weg zum Arzt“ says.
  const isAlike = (one, other) => one === other || Boolean(single.get(one)?.some((number) => single.get(other)?.includes(number)));

  // Of several words anywhere in a question, in any order: which ones, and what they mean together. The most
  // words, of those what stands there in one piece.
  function together(stems, free) {
    const whole = ` ${stems.join(" ")} `;
    for (const isFit of [(one, other) => one === other, isAlike]) {
      let best = null;
      for (const { stems: wanted, phrase, number } of loose) {
        if (wanted.length > free.length) continue;
        if (best && wanted.length < best.taken.length) break;
        const taken = wanted.some((term) => stems.includes(term)) && takenBy(wanted, stems, free, isFit);
        if (taken && (!best || whole.includes(phrase))) best = { taken, number };
      }
      if (best) return best;
    }
    return null;
  }

  function takenBy(wanted, stems, free, isFit) {
    const taken = [];
    for (const term of wanted) {
      const found = free.find((one) => !taken.includes(one) && isFit(term, stems[one]));
      if (found === undefined) return null;
      taken.push(found);
    }
    return taken.sort((one, other) => one - other);
  }

  // By what else that is found, where it leads first before all else.
  function same(number, typed) {
    const targets = [];
    while (isTerm(targetTerm(number, targets.length))) targets.push([targetTerm(number, targets.length)]);
    return [...targets, ...stemsOf[number].filter((stems) => stems.join(" ") !== typed.join(" ") && stems.every(isTerm) && !stems.every(isSoft))];
  }

  // Of a word that is still being typed: the first that begins so.
  const sorted = [...single.keys()].sort();
  function beginning(word) {
    const term = word.length > 3 ? sorted.find((one) => one.startsWith(word)) : undefined;
    return term === undefined ? [] : at([term], 0);
  }

  return { at, together, same, beginning, begins: (term) => byFirst.has(term), isWord: (term) => single.has(term) };
}

// The term that nobody types, by which a group of words finds its first, second, … target.
const targetTerm = (group, rank) => `#${group}.${rank}`;
