// A collection within the fragment of an address, which no server gets to see: #t=Titel&a=kommunen/elmshorn/&n=Notiz
// What others send is read with the same care as what the browser has kept.
const PLAIN = { "%2F": "/", "%3F": "?", "%3D": "=", "%3A": ":", "%20": "_" };
const SENDABLE = 2000; // characters of an address that mail programs and messengers let through

function encoded(text) {
  return encodeURIComponent(text.replaceAll("_", "\u2017")).replace(/%(?:2F|3F|3D|3A|20)/g, (one) => PLAIN[one]);
}

function decoded(text) {
  try {
    return decodeURIComponent(text.replaceAll("_", " ")).replaceAll("\u2017", "_");
  } catch {
    return "";
  }
}

function addressOf(page, { title, foreword, entries }, withTexts) {
  const pairs = [["t", title], ...(withTexts ? [["v", foreword]] : [])];
  for (const { address, note, parts } of entries) {
    pairs.push(["a", address], ...(parts ?? []).map((part) => ["p", part]), ...(parts && !parts.length ? [["p", "-"]] : []));
    if (withTexts) pairs.push(["n", note]);
  }
  return `${page}#${pairs.filter(([, text]) => text).map(([key, text]) => `${key}=${encoded(text)}`).join("&")}`;
}

// What a fragment holds, or nothing.
function sentBy(fragment, settle) {
  const found = { entries: [] };
  for (const pair of fragment.slice(1, 50_000).split("&")) {
    const at = pair.indexOf("=");
    const [key, text] = [pair.slice(0, at), decoded(pair.slice(at + 1))];
    const last = found.entries.at(-1);
    if (key === "t") found.title = text;
    if (key === "v") found.foreword = text;
    if (key === "a") found.entries.push({ address: text, title: text });
    if (key === "n" && last) last.note = text;
    if (key === "p" && last) last.parts = [...(last.parts ?? []), ...(text === "-" ? [] : [text])];
  }
  const sent = settle(found);
  return sent.entries.length ? sent : null;
}
