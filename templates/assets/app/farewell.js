// There is no app of this site any more, or never was one: what it kept goes, and so does this.
"use strict";

addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const names = `fokus:${new URL(registration.scope).pathname}:`;
  for (const name of await caches.keys().catch(() => [])) {
    if (name.startsWith(names)) await caches.delete(name);
  }
  await registration.unregister();
}
