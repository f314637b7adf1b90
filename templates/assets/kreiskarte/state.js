// What the Kreiskarte can show: states as addresses have them, and what follows from one of them.
function createStates(figures, geometry, first) {
  const { signs } = figures.phrases;

  const hasLevel = (indikator, level) => Object.hasOwn(geometry, level) && Object.hasOwn(indikator.werte, level) && Boolean(indikator.stufen);
  // The level a figure is shown at first: that of the Kommunen, or of the Ämter and those that belong to none.
  const firstLevel = (indikator) => ["kommunen", "aemter"].find((level) => hasLevel(indikator, level)) || "kommunen";
  const nameOf = (level, area) => ((level === "kommunen" || level === "aemter") && area[2] ? area[2].split("/")[1] : area[0]);
  const numberOf = (level, wanted) => figures.areas[level].findIndex((area) => nameOf(level, area) === wanted);

  // What is not there is left out: a wrong address shows the map that comes nearest.
  function read(search) {
    const given = new URLSearchParams(search);
    const findIndikator = (id) => figures.indikatoren.find((one) => one.id === id);
    const indikator = findIndikator(given.get("kennzahl")) || findIndikator(first);
    const level = hasLevel(indikator, given.get("ebene")) ? given.get("ebene") : firstLevel(indikator);
    const pinned = (given.get("vergleich") || "").split(",").map((one) => numberOf(level, one)).filter((number) => number >= 0);
    return { indikator, level, year: Number(given.get("jahr")), place: numberOf(level, given.get("raum")), pinned: [...new Set(pinned)].slice(0, signs.length) };
  }

  function write({ level, place, pinned }, { indikator, year }) {
    const given = new URLSearchParams({ kennzahl: indikator.id, ebene: level, jahr: year });
    if (place >= 0) given.set("raum", nameOf(level, figures.areas[level][place]));
    const names = pinned.map((number) => nameOf(level, figures.areas[level][number]));
    return `?${given}${names.length ? `&vergleich=${names.map(encodeURIComponent).join(",")}` : ""}`;
  }

  // A figure without values at the level asked for is shown at another, or for the county alone.
  function fitting(state) {
    const { indikator } = state;
    const other = firstLevel(indikator);
    return !hasLevel(indikator, state.level) && hasLevel(indikator, other) ? atLevel(state, other) : state;
  }

  function viewOf(state) {
    const { indikator } = state;
    const isLocal = hasLevel(indikator, state.level);
    const level = isLocal ? state.level : "masse";
    const all = figures.yearsOf(indikator, level);
    const year = all.includes(state.year) ? state.year : all[all.length - 1];
    const values = figures.column(indikator, level, year);
    return {
      indikator, level, year, years: all, values, areas: figures.areas[level], ranks: figures.ranks(indikator, level, year),
      classes: isLocal ? values.map((value) => figures.classOf(indikator, level, value)) : [],
      place: isLocal ? state.place : -1, pinned: isLocal ? state.pinned : [],
    };
  }

  // A Kommune becomes the room or the Amt it lies in; the other way no place is meant more than another.
  const atLevel = (state, level) => ({ ...state, level, place: state.place >= 0 ? placeAt(state, level) : -1, pinned: [] });

  function placeAt(state, level) {
    const area = figures.areas[state.level][state.place];
    if (state.level === "aemter" && level === "kommunen") return numberOf(level, nameOf("aemter", area));
    if (state.level !== "kommunen") return -1;
    return level === "raeume" ? numberOf("raeume", area[3]) : level === "aemter" ? amtOf(state.place) : -1;
  }

  const amtOf = (number) => geometry.aemter.findIndex(({ kommunen }) => kommunen.includes(number));

  return { hasLevel, read, write, fitting, viewOf, atLevel };
}
