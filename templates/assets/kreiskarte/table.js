// The table under the Kreiskarte follows the map: all places with rank and value, sorted as one likes.
function createTable(figures, sentences, root) {
  const section = root.ownerDocument.getElementById("tabelle");
  const scroller = section.querySelector(".tabelle");
  const table = section.querySelector("table");
  const pattern = root.ownerDocument.getElementById("kreiskarte-muster").content.querySelector("[data-pattern=bar] svg");
  const { levels, columns, map: words } = figures.phrases;
  const { compare } = new Intl.Collator("de");
  let sortedBy = "wert";
  let last = null;

  function cellOf(tag, content, className = "") {
    const cell = document.createElement(tag);
    if (tag === "th") cell.scope = "row";
    if (className) cell.className = className;
    cell.append(content);
    return cell;
  }

  function linkTo(area) {
    if (!area[2]) return area[1];
    const link = document.createElement("a");
    link.href = `${root.dataset.root}${area[2]}`;
    link.textContent = area[1];
    return link;
  }

  function orderOf(view) {
    const numbers = [...view.areas.keys()];
    const byName = (a, b) => compare(view.areas[a][1], view.areas[b][1]);
    const valueOf = (number) => (sentences.isNumber(view.values[number]) ? view.values[number] : -Infinity);
    if (view.level === "masse") return numbers;
    return numbers.sort(sortedBy === "name" ? byName : (a, b) => (valueOf(a) === valueOf(b) ? byName(a, b) : valueOf(b) - valueOf(a)));
  }

  function rowOf(view, number, highest, cut, withRoom) {
    const area = view.areas[number];
    const value = view.values[number];
    const row = document.createElement("tr");
    if (number === view.place) row.className = "gewaehlt";
    if (view.level !== "masse") row.append(cellOf("td", view.ranks.rankOf[number] ? `${view.ranks.rankOf[number]}.` : "–", "zahl"));
    row.append(cellOf("th", linkTo(area)));
    if (withRoom) row.append(cellOf("td", linkTo(figures.areas.raeume.find(([id]) => id === area[3]) || ["", "", ""])));
    const text = sentences.isNumber(value) ? figures.number(value, view.indikator.ziffern) : figures.text(view.indikator, value);
    const bar = pattern.cloneNode(true);
    const width = highest && sentences.isNumber(value) ? (value / highest) * 100 : 0;
    bar.firstElementChild.setAttribute("width", Math.max(0, Math.min(100, width)));
    if (!cut.has(number)) bar.lastElementChild.remove();
    row.append(cellOf("td", text, "zahl"), cellOf("td", bar, "mit-balken"));
    return row;
  }

  function headCell(text, key, className = "") {
    const cell = document.createElement("th");
    cell.scope = "col";
    if (className) cell.className = className;
    if (!key) {
      cell.textContent = text;
      return cell;
    }
    cell.setAttribute("aria-sort", sortedBy === key ? (key === "name" ? "ascending" : "descending") : "none");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", () => {
      sortedBy = key;
      show(last);
      table.querySelector(`[aria-sort]:not([aria-sort=none]) button`).focus();
    });
    cell.append(button);
    return cell;
  }

  function show(view) {
    last = view;
    const withRoom = view.level === "kommunen" || view.level === "quartiere";
    section.classList.toggle("mit-raum", withRoom);
    const isSortable = view.level !== "masse";
    const cut = figures.cutOff(view.indikator, view.areas, view.values);
    const highest = Math.max(0, ...view.values.filter((value, number) => sentences.isNumber(value) && !cut.has(number)).map(Math.abs));
    const areas = levels[view.level].all;
    const heads = [headCell(levels[view.level].column, isSortable && "name")];
    if (isSortable) heads.unshift(headCell(columns.rank, "", "zahl"));
    if (withRoom) heads.push(headCell(levels.raeume.column, ""));
    heads.push(headCell(view.indikator.einheit || columns.value, isSortable && "wert", "zahl"), cellOf("td", "", "mit-balken"));
    const headRow = document.createElement("tr");
    headRow.append(...heads);
    table.tHead.replaceChildren(headRow);
    table.tBodies[0].replaceChildren(...orderOf(view).map((number) => rowOf(view, number, highest, cut, withRoom)));
    const topic = sentences.titleOf(view);
    const title = isSortable ? fill(words.caption, { topic, areas }) : `${topic}, ${levels[view.level].title}`;
    table.caption.firstElementChild.textContent = title;
    scroller.setAttribute("aria-label", title);
    section.querySelector("[data-secret]").hidden = !view.values.includes("x");
    section.querySelector("h2").textContent = isSortable ? fill(words.all, { count: view.areas.length, areas }) : levels[view.level].title;
    const more = section.querySelector(".abschnitt-kopf a");
    more.href = `${root.dataset.root}sozialbericht/${view.indikator.id}/`;
    more.firstElementChild.textContent = view.indikator.titel;
  }

  return { show };
}
