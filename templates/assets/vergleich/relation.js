// Two figures of the same areas: how far they go together, in numbers, in thirds and in words.
// The rules and words are those of fokusbericht/statistics/relate.py and fokusbericht/words/pairs.py.
function createRelations(figures) {
  const { relation: phrases, extremes: { counts } } = figures.phrases;

  // As told; what a float cannot tell from a half is one.
  const told = (value) => figures.rounded(Number(value.toFixed(6)), phrases.digits);
  const textOf = (value) => figures.number(told(value), phrases.digits);

  // The rank of each value from 1 for the lowest on; equal ones share their mean.
  function ranksOf(values) {
    const sorted = [...values].sort((a, b) => a - b);
    return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1);
  }

  function correlation(xs, ys) {
    if (xs.length < phrases.fewest || new Set(xs).size < 2 || new Set(ys).size < 2) return null;
    const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const [mx, my] = [mean(xs), mean(ys)];
    let [xy, xx, yy] = [0, 0, 0];
    xs.forEach((x, i) => {
      xy += (x - mx) * (ys[i] - my);
      xx += (x - mx) ** 2;
      yy += (ys[i] - my) ** 2;
    });
    return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
  }

  function relate(xs, ys) {
    const pearson = correlation(xs, ys);
    if (pearson === null) return null;
    return { spearman: correlation(ranksOf(xs), ranksOf(ys)), pearson, n: xs.length };
  }

  // Whether each value is in the lower (0), middle (1) or upper third (2); equal ones in the same.
  function thirds(values) {
    return ranksOf(values).map((rank) => {
      const place = 3 * (2 * rank - 1);
      return place < 2 * values.length ? 0 : place > 4 * values.length ? 2 : 1;
    });
  }

  // From 0 for none to 3 for a strong one.
  function strengthOf({ spearman }) {
    const index = phrases.limits.findIndex((limit) => Math.abs(told(spearman)) < limit);
    return index < 0 ? phrases.limits.length : index;
  }

  const inWords = (count) => counts[count] ?? count;

  function wordsOf(one) {
    const strength = strengthOf(one);
    return fill(strength ? phrases.some : phrases.none, { strength: phrases.strengths[strength] });
  }

  function answer(x, y, whole) {
    if (whole.n < phrases.few) return fill(phrases.too_few, { count: inWords(whole.n), least: inWords(phrases.few) });
    const strength = strengthOf(whole);
    return fill(strength ? phrases.answer : phrases.no_answer, {
      strength: phrases.strengths[strength],
      x, y,
      loosely: strength === 1 ? phrases.loosely : "",
      other: phrases.others[Number(whole.spearman > 0)],
    });
  }

  // Without which area a coefficient changes most; -1 if hardly.
  function swaying(whole, without, measure) {
    const moves = without.map((other) => (other ? Math.abs(told(other[measure]) - told(whole[measure])) : 0));
    const most = Math.max(0, ...moves);
    return told(most) >= phrases.sway ? moves.indexOf(most) : -1;
  }

  // What to beware of: single areas that shape the result, years; and the measures.
  function caveats(xs, ys, names, [x, y], areas) {
    const whole = relate(xs, ys);
    const shaped = whole.n < phrases.few ? [] : shaping(xs, ys, names, whole, areas);
    return [...shaped, fill(x === y ? phrases.same_year : phrases.two_years, { x, y })];
  }

  function shaping(xs, ys, names, whole, areas) {
    const leaving = (values, index) => values.filter((_, other) => other !== index);
    const without = xs.map((_, i) => relate(leaving(xs, i), leaving(ys, i)));
    const [pulled, swayed] = ["pearson", "spearman"].map((measure) => swaying(whole, without, measure));
    const found = without.filter(Boolean).map((other) => other.spearman);
    return [
      Math.abs(whole.spearman - whole.pearson) >= phrases.apart && fill(phrases.shaped, { areas }),
      pulled >= 0 && fill(phrases.pulled, { name: names[pulled], other: textOf(without[pulled].pearson), own: textOf(whole.pearson) }),
      swayed >= 0 ? withoutOne(names[swayed], whole, without[swayed]) : found.length > 0 && steady(found),
      fill(phrases.reckoned, { n: inWords(whole.n), areas, spearman: textOf(whole.spearman), pearson: textOf(whole.pearson) }),
    ].filter(Boolean);
  }

  function withoutOne(name, whole, other) {
    return fill(phrases.swayed, {
      name,
      relation: wordsOf(other),
      other: textOf(other.spearman),
      own: textOf(whole.spearman),
    });
  }

  function steady(values) {
    const [low, high] = [Math.min(...values), Math.max(...values)].map(textOf);
    return fill(phrases.steady, { between: fill(low === high ? phrases.at : phrases.between, { low, high }) });
  }

  return { relate, thirds, answer, caveats };
}
