// What the comparison says of two figures, and of a place in both.
function createSentences(figures, relations) {
  const { comparison: words, levels } = figures.phrases;

  const withYear = (pair, index) => figures.titled([pair.x, pair.y][index], pair.years[index]).join(" ");
  const both = (pair) => fill(words.both, { x: withYear(pair, 0), y: withYear(pair, 1) });
  const withUnit = (one) => (one.einheit ? `${one.titel}, ${one.einheit}` : one.titel);

  function answer(pair) {
    if (!pair.relation) return words.too_few;
    return relations.answer(pair.x.titel, pair.y.titel, pair.relation);
  }

  function saying(pair, place) {
    const parts = [["x", "dx"], ["y", "dy"]].map(([axis, third]) => {
      const text = `${pair[axis].titel} ${figures.text(pair[axis], place[axis])}`;
      return third in place ? `${text} (${words.thirds[place[third]]})` : text;
    });
    return `${place.name}: ${parts.join(", ")}`;
  }

  return { ...words, levels, withYear, withUnit, inBoth: both, answer, saying };
}
