// What a dossier takes of a page: what its template marks by data-heft, read from the page's own HTML. A
// name is a part one may leave out; data-heft-aus says that it is left out unless somebody wants it,
// and so is what the page itself keeps folded. Nothing taken can run, and all links lead to the public site.
const LEFT_OUT = "script, style, link, meta, template, iframe, object, embed, form, button, input, select, textarea, nav, dialog, video, audio, [hidden], [popover], .downloads, .nur-schirm, .nur-druck, .nur-script, [data-heft-ohne]";
const ROWS = 60, COLUMNS = 7, SHORT = 24; // of a table; what is older stands on the page
const SHOWN = "h1, h2, h3, h4, h5, h6";

const plain = (element) => element.textContent.replace(/\u00ad/g, "").replace(/\s+/g, " ").trim();

// What is marked within something, by name, and what of it is taken unless somebody chooses.
function marksOf(root) {
  const marked = [...root.querySelectorAll("[data-heft]")].filter((one) => !one.parentElement?.closest("[data-heft]"));
  const named = marked.filter((one) => one.dataset.heft);
  const usual = named.filter((one) => !("heftAus" in one.dataset) && !one.closest("details:not([open])"));
  const [parts, usually] = [named, usual].map((ones) => [...new Set(ones.map((one) => one.dataset.heft))]);
  return { marked, parts, usual: usually };
}

// A page of ours that readers may collect, taken apart; nothing if it is none.
function readPage(text, address, base, words) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const keeper = page.querySelector(".merken");
  if (!keeper) return null;
  const canonical = page.querySelector("link[rel=canonical]").href;
  const told = [...page.querySelectorAll("[data-heft-quelle]")];
  const listed = [...page.querySelectorAll("main .quellen li:not(.nur-schirm)")];
  const time = page.querySelector(".ausklang time");
  return {
    address, page, base, canonical, marksOf, ...marksOf(page), hasState: "name" in keeper.dataset,
    title: plain(page.querySelector("h1")),
    above: [...page.querySelectorAll(".kopf .dachzeile, .kopf .vorspann")],
    sources: [...new Set((told.length ? told : listed).map(plain))],
    changed: time ? plain(time) : "",
    styles: [...page.querySelectorAll("link[rel=stylesheet]")].map((one) => new URL(one.getAttribute("href"), base + address).href),
    shortened: words.shortened,
  };
}

// The content of an entry; ids are made its own by a prefix.
function contentOf(found, chosen, prefix) {
  const parts = chosen ?? found.usual;
  const box = document.createElement("div");
  const wanted = found.marked.filter(({ dataset }) => !dataset.heft || parts.includes(dataset.heft));
  box.append(...[...found.above, ...wanted].map((one) => document.importNode(one, true)));
  clean(box, found, prefix);
  return box;
}

function clean(box, found, prefix) {
  for (const one of box.querySelectorAll("th > button")) one.replaceWith(...one.childNodes);
  for (const one of box.querySelectorAll(LEFT_OUT)) one.remove();
  for (const fold of box.querySelectorAll("details")) unfold(fold);
  for (const map of box.querySelectorAll("svg.karte")) map.setAttribute("preserveAspectRatio", "xMinYMid meet");
  for (const table of box.querySelectorAll("table")) shorten(table, found.shortened);
  lead(box, found, prefix);
  rank(box);
}

function unfold(fold) {
  const summary = fold.querySelector("summary");
  const content = [...fold.childNodes].filter((one) => one !== summary);
  const head = summary?.querySelector(SHOWN) ?? (summary && html("p", { class: "figur-titel" }, plain(summary)));
  fold.replaceWith(...[head, ...content].filter(Boolean));
}

function shorten(table, phrase) {
  const rows = [...table.querySelectorAll("tbody > tr")];
  const isPlain = !table.querySelector("[colspan], [rowspan]");
  const widest = Math.max(0, ...[...table.rows].map((row) => row.cells.length));
  const isWide = isPlain && widest > COLUMNS + 1;
  table.classList.toggle("heft-kurz", rows.length <= SHORT);
  if (rows.length <= ROWS && !isWide) return;
  for (const row of rows.slice(ROWS)) row.remove();
  if (isWide) for (const row of table.rows) [...row.cells].slice(COLUMNS + 1).forEach((cell) => cell.remove());
  const place = table.closest(".tabelle") ?? table;
  place.after(html("p", { class: "klein" }, fill(phrase, { rows: Math.min(ROWS, rows.length), columns: isWide ? COLUMNS : widest - 1 })));
}

// Addresses become whole, ids and what refers to them this entry's own.
function lead(box, { base, address, canonical }, prefix) {
  const here = base + address;
  const ids = new Set([...box.querySelectorAll("[id]")].map(({ id }) => id));
  const own = (id) => `${prefix}${id}`;
  for (const one of box.querySelectorAll("*")) {
    for (const { name, value } of [...one.attributes]) {
      if (/^on|^style$|^data-(?!ort)|^srcdoc$|^tabindex$|^contenteditable$|^aria-controls$/.test(name)) one.removeAttribute(name);
      else if (name === "id") one.id = own(value);
      else if (/^(?:for|aria-labelledby|aria-describedby|headers)$/.test(name)) {
        const known = value.split(/\s+/).filter((id) => ids.has(id)).map(own).join(" ");
        if (known) one.setAttribute(name, known);
        else one.removeAttribute(name);
      } else if (value.includes("url(#")) one.setAttribute(name, value.replace(/url\(#([^)]+)\)/g, (_, id) => `url(#${own(id)})`));
      else if (name === "href" || name === "xlink:href") setHref(one, name, value);
      else if (name === "src") one.setAttribute(name, new URL(value, here).href);
      else if (name === "srcset") one.setAttribute(name, new URL(value, here).href);
      else if (name === "loading") one.removeAttribute(name);
    }
  }

  // In a picture a reference stays, in a text it leads to the page.
  function setHref(one, name, value) {
    const isAnchor = value.startsWith("#");
    if (isAnchor && ids.has(value.slice(1))) return one.setAttribute(name, `#${own(value.slice(1))}`);
    if (one.localName === "use") return one.remove();
    const there = isAnchor ? new URL(canonical + value) : new URL(value, here);
    const isPublic = there.href.startsWith(base);
    if (!/^(?:https?|file|mailto):$/.test(there.protocol)) return one.removeAttribute(name);
    const home = canonical.slice(0, canonical.length - pathOf(address).length);
    return one.setAttribute(name, isPublic ? home + there.href.slice(base.length) : there.href);
  }
}

const pathOf = (address) => address.split("?")[0];

// Headings stand below that of the entry, none of them skips a level.
function rank(box) {
  let last = 2;
  for (const heading of box.querySelectorAll(SHOWN)) {
    const level = Math.min(6, last + 1, Math.max(3, Number(heading.localName[1]) + 1));
    const other = html(`h${level}`, {}, ...heading.childNodes);
    for (const { name, value } of heading.attributes) other.setAttribute(name, value);
    heading.replaceWith(other);
    last = level;
  }
}
