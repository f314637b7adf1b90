// What is told of each figure for places side by side, and how far it differs from the first: as
// fokusbericht/figures/side_by_side.py finds it. A place is { key, name, amt, path }.
function createTold(figures) {
  const numbers = Object.fromEntries(Object.entries(figures.areas).map(([level, areas]) => [level, new Map(areas.map(([key], number) => [key, number]))]));
  const isNumber = (value) => typeof value === "number";
  const UNKNOWN = ["", "."];

  // The values of an area of a level by year; nothing where it has none.
  function series(indikator, level, key) {
    const number = numbers[level]?.get(key);
    return indikator.werte[level] && number !== undefined ? figures.rows(indikator, level)[number] : [];
  }

  // Where the figures of a place stand: with the Kommunen, or with the Ämter.
  function ownOf(indikator, place) {
    if (indikator.werte.kommunen) return ["kommunen", place.key];
    return ["aemter", numbers.aemter?.has(place.key) ? place.key : place.amt];
  }

  const yearsOf = (indikator, row) => indikator.jahre.filter((_, index) => isNumber(row[index]));
  const valueAt = (indikator, row, year) => row[indikator.jahre.indexOf(year)] ?? "";
  const lastOf = (indikator, rows) => Math.max(0, ...rows.flatMap((row) => yearsOf(indikator, row)));

  // The last year of the first place, be it its Amt's; else of any.
  function yearBeside(indikator, places) {
    const rows = places.map((place) => series(indikator, ...ownOf(indikator, place)));
    const own = lastOf(indikator, rows.slice(0, 1));
    const amt = indikator.werte.kommunen ? lastOf(indikator, [series(indikator, "aemter", places[0].amt)]) : 0;
    return Math.max(own, amt) || lastOf(indikator, rows) || lastOf(indikator, [...lowest(indikator), ...countyOf(indikator)]);
  }

  const lowest = (indikator) => figures.rows(indikator, indikator.werte.kommunen ? "kommunen" : "aemter");

  const countyOf = (indikator) => (lastOf(indikator, lowest(indikator)) ? [] : [series(indikator, "masse", figures.areas.masse[0][0])]);

  function isTooSmall(indikator, level, key, year) {
    return (indikator.zu_klein?.[level]?.[year] ?? []).includes(numbers[level].get(key));
  }

  const told = (level, key, year, value, compares) => ({ level, key, year, value, compares, isStated: isNumber(value) || !UNKNOWN.includes(value) });

  function ofPlace(indikator, place, year) {
    const [level, key] = ownOf(indikator, place);
    const row = series(indikator, level, key);
    const value = valueAt(indikator, row, year);
    if (isNumber(value)) return told(level, key, year, value, key === place.key && !isTooSmall(indikator, level, key, year));
    const together = valueAt(indikator, series(indikator, "aemter", place.amt), year);
    if (level === "kommunen" && isNumber(together)) return told("aemter", place.amt, year, together, false);
    const last = lastOf(indikator, [row]);
    if (UNKNOWN.includes(value) && last) return told(level, key, last, valueAt(indikator, row, last), false);
    return told("kommunen", place.key, year, value, false);
  }

  function ofMeasure(indikator, key, year) {
    const row = series(indikator, "masse", key);
    const value = valueAt(indikator, row, year);
    if (isNumber(value)) return told("masse", key, year, value, true);
    const last = lastOf(indikator, [row]);
    return last ? told("masse", key, last, valueAt(indikator, row, last), false) : told("masse", key, year, value, false);
  }

  const compares = (indikator) => !indikator.zaehlt && !indikator.vage;
  const wholeOf = (indikator, value) => Math.round(value * 10 ** indikator.ziffern);

  // At most a tenth, or half a percentage point.
  function isAlike(indikator, own, other) {
    const apart = Math.abs(other - own);
    return apart * 10 <= Math.abs(own) || (indikator.einheit === "%" && apart * 2 <= 10 ** indikator.ziffern);
  }

  function kindOf(indikator, own, other) {
    if (!compares(indikator) || !own.compares || !other.compares) return "";
    const [here, there] = [own, other].map(({ value }) => wholeOf(indikator, value));
    return isAlike(indikator, here, there) ? "gleich" : there > here ? "mehr" : "weniger";
  }

  function rowOf(indikator, places, measures) {
    const year = yearBeside(indikator, places);
    const found = places.map((place) => ofPlace(indikator, place, year));
    if (!found.some((one) => one.isStated)) return null;
    found.push(...measures.map(({ key }) => ofMeasure(indikator, key, year)));
    const kinds = found.map((one, number) => (number ? kindOf(indikator, found[0], one) : ""));
    return { indikator, year, told: found, kinds, compares: compares(indikator) };
  }

  const apart = (row, number) => wholeOf(row.indikator, row.told[number].value) - wholeOf(row.indikator, row.told[0].value);

  // All figures that any of the places has, in the order of all lists.
  function rowsOf(places, measures) {
    const isTold = (one) => (one.werte.kommunen || one.werte.aemter) && !one.beispiel;
    return figures.indikatoren.filter(isTold).map((one) => rowOf(one, places, measures)).filter(Boolean);
  }

  const compared = (rows, count) => rows.filter((row) => row.kinds.slice(1, count).every(Boolean));
  const onlyKind = (row, count) => (new Set(row.kinds.slice(1, count)).size === 1 ? row.kinds[1] : "");

  // In widths of the middle half of all Kommunen; 0 where there is none.
  function widthOf({ indikator, year }) {
    const level = indikator.werte.kommunen ? "kommunen" : "aemter";
    const ranked = figures.ranks(indikator, level, year).ranked.filter((value) => value !== null);
    if (ranked.length < figures.phrases.beside.fewest) return 0;
    const sorted = ranked.map((value) => wholeOf(indikator, value)).sort((a, b) => a - b);
    const quarter = (number) => {
      const steps = (sorted.length - 1) * number;
      const [low, rest] = [Math.floor(steps / 4), steps % 4];
      return Math.floor((sorted[low] * (4 - rest) + (sorted[low + 1] ?? 0) * rest) / 4 + 0.5);
    };
    return quarter(3) - quarter(1);
  }

  // The greatest differences in which the first place is above or below all others: of each theme one.
  function greatest(rows, count) {
    const found = compared(rows, count).filter((row) => ["mehr", "weniger"].includes(onlyKind(row, count))).map((row) => {
      const others = row.told.slice(1, count).map((_, index) => index + 1);
      const nearest = others.reduce((best, number) => (Math.abs(apart(row, number)) < Math.abs(apart(row, best)) ? number : best));
      const width = widthOf(row);
      return { row, nearest, distance: width ? Math.abs(apart(row, nearest)) / width : 0 };
    });
    const ordered = found.filter((one) => one.distance).sort((a, b) => b.distance - a.distance);
    const isFirst = (one) => ordered.find((other) => other.row.indikator.thema === one.row.indikator.thema) === one;
    return ordered.filter(isFirst).slice(0, figures.phrases.beside.greatest);
  }

  return { rowsOf, apart, compared, onlyKind, greatest, numbers };
}
