// Files of what the Kreiskarte shows: the map of a year, and the course of the places chosen and pinned.
// Without this script the link leads to all figures of the start map.
function createDownloads(figures, root) {
  const { csv } = figures.phrases;
  const ofMap = root.querySelector("[data-csv]");
  const ofCourse = root.querySelector("[data-course-csv]");
  let last = null;

  function show(view) {
    last = view;
    const { id } = view.indikator;
    for (const link of [ofMap, ofCourse.firstElementChild]) link.href = `${root.dataset.root}sozialbericht/${id}/daten.csv`;
    ofMap.download = nameOf([id, view.level === "masse" ? "" : view.level, view.year]);
    ofCourse.firstElementChild.download = nameOf([id, placesOf(view).map((number) => view.areas[number][0]).join("-")]);
    ofCourse.hidden = !placesOf(view).length || view.years.length < 2;
  }

  const nameOf = (parts) => `${parts.filter(Boolean).join("-")}.csv`;
  const placesOf = ({ place, pinned }) => [...new Set([place, ...pinned])].filter((number) => number >= 0);

  // A row for each area and year that has a line: what is missing keeps its mark.
  function rowsOf({ indikator }, level, numbers, years) {
    const rows = figures.rows(indikator, level);
    return years.flatMap((year) => numbers.flatMap((number) => {
      const area = figures.areas[level][number];
      const value = rows[number][indikator.jahre.indexOf(year)];
      return value === "" || value === undefined ? [] : [[csvLevel(figures, level, area[0]), area[0], area[1], year, numberOf(indikator, value), indikator.einheit, indikator.quelle]];
    }));
  }

  const numberOf = ({ ziffern }, value) => (typeof value === "number" ? csvNumber(Number(value.toFixed(ziffern))) : value);

  function save(event, rows) {
    event.preventDefault();
    const file = URL.createObjectURL(new Blob([csvOf(csv.head, rows)], { type: "text/csv;charset=utf-8" }));
    const link = html("a", { href: file, download: event.currentTarget.download });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(file), 1000);
  }

  const all = (level) => [...figures.areas[level].keys()];
  ofMap.addEventListener("click", (event) => {
    const own = last.level === "masse" ? [] : rowsOf(last, last.level, all(last.level), [last.year]);
    save(event, [...own, ...rowsOf(last, "masse", all("masse"), [last.year])]);
  });
  ofCourse.firstElementChild.addEventListener("click", (event) => {
    const { jahre: years } = last.indikator;
    save(event, [...rowsOf(last, last.level, placesOf(last), years), ...rowsOf(last, "masse", all("masse"), years)]);
  });
  return { show };
}
