// Places side by side in words, as fokusbericht/words/beside.py says them.
function createSaying(figures, told) {
  const words = figures.phrases.beside;
  const { counts } = figures.phrases.extremes;
  const numberOf = (count) => counts[count] ?? String(count);
  const among = (count) => words.at[count] ?? numberOf(count);
  const verbOf = (count) => words.verbs[count > 1 ? 1 : 0];
  const nameOf = (level, key) => figures.areas[level][told.numbers[level].get(key)][1];

  const heading = (names) => fill(words.heading, { own: names[0], others: listing(names.slice(1), figures.phrases.and) });

  // Of the telling figures: how many are higher for the first place, how many lower, how many alike.
  function sentence(names, rows) {
    const found = told.compared(rows, names.length);
    if (found.length < 2) return found.length ? words.one : words.none;
    const [higher, lower, alike] = ["weniger", "mehr", "gleich"].map((kind) => found.filter((row) => told.onlyKind(row, names.length) === kind).length);
    const isMany = names.length > 2;
    const [highest, lowest] = isMany ? words.of_many : words.of_two;
    return fill(words.sentence, {
      own: names[0],
      all: numberOf(found.length),
      higher: among(higher), highest,
      lower: among(lower), lowest,
      alike: numberOf(alike), are: verbOf(alike),
      where: isMany ? words.everywhere : "",
    });
  }

  // The title and the text of one of the greatest differences.
  function greatest(names, { row, nearest }) {
    const { indikator, year } = row;
    const [own, other] = [row.told[0], row.told[nearest]].map(({ value }) => value);
    const isHigher = own > other;
    const title = indikator[isHigher ? "mehr" : "weniger"] || fill(isHigher ? words.higher : words.lower, { title: indikator.titel });
    const topic = fill(indikator.bericht ? words.report_topic : words.topic, { title: indikator.titel, year });
    const values = { topic, value: figures.text(indikator, own), other: figures.text(indikator, other), name: names[nearest] };
    return [title, fill(names.length === 2 ? words.other : words.nearest, values)];
  }

  // Prozent, 2022
  function unit({ indikator, year }) {
    const shown = indikator.bericht ? fill(words.report_year, { year }) : year ? String(year) : "";
    return [indikator.einheit === "%" ? words.percent : indikator.einheit, shown, indikator.vage ? words.vague : ""].filter(Boolean).join(", ");
  }

  // A number with what stands below it; or why there is none.
  function cell(row, number) {
    const one = row.told[number];
    const kind = row.kinds[number];
    if (typeof one.value !== "number") return { text: "–", note: figures.phrases.missing.texts[one.value], kind: "", amount: "" };
    const text = figures.number(one.value, row.indikator.ziffern);
    const said = { text, note: kind ? words.differences[kind] : note(row, one), kind, amount: "" };
    if (!kind || kind === "gleich") return said;
    const apart = Math.abs(told.apart(row, number)) / 10 ** row.indikator.ziffern;
    return { ...said, amount: figures.number(apart, row.indikator.ziffern) };
  }

  function note(row, one) {
    const isOfAmt = one.level === "aemter" && !told.numbers.kommunen.has(one.key);
    const found = [isOfAmt ? words.whole_amt : "", one.year === row.year ? "" : String(one.year)].filter(Boolean);
    if (found.length) return found.join(", ");
    return one.compares || !row.compares ? "" : words.few;
  }

  const more = (count) => (count === 1 ? words.more_one : fill(words.more, { count }));
  const caption = (names, theme) => fill(theme ? words.caption_more : words.caption, { heading: heading(names), theme });
  const explained = (name) => fill(words.note, { own: name });

  // The name of a source stands before its day and state.
  function sources(rows) {
    const names = [...new Set(rows.map(({ indikator }) => indikator.quelle.split(" · ")[0]))];
    return fill(names.length === 1 ? words.source : words.sources, { names: names.join("; ") });
  }

  return { sources, heading, sentence, greatest, unit, cell, more, caption, explained, nameOf, first: words.columns };
}
