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
  const bare = (key) => key.toLowerCase().replace(/^(\d{4}-)(\d)$/, "$10$2").replace(/[^0-9a-z]/g, "");
  const keys = new Map();
  documents.schluessel.forEach((list, document) => (list || []).forEach((key) => keys.set(bare(key), [...(keys.get(bare(key)) ?? []), document])));
  const byKey = (text) => text.split(/[\s,;]+/).flatMap((word) => (/\d{4}/.test(word) ? keys.get(bare(word)) ?? [] : [])).concat(keys.get(bare(text)) ?? []);

  // What finds a part of a question: as it was typed, what means the same, what it is made of.
  function queryOf({ typed, same, pieces, isPrefix }, weight = 1) {
    const all = (terms, its) => ({ queries: terms, combineWith: "AND", prefix: its === 1 && isPrefix, boostTerm: () => its * weight });
    const made = pieces.length ? [{ queries: pieces.map((piece) => queryOf(piece, 0.6)), combineWith: "AND" }] : [];
    return { combineWith: "OR", queries: [all(typed, 1), ...same.map((terms) => all(terms, weightOf(terms))), ...made] };
  }

  // Where a group of words leads first weighs more than where it leads next.
  const weightOf = ([term]) => (term.startsWith("#") ? 2.4 / (1 + Number(term.split(".")[1]) / 2.5) : 0.5);

  function search(parts, combineWith, filter) {
    return index.search({ queries: parts.map((part) => queryOf(part)), combineWith }, { boost, weights, filter, boostDocument: (document, term) => (term.startsWith("#") ? 1 : documents.gewicht[document] / 100) });
  }

  const isOfYear = (document, years) => years.some((year) => (documents.jahr[document] || []).includes(String(year)));

  // Whoever writes the whole name of a thing means it; of a term only who asks what it means.
  function ranked(question, found) {
    const named = new Set(names.get(question.whole) ?? []);
    const factorOf = ({ id }) => {
      if (documents.art[id] === glossary) return question.asksMeaning ? 8 : 1;
      return (named.has(id) ? 3 : 1) * (isOfYear(id, question.years) ? 1.6 : 1) * (question.namingPlace?.has(id) ? 1.6 : 1);
    };
    const scored = found.map((hit) => ({ ...hit, score: hit.score * factorOf(hit) }));
    return scored.sort((one, other) => other.score - one.score || one.id - other.id);
  }

  const isYearOfTitle = (match) => Object.keys(match).some((term) => /^\d{4}$/.test(term) && match[term].includes("titel"));

  const telling = (parts, isTelling) => (parts.some(isTelling) ? parts.filter(isTelling) : parts);

  // All words that say something; those that also have the others first. Where few have them, what has some follows.
  function searched(parts) {
    const known = parts.filter(({ isFound }) => isFound);
    const needed = telling(telling(known, ({ isYear }) => !isYear), ({ isSoft }) => !isSoft);
    const pieces = needed.flatMap((part) => (part.pieces.length ? part.pieces : [part]));
    const both = new Map(known.length > needed.length ? search(known, "AND").map(({ id, match }) => [id, match]) : []);
    const factorOf = (match) => (match ? (isYearOfTitle(match) ? 3 : 1.6) : 1);
    const found = search(needed, "AND").map((hit) => ({ ...hit, score: hit.score * factorOf(both.get(hit.id)) }));
    return { found, needed, pieces };
  }

  // In more than its text.
  const isSolid = ({ match }) => Object.values(match).some((fields) => fields.some((field) => field !== "text"));

  function some(question, parts) {
    const { found, needed, pieces } = searched(parts);
    const whole = ranked(question, found);
    const isMade = pieces.length > needed.length || needed.some((part) => part.pieces.length);
    const solid = isMade ? whole.filter(isSolid) : whole;
    if (solid.length >= 3 || (pieces.length < 2 && !isMade)) return whole;
    const closer = isMade ? ranked(question, search(pieces, "AND")).filter(isSolid) : [];
    const [first, ...loose] = ranked(question, search(pieces, "OR"));
    if (!first) return [...whole, ...closer];
    const bestOf = (piece) => ranked(question, search([piece], "AND")).slice(0, 1);
    const others = pieces.flatMap(bestOf).filter(({ id }) => id !== first.id);
    return [...solid, ...closer, first, ...others, ...whole, ...loose.filter(({ score }) => score > first.score * 0.1)];
  }

  // What is asked of a place: the subject first, what also names the place before all else; then the place itself.
  function ofPlaces(question, profiles) {
    if (!question.places.length || !question.figure.length) return [];
    const namingPlace = new Set(search(question.parts, "AND").map(({ id }) => id));
    const found = some({ ...question, namingPlace }, question.figure);
    return found.length ? [found[0], ...profiles, ...found.slice(1)] : [];
  }

  // Those that have all words first; where they are few, those that have some follow.
  function find(question) {
    const keyed = byKey(question.text).map((id) => ({ id, match: {} }));
    const profiles = question.places.filter(({ document }) => document !== undefined).map(({ document }) => ({ id: document, match: {} }));
    const subject = ofPlaces(question, profiles);
    const whole = subject.length ? subject : [...profiles.filter(() => !question.figure.length), ...some(question, question.parts)];
    const found = new Map();
    for (const hit of [...keyed, ...whole]) if (!found.has(hit.id)) found.set(hit.id, hit);
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
