// Keeps what was read, so that it can be read again without network, and says so where it shows it.
// What it is given is written above it by fokusbericht/exports/offline.py. Whatever fails here, be it
// for want of room or of a right to keep, only means that something is not kept.
"use strict";

const root = registration.scope;
const NAMES = `fokus:${new URL(root).pathname}:`; // others may have caches at the same host
const START = `${NAMES}anfang`, READ = `${NAMES}gelesen`, TAKEN = `${NAMES}mitgenommen`;
const TIME = "x-fokus-zeit", TITLE = "x-fokus-titel";
const PATIENCE = 4000, IMPATIENCE = 800, WEAK_FOR = 60_000; // ms
const MOST = 600, LISTED = 30;
const LASTING = /\.[0-9a-f]{10}\.\w+$/; // the name changes with the content
const UNKEPT = /\.(csv|docx|gpkg|ics|mp4|pdf|sqlite|webm|xlsx|xml|zip)$|\/sw\.js$/;
let weakUntil = 0; // as long as the network was found to be weak, it is not waited for again

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(Promise.all(given.start.map((path) => keepAnew(START, root + path))));
});

addEventListener("activate", (event) => event.waitUntil(begin()));

async function begin() {
  await attempt(() => registration.navigationPreload?.enable());
  const old = (await attempt(() => caches.keys())) ?? [];
  const ours = [START, READ, TAKEN];
  await Promise.all(old.filter((name) => name.startsWith(NAMES) && !ours.includes(name)).map((name) => caches.delete(name)));
  await clients.claim();
  await announce();
}

// What a reader has on the screen may have a new version by now.
async function announce() {
  for (const client of await clients.matchAll({ type: "window" })) {
    const key = keyOf(client.url);
    const kept = await find(key);
    if (kept) await compare(client, key, kept);
  }
}

async function compare(client, key, kept) {
  const before = await kept.text();
  const answer = await keepAnew(READ, key);
  if (answer && (await answer.text()) !== before) say(client, { text: given.words.update, action: given.words.reload });
}

addEventListener("message", (event) => {
  const wanted = (event.data?.keep ?? []).filter((address) => address.startsWith(root) && isKept(new URL(address)));
  event.waitUntil(Promise.all(wanted.map((address) => keepAnew(READ, keyOf(address), "default"))));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const isOurs = request.method === "GET" && request.url.startsWith(root);
  // Parts of films, and what a page takes along by itself, are no business of ours.
  if (!isOurs || request.headers.has("range") || request.cache === "no-store" || request.cache === "only-if-cached") return;
  event.respondWith(LASTING.test(new URL(request.url).pathname) ? lasting(event) : fresh(event));
});

async function lasting(event) {
  const { url } = event.request;
  return (await find(url)) ?? received(event, await fetch(event.request));
}

async function fresh(event) {
  const key = keyOf(event.request.url);
  const network = ask(event);
  network.catch(() => {});
  const kept = await find(key);
  if (!kept) return network.then((answer) => received(event, answer)).catch(() => missing(event.request));
  const late = Symbol();
  const wait = Date.now() < weakUntil ? IMPATIENCE : PATIENCE;
  const first = await Promise.race([network.catch(() => null), new Promise((done) => setTimeout(done, wait, late))]);
  if (first && first !== late && first.status < 500) return received(event, first);
  weakUntil = Date.now() + WEAK_FOR;
  return told(event, kept, first === late ? given.words.slow : given.words.offline);
}

async function ask(event) {
  const answer = (await event.preloadResponse) ?? (await fetch(event.request));
  if (answer.ok) weakUntil = 0;
  return answer;
}

// Hand on what came, and keep a copy.
function received(event, answer) {
  const { url } = event.request;
  if (answer.ok && answer.type === "basic" && !answer.redirected && isKept(new URL(url))) {
    event.waitUntil(keep(READ, keyOf(url), answer.clone()));
  } else if (answer.status === 404 || answer.status === 410) {
    event.waitUntil(attempt(async () => (await caches.open(READ)).delete(keyOf(url))));
  }
  return answer;
}

