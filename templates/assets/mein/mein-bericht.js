// „Mein Bericht“: the collection as a list that readers order and comment, what others have sent, and
// the dossier that is made of it.
function startMeinBericht() {
  const words = document.currentScript.dataset; // fokusbericht/words/controls.py
  const find = (id) => document.getElementById(id);
  const { root, engine } = find("heft").dataset;
  const collection = createCollection(root);
  const status = find("sammlung-ansage");
  const rows = createRows(find("sammlung-liste"), find("sammlung-zeile"), collection.base, { up: (one) => move(one, -1), down: (one) => move(one, 1), remove, note, choose });
  const fields = { title: find("sammlung-titel"), foreword: find("sammlung-vorwort") };
  const page = location.href.split("#")[0];
  let mine = collection.read();
  let sent = null; // what another has sent, as long as nothing is decided about it
  let removed = null;
  let dossier = null;
  let making = 0;

  const shown = () => sent ?? mine;
  const has = (one) => one.entries.length > 0;

  function say(phrase, values = {}) {
    status.textContent = fill(phrase, values);
  }

  // --- Keeping ---

  function keep(changed) {
    mine = { ...mine, ...changed };
    find("sammlung-fehler").hidden = collection.write(mine);
  }

  function change(changed) {
    keep(changed);
    show();
  }

  const entryAt = (address) => mine.entries.findIndex((entry) => entry.address === address);
  const changedEntry = (address, changed) => mine.entries.map((entry) => (entry.address === address ? { ...entry, ...changed } : entry));

  function move(address, step) {
    const at = entryAt(address), to = at + step;
    const entries = [...mine.entries];
    if (to < 0 || to >= entries.length) return;
    [entries[at], entries[to]] = [entries[to], entries[at]];
    change({ entries });
    rows.focus(address, step < 0 ? "[data-act=up]" : "[data-act=down]");
    say(words.moved, { title: entries[to].title, place: to + 1, total: entries.length });
  }

  function remove(address) {
    const at = entryAt(address);
    removed = { entry: mine.entries[at], at };
    change({ entries: mine.entries.filter((_, index) => index !== at) });
    say(words.removed, { title: removed.entry.title });
    find("sammlung-zurueck").hidden = false;
    find("sammlung-zurueck").focus();
  }

  function restore() {
    const { entry, at } = removed;
    change({ entries: [...mine.entries.slice(0, at), entry, ...mine.entries.slice(at)] });
    find("sammlung-zurueck").hidden = true;
    say(words.restored, { title: entry.title });
    rows.focus(entry.address, "a");
  }

  function note(address, text) {
    keep({ entries: changedEntry(address, { note: text }) });
    later();
  }

  function choose(address, parts) {
    keep({ entries: changedEntry(address, { parts }) });
    later();
  }

  function clear() {
    mine = collection.settle(null);
    find("sammlung-zurueck").hidden = true;
    change(mine);
    say(words.cleared);
    find("leer-titel").focus();
  }

  // --- Showing ---

  function show() {
    const one = shown();
    find("gesendet").hidden = !sent;
    find("leer").hidden = has(mine) || Boolean(sent);
    find("sammlung").hidden = !has(mine) || Boolean(sent);
    for (const [name, field] of Object.entries(fields)) if (field.value !== mine[name]) field.value = mine[name];
    rows.show(mine.entries);
    setText(find("sammlung-zahl"), has(mine) ? fill(words.total, { count: mine.entries.length, most: MOST }) : "");
    showLink();
    if (sent) showSent();
    find("heft").hidden = !has(one);
    if (has(one)) make();
    else find("heft-inhalt").replaceChildren();
    document.documentElement.classList.toggle("mit-heft", has(one));
  }

  function showSent() {
    find("gesendet-liste").replaceChildren(...sent.entries.map(({ address, title }) => html("li", {}, html("a", { href: collection.base + address }, title))));
    setText(find("gesendet-titel"), sent.title ? fill(words.sent, { title: sent.title }) : words.sent_untitled);
    const isFirst = !has(mine);
    find("gesendet-nehmen").hidden = !isFirst;
    find("gesendet-dazu").hidden = isFirst;
    find("gesendet-statt").hidden = isFirst;
  }

  const link = () => addressOf(page, mine, find("link-texte").checked);

  function showLink() {
    const { length } = link();
    find("link-lang").hidden = length <= SENDABLE;
    setText(find("link-lang"), length <= SENDABLE ? "" : fill(words.long, { length: length.toLocaleString("de-DE") }));
  }

  // --- The dossier ---

  async function loadDossier() {
    if (!window.fokusHeft) {
      await new Promise((done, fail) => {
        const tag = Object.assign(document.createElement("script"), { src: engine, onload: done, onerror: fail });
        Object.assign(tag.dataset, words);
        document.head.append(tag);
      });
    }
    return window.fokusHeft(find("heft"));
  }

  async function save() {
    try {
      await (await dossier).save(shown());
      setText(find("heft-stand"), words.saved);
    } catch {
      setText(find("heft-stand"), words.unsaved);
    }
  }

  // Who comes last is shown; what is missing is told where it is listed.
  async function make() {
    const turn = ++making, one = shown();
    setText(find("heft-stand"), words.making);
    try {
      dossier ??= loadDossier();
      const maker = await dossier;
      const pages = await maker.load(one.entries.map(({ address }) => address));
      if (turn !== making) return;
      name(one, pages);
      await maker.show(one, pages);
      setText(find("heft-stand"), pages.every(({ inFolder }) => inFolder) ? words.folder : "");
      find("heft").classList.add("bereit");
    } catch {
      dossier = null;
      setText(find("heft-stand"), words.failed);
    }
  }

  // Pages say themselves what they are called; a link that was sent may say anything.
  function name(one, pages) {
    one.entries.forEach((entry, index) => {
      if (pages[index].title) entry.title = pages[index].title;
    });
    if (sent) return showSent();
    rows.show(mine.entries);
    mine.entries.forEach((entry, index) => rows.tell(entry, pages[index]));
  }

  let waiting = 0;
  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(() => { showLink(); make(); }, 400);
  }

  // --- What was sent ---

  function decide(entries, others = {}) {
    history.replaceState(null, "", page);
    sent = null;
    change({ ...others, entries: collection.settle(entries).entries });
    say(words.taken, { count: mine.entries.length });
    find("sammlung-kopf").focus();
  }

  const acts = {
    "gesendet-nehmen": () => decide(sent.entries, { title: sent.title, foreword: sent.foreword }),
    "gesendet-statt": () => decide(sent.entries, { title: sent.title, foreword: sent.foreword }),
    "gesendet-dazu": () => {
      const known = new Set(mine.entries.map(({ address }) => address));
      decide([...mine.entries, ...sent.entries.filter(({ address }) => !known.has(address))]);
    },
    "gesendet-nicht": () => {
      history.replaceState(null, "", page);
      sent = null;
      show();
      find(has(mine) ? "sammlung-kopf" : "leer-titel").focus();
    },
    "sammlung-zurueck": restore,
    "heft-drucken": () => print(),
    "heft-speichern": save,
    "sammlung-leeren": () => {
      find("sammlung-frage").showModal();
      find("sammlung-nein").focus();
    },
    "sammlung-ja": () => {
      find("sammlung-frage").close();
      clear();
    },
    "sammlung-nein": () => find("sammlung-frage").close(),
    "link-kopieren": copyLink,
  };

  async function copyLink() {
    const text = find("link-text");
    text.value = link();
    text.hidden = false;
    try {
      await navigator.clipboard.writeText(text.value);
      say(words.copied);
    } catch {
      text.focus();
      text.select();
      say(words.marked);
    }
  }

  function hear() {
    sent = sentBy(location.hash, collection.settle);
    show();
    if (sent) find("gesendet-kopf").focus();
  }

  for (const [id, act] of Object.entries(acts)) find(id).addEventListener("click", act);
  for (const [key, field] of Object.entries(fields)) {
    field.maxLength = LENGTHS[key];
    field.addEventListener("input", () => {
      keep({ [key]: field.value });
      later();
    });
  }
  find("link-texte").addEventListener("change", showLink);
  collection.onChange(() => {
    mine = collection.read();
    show();
  });
  addEventListener("hashchange", () => location.hash && hear());
  find("sammlung-fehler").hidden = collection.write(mine);
  hear();
}

startMeinBericht();
