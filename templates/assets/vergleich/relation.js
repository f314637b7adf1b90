// Two figures of the same areas: how far they go together, in numbers, in thirds and in words.
// The same rules as fokusbericht/statistics/relate.py and fokusbericht/pages/vergleich_words.py.
const FEWEST = 3; // areas without which nothing is said
const FEW = 10; // areas below which chance alone makes strong relations
const GAP = 0.2; // from this difference of the two coefficients on, single areas shape one
const SWAY = 0.1; // an area without which a coefficient changes by so much is named
const STEPS = [[0.2, "kein nennenswerter"], [0.4, "schwacher"], [0.7, "mittlerer"], [2, "starker"]];

// As shown, halves away from zero; what a float cannot tell from a half is one.
const shown = (value) => Math.sign(value) * Math.round(Math.abs(value) * 100 + 1e-9) / 100;

function formatCoefficient(value) {
  const text = Math.abs(shown(value)).toLocaleString("de-DE", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return shown(value) < 0 ? `\u2212${text}` : text;
}

// The rank of each value from 1 for the lowest on; equal ones share their mean.
function ranksOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1);
}

function correlation(xs, ys) {
  if (xs.length < FEWEST || new Set(xs).size < 2 || new Set(ys).size < 2) return null;
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
function thirdsOf(values) {
  return ranksOf(values).map((rank) => {
    const place = 3 * (2 * rank - 1);
    return place < 2 * values.length ? 0 : place > 4 * values.length ? 2 : 1;
  });
}

function wordsOf({ spearman }) {
  const strength = STEPS.find(([limit]) => Math.abs(shown(spearman)) < limit)[1];
  if (strength === STEPS[0][1]) return `${strength} Zusammenhang`;
  return `${strength} ${spearman > 0 ? "gleichläufiger" : "gegenläufiger"} Zusammenhang`;
}

const withoutIndex = (values, index) => values.filter((_, number) => number !== index);
const begun = (text) => text[0].toUpperCase() + text.slice(1);

function answerOf(x, y, whole, areas) {
  const words = wordsOf(whole);
  const measure = `(Spearman ${formatCoefficient(whole.spearman)}, ${whole.n} ${areas})`;
  if (words.startsWith(STEPS[0][1])) return `${begun(words)} ${measure}.`;
  const loosely = words.startsWith(STEPS[1][1]) ? "ein wenig " : "";
  const other = whole.spearman > 0 ? "höheren" : "niedrigeren";
  return `${begun(words)} ${measure}: Höhere Werte bei „${x}“ gehen ${loosely}mit ${other} bei „${y}“ einher.`;
}

// Without which area a coefficient changes most; null if hardly.
function swaying(whole, without, measure) {
  const ways = without.map((other) => (other ? Math.abs(shown(other[measure]) - shown(whole[measure])) : 0));
  const farthest = Math.max(0, ...ways);
  return shown(farthest) >= SWAY ? ways.indexOf(farthest) : null;
}

// What to beware of: few areas, single ones that shape the result, years.
function caveatsOf(xs, ys, names, years, areas) {
  const whole = relate(xs, ys);
  const without = xs.map((_, i) => relate(withoutIndex(xs, i), withoutIndex(ys, i)));
  const sentences = [];
  if (whole.n < FEW) sentences.push(`Nur ${whole.n} ${areas}: So wenige können auch durch Zufall einen starken Zusammenhang zeigen.`);
  if (Math.abs(whole.spearman - whole.pearson) >= GAP) {
    sentences.push(`Mit den Werten statt den Rangplätzen gerechnet (Pearson), ergibt sich anderes: Einzelne ${areas} mit ungewöhnlichen Werten oder ein gebogener Verlauf prägen das Bild.`);
  }
  const pulled = swaying(whole, without, "pearson");
  if (pulled !== null) {
    sentences.push(`Am stärksten wirkt ${names[pulled]} auf das Maß nach Pearson: Ohne diesen Ort läge es bei ${formatCoefficient(without[pulled].pearson)} statt ${formatCoefficient(whole.pearson)}.`);
  }
  const swayed = swaying(whole, without, "spearman");
  if (swayed !== null) sentences.push(withoutOne(names[swayed], whole, without[swayed]));
  else if (without.some(Boolean)) sentences.push(steady(without.filter(Boolean).map((other) => other.spearman)));
  sentences.push(yearsTold(...years));
  return sentences;
}

function withoutOne(name, whole, other) {
  const article = wordsOf(other).startsWith(STEPS[0][1]) ? "" : "ein ";
  return `Ohne ${name} ergäbe sich ${article}${wordsOf(other)} (Spearman ${formatCoefficient(other.spearman)} statt ${formatCoefficient(whole.spearman)}): Ein einzelner Ort prägt hier das Ergebnis.`;
}

function steady(values) {
  const texts = [...new Set([Math.min(...values), Math.max(...values)].map(formatCoefficient))];
  const where = texts.length === 1 ? `bei ${texts[0]}` : `zwischen ${texts.join(" und ")}`;
  return `Das Ergebnis hängt an keinem einzelnen Ort: Lässt man je einen weg, liegt das Maß nach Spearman ${where}.`;
}

function yearsTold(x, y) {
  if (x === y) return `Beide Zahlen sind von ${x}, dem letzten Jahr, das es für beide gibt.`;
  return `Die Zahlen sind aus zwei verschiedenen Jahren, ${x} und ${y}: Ein gemeinsames Jahr gibt es nicht.`;
}