// A page that comes from the store says so itself; of what else does, the page is told.
async function told(event, kept, phrase) {
  const sentence = filled(phrase, kept);
  if (isHtml(kept)) {
    const text = (await kept.text()).replace(/<body[^>]*>/, (body) => `${body}\n${given.notice.replace("{text}", () => escaped(sentence))}`);
    return new Response(text, { headers: kept.headers });
  }
  const client = event.clientId && (await clients.get(event.clientId));
  if (client) say(client, { text: filled(given.words.partly, kept) });
  return kept;
}

const say = (client, said) => client.postMessage({ script: root + given.telling, ...said });

function filled(phrase, kept) {
  const time = new Date(kept.headers.get(TIME) ?? 0);
  const day = time.toLocaleDateString("de-DE", { dateStyle: "long" });
  return phrase.replace("{day}", day).replace("{time}", time.toLocaleTimeString("de-DE", { timeStyle: "short" }));
}

// A page that is not kept: what is kept is listed instead, at the same address.
async function missing(request) {
  const { pathname } = new URL(request.url);
  if (request.mode !== "navigate") return Response.error();
  const folder = `${root.replace(/\/$/, "")}${pathname.slice(new URL(root).pathname.length - 1)}/`;
  if (!pathname.endsWith("/") && (await find(folder))) return Response.redirect(folder, 302);
  const page = await find(root + given.page);
  if (!page) return Response.error();
  const { pathname: here } = new URL(root);
  const text = (await page.text()).replace(/(["' ])(?:\.\.\/){2}/g, (_, before) => before + here);
  const list = await listed();
  return new Response(text.replace(given.place, () => list), { status: 503, headers: page.headers });
}

async function listed() {
  const pages = new Map();
  for (const name of [READ, TAKEN]) {
    const cache = await attempt(() => caches.open(name));
    const keys = ((await attempt(() => cache.keys())) ?? []).filter(({ url }) => url.endsWith("/") && url !== root + given.page);
    for (const key of keys.reverse().slice(0, LISTED - pages.size)) {
      const kept = await attempt(() => cache.match(key));
      const title = decodeURIComponent(kept?.headers.get(TITLE) ?? "");
      if (title && !pages.has(key.url)) pages.set(key.url, title.replace(given.site, ""));
    }
  }
  const items = [...pages].map(([url, title]) => given.item.replace("{url}", () => escaped(url)).replace("{title}", () => escaped(title)));
  return items.length ? given.list.replace("{items}", () => items.join("")) : given.empty;
}

const escaped = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

// Pages are kept by their address alone: what is asked behind it, the scripts read themselves.
function keyOf(address) {
  const url = new URL(address);
  return url.origin + url.pathname.replace(/\/index\.html$/, "/");
}

const isHtml = (answer) => (answer.headers.get("content-type") ?? "").startsWith("text/html");
const isKept = ({ pathname }) => !UNKEPT.test(pathname);

// The younger of what was read and what was taken along.
async function find(key) {
  const found = await Promise.all([READ, TAKEN, START].map((name) => attempt(async () => (await caches.open(name)).match(key))));
  const timed = found.filter(Boolean).map((one) => [one.headers.get(TIME) ?? "", one]);
  return timed.sort(([a], [b]) => (a < b ? 1 : -1))[0]?.[1];
}

async function keepAnew(name, key, cache = "no-cache") {
  const answer = await attempt(() => fetch(key, { cache }));
  if (!answer?.ok || answer.redirected) return null;
  await keep(name, key, answer.clone());
  return answer;
}

async function keep(name, key, answer) {
  await attempt(async () => {
    const cache = await caches.open(name);
    const headers = new Headers(answer.headers);
    for (const one of ["content-encoding", "content-length"]) headers.delete(one);
    headers.set(TIME, new Date().toISOString());
    const body = isHtml(answer) ? await answer.text() : await answer.blob();
    const title = typeof body === "string" && body.match(/<title>([^<]*)<\/title>/);
    if (title) headers.set(TITLE, encodeURIComponent(plain(title[1])));
    await cache.delete(key); // so that the youngest stands last
    await cache.put(key, new Response(body, { headers }));
    const keys = name === READ ? await cache.keys() : [];
    await Promise.all(keys.slice(0, -MOST).map((one) => cache.delete(one)));
  });
}

const plain = (text) => text.replace(/&(amp|lt|gt|quot|#34|#39);/g, (_, name) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#34": '"', "#39": "'" })[name]);

async function attempt(task) {
  try {
    return await task();
  } catch {
    return undefined;
  }
}
