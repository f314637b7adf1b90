// What the comparison says of two figures, and of a place in both.
function createSentences(figures, relations) {
  const THIRDS = ["unteres Drittel", "mittleres Drittel", "oberes Drittel"];
  const LEVELS = { kommunen: "Kommunen", raeume: "Betrachtungsräume" };

  const withYear = (pair, index) => `${[pair.x, pair.y][index].titel} ${pair.years[index]}`;
  const withUnit = (one) => (one.einheit ? `${one.titel}, ${one.einheit}` : one.titel);

  function answer(pair, level) {
    if (!pair.relation) return "Für diese beiden Zahlen gibt es zu wenige gemeinsame Werte.";
    return relations.answer(pair.x.titel, pair.y.titel, pair.relation, LEVELS[level]);
  }

  function saying(pair, place) {
    const parts = [["x", "dx"], ["y", "dy"]].map(([axis, third]) => {
      const text = `${pair[axis].titel} ${figures.text(pair[axis], place[axis])}`;
      return third in place ? `${text} (${THIRDS[place[third]]})` : text;
    });
    return `${place.name}: ${parts.join(", ")}`;
  }

  return { THIRDS, LEVELS, withYear, withUnit, answer, saying };
}
