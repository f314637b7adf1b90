// The dossier: cover, contents, entries in their order each with its source, and all sources at the end.
const words = document.currentScript.dataset; // fokusbericht/words/controls.py

const STATES = ["kreiskarte", "vergleich", "ortsvergleich"]; // by the id of what holds them

window.fokusHeft = (section) => {
  const { root, home, site, notice, licence, stand } = section.dataset;
  const base = new URL(root, location.href).href;
  const content = section.querySelector("#heft-inhalt");
  const pages = createPages(base, words, stateOf);
  const own = [...document.querySelectorAll("link[rel=stylesheet]")].map(({ href }) => href);
  const styles = new Map(); // those of the pages, by address, held within the entries
  const stage = section.appendChild(html("div", { class: "heft-buehne", inert: "" }));
  const publicOf = (address) => home + address;
  const titleOf = ({ title }) => title || words.untitled;
  const linkTo = (address) => html("a", { href: publicOf(address) }, publicOf(address));

  // What is chosen on a page its own script knows: one of its kind comes when it is needed. They take turns.
  let turn = Promise.resolve();
  function stateOf(found) {
    const kind = STATES.find((id) => found.page.getElementById(id));
    const made = turn.then(async () => {
      if (!window.fokusHeftStand?.[kind]) await load(section.dataset[kind]);
      return window.fokusHeftStand[kind](found, stage);
    });
    turn = made.catch(() => {});
    return made.catch(() => ({ ...found, isMissing: true, told: words.state_failed }));
  }

  const load = (src) => new Promise((done, fail) => document.head.append(Object.assign(document.createElement("script"), { src, onload: done, onerror: fail })));

  function cover(one) {
    const day = new Date().toLocaleDateString("de-DE", { dateStyle: "long" });
    const paragraphs = one.foreword.split(/\n+/).filter((text) => text.trim()).map((text) => html("p", {}, text));
    return html("header", { class: "heft-titel" },
      html("p", { class: "heft-titelzeile", id: "heft-name" }, titleOf(one)),
      ...(paragraphs.length ? [html("section", { class: "heft-vorwort", "aria-label": words.foreword }, ...paragraphs)] : []),
      html("p", {}, fill(words.made, { day, site, stand })),
      ...(notice ? [html("p", { class: "heft-hinweis" }, notice)] : []),
      html("p", { class: "klein" }, words.own));
  }

  function contents({ entries }) {
    const items = entries.map(({ title }, index) => html("li", {}, html("a", { href: `#heft-${index + 1}` }, title)));
    return html("section", { class: "heft-verzeichnis", "aria-labelledby": "heft-verzeichnis" }, html("h2", { id: "heft-verzeichnis" }, words.contents), html("ol", {}, ...items));
  }

  function entryOf({ address, title, note, parts }, found, index) {
    const number = index + 1;
    const told = found.isMissing ? html("p", {}, found.told) : contentOf(found, parts, `h${number}-`);
    return html("section", { class: "heft-eintrag", "aria-labelledby": `heft-${number}` },
      html("h2", { id: `heft-${number}` }, html("span", { class: "heft-nummer" }, `${number} `), title),
      ...(note ? [html("aside", { class: "heft-notiz", "aria-label": words.note }, html("p", { class: "heft-notiz-art" }, words.note), ...note.split(/\n+/).map((text) => html("p", {}, text)))] : []),
      told,
      html("p", { class: "heft-herkunft" }, ...(found.sources?.length === 1 ? [`${words.source}: ${found.sources[0]} `] : []), ...(found.sources?.[0]?.includes(publicOf(address)) ? [] : [words.from, " ", linkTo(address)]), found.changed ? ` ${fill(words.changed, { day: found.changed })}` : ""));
  }

  function sources({ entries }, found) {
    const items = entries.map(({ address, title }, index) => html("li", {},
      html("p", {}, html("strong", {}, title), " ", linkTo(address), found[index].changed ? ` ${fill(words.changed, { day: found[index].changed })}` : ""),
      ...(found[index].sources?.length ? [html("ul", {}, ...found[index].sources.map((text) => html("li", {}, text)))] : [])));
    return html("section", { class: "heft-quellen", "aria-labelledby": "heft-quellen" },
      html("h2", { id: "heft-quellen" }, words.sources), html("ol", {}, ...items),
      html("p", { class: "klein" }, `${words.licence}: ${licence}`));
  }

  // The styles of the pages come with what is taken of them, and lay out nothing else.
  async function loadStyles(found) {
    const wanted = new Set(found.flatMap((page) => page.styles ?? []));
    for (const href of [...own, ...styles.keys()]) wanted.delete(href);
    await Promise.all([...wanted].map(async (href) => {
      const sheet = new CSSStyleSheet();
      styles.set(href, `@scope (.heft-eintrag) {\n${await textOf(href)}\n}`);
      sheet.replaceSync(styles.get(href));
      document.adoptedStyleSheets.push(sheet);
    }));
  }

  async function show(one, found) {
    await loadStyles(found);
    content.replaceChildren(cover(one), contents(one), ...one.entries.map((entry, index) => entryOf(entry, found[index], index)), sources(one, found));
  }

  async function save(one) {
    const copy = content.cloneNode(true);
    const title = copy.querySelector("#heft-name");
    title.replaceWith(html("h1", { class: title.className }, ...title.childNodes));
    const texts = [...(await Promise.all(own.map(textOf))), ...styles.values()];
    download(await wholeOf(copy, `${titleOf(one)} – ${site}`, texts), words.file);
  }

  return { load: pages.load, show, save };
};
