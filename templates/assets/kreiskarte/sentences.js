// What the Kreiskarte says in words: numbers with their units, differences, ranks, courses.
function createSentences(figures) {
  const { levels, amt, map: words, missing: { without } } = figures.phrases;
  const amounts = createAmounts(figures);
  const course = createOverYears(figures, amounts);

  const countOf = (level, count) => `${count} ${levels[level][count === 1 ? "one" : "many"]}`;
  // Kommunen that belong to no Amt stand beside the Ämter; only an Amt lies in no room.
  const named = (level, area) => (level === "aemter" && !area[3] ? fill(amt, { name: area[1] }) : area[1]);
  const titleOf = ({ indikator, year }) => figures.titled(indikator, year).join(" ");
  const isNumber = (value) => typeof value === "number";
  const isEqual = (one, other, digits) => Math.abs(one - other) < 0.5 / 10 ** digits;
  const placeOf = ([, name, , , place]) => place ?? fill(figures.phrases.extremes.at, { name });

  function differenceSentence(indikator, value, county) {
    if (!isNumber(county)) return "";
    const whole = amounts.spoken(indikator, county);
    const place = placeOf(figures.areas.masse[0]);
    if (indikator.vorzeichen || Math.min(value, county) < 0) return fill(words.county, { place: begun(place), whole });
    if (indikator.zaehlt) return county > 0 ? fill(words.share, { share: figures.number((value / county) * 100, 1), whole, place }) : "";
    if (isEqual(value, county, indikator.ziffern)) return fill(words.same, { whole, place });
    const number = figures.number(Math.abs(value - county), indikator.ziffern);
    const way = value > county ? words.above : words.below;
    return fill(number === "1" ? words.beside_one : words.beside_county, { difference: differenceOf(indikator, number), way, whole, place });
  }

  // A single one has no plural: „Das war 1 mehr“.
  function differenceOf(indikator, number) {
    if (indikator.einheit === "%") return `${number} ${number === "1" ? words.point : words.points}`;
    return number === "1" || !indikator.einheit ? number : `${number} ${amounts.unitWords(indikator.einheit)}`;
  }

  function rankSentence(view, number) {
    const { rankOf, of, ranked, hasSecret } = view.ranks;
    if (rankOf[number]) return fill(words.rank, { rank: rankOf[number], of, aside: hasSecret ? words.rank_aside : "" });
    return isNumber(view.values[number]) && ranked[number] === null ? words.no_rank : "";
  }

  // From the last break up to the year shown: figures on both sides of a break do not compare.
  function courseSentence(indikator, row, year) {
    const breakYear = Math.max(0, ...(indikator.brueche || []).filter((one) => one <= year));
    const known = indikator.jahre.map((one, index) => [one, row[index]])
      .filter(([one, value]) => one >= breakYear && one <= year && isNumber(value));
    return course(indikator, known, "");
  }

  // As fokusbericht/words/kommunen.py says it.
  function endsSentence(view) {
    const { extremes } = figures.phrases;
    const { ranked, hasSecret } = view.ranks;
    const known = ranked.filter((value) => value !== null);
    if (known.length < 2) return "";
    const [low, high] = [Math.min(...known), Math.max(...known)];
    const sentence = low === high ? sameSentence(view, high) : extremesSentence(view, low, high);
    return [sentence, asideSentence(view), hasSecret ? extremes.secret : ""].filter(Boolean).join(" ");
  }

  // Who is so far out that the classes are cut without them.
  function asideSentence({ indikator, level, areas, values }) {
    const told = areas.flatMap((area, number) => (indikator.ohne?.includes(area[0]) && isNumber(values[number]) ? [`${named(level, area)} (${amounts.bracketed(indikator, values[number])})`] : []));
    return told.length ? fill(figures.phrases.extremes.aside[Number(told.length > 1)], { areas: begun(listing(told, figures.phrases.and)) }) : "";
  }

  function sameSentence({ indikator, level }, value) {
    return fill(figures.phrases.extremes.same, { areas: levels[level].of_all, noun: indikator.nomen, amount: amounts.told(indikator, value) });
  }

  function extremesSentence(view, low, high) {
    const { each, sentence } = figures.phrases.extremes;
    const { indikator } = view;
    const [bottom, top] = [low, high].map((value) => view.areas.filter((_, number) => view.ranks.ranked[number] === value).sort((a, b) => (a[1] < b[1] ? -1 : 1)));
    const eachOf = (areas) => (areas.length > 1 ? each : "");
    return fill(sentence, {
      noun: indikator.nomen,
      top: where(view, top), high: eachOf(top) + amounts.bracketed(indikator, high),
      bottom: where(view, bottom), low: eachOf(bottom) + amounts.digits(indikator, low),
    });
  }

  function where({ level }, areas) {
    const { at, many, counts, most_names: most } = figures.phrases.extremes;
    if (areas.length > most) return fill(many, { count: counts[areas.length] || areas.length, areas: levels[level].of_all });
    const { and } = figures.phrases;
    if (areas.every((area) => !area[4])) return fill(at, { name: listing(areas.map((area) => area[1]), and) });
    return listing(areas.map(placeOf), and);
  }

  // What is said of a place, or of the whole county.
  function sentence(view, number) {
    const { indikator, year } = view;
    const county = figures.column(indikator, "masse", year)[0];
    if (number < 0) return countySentence(view, county);
    const value = view.values[number];
    const row = figures.rows(indikator, view.level)[number];
    if (!isNumber(value)) return [without[value] || fill(words.no_value, { year }), courseSentence(indikator, row, year)].filter(Boolean).join(" ");
    return [differenceSentence(indikator, value, county), rankSentence(view, number), courseSentence(indikator, row, year)].filter(Boolean).join(" ");
  }

  function countySentence(view, county) {
    const { indikator, year } = view;
    const others = figures.areas.masse.map((area, number) => [area[1], figures.column(indikator, "masse", year)[number]])
      .slice(1).filter(([, value]) => isNumber(value)).map(([name, value]) => `${name} ${figures.text(indikator, value)}`);
    const beside = view.level === "masse" ? (others.length ? fill(words.beside, { others: others.join(", ") }) : "") : endsSentence(view);
    return [isNumber(county) ? "" : without[county], beside, courseSentence(indikator, figures.rows(indikator, "masse")[0], year)].filter(Boolean).join(" ");
  }

  return { titleOf, countOf, isNumber, sentence };
}
