// Tables marked with data-sortable get a button in each heading: a first press sorts, a second
// turns the order round, a third brings back the order of the page. Missing values stay last.
function startTabelle() {
  const words = document.currentScript.dataset; // fokusbericht/words/controls.py
  const wordOrder = new Intl.Collator("de", { numeric: true });

  const textOf = (cell) => [...cell.childNodes].filter((part) => part.nodeName !== "SMALL")
    .map((part) => part.textContent).join("").trim();

  // "1.234,5", "+1,8", "−0,3 %" and "12." become numbers; words, marks and blanks have none.
  function numberOf(cell) {
    const found = /^[+−-]?[\d.]+(,\d+)?/.exec(textOf(cell));
    return found ? Number(found[0].replaceAll(".", "").replace("−", "-").replace(",", ".")) : NaN;
  }

  function compareRows(one, other, column, factor) {
    if (!column.isNumeric) return factor * wordOrder.compare(textOf(one), textOf(other));
    const [a, b] = [numberOf(one), numberOf(other)];
    if (isNaN(a) || isNaN(b)) return isNaN(a) - isNaN(b);
    return factor * (a - b);
  }

  function sortBy(body, rows, column, direction) {
    const factor = direction === "descending" ? -1 : 1;
    const sorted = direction
      ? [...rows].sort((a, b) => compareRows(a.cells[column.index], b.cells[column.index], column, factor))
      : rows;
    body.append(...sorted);
  }

  function following(column) {
    const order = column.isNumeric ? ["descending", "ascending"] : ["ascending", "descending"];
    return order[order.indexOf(column.head.getAttribute("aria-sort")) + 1] ?? null;
  }

  const lastBody = (table) => table.tBodies[table.tBodies.length - 1];

  function setUp(table) {
    const body = lastBody(table); // above it stands what belongs to no order
    const rows = [...body.rows];
    const heads = [...table.tHead.rows[0].cells];
    const announcement = document.createElement("p");
    announcement.className = "nur-vorgelesen";
    announcement.setAttribute("role", "status");
    table.closest(".tabelle").after(announcement);
    heads.forEach((head, index) => {
      if (head.nodeName !== "TH") return;
      const column = { head, index, isNumeric: head.classList.contains("zahl") };
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sortierer";
      button.append(...head.childNodes);
      const name = button.textContent.replaceAll("\u00ad", "").trim();
      head.append(button);
      button.addEventListener("click", () => {
        const direction = following(column);
        for (const one of heads) one.removeAttribute("aria-sort");
        if (direction) head.setAttribute("aria-sort", direction);
        sortBy(body, rows, column, direction);
        announcement.textContent = direction
          ? fill(words.sorted, { name, direction: words[direction] })
          : words.unsorted;
      });
    });
  }

  for (const table of document.querySelectorAll("table[data-sortable]")) {
    if (lastBody(table).rows.length > 2) setUp(table);
  }
}

startTabelle();
