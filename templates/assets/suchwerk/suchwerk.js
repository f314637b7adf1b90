// The search: `load` reads its directory, `ask` answers a question. It knows nothing of the page it stands on.
function createEngine(directory, found, loadFigures) {
  const { dokumente: documents, arten: kinds, wo: wheres } = directory;
  const index = createIndex(found, directory.verzeichnis, { fields: directory.verzeichnis.felder, tokenize: (text) => [text], processTerm: (term) => term });
  const reading = createReading(directory, found);
  const hits = createHits(directory, index);
  const facets = createFacets(directory);
  const answers = createAnswers(directory, reading.places, hits, loadFigures);
  nameDocuments();

  // Which profile belongs to a place.
  function nameDocuments() {
    documents.ort.forEach((keys, document) => {
      const place = ["kommune", "raum"].includes(kinds[documents.art[document]][0]) && reading.places.byKey.get(keys[0]);
      if (place) place.document = document;
    });
  }

  const hitOf = ({ id }) => ({
    href: documents.adresse[id] || "", // of the start page nothing is left
    title: documents.titel[id],
    kind: kinds[documents.art[id]][0],
    kindName: kinds[documents.art[id]][1],
    summary: documents.kurz[id] || "",
    where: wheres[documents.wo[id]],
  });

  // Matched words as they stand in what is shown.
  function marked(shown, found) {
    const matched = new Set(found.flatMap(({ match }) => Object.keys(match)));
    const texts = shown.flatMap(({ title, summary }) => (`${title} ${summary}`).match(/[\p{L}\p{N}]+/gu) ?? []);
    return [...new Set(texts.map((word) => word.toLowerCase()))].filter((word) => matched.has(termOf(word)));
  }

  const everything = () => documents.titel.map((_, id) => ({ id, match: {} }));

  // A list that is filtered (`isList`) wants no entry that has but some of the words.
  async function ask(text, { limit = 8, chosen = {}, kinds: wanted = [], isList = false } = {}) {
    const isChosen = Object.values(chosen).some((values) => values.length);
    const question = reading.read(text);
    const isEmpty = !question.parts.length;
    const isWanted = ({ id }) => wanted.includes(kinds[documents.art[id]][0]);
    const all = isEmpty ? (isChosen ? everything() : []) : isList ? hits.filter(question, isWanted) : hits.find(question);
    const found = wanted.length ? all.filter(isWanted) : all;
    const left = facets.filtered(found, chosen);
    const shown = left.slice(0, limit).map(hitOf);
    return {
      text,
      answers: isEmpty || isChosen || wanted.length ? [] : await answers.find(question, all),
      hits: shown,
      terms: marked(shown, left.slice(0, limit)),
      total: left.length,
      counts: facets.counts(found, chosen),
      instead: question.instead,
      nearest: all.length || isEmpty ? [] : [...new Set(reading.near(text))].slice(0, 5),
    };
  }

  return { ask };
}

let loading = null, engine = null;

function load(root) {
  loading ??= begin(root).catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function begin(root) {
  const directory = await loadData(root, "verzeichnis.js", "fokusVerzeichnis");
  const { verzeichnis } = directory, found = new Map();
  const fields = verzeichnis.felder.map((_, field) => field);
  let unpacked = null;
  const figures = async () => (unpacked ??= figuresOf(await loadData(root, "zahlen.js", "fokusZahlen")));
  const start = () => {
    engine = createEngine(directory, found, figures);
  };
  unpackInto(found, verzeichnis, verzeichnis.teile ? fields.slice(0, -1) : fields);
  start();
  // Titles and summaries find most; whole texts come later.
  if (verzeichnis.teile) loadTexts(root, verzeichnis, found).then(start, () => {});
}

async function loadTexts(root, { teile: count, felder: fields }, found) {
  const numbers = Array.from({ length: count }, (_, number) => number + 1);
  const texts = await Promise.all(numbers.map((number) => loadData(root, `texte-${number}.js`, `fokusTexte${number}`)));
  for (const one of texts) unpackInto(found, one, [fields.length - 1]);
}

globalThis.fokusSuche = {
  load,
  ask: async (text, options) => engine.ask(text, options),
};
