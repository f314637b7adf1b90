// What hits can be narrowed by, and how many there would be.
function createFacets({ dokumente: documents, arten: kinds, felder: fields, gruppen: groups, staende: states, orte: places }) {
  const listed = (value) => (Array.isArray(value) ? value : value ? [value] : []);
  const values = {
    art: (document) => [kinds[documents.art[document]][0]],
    jahr: (document) => listed(documents.jahr[document]),
    feld: (document) => listed(documents.feld[document]),
    gruppe: (document) => listed(documents.gruppe[document]),
    stand: (document) => listed(documents.stand[document]),
    ort: (document) => listed(documents.ort[document]),
  };
  const names = {
    art: new Map(kinds.map(([key, , many]) => [key, many])),
    feld: new Map(fields),
    gruppe: new Map(groups),
    stand: new Map(states),
    ort: new Map(places.map(([key, kind, [name]]) => [kind === "kreis" ? kind : key, name])), // as things name their rooms
  };

  const fits = (document, facet, chosen) => !chosen?.[facet]?.length || values[facet](document).some((value) => chosen[facet].includes(value));
  const others = (facet) => Object.keys(values).filter((one) => one !== facet);

  const filtered = (hits, chosen) => hits.filter(({ id }) => Object.keys(values).every((facet) => fits(id, facet, chosen)));

  // Of each facet what stands in the hits that the others let through: the most frequent first, years by age.
  function counts(hits, chosen) {
    return Object.fromEntries(Object.keys(values).map((facet) => {
      const found = new Map();
      for (const { id } of hits) {
        if (!others(facet).every((one) => fits(id, one, chosen))) continue;
        for (const value of values[facet](id)) found.set(value, (found.get(value) ?? 0) + 1);
      }
      const rows = Array.from(found, ([key, count]) => [key, names[facet]?.get(key) ?? key, count]);
      return [facet, rows.sort((one, other) => (facet === "jahr" ? other[0] - one[0] : other[2] - one[2] || (one[1] < other[1] ? -1 : 1)))];
    }));
  }

  return { filtered, counts };
}
