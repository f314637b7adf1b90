// A question as the search reads it: places, years, words of figures, and for each word what else finds it.
function createReading(directory, terms) {
  const { worte: rules, synonyme: synonyms, wortteile: checked } = directory;
  const places = createPlaces(directory.orte, directory.postleitzahlen, rules.town);
  const spellings = createSpellings(directory);
  const stop = new Set(rules.stop.split(" ").map(fold));
  const asking = rules.meaning.map((phrase) => rawWords(phrase).map(fold).join(" "));
  const sorted = [...terms.keys()].sort();
  const softStems = new Set(rules.soft.split(" ").map(termOf));
  const isStop = (word) => stop.has(fold(word)), isSoft = (term) => softStems.has(term);
  const meanings = createMeanings(synonyms, isStop, isSoft, (term) => terms.has(term));
  const partsOf = createCompounds(checked, rules.links, {
    isKnown: (term) => isNaming(terms.get(term)) || meanings.isWord(term),
    isShort: meanings.isWord,
    isEmpty: isSoft,
  });

  // A word of titles and names, not only of texts.
  function isNaming(fields) {
    return fields !== undefined && (0 in fields || 1 in fields || 2 in fields);
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

  // Of a long word little may be left: „auslender“ is no „Ausleihe“.
  const isWritten = (word) => begins(fold(word)) || isNaming(terms.get(termOf(word))) || (terms.has(termOf(word)) && termOf(word).length > fold(word).length - 4);
  const isKnown = (word) => isStop(word) || /^\d/.test(word) || isWritten(word) || meanings.begins(termOf(word)) || partsOf.whole(word).length > 0 || meanings.beginning(fold(word)).length > 0;

  // What was typed, with words that nobody knows set right where they are near to one that is known.
  function corrected(raw) {
    const instead = [];
    const tokens = raw.flatMap((word, at) => {
      const isPlace = places.find([fold(word)]).found.length > 0;
      if (isPlace || isKnown(word) || isJoined(raw, at)) return [word];
      const [nearest] = spellings.near(fold(word), typosIn(word));
      if (!nearest) return [word];
      if (termOf(nearest.toLowerCase()) !== termOf(word)) instead.push(nearest);
      return rawWords(nearest);
    });
    return { tokens, instead };
  }

  // „klima schutz konzept“ is one word in the report, „kinder garten“ one that people ask with.
  const isOne = (term) => terms.has(term) || meanings.begins(term);
  const joinedAt = (raw, start) => [3, 2].map((length) => [length, termOf(raw.slice(start, start + length).join(""))])
    .find(([length, term]) => start + length <= raw.length && !raw.slice(start, start + length).some(isStop) && isOne(term)) ?? [0, ""];
  const isJoined = (raw, at) => [at, at - 1, at - 2].some((start) => start >= 0 && start + joinedAt(raw, start)[0] > at);

  // What finds each part of a question; a part is a word, or several that mean one thing.
  function partsFrom(typed) {
    const raw = joined(typed), stems = raw.map(termOf), parts = [];
    const free = new Set(stems.keys());
    const telling = () => [...free].filter((at) => !isStop(raw[at]));
    for (let found = meanings.together(stems, telling()); found; found = meanings.together(stems, telling())) {
      for (const at of found.taken) free.delete(at);
      parts.push({ start: found.taken[0], ...partOf(found.taken.map((at) => raw[at]), [found]) });
    }
    let at = 0;
    while (at < raw.length) {
      const isOwn = ({ stems: { length } }) => stems.slice(at, at + length).every((_, one) => free.has(at + one)) && (length > 1 || !isStop(raw[at]));
      const meant = meanings.at(stems, at).filter(isOwn);
      const length = meant[0]?.stems.length ?? 1;
      if (free.has(at)) parts.push({ start: at, ...partOf(raw.slice(at, at + length), meant) });
      at += length;
    }
    parts.sort((one, other) => one.start - other.start);
    const told = parts.filter((part) => !part.isStop);
    return told.length ? told : parts;
  }

  function joined(raw) {
    const tokens = [];
    for (let at = 0; at < raw.length;) {
      const length = joinedAt(raw, at)[0] || 1;
      tokens.push(raw.slice(at, at + length).join(""));
      at += length;
    }
    return tokens;
  }

  function partOf(raw, group) {
    const typed = raw.map(termOf), isWord = raw.length === 1, isStopped = !group.length && isWord && isStop(raw[0]);
    const isPrefix = isWord && begins(fold(raw[0])), isThere = isPrefix || typed.every((term) => terms.has(term));
    const whole = isWord && !group.length && !isStopped && !isNaming(terms.get(typed[0])) ? partsOf.whole(raw[0]) : [];
    const meant = group.length || isThere || whole.length || !isWord ? group : meanings.beginning(fold(raw[0]));
    const halves = isThere || meant.length || whole.length || !isWord ? [] : partsOf.half(raw[0]);
    const same = meant.flatMap(({ number }) => meanings.same(number, typed)), pieces = piecesOf([...whole, ...halves]);
    return {
      raw, typed, same, pieces, isPrefix,
      isStop: isStopped,
      isHalf: halves.length > 0,
      isYear: isWord && isYear(raw[0]),
      isSoft: isWord && (isSoft(typed[0]) || isYear(raw[0])), // says little beside others
      isFound: isThere || same.length > 0 || pieces.length > 0,
    };
  }

  // Parts of a long word, without those that say little.
  function piecesOf(found) {
    const parts = found.map((term) => partOf([term], meanings.at([term], 0)));
    const telling = parts.filter((part) => !part.isSoft);
    return telling.length ? telling : parts;
  }

  const isYear = (word) => /^(19|20)\d\d$/.test(word);

  function read(text) {
    const typed = rawWords(text);
    const { tokens: raw, instead } = corrected(typed);
    const folded = raw.map(fold);
    const { found, rest } = places.find(folded);
    const whole = folded.join(" ");
    const asked = asking.find((phrase) => `${whole} `.startsWith(`${phrase} `));
    const told = asked ? raw.slice(asked.split(" ").length) : raw;
    const years = rest.map((at) => raw[at]).filter(isYear);
    const left = rest.map((at) => raw[at]).filter((word) => !years.includes(word));
    return {
      text, instead: instead.join(" "), asksMeaning: asked !== undefined,
      whole: told.map(fold).join(" "),
      places: found, years: years.map(Number),
      parts: partsFrom(told), figure: left.length ? partsFrom(left).filter((part) => !part.isStop) : [],
    };
  }

  return { read, places, near: (text) => rawWords(text).flatMap((word) => spellings.near(fold(word), typosIn(word) + (word.length > 5 ? 1 : 0))) };
}
