// Places that a question names: the longest name first, so that a county is not the town of its name.
function createPlaces(entries, postcodes, townWords) {
  const places = entries.map(([key, level, names, above, called]) => ({ key, level, names, above, called: called || names[0] }));
  const byKey = new Map(places.map((place) => [place.key, place]));
  const byName = new Map();
  for (const place of places) {
    for (const name of place.names) {
      const tokens = rawWords(name).map(fold).join(" ");
      if (!byName.has(tokens)) byName.set(tokens, place);
    }
  }
  const longest = Math.max(...Array.from(byName.keys(), (name) => name.split(" ").length));
  const isTownWord = new Set(townWords.map(fold));

  // Also in the genitive, „Elmshorns“, and as what is of a place: „Wedeler“, „Rellinger“.
  const bare = new Map(Array.from(byName, ([name, place]) => [name.replace(/en$/, ""), place]));
  function inflected(tokens) {
    const of = tokens.replace(/er$/, "");
    return byName.get(tokens.replace(/s$/, "")) ?? (of === tokens ? undefined : byName.get(of) ?? bare.get(of));
  }
  const named = (tokens) => byName.get(tokens) ?? (tokens.length > 4 ? inflected(tokens) : undefined);

  // What stands at a word of a question: places, and over how many words.
  function at(tokens, start) {
    for (let length = Math.min(longest, tokens.length - start); length > 0; length -= 1) {
      const place = named(tokens.slice(start, start + length).join(" "));
      if (place) return { found: [place], length };
    }
    const found = (postcodes[tokens[start]] ?? []).map((key) => byKey.get(key)).filter(Boolean);
    return { found, length: found.length ? 1 : 0 };
  }

  // All places of a question in its own order, and the numbers of the words that are left.
  function find(tokens) {
    const found = [], rest = [];
    let start = 0;
    while (start < tokens.length) {
      const { found: here, length } = at(tokens, start);
      const next = isTownWord.has(tokens[start]) ? at(tokens, start + 1) : { length: 0 };
      if (!length && next.length) start += 1;
      else if (length) {
        found.push(...here.filter((place) => !found.includes(place)));
        start += length;
      } else {
        rest.push(start);
        start += 1;
      }
    }
    return { found, rest };
  }

  return { byKey, find, county: places.find(({ level }) => level === "kreis") };
}
