// Figures in running text, as fokusbericht/words/amounts.py has them.
function createAmounts(figures) {
  const { numerals, units, plus, minus, pronouns } = figures.phrases.amounts;

  const unitWords = (unit) => unit.split(" ").map((word) => units[word] ?? word).join(" ");
  const isSingle = (indikator, value) => indikator.mehrzahl && Math.abs(value) === 1;
  const unitOf = (indikator, value) => (isSingle(indikator, value) ? "" : unitWords(indikator.einheit));
  const joined = (digits, unit) => (unit ? `${digits} ${unit}` : digits);

  function digits(indikator, value) {
    const number = figures.number(Math.abs(value), indikator.ziffern);
    if (value < 0) return `${minus} ${number}`;
    return indikator.vorzeichen && value > 0 ? `${plus} ${number}` : number;
  }

  const bare = (indikator, value) => (indikator.gezaehlt && value >= 0 && numerals[value]) || digits(indikator, value);
  const spoken = (indikator, value) => joined(bare(indikator, value), unitOf(indikator, value));
  // Behind what a figure is called, which may say its unit already.
  const ownUnit = (indikator, value) => (isSingle(indikator, value) ? "" : indikator.wort ?? unitWords(indikator.einheit));
  const told = (indikator, value) => joined(bare(indikator, value), ownUnit(indikator, value));
  const toldDative = (indikator, value) => joined(bare(indikator, value), isSingle(indikator, value) ? "" : indikator.dativ);
  const bracketed = (indikator, value) => joined(digits(indikator, value), ownUnit(indikator, value));
  const pronoun = (indikator) => pronouns[indikator.nomen.split(" ")[0]] ?? pronouns.der;

  return { unitWords, digits, bare, spoken, told, toldDative, bracketed, pronoun };
}
