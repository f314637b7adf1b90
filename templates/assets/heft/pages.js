// The pages of a dossier, each loaded once, a few at a time.
const AT_ONCE = 4;

function createPages(base, words, states) {
  const known = new Map();

  async function loadOne(address) {
    if (location.protocol === "file:") return { address, isMissing: true, inFolder: true, told: words.unread };
    let answer;
    try {
      answer = await fetch(base + address);
      if (answer.status >= 500) throw new Error(answer.statusText);
    } catch {
      return { address, isMissing: true, told: words.offline };
    }
    const isThere = answer.ok && !answer.redirected;
    const found = isThere && readPage(await answer.text(), address, base, words);
    if (!found) return { address, isMissing: true, isGone: true, told: words.gone };
    return found.hasState ? states(found) : found;
  }

  // What could not be loaded is asked again the next time.
  async function load(addresses) {
    const queue = addresses.filter((one) => !known.has(one)).values();
    async function work() {
      for (const address of queue) {
        const found = await loadOne(address);
        if (!found.isMissing || found.isGone) known.set(address, found);
        else loose.set(address, found);
      }
    }
    const loose = new Map();
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return addresses.map((one) => known.get(one) ?? loose.get(one));
  }

  return { load };
}
