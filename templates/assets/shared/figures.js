// All figures of the report, loaded once: unpacked as they are asked for, written the German way.
// The format is told in fokusbericht/pages/sozialbericht/kreisdaten.py.

async function loadJson(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

async function loadFigures(address) {
  const packed = await loadJson(address);
  for (const indikator of packed.kennzahlen) indikator.quelle = packed.quellen[indikator.quelle];
  return figuresOf(packed);
}

function figuresOf(packed) {
  const { worte: phrases } = packed;
  const unpacked = new Map();

  // Rows of values; what is missing keeps its mark.
  function rows(indikator, level) {
    const key = `${indikator.id}/${level}`;
    if (!unpacked.has(key)) unpacked.set(key, unpack(indikator, level));
    return unpacked.get(key);
  }

  function unpack(indikator, level) {
    const numbers = indikator.werte[level];
    const length = indikator.jahre.length;
    if (!numbers) return packed.gebiete[level].map(() => Array(length).fill(""));
    const factor = 10 ** indikator.ziffern;
    return packed.gebiete[level].map((_, area) => {
      let sum = 0;
      return numbers.slice(area * length, (area + 1) * length).map((number) => {
        if (typeof number === "string") return number;
        sum += number;
        return sum / factor;
      });
    });
  }

  // The values of all areas of a level in one year, in the order of `areas`.
  function column(indikator, level, year) {
    const index = indikator.jahre.indexOf(year);
    return rows(indikator, level).map((row) => (index < 0 ? "" : row[index]));
  }

  // The years in which any area of a level has a value.
  function yearsOf(indikator, level) {
    const all = rows(indikator, level);
    return indikator.jahre.filter((_, index) => all.some((row) => typeof row[index] === "number"));
  }

  // Halves away from zero; what is written shortest is meant, so that 2.675 is a half.
  function rounded(value, digits) {
    const [figure, exponent] = String(Math.abs(value)).split("e");
    const size = Math.round(Number(`${figure}e${Number(exponent || 0) + digits}`));
    return Math.sign(value) * Number(`${size}e${-digits}`);
  }

  const formats = new Map();
  function number(value, digits) {
    if (!formats.has(digits)) formats.set(digits, new Intl.NumberFormat("de-DE", { minimumFractionDigits: digits, maximumFractionDigits: digits }));
    const shown = rounded(value, digits);
    const text = formats.get(digits).format(Math.abs(shown));
    return shown < 0 ? `\u2212${text}` : text;
  }

  // 38,8 % · geheim gehalten
  function text(indikator, value) {
    if (typeof value !== "number") return phrases.missing.texts[value];
    const bare = number(value, indikator.ziffern);
    return indikator.einheit ? `${bare}\u202f${indikator.einheit}` : bare;
  }

  // A title and its year, apart: where the title ends with a number, they would be read as one.
  const titled = ({ titel: title }, year) => phrases.topic[Number(/\d$/.test(title))].map((part) => fill(part, { title, year }));

  // Who has no rank of their own, the rules of an indicator say; among too few, nobody has one.
  function ranks(indikator, level, year) {
    const values = column(indikator, level, year);
    const small = new Set(indikator.zu_klein?.[level]?.[year] ?? []);
    const ranked = values.map((value, area) => (typeof value === "number" && !small.has(area) ? value : null));
    const sorted = ranked.filter((value) => value !== null).sort((a, b) => b - a);
    const rankOf = ranked.map((value) => (value === null || sorted.length < phrases.extremes.few_ranked ? 0 : sorted.indexOf(value) + 1));
    return { of: sorted.length, rankOf, ranked, hasSecret: values.includes("x") };
  }

  // Who is so far out that a picture of all would say nothing of the others: by their numbers.
  function cutOff(indikator, areas, values) {
    const isAside = ([id]) => indikator.ohne?.includes(id);
    const others = values.filter((value, number) => typeof value === "number" && !isAside(areas[number]));
    const low = Math.min(0, ...others), high = Math.max(0, ...others), room = (high - low) / 2;
    const isFar = (value) => typeof value === "number" && (value > high + room || value < low - room);
    return new Set(others.length ? areas.flatMap((area, number) => (isAside(area) && isFar(values[number]) ? [number] : [])) : []);
  }

  // Sums for rooms have classes of their own; all else is classed alike at every level and in every year.
  const classesOf = (indikator, level) => (level === "raeume" && indikator.raeume) || indikator;

  // The style of an area on the map; a value on a break is above it.
  function classOf(indikator, level, value) {
    if (typeof value !== "number") return value === "x" ? "geheim" : "fehlt";
    const { stufen, klassen } = classesOf(indikator, level);
    return klassen[stufen.filter((step) => step <= value).length][0];
  }

  return { phrases, areas: packed.gebiete, themes: packed.themen, groups: packed.gruppen, indikatoren: packed.kennzahlen, rows, column, yearsOf, rounded, number, text, titled, ranks, cutOff, classesOf, classOf };
}
