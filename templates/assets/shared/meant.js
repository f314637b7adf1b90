// Which things of one kind the search of the whole site means by some words: also those that are called
// otherwise. Nothing while the engine is not there, so that a list finds at least what it says itself.
function createMeaning(field, kind, onReady) {
  let engine = null;
  let isAsked = false;

  function load() {
    if (isAsked) return;
    isAsked = true;
    window.fokusSuchwerk?.().then((loaded) => {
      engine = loaded;
      if (field.value.trim()) onReady();
    }, () => {});
  }

  // The names of the things, as their addresses end: "handlungsempfehlungen/2022-03/".
  async function find(text) {
    if (!engine || !text) return new Set();
    const { hits } = await engine.ask(text, { limit: Infinity, kinds: [kind], isList: true });
    return new Set(hits.map(({ href }) => href.split("/")[1]));
  }

  field.addEventListener("focus", load);
  return { load, find };
}
