// All figures of the report, loaded once: unpacked as they are asked for, written the German way.
// The format is told in fokusbericht/pages/sozialbericht/kreisdaten.py.
const MISSING_TEXTS = {
  "": "keine Angabe", ".": "keine Angabe", "-": "nichts vorhanden", "/": "zu unsicher",
  x: "geheim gehalten", "…": "unvollständig",
};

// The same sentence for all of them, as in fokusbericht/words/secret.py.
const SECRET_REASON = "Hier geht es um so wenige Menschen, dass man Einzelne erkennen könnte, oder man könnte aus dem Wert eine solche Zahl ausrechnen.";

async function loadJson(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

async function loadFigures(address) {
  const packed = await loadJson(address);
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

  const formats = new Map();
  function number(value, digits) {
    if (!formats.has(digits)) formats.set(digits, new Intl.NumberFormat("de-DE", { minimumFractionDigits: digits, maximumFractionDigits: digits }));
    const text = formats.get(digits).format(Math.abs(value));
    return value < 0 ? `\u2212${text}` : text;
  }

  // 38,8 % · geheim gehalten
  function text(indikator, value) {
    if (typeof value !== "number") return MISSING_TEXTS[value];
    const bare = number(value, indikator.ziffern);
    return indikator.einheit ? `${bare}\u202f${indikator.einheit}` : bare;
  }

  // Who has no rank of their own, the rules of an indicator say; among too few, nobody has one.
  function ranks(indikator, level, year) {
    const values = column(indikator, level, year);
    const small = new Set((level === "kommunen" && indikator.zu_klein && indikator.zu_klein[year]) || []);
    const ranked = values.map((value, area) => (typeof value === "number" && !small.has(area) ? value : null));
    const sorted = ranked.filter((value) => value !== null).sort((a, b) => b - a);
    const rankOf = ranked.map((value) => (value === null || sorted.length < 3 ? 0 : sorted.indexOf(value) + 1));
    return { of: sorted.length, rankOf, ranked, hasSecret: values.includes("x") };
  }

  return { areas: packed.gebiete, indikatoren: packed.kennzahlen, rows, column, yearsOf, number, text, ranks };
}
