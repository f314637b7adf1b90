// The answer itself: the figure of a place, of several, or of the whole county.
function createAnswers(directory, places, hits, load) {
  const { dokumente: documents, worte: { said: words, at, and } } = directory;
  const figureKind = directory.arten.findIndex(([kind]) => kind === "indikator");
  const idOf = (document) => documents.adresse[document].split("/")[1];
  const MOST = 12; // figures that are looked at for one question
  const telling = new Set(["titel", "namen", "teile"]);

  // Whether a part of a question is what a figure is called, not only said of it.
  function isCalled({ typed, same, pieces }, match) {
    const called = Object.keys(match).filter((term) => match[term].some((field) => telling.has(field)));
    const beginsSo = (word) => called.some((term) => term.startsWith(word));
    return typed.every(beginsSo) || same.some((terms) => terms.every((word) => called.includes(word))) || (pieces.length > 0 && pieces.every((piece) => isCalled(piece, match)));
  }

  // Indicators that a question means: without a place only those that are called by each of its words.
  function candidates({ figure, places }) {
    const parts = figure.filter(({ isSoft, isFound }) => isFound && !isSoft);
    if (figureKind < 0 || !parts.length || (!places.length && figure.some(({ isSoft, isFound, isHalf }) => isHalf || !(isSoft || isFound)))) return [];
    const isFigure = ({ id }) => documents.art[id] === figureKind;
    const calledBy = (those, { match }) => those.filter((part) => isCalled(part, match)).length;
    const all = hits.search(parts, "AND", isFigure);
    const called = all.filter((hit) => calledBy(parts, hit) === parts.length);
    if (called.length || !places.length) return called;
    const partly = all.filter((hit) => calledBy(parts, hit));
    if (partly.length) return partly;
    const pieces = parts.flatMap((part) => (part.pieces.length ? part.pieces : [part]));
    return pieces.length < 2 ? [] : hits.search(pieces, "OR", isFigure).filter((hit) => calledBy(pieces, hit) * 2 > pieces.length);
  }

  // Where a figure of an area stands, be it of an Amt, and which year is told: the one asked for or the last known.
  function figureOf(figures, indikator, key, year) {
    for (const [level, areas] of Object.entries(figures.areas)) {
      const number = areas.findIndex(([one]) => one === key);
      if (number < 0 || !indikator.werte[level]) continue;
      const row = figures.rows(indikator, level)[number];
      const known = indikator.jahre.filter((_, column) => typeof row[column] === "number");
      const hidden = indikator.jahre.filter((_, column) => row[column] === "x");
      const years = known.length ? known : hidden;
      if (!years.length) continue;
      const told = yearNear(years, year);
      return { level, number, key, year: told, value: row[indikator.jahre.indexOf(told)], area: areas[number] };
    }
    return null;
  }

  const yearNear = (years, year) => (year ? years.reduce((best, one) => (Math.abs(one - year) < Math.abs(best - year) ? one : best)) : years.at(-1));

  // The figure of a place, or of what it lies in.
  function toldOf(figures, indikator, place, year) {
    const keys = [place.key, ...place.above];
    for (const key of keys) {
      const found = figureOf(figures, indikator, key, year);
      if (found) return { ...found, place, isOwn: key === place.key };
    }
    return null;
  }

  function chosen(figures, question, found) {
    const byId = new Map(figures.indikatoren.map((one) => [one.id, one]));
    const rows = found.slice(0, MOST).map(({ id, score }) => {
      const indikator = byId.get(idOf(id));
      const told = indikator ? question.places.map((place) => toldOf(figures, indikator, place, question.years[0])) : [];
      const own = told.filter((one) => one?.isOwn).length;
      const isWhole = told.length === own ? 1 : 0.3;
      const isNamed = hits.isNamed(id, question.figure.flatMap(({ raw }) => raw)) ? 2 : 1;
      const isOfYear = !question.years.length || told.every((one) => one?.year === question.years[0]);
      return { id, indikator, told, score: indikator && told.every(Boolean) ? score * isWhole * (isOfYear ? 1 : 0.4) * isNamed : 0, isOfYear };
    });
    return rows.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score)[0];
  }

  const where = (area, name = area[1]) => area[4] ?? fill(at, { name });
  const said = (figures, indikator, { value }) => figures.text(indikator, value);

  function rankOf(figures, indikator, { level, number, year }) {
    if (level !== "kommunen" && level !== "aemter") return "";
    const { rankOf: ranks, of, hasSecret } = figures.ranks(indikator, level, year);
    return ranks[number] ? fill(words.rank, { rank: ranks[number], of, aside: hasSecret ? words.rank_aside : "" }) : "";
  }

  function countyOf(figures, indikator, { level, year }) {
    if (level === "masse") return "";
    const value = figures.column(indikator, "masse", year)[0];
    if (typeof value !== "number") return "";
    return fill(words.county, { name: figures.areas.masse[0][1], value: figures.text(indikator, value) });
  }

  // For whom there is no figure of their own, and whose is told.
  function insteadOf(told) {
    const lacking = told.filter(({ isOwn }) => !isOwn);
    const areas = new Set(lacking.map(({ key }) => places.byKey.get(key).called));
    if (!lacking.length) return "";
    return fill(words.no_level, { name: listing(lacking.map(({ place }) => place.called), and), instead: listing([...areas], and) });
  }

  const otherYear = (question, { year }) => (question.years.length && question.years[0] !== year ? fill(words.no_year, { asked: question.years[0], year }) : "");

  function single(figures, question, { id, indikator, told: all }) {
    const [told] = all;
    const facts = [countyOf(figures, indikator, told), rankOf(figures, indikator, told)].filter(Boolean).join(words.between);
    const notes = [insteadOf(all), otherYear(question, told), facts, documents.kurz[id]];
    return {
      title: fill(words.title, { title: indikator.titel, place: where(told.area) }),
      value: fill(words.value, { value: said(figures, indikator, told), year: told.year }),
      note: notes.filter(Boolean).join(words.between),
      href: documents.adresse[id],
      lines: [],
    };
  }

  function several(figures, question, { id, indikator, told }) {
    const years = new Set(told.map(({ year }) => year));
    const isOne = years.size === 1;
    const lines = told.map((one) => fill(isOne ? words.line : words.line_year, { name: one.area[1], value: said(figures, indikator, one), year: one.year }));
    const notes = [insteadOf(told), otherYear(question, told[0]), documents.kurz[id]];
    return {
      title: isOne ? figures.titled(indikator, told[0].year).join(" ") : indikator.titel,
      value: "",
      note: [...new Set(notes)].filter(Boolean).join(words.between),
      href: documents.adresse[id],
      lines: [...new Set(lines)],
    };
  }

  async function find(question, found) {
    const all = question.asksMeaning ? [] : candidates(question);
    // Without a place the whole county is told, if a figure is what fits best.
    const meant = question.places.length ? all : all.filter(({ id }) => id === found[0]?.id);
    if (!meant.length) return [];
    const figures = await load().catch(() => null); // without network hits are found all the same
    if (!figures) return [];
    const asked = question.places.length ? question : { ...question, places: [places.county] };
    const best = chosen(figures, asked, meant);
    if (!best || (!best.isOfYear && !question.places.length)) return [];
    const areas = new Set(best.told.map(({ key }) => key));
    return [areas.size > 1 ? several(figures, asked, best) : single(figures, asked, best)];
  }

  return { find };
}
