// A table as CSV, as fokusbericht/exports/table.py writes it: semicolons, decimal commas, a byte order
// mark; what a spreadsheet would take for a formula stays text.
function csvOf(head, rows) {
  const formula = /^[\s\p{C}]*[=+\-@＝＋－＠]/u, number = /^-(\d+(,\d+)?(e[+-]?\d+)?)?$/, quoted = /[;"\r\n]/;
  const plain = (text) => (formula.test(text) && !number.test(text) ? `'${text}` : text);
  const cell = (value) => {
    const text = plain(String(value));
    return quoted.test(text) ? ["", text.replaceAll('"', '""'), ""].join('"') : text;
  };
  return `\ufeff${[head, ...rows].map((row) => `${row.map(cell).join(";")}\r\n`).join("")}`;
}

const csvNumber = (value) => String(value).replace(".", ",");

// Kommunen that belong to no Amt stand among the Ämter; of measures the length of the key says what they are.
function csvLevel(figures, level, key) {
  const { levels, measures, county } = figures.phrases.csv;
  if (level === "masse") return measures[key.length] || county;
  return level === "aemter" && figures.areas.kommunen.some(([ags]) => ags === key) ? levels.kommunen : levels[level];
}
