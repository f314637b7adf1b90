// What is asked and chosen, and its address: ?q=miete&art=indikator&jahr=2025&bis=40. Several values of
// one facet mean one of them; `bis` is how many hits are shown.
function createChoices(facets) {
  const STEP = 20;

  function read(query) {
    const given = new URLSearchParams(query);
    const most = Number(given.get("bis"));
    return {
      text: (given.get("q") || "").trim(),
      most: Number.isInteger(most) && most > STEP ? most : STEP,
      chosen: Object.fromEntries(facets.map((name) => [name, [...new Set(given.getAll(name))].filter(Boolean)])),
    };
  }

  function write({ text, most, chosen }) {
    const query = new URLSearchParams();
    if (text) query.set("q", text);
    for (const name of facets) for (const key of chosen[name]) query.append(name, key);
    if (most > STEP) query.set("bis", most);
    const said = query.toString();
    return location.pathname + (said ? `?${said}` : "");
  }

  function toggled({ text, chosen }, name, key) {
    const old = chosen[name];
    const keys = old.includes(key) ? old.filter((one) => one !== key) : [...old, key];
    return { text, most: STEP, chosen: { ...chosen, [name]: keys } };
  }

  const more = (choice) => ({ ...choice, most: choice.most + STEP });
  return { STEP, read, write, toggled, more };
}
