// The panel of the Kreiskarte: the chosen place as number, sentence, course, and beside the pinned ones.
function createPanel(figures, sentences, root) {
  const panel = root.querySelector(".kreiskarte-tafel");
  const find = (selector) => panel.querySelector(selector);
  const NARROW = "\u202f";
  const acts = { pin() {}, unpin() {}, release() {} };
  const { map: words, signs, counties } = figures.phrases;

  function linkTo(area) {
    if (!area[2]) return document.createTextNode(area[1]);
    const link = document.createElement("a");
    link.href = `${root.dataset.root}${area[2]}`;
    link.textContent = area[1];
    return link;
  }

  function show(view) {
    const isChosen = view.place >= 0;
    const area = isChosen ? view.areas[view.place] : figures.areas.masse[0];
    const value = isChosen ? view.values[view.place] : figures.column(view.indikator, "masse", view.year)[0];
    find(".dachzeile").textContent = `${isChosen ? words.chosen : words.whole_county}, ${view.year}`;
    find("h2").replaceChildren(linkTo(area));
    showValue(figures.text(view.indikator, value), typeof value === "number");
    find(".satz").textContent = sentences.sentence(view, view.place);
    showButtons(view, isChosen);
    find(".kreiskarte-vergleich").replaceChildren(...comparison(view));
    find("[data-hint]").hidden = isChosen || view.level === "masse" || view.pinned.length > 0;
    showCourse(view);
    const more = find("[data-more] a");
    more.href = `${root.dataset.root}sozialbericht/${view.indikator.id}/${isChosen ? `#zeile-${area[0]}` : ""}`;
    more.textContent = fill(words.more, { title: view.indikator.titel });
  }

  // Number and unit are apart, so that a line ends between them and not within the unit.
  function showValue(text, isNumber) {
    const [number, ...unit] = text.split(NARROW);
    const parts = unit.length && isNumber ? [NARROW, html("wbr", {}), html("span", { class: "einheit" }, unit.join(NARROW))] : [];
    find(".wert").replaceChildren(html("span", { class: "zahl" }, isNumber ? number : text), ...parts);
    find(".wert").classList.toggle("ohne", !isNumber);
  }

  function showButtons(view, isChosen) {
    find(".knoepfe").hidden = !isChosen;
    const pinButton = find("[data-action=pin]");
    const isPinned = view.pinned.includes(view.place);
    pinButton.textContent = isPinned ? words.unpin : view.pinned.length < signs.length ? words.pin : words.full;
    pinButton.disabled = !isPinned && view.pinned.length >= signs.length;
  }

  // Counts of the county would flatten the lines of its parts: they are drawn without it.
  function linesOf(view) {
    const own = figures.rows(view.indikator, view.level);
    const places = view.pinned.map((number, index) => ({ name: view.areas[number][1], sign: signs[index], kind: index, values: own[number] }));
    if (view.place >= 0 && !view.pinned.includes(view.place)) places.unshift({ name: view.areas[view.place][1], kind: "gewaehlt", values: own[view.place] });
    const measures = figures.rows(view.indikator, "masse").map((values, number) => ({ name: shortName(figures.areas.masse[number][1], number), kind: number ? "mass" : "kreis", values }));
    if (!view.indikator.zaehlt) return [...places, ...measures];
    return places.length ? places : measures.slice(0, 1);
  }

  const shortName = (name, number) => (number ? name : counties.find((kind) => name.startsWith(`${kind} `)) || name);

  function showCourse(view) {
    last = view;
    const picture = drawCourse(figures, view.indikator, view.year, linesOf(view), Math.min(480, width));
    place.replaceChildren(...(picture ? [picture] : []));
  }

  // Its width is asked only when it changes: asking each time would lay out the page twice.
  const place = find(".kreiskarte-verlauf");
  let last = null;
  let width = place.clientWidth || 272;
  new ResizeObserver(() => {
    if (!place.clientWidth || place.clientWidth === width) return;
    width = place.clientWidth;
    if (last) showCourse(last);
  }).observe(place);

  // The pinned places in a table, with what they are measured by; without any there is none.
  function comparison(view) {
    if (!view.pinned.length) return [];
    const measures = figures.column(view.indikator, "masse", view.year);
    const own = view.place >= 0 && !view.pinned.includes(view.place) ? [rowOf("", view.areas[view.place], view.values[view.place], view)] : [];
    const table = document.createElement("table");
    const title = table.createCaption();
    title.textContent = sentences.titleOf(view);
    table.createTBody().append(
      ...own,
      ...view.pinned.map((number, index) => rowOf(index, view.areas[number], view.values[number], view, number)),
      ...figures.areas.masse.flatMap((area, number) => (typeof measures[number] === "number" ? [rowOf("", area, measures[number], view)] : [])),
    );
    return [table];
  }

  function rowOf(index, area, value, view, number) {
    const row = document.createElement("tr");
    const head = document.createElement("th");
    head.scope = "row";
    if (index !== "") {
      const sign = document.createElement("span");
      sign.className = `kreiskarte-buchstabe linie-${index}`;
      sign.textContent = signs[index];
      head.append(sign, " ");
    }
    head.append(linkTo(area));
    const cell = document.createElement("td");
    cell.className = "zahl";
    cell.textContent = figures.text(view.indikator, value);
    const action = document.createElement("td");
    if (number !== undefined) action.append(unpinButton(area, number));
    row.append(head, cell, action);
    return row;
  }

  function unpinButton(area, number) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "knopf-leise";
    button.textContent = "×";
    button.setAttribute("aria-label", fill(words.unpin_one, { name: area[1] }));
    button.addEventListener("click", () => acts.unpin(number));
    return button;
  }

  find("[data-action=pin]").addEventListener("click", () => acts.pin());
  find("[data-action=release]").addEventListener("click", () => acts.release());
  return Object.assign(acts, { show });
}
