// The index as fokusbericht/search/index.py packs it, unpacked for MiniSearch.
function unpackTerms(coded) {
  let before = "";
  return coded ? coded.split(" ").map((one) => (before = before.slice(0, parseInt(one[0], 36)) + one.slice(1))) : [];
}

// Of each term: by field the documents it stands in.
function unpackInto(found, { begriffe, stellen }, fields) {
  unpackTerms(begriffe).forEach((term, number) => {
    const places = stellen[number], entry = found.get(term) ?? {};
    let at = 1;
    fields.forEach((field, bit) => {
      if (!(places[0] & (1 << bit))) return;
      const documents = {}, end = at + 1 + places[at];
      let document = 0;
      for (at += 1; at < end; at += 1) documents[(document += places[at])] = 1;
      entry[field] = field in entry ? Object.assign(entry[field], documents) : documents;
    });
    found.set(term, entry);
  });
}

function createIndex(found, { felder, laengen }, options) {
  const numbers = laengen.keys();
  const averages = felder.map((_, field) => laengen.reduce((sum, one) => sum + one[field], 0) / Math.max(1, laengen.length));
  return MiniSearch.loadJS({
    documentCount: laengen.length,
    nextId: laengen.length,
    documentIds: Object.fromEntries(Array.from(numbers, (one) => [one, one])),
    fieldIds: Object.fromEntries(felder.map((name, field) => [name, field])),
    fieldLength: Object.fromEntries(laengen.map((one, document) => [document, one])),
    averageFieldLength: averages,
    storedFields: {},
    dirtCount: 0,
    index: [...found],
    serializationVersion: 2,
  }, options);
}
