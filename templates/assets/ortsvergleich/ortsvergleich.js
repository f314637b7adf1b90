// Up to four places side by side, as they are chosen; they stand in the address by their names there.
// Without this script each Kommune is there beside those most like it.
function createOrtsvergleich(tool, figures) {
  const find = (name) => tool.querySelector(name);
  const choices = [...tool.querySelectorAll("select")];
  const { root, county, land } = tool.dataset;
  const status = find("[role=status]");
  const hint = find(".ortsvergleich-hinweis");
  const download = find("[download]");
  const told = createTold(figures);
  const say = createSaying(figures, told);
  const sides = createSideTable(figures, say, root);
  let shown = null; // the rows and the columns of the table, for its CSV

  // The places that are chosen, each once: those that there are, in the order of the fields.
  function chosen() {
    const options = choices.map((choice) => choice.selectedOptions[0]).filter((option) => option?.value);
    return [...new Map(options.map((option) => [option.value, option])).values()];
  }

  function fromAddress(search) {
    const given = new URLSearchParams(search);
    for (const choice of choices) {
      const slug = given.get(choice.name) ?? "";
      const isOffered = [...choice.options].some((option) => option.value === slug);
      choice.value = isOffered ? slug : choice.options[0].value;
    }
  }

  function toAddress() {
    const address = new URL(location.href);
    for (const choice of choices) {
      if (choice.value) address.searchParams.set(choice.name, choice.value);
      else address.searchParams.delete(choice.name);
    }
    if (address.href !== location.href) history.pushState(null, "", address);
  }

  const placeOf = ({ dataset, value, textContent }) => ({ key: dataset.key, amt: dataset.amt ?? "", name: textContent, path: `kommunen/${value}/` });

  function measures() {
    return figures.areas.masse.filter(([key]) => key === county || key === land).map(([key, name, path]) => ({ key, name, path }));
  }

  function show() {
    const places = chosen().map(placeOf);
    const isEnough = places.length > 1;
    find(".ortsvergleich-ergebnis").hidden = !isEnough;
    hint.hidden = isEnough;
    if (!isEnough) {
      status.textContent = hint.textContent;
      return;
    }
    const beside = measures();
    const rows = told.rowsOf(places, beside);
    const all = [...places, ...beside].map((place, number) => ({ ...place, place: number }));
    const columns = all.filter(({ place }) => place < places.length || rows.some((row) => typeof row.told[place].value === "number"));
    const names = places.map(({ name }) => name);
    const hasTelling = rows.some((row) => row.indikator.wichtig);
    const isTelling = (row) => row.indikator.wichtig || !hasTelling;
    shown = { rows, columns };
    showWords(names, rows.filter(isTelling));
    find(".ortsvergleich-tabelle").replaceChildren(sides.table(columns, say.caption(names, ""), byTheme(rows.filter(isTelling))));
    const others = byTheme(rows.filter((row) => !isTelling(row)));
    find(".ortsvergleich-weitere").replaceChildren(...others.map(([title, members]) => fold(title, members, names, columns)));
    find(".weitere").hidden = !others.length;
  }

  function showWords(names, rows) {
    const title = say.heading(names);
    const sentence = say.sentence(names, rows);
    find("#ortsvergleich-titel").textContent = title;
    const greatest = told.greatest(rows, names.length).map((one) => say.greatest(names, one));
    find(".ortsvergleich-worte").replaceChildren(html("p", { class: "vorspann" }, sentence),
      html("div", { class: "unterschiede" }, ...greatest.map(([head, text]) => html("p", {}, html("strong", {}, `${head}.`), ` ${text}`))));
    find(".nebeneinander-hinweis").textContent = say.explained(names[0]);
    find(".ortsvergleich-quellen").textContent = say.sources(rows);
    status.textContent = `${title}. ${sentence}`;
  }

  function byTheme(rows) {
    return figures.themes.map(([, title], theme) => [title, rows.filter((row) => row.indikator.thema === theme)]).filter(([, members]) => members.length);
  }

  // What is open stays open when other places are chosen.
  function fold(title, rows, names, columns) {
    const before = [...tool.querySelectorAll(".weitere details[open] h3")].some((one) => one.textContent.replaceAll("\u00ad", "") === title);
    const summary = html("summary", {}, html("h3", {}, title), " ", html("span", { class: "klein" }, say.more(rows.length)));
    const content = html("div", {}, sides.table(columns, say.caption(names, title), [["", rows]]));
    return html("details", { class: "klappe", ...(before ? { open: "" } : {}) }, summary, content);
  }

  function takeAlong() {
    if (download.href.startsWith("blob:")) URL.revokeObjectURL(download.href);
    const csv = sides.csv(shown.rows, shown.columns);
    download.href = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
  }

  return { fromAddress, toAddress, show, takeAlong };
}

function startOrtsvergleich() {
  const tool = document.getElementById("ortsvergleich");
  if (!tool || !window.fetch) return;

  function begin(figures) {
    const { fromAddress, toAddress, show, takeAlong } = createOrtsvergleich(tool, figures);
    fromAddress(location.search);
    tool.hidden = false;
    show();
    tool.addEventListener("change", () => {
      show();
      toAddress();
    });
    addEventListener("popstate", () => {
      fromAddress(location.search);
      show();
    });
    tool.querySelector("[download]").addEventListener("click", takeAlong);
    tool.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  }

  loadFigures(tool.dataset.figures).then(begin).catch(() => { tool.hidden = true; });
}

startOrtsvergleich();
