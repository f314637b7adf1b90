// Documents that answer a question, the best first: all words of it, or else some.
function createHits(directory, index) {
  const { dokumente: documents } = directory;
  const boost = { titel: 8, namen: 6, teile: 3, kurz: 3, text: 1 };
  const SHORT = ["titel", "namen", "teile", "kurz"];
  const weights = { prefix: 0.25, fuzzy: 0 }; // typos are set right before
  const glossary = directory.arten.findIndex(([kind]) => kind === "begriff");
  const names = namesOfDocuments();

  // By the whole of a title or name; the same may be that of several.
  function namesOfDocuments() {
    const found = new Map();
    const add = (text, document) => {
      const tokens = rawWords(text).map(fold).join(" ");
      found.set(tokens, [...(found.get(tokens) ?? []), document]);
    };
    documents.titel.forEach(add);
    documents.namen.forEach((list, document) => (list || []).forEach((name) => add(name, document)));
    return found;
  }

  // Keys are asked for as they are: 2025-03, the number of a paper, an official key.
  const bare = (key) => key.toLowerCase().replace(/[^0-9a-z]/g, "");
  const keys = new Map();
  documents.schluessel.forEach((list, document) => (list || []).forEach((key) => keys.set(bare(key), [...(keys.get(bare(key)) ?? []), document])));
  const byKey = (text) => text.split(/[\s,;]+/).flatMap((word) => (/\d{4}/.test(word) ? keys.get(bare(word)) ?? [] : [])).concat(keys.get(bare(text)) ?? []);

  // What finds a part of a question: as it was typed, what means the same, what it is made of.
  function queryOf({ typed, same, pieces }) {
    const all = (terms, weight) => ({ queries: terms, combineWith: "AND", prefix: weight === 1 ? isBeginning : false, boostTerm: () => weight });
    return {
      combineWith: "OR",
      queries: [all(typed, 1), ...same.map((terms) => all(terms, 0.8)), ...(pieces.length ? [all(pieces, 0.6)] : [])],
    };
  }
  const isBeginning = (term) => term.length > 2 && !term.startsWith("#");

  function search(parts, combineWith, filter) {
    return index.search({ queries: parts.map(queryOf), combineWith }, { boost, weights, filter, boostDocument: (document) => documents.gewicht[document] / 100 });
  }

  // Whoever writes the whole name of a thing means it; of a term only who asks what it means.
  function ranked(question, found) {
    const named = new Set(names.get(question.whole) ?? []);
    const factorOf = ({ id }) => {
      if (documents.art[id] === glossary) return question.asksMeaning ? 8 : 1;
      return named.has(id) ? 3 : 1;
    };
    const scored = found.map((hit) => ({ ...hit, score: hit.score * factorOf(hit) }));
    return scored.sort((one, other) => other.score - one.score || one.id - other.id);
  }

  // What is asked of a place: the subject first, what also names the place before all else; then the place itself.
  function ofPlaces(question, profiles) {
    if (!question.places.length || !question.figure.length) return [];
    const both = new Set(search(question.parts, "AND").map(({ id }) => id));
    const found = ranked(question, search(question.figure, "AND").map((hit) => ({ ...hit, score: hit.score * (both.has(hit.id) ? 1.6 : 1) })));
    return found.length ? [found[0], ...profiles, ...found.slice(1)] : [];
  }

  // Those that have all words first; where they are few, those that have some follow.
  function find(question) {
    const keyed = byKey(question.text).map((id) => ({ id, match: {} }));
    const profiles = question.places.filter(({ document }) => document !== undefined).map(({ document }) => ({ id: document, match: {} }));
    const subject = ofPlaces(question, profiles);
    const whole = subject.length ? subject : [...profiles.filter(() => !question.figure.length), ...ranked(question, search(question.parts, "AND"))];
    const isFew = whole.length < 3 && question.parts.length > 1 && !keyed.length;
    const some = isFew ? ranked(question, search(question.parts, "OR")) : [];
    const found = new Map();
    for (const hit of [...keyed, ...whole, ...some]) if (!found.has(hit.id)) found.set(hit.id, hit);
    return [...found.values()];
  }

  // What has all words or others that mean the same: in its title, names or summary, else in its text.
  function filter({ parts }, isWanted) {
    const whole = parts.map((part) => queryOf({ ...part, pieces: [] }));
    const found = (options) => index.search({ queries: whole, combineWith: "AND" }, { filter: isWanted, ...options });
    const short = found({ fields: SHORT });
    return short.length ? short : found({});
  }

  const isNamed = (document, tokens) => names.get(tokens.map(fold).join(" "))?.includes(document) ?? false;

  return { find, filter, search, isNamed };
}
