// What a reader has collected: pages by their addresses, in order. It is kept in this browser alone, and
// read with care, as it may be old, spoilt, or sent by anybody.
const MOST = 60;
const LENGTHS = { title: 200, note: 2000, foreword: 4000 };

function createCollection(root) {
  const base = new URL(root, location.href).href;
  const KEY = `fokus:${new URL(base).pathname}:bericht`;
  const OURS = /^(?:[\w-]+\/)+(?:\?[\w=&%.,~+-]*)?$/; // nothing but a page below the root, and its state

  const short = (text, length) => (typeof text === "string" ? text.slice(0, length) : "");

  function entryOf(one) {
    const { address, title, note, parts } = typeof one === "string" ? { address: one } : one ?? {};
    if (typeof address !== "string" || address.length > 400 || !OURS.test(address)) return [];
    const names = Array.isArray(parts) ? parts.slice(0, 20).map((part) => short(part, 80)).filter(Boolean) : null;
    return [{ address, title: short(title, LENGTHS.title), note: short(note, LENGTHS.note), parts: names }];
  }

  // A list of addresses is a collection, too. Each page is in it once.
  function settle(found) {
    const list = Array.isArray(found) ? found : found?.entries;
    const entries = (Array.isArray(list) ? list.slice(0, 1000) : []).flatMap(entryOf);
    const each = [...new Map(entries.reverse().map((entry) => [entry.address, entry])).values()].reverse();
    return { title: short(found?.title, LENGTHS.title), foreword: short(found?.foreword, LENGTHS.foreword), entries: each.slice(0, MOST) };
  }

  function read() {
    try {
      return settle(JSON.parse(localStorage.getItem(KEY)));
    } catch {
      return settle(null);
    }
  }

  // Says whether the browser keeps it.
  function write(collected) {
    try {
      const { title, foreword, entries } = collected;
      if (title || foreword || entries.length) localStorage.setItem(KEY, JSON.stringify({ version: 1, ...collected }));
      else localStorage.removeItem(KEY);
      return true;
    } catch {
      return false;
    }
  }

  const onChange = (told) => addEventListener("storage", ({ key }) => (key === KEY || key === null) && told());

  return { base, settle, read, write, onChange };
}
