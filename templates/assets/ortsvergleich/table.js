// The table of places side by side, as templates/components/side_rows.html makes it; and as CSV.
function createSideTable(figures, say, root) {
  // Blocks are [title, rows]; a title heads its rows.
  function table(places, caption, blocks) {
    const head = [html("th", { scope: "col" }, say.first), ...places.map(headOf)];
    const bodies = blocks.map(([title, rows]) => html("tbody", {}, ...(title ? [titled(title, places.length)] : []), ...rows.map((row) => rowOf(row, places))));
    return html("div", { class: "tabelle nebeneinander", role: "region", "aria-label": caption, tabindex: 0 },
      html("table", {},
        html("caption", { class: "nur-vorgelesen" }, caption),
        html("thead", {}, html("tr", {}, ...head)),
        ...bodies));
  }

  function headOf({ name, path }) {
    return html("th", { scope: "col" }, path ? html("a", { href: root + path }, name) : name);
  }

  function titled(title, count) {
    return html("tr", { class: "thema-zeile" }, html("th", { scope: "rowgroup", colspan: count + 1 }, title));
  }

  function rowOf(row, places) {
    const { id, titel } = row.indikator;
    const title = html("th", { scope: "row" }, html("a", { href: `${root}sozialbericht/${id}/` }, titel), " ", html("small", {}, say.unit(row)));
    return html("tr", {}, title, ...places.map(({ name, place }) => cellOf(say.cell(row, place), name)));
  }

  function cellOf({ text, note, kind, amount }, name) {
    const small = kind ? html("small", { class: kind }, amount, " ", html("span", {}, note)) : html("small", {}, note);
    return html("td", { "data-ort": name }, text, ...(note ? [" ", small] : []));
  }

  const markOf = (value) => (["-", "x", "/"].includes(value) ? value : ".");

  function csv(rows, places) {
    const { csv: head } = figures.phrases.beside;
    const lines = rows.flatMap((row) => places.map(({ place }) => {
      const { level, key, year, value } = row.told[place];
      const shown = typeof value === "number" ? csvNumber(value) : markOf(value);
      return [csvLevel(figures, level, key), key, say.nameOf(level, key), row.indikator.id, row.indikator.titel, year || "", shown, row.indikator.einheit];
    }));
    return csvOf(head, lines);
  }

  return { table, csv };
}
