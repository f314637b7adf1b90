// Takes along what readers want to have without network: all, or what is telling and their place.
// What there is to take says /app/dateien.json (fokusbericht/exports/offline.py); what is here already
// stands in a note beside the files, so that it can go on where it stopped, and loads only what changed.
function startMitnehmen() {
  const words = document.currentScript.dataset; // fokusbericht/words/controls.py
  const find = (id) => document.getElementById(id);
  const form = find("mitnehmen-wahl");
  if (form && location.protocol === "file:") find("mitnehmen-ohne").textContent = words.folder;
  if (!form || location.protocol === "file:" || !navigator.serviceWorker || !window.caches) return;
  const root = new URL(form.dataset.root, location.href).href;
  const path = new URL(root).pathname;
  const NAMES = `fokus:${path}:`;
  const TAKEN = `${NAMES}mitgenommen`, READ = `${NAMES}gelesen`; // as sw.js names them
  const NOTE = `${root}app/mitgenommen`;
  const SWITCH = `${NAMES}app`; // as app.js reads it
  const AT_ONCE = 6, SAVE_EACH = 60, MEGABYTE = 1e6;
  const submit = form.querySelector("[type=submit]");
  let list = null;
  let note = { was: "", ort: "", fassung: "", zeit: "", dateien: {} };
  let running = null;

  const number = new Intl.NumberFormat("de-DE");
  const megabytes = (bytes) => (Math.max(bytes, 1e5) / MEGABYTE).toLocaleString("de-DE", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const sum = (rows, column) => rows.reduce((total, row) => total + row[column], 0);
  const say = (phrase, values = {}) => { find("meldung").textContent = fill(phrase, values); };
  const choice = () => ({ was: form.elements.was.value, ort: form.elements.ort.value });

  // The files of a choice: pages, and what each of them shows.
  function wanted({ was, ort }) {
    if (was !== "ort") return list.dateien;
    const place = list.orte.find(([name]) => name === ort);
    const pages = [...list.wichtig, ...(place ? [place[1]] : [])];
    const numbers = new Set(pages.flatMap((page) => [page, ...(list.dateien[page][4] ?? [])]));
    list.dateien.forEach(([address], index) => /^(suche\/|app\/|app\.)/.test(address) && numbers.add(index));
    return [...numbers].sort((a, b) => a - b).map((index) => list.dateien[index]);
  }

  const isHere = ([address, , , print]) => note.dateien[address] === print;

  async function readNote() {
    const kept = await (await caches.open(TAKEN)).match(NOTE);
    if (kept) note = await kept.json();
  }

  const saveNote = async () => (await caches.open(TAKEN)).put(NOTE, new Response(JSON.stringify(note), { headers: { "content-type": "application/json" } }));

  // What is asked without cache, sw.js neither answers nor keeps.
  async function readList(cache = "no-cache") {
    const answer = await fetch(form.dataset.list, { cache });
    if (!answer.ok) throw new Error(answer.statusText);
    list = await answer.json();
  }

  function showSizes() {
    for (const was of ["alles", "ort"]) {
      const files = wanted({ ...choice(), was });
      find(`groesse-${was}`).textContent = fill(words.size, { load: megabytes(sum(files, 2)), all: megabytes(sum(files, 1)) });
    }
    const mine = choice();
    const isSame = note.was === mine.was && (mine.was === "alles" || note.ort === mine.ort);
    const files = wanted(mine), missing = files.filter((file) => !isHere(file));
    submit.disabled = false;
    submit.textContent = !isSame || !note.was ? words.take : note.fassung ? words.renew : words.resume;
    submit.hidden = isSame && Boolean(note.was) && !missing.length;
  }

  async function showStock() {
    find("aufgehoben").hidden = false;
    const isOff = stored() === "aus";
    const here = Object.keys(note.dateien).length;
    const read = (await (await caches.open(READ)).keys()).length;
    const lines = [isOff ? words.off : taken(here)];
    if (read && !isOff) lines.push(fill(words.read, { total: number.format(read) }));
    find("bestand").textContent = lines.join(" ");
    find("loeschen").hidden = !here;
    find("leeren").hidden = isOff;
    find("aufheben").hidden = !isOff;
  }

  function taken(here) {
    if (!here) return words.nothing;
    const day = note.zeit && new Date(note.zeit).toLocaleDateString("de-DE", { dateStyle: "long" });
    if (!list) return fill(words.unknown, { day, total: number.format(here) });
    const files = wanted(note), missing = files.filter((file) => !isHere(file));
    const total = number.format(files.length);
    if (!note.fassung) return fill(words.incomplete, { done: number.format(files.length - missing.length), total });
    if (!missing.length) return fill(words.current, { day, total, all: megabytes(sum(files, 1)) });
    return fill(words.changed, { day, total: number.format(missing.length), load: megabytes(sum(missing, 2)) });
  }

  function stored() {
    try {
      return localStorage.getItem(SWITCH);
    } catch {
      return null;
    }
  }

  function store(value) {
    try {
      if (value) localStorage.setItem(SWITCH, value);
      else localStorage.removeItem(SWITCH);
    } catch {
      // Then the browser asks again next time.
    }
  }

  async function take() {
    running = new AbortController();
    const { signal } = running;
    find("anhalten").hidden = false;
    submit.hidden = true;
    try {
      store("");
      await navigator.serviceWorker.register(`${root}sw.js`, { scope: root, updateViaCache: "none" });
      await readList("no-store");
      const files = wanted(choice()), missing = files.filter((file) => !isHere(file));
      navigator.storage?.persist?.().catch(() => {});
      await refuseIfFull(sum(missing, 1));
      note = { ...note, ...choice(), fassung: "", zeit: new Date().toISOString() };
      say(words.begun, { total: number.format(missing.length) });
      await load(missing, signal);
      await forget(new Set(files.map(([address]) => address)));
      note.fassung = list.fassung;
      await saveNote();
      say(words.ready, { total: number.format(files.length) });
    } catch (error) {
      await saveNote().catch(() => {});
      say(signal.aborted ? words.stopped : error.name === "QuotaExceededError" ? words.full : error instanceof TypeError || error.name === "OutdatedError" ? words.broken : words.forbidden);
    }
    running = null;
    find("anhalten").hidden = true;
    find("lauf").hidden = true;
    if (list) showSizes();
    await showStock().catch(() => {});
    if (document.activeElement === document.body) (submit.hidden ? find("loeschen") : submit).focus();
  }

  async function refuseIfFull(bytes) {
    const { quota = Infinity, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
    if (bytes > quota - usage) throw new DOMException("", "QuotaExceededError");
  }

  async function load(files, signal) {
    const cache = await caches.open(TAKEN);
    const all = sum(files, 2);
    let done = 0, loaded = 0, told = 0, isOver = false;
    const queue = files.values();
    find("lauf").hidden = false;

    function show() {
      find("fortschritt").value = all ? loaded / all : 1;
      find("fortschritt-text").textContent = fill(words.progress, { done: number.format(done), total: number.format(files.length), load: megabytes(loaded), all: megabytes(all) });
      const quarter = all ? Math.floor((4 * loaded) / all) : 4;
      if (quarter > told && quarter < 4) say(words.part, { percent: 25 * quarter });
      told = Math.max(told, quarter);
    }

    async function work() {
      for (const file of queue) {
        if (isOver || signal.aborted) throw new DOMException("", "AbortError");
        await loadOne(cache, file, signal);
        note.dateien[file[0]] = file[3];
        done += 1;
        loaded += file[2];
        show();
        if (done % SAVE_EACH === 0) await saveNote();
      }
    }

    show();
    const works = Array.from({ length: AT_ONCE }, work);
    try {
      await Promise.all(works);
    } catch (error) {
      isOver = true; // the others end with the file they have
      await Promise.allSettled(works);
      throw error;
    }
  }

  async function loadOne(cache, [address, , , print], signal) {
    const answer = await fetch(root + address, { cache: "no-store", signal });
    if (!answer.ok) throw new TypeError(address);
    const body = await answer.arrayBuffer();
    if ((await printOf(body)) !== print) throw new DOMException(address, "OutdatedError"); // changed meanwhile
    const headers = new Headers(answer.headers);
    for (const one of ["content-encoding", "content-length"]) headers.delete(one);
    headers.set("x-fokus-zeit", new Date().toISOString());
    if (address.endsWith("/") || address === "") headers.set("x-fokus-titel", encodeURIComponent(titleOf(body)));
    await cache.put(root + address, new Response(body, { headers }));
  }

  async function printOf(body) {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
    return Array.from(bytes.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  const titleOf = (body) => new DOMParser().parseFromString(new TextDecoder().decode(body), "text/html").title;

  // What is no longer wanted, or no longer there.
  async function forget(addresses) {
    const cache = await caches.open(TAKEN);
    for (const address of Object.keys(note.dateien)) {
      if (addresses.has(address)) continue;
      await cache.delete(root + address);
      delete note.dateien[address];
    }
  }

  async function drop(names, phrase) {
    running?.abort();
    for (const name of names) await caches.delete(name);
    note = { was: "", ort: "", fassung: "", zeit: "", dateien: {} };
    find("loeschen-meldung").textContent = phrase;
    if (list) showSizes();
    await showStock();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!running) take();
  });
  form.addEventListener("change", () => list && !running && showSizes());
  form.elements.ort.addEventListener("change", () => { form.elements.was.value = "ort"; });
  find("anhalten").addEventListener("click", () => running?.abort());
  find("loeschen").addEventListener("click", () => drop([TAKEN], words.removed));
  find("leeren").addEventListener("click", async () => {
    store("aus");
    const registration = await navigator.serviceWorker.getRegistration(root);
    await registration?.unregister();
    const ours = (await caches.keys()).filter((name) => name.startsWith(NAMES));
    await drop(ours, words.emptied);
    find("aufheben").focus();
  });
  find("aufheben").addEventListener("click", async () => {
    store("");
    await navigator.serviceWorker.register(`${root}sw.js`, { scope: root, updateViaCache: "none" });
    find("loeschen-meldung").textContent = words.kept;
    await showStock();
    find("leeren").focus();
  });

  async function begin() {
    try {
      await readNote();
    } catch {
      find("mitnehmen-ohne").textContent = words.forbidden;
      return;
    }
    if (note.was) {
      form.elements.was.value = note.was;
      form.elements.ort.value = note.ort;
    }
    await readList().catch(() => {}); // without network there is nothing to load
    form.hidden = false;
    find("mitnehmen-ohne").hidden = true;
    submit.disabled = !list;
    if (list) showSizes();
    await showStock();
  }

  begin();
}

startMitnehmen();
