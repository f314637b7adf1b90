// A question as the search reads it: places, years, words of figures, and for each word what else finds it.
function createReading(directory, terms) {
  const { worte: rules, synonyme: synonyms, wortteile: checked } = directory;
  const places = createPlaces(directory.orte, directory.postleitzahlen, rules.town);
  const spellings = createSpellings(directory);
  const stop = new Set(rules.stop.split(" ").map(fold));
  const meanings = rules.meaning.map((phrase) => rawWords(phrase).map(fold).join(" "));
  const sorted = [...terms.keys()].sort();
  const partsOf = createCompounds(checked, rules.links, (term) => isNaming(terms.get(term)));
  const groups = groupsByFirst();

  // A word of titles and names, not only of texts.
  function isNaming(fields) {
    return fields !== undefined && (0 in fields || 1 in fields || 2 in fields);
  }

  // Words that mean the same, by the stem they begin with; the longest first.
  function groupsByFirst() {
    const found = new Map();
    synonyms.forEach((group, number) => {
      for (const text of group) {
        const stems = rawWords(text).map(termOf);
        if (stems.length) found.set(stems[0], [...(found.get(stems[0]) ?? []), { stems, number }]);
      }
    });
    for (const list of found.values()) list.sort((one, other) => other.stems.length - one.stems.length);
    return found;
  }

  function groupsAt(stems, start) {
    const fits = ({ stems: wanted }) => wanted.every((term, at) => stems[start + at] === term);
    const found = (groups.get(stems[start]) ?? []).filter(fits);
    return found.filter(({ stems: wanted }) => wanted.length === found[0].stems.length);
  }

  function begins(term) {
    let low = 0, high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < term) low = middle + 1;
      else high = middle;
    }
    return term.length > 2 && Boolean(sorted[low]?.startsWith(term));
  }

  const isKnown = (word) => stop.has(fold(word)) || /^\d/.test(word) || terms.has(termOf(word)) || begins(fold(word)) || groups.has(termOf(word)) || partsOf(word).length > 0;

  // What was typed, with words that nobody knows set right where they are near to one that is known.
  function corrected(raw) {
    const instead = [];
    const tokens = raw.flatMap((word, at) => {
      const isPlace = places.find([fold(word)]).found.length > 0;
      if (isPlace || isKnown(word) || isJoined(raw, at)) return [word];
      const [nearest] = spellings.near(fold(word), typosIn(word));
      if (!nearest) return [word];
      instead.push(nearest);
      return rawWords(nearest);
    });
    return { tokens, instead };
  }

  // „klima schutz konzept“ is one word in the report.
  const joinedAt = (raw, start) => [3, 2].map((length) => [length, termOf(raw.slice(start, start + length).join(""))])
    .find(([length, term]) => start + length <= raw.length && terms.has(term)) ?? [0, ""];
  const isJoined = (raw, at) => [at, at - 1, at - 2].some((start) => start >= 0 && start + joinedAt(raw, start)[0] > at);

  // What finds each part of a question; a part is a word, or several that mean one thing.
  function partsFrom(raw) {
    const stems = raw.map(termOf), parts = [];
    let at = 0;
    while (at < raw.length) {
      const [joined, joinedTerm] = joinedAt(raw, at);
      const meant = groupsAt(stems, at);
      const length = joined || (meant[0]?.stems.length ?? 1);
      const typed = stems.slice(at, at + length);
      const same = meant.flatMap(({ number }) => [[`#${number}`], ...synonyms[number].map((text) => rawWords(text).map(termOf))]);
      parts.push({
        raw: raw.slice(at, at + length),
        typed: joined ? [joinedTerm] : typed,
        same: same.filter((tokens) => tokens.join(" ") !== typed.join(" ") && tokens.every((term) => terms.has(term))),
        pieces: length > 1 || isNaming(terms.get(typed[0])) ? [] : partsOf(raw[at]),
        isStop: !meant.length && length === 1 && stop.has(fold(raw[at])),
      });
      at += length;
    }
    const told = parts.filter((part) => !part.isStop);
    return told.length ? told : parts;
  }

  function read(text) {
    const typed = rawWords(text);
    const { tokens: raw, instead } = corrected(typed);
    const folded = raw.map(fold);
    const { found, rest } = places.find(folded);
    const whole = folded.join(" ");
    const asked = meanings.find((phrase) => `${whole} `.startsWith(`${phrase} `));
    const told = asked ? raw.slice(asked.split(" ").length) : raw;
    const years = rest.map((at) => raw[at]).filter((word) => /^(19|20)\d\d$/.test(word));
    const left = rest.map((at) => raw[at]).filter((word) => !years.includes(word));
    return {
      text, instead: instead.join(" "), asksMeaning: asked !== undefined,
      whole: told.map(fold).join(" "),
      places: found, years: years.map(Number),
      parts: partsFrom(told), figure: left.length ? partsFrom(left).filter((part) => !part.isStop) : [],
    };
  }

  return { read, places, near: (text) => rawWords(text).flatMap((word) => spellings.near(fold(word), typosIn(word) + 1)) };
}
