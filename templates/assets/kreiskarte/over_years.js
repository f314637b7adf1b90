// How a figure went over the years, as fokusbericht/words/course.py says it.
function createOverYears(figures, amounts) {
  const { and, over_years: forms } = figures.phrases;

  function turning(known) {
    const values = known.map(([, value]) => value);
    const inner = known.slice(1, -1);
    if (!inner.length) return null;
    const [start, end] = [values[0], values.at(-1)];
    const first = (extreme) => inner.find(([, value]) => value === extreme);
    const [high, low] = [Math.max(...inner.map(([, value]) => value)), Math.min(...inner.map(([, value]) => value))];
    const [above, below] = [high - Math.max(start, end), Math.min(start, end) - low];
    if (Math.max(above, below) <= forms.clear * (Math.max(...values) - Math.min(...values))) return null;
    return first(above >= below ? high : low);
  }

  // The year before the last, if it is not told already.
  function before(indikator, known, told) {
    const [year, value] = known.at(-2);
    if (year === told) return "";
    return fill(value === known.at(-1)[1] ? forms.before_same : forms.before, { year, pronoun: amounts.pronoun(indikator), value: amounts.bare(indikator, value) });
  }

  function byValues(indikator, known, filled, turn) {
    const others = [known.at(-2), known[0]].slice(0, known.length > 2 ? 2 : 1).map(([year, value]) => fill(forms.value_in, { year, value: amounts.bare(indikator, value) }));
    const said = fill(forms.values, { ...filled, end: amounts.toldDative(indikator, known.at(-1)[1]), others: listing(others, and) });
    if (!turn || turn[0] === known.at(-2)[0]) return said;
    const end = fill(forms.ends[Number(turn[1] > known[0][1])], { pronoun: amounts.pronoun(indikator), turn: turn[0], value: amounts.told(indikator, turn[1]) });
    return `${said} ${end}`;
  }

  // `known` are pairs of year and value that compare, rising.
  return function course(indikator, known, where) {
    if (known.length < 2) return "";
    const [[first, start], [last, end]] = [known[0], known.at(-1)];
    const turn = turning(known);
    const filled = { noun: indikator.nomen, Noun: begun(indikator.nomen), where: where ? ` ${where}` : "", first, last };
    if (indikator.werteweise) return byValues(indikator, known, filled, turn);
    if (turn) {
      const up = Number(turn[1] > start);
      return fill(forms.turned, {
        ...filled, start: amounts.told(indikator, start), end: amounts.bare(indikator, end), turn: turn[0], top: amounts.bare(indikator, turn[1]),
        went: forms.ways[up], returned: forms.ways[1 - up], before: before(indikator, known, turn[0]),
      });
    }
    if (start === end) return fill(forms.same, { ...filled, end: amounts.told(indikator, end) });
    return fill(forms.moved, { ...filled, start: amounts.bare(indikator, start), end: amounts.told(indikator, end), moved: forms.moves[Number(end > start)], before: before(indikator, known, first) });
  };
}
