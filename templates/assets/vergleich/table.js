// The table of the comparison, sorted by each of its columns.
function createTable(figures, words, table, tool) {
  const collator = new Intl.Collator("de");
  const secretNote = tool.querySelector(".vergleich-geheim");
  let pair;
  let state;
  let order = [0, 1];

  function show(newPair, newState) {
    pair = newPair;
    state = newState;
    const columns = [words.levels[state.level].column, words.withUnit(pair.x), words.withUnit(pair.y)];
    const head = columns.map((title, index) => {
      const button = html("button", { type: "button" }, title);
      button.addEventListener("click", () => {
        order = [index, order[0] === index ? -order[1] : index ? -1 : 1];
        show(pair, state);
        table.querySelectorAll("button")[index].focus();
      });
      const cell = html("th", { scope: "col" }, button);
      if (index) cell.className = "zahl";
      if (order[0] === index) cell.setAttribute("aria-sort", order[1] > 0 ? "ascending" : "descending");
      return cell;
    });
    table.tHead.replaceChildren(html("tr", {}, ...head, html("th", { scope: "col" }, words.third)));
    table.tBodies[0].replaceChildren(...sorted().map(rowOf));
    secretNote.textContent = figures.phrases.missing.note;
    secretNote.hidden = !pair.places.some((place) => place.x === "x" || place.y === "x");
  }

  function sorted() {
    const [index, direction] = order;
    const valueOf = (place) => place[index === 1 ? "x" : "y"];
    return [...pair.places].sort((a, b) => {
      if (!index) return direction * collator.compare(a.name, b.name);
      const [va, vb] = [a, b].map((place) => (typeof valueOf(place) === "number" ? valueOf(place) : null));
      if (va === null || vb === null) return (va === null) - (vb === null);
      return direction * (va - vb) || collator.compare(a.name, b.name);
    });
  }

  function rowOf(place) {
    const text = (axis) => (typeof place[axis] === "number" ? figures.number(place[axis], pair[axis].ziffern) : figures.text(pair[axis], place[axis]));
    const thirds = "dx" in place ? `${words.thirds[place.dx].split(" ")[0]}, ${words.thirds[place.dy].split(" ")[0]}` : "–";
    const tr = html("tr", { "data-id": place.id }, html("th", { scope: "row" }, html("a", { href: tool.dataset.root + place.path }, place.name)),
      html("td", { class: "zahl" }, text("x")), html("td", { class: "zahl" }, text("y")), html("td", {}, thirds));
    tr.classList.toggle("gewaehlt", place.id === state.place);
    return tr;
  }

  // Shows which place is chosen.
  function markPlaces() {
    for (const tr of table.tBodies[0].rows) tr.classList.toggle("gewaehlt", tr.dataset.id === state.place);
  }

  return { show, markPlaces };
}
