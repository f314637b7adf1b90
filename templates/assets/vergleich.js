// Any two figures against each other: a scatter plot, a map of nine classes, words and a table, each
// marking the same place. What is chosen stands in the address. Without this script the list of
// questions is all.
(() => {
  "use strict";
  const werkzeug = document.getElementById("vergleich");
  if (!werkzeug || !window.fetch) return;
  const { neu } = zeichnen;
  const find = (name) => werkzeug.querySelector(`.vergleich-${name}`);
  const wahl = { x: document.getElementById("vergleich-x"), y: document.getElementById("vergleich-y") };
  const ebenen = [...werkzeug.querySelectorAll("input[name=ebene]")];
  const ortswahl = document.getElementById("vergleich-ort");
  const status = werkzeug.querySelector("[role=status]");
  const paare = new Set(werkzeug.dataset.paare.split("|").map((paar) => paar.replace(" ", "-und-")));
  const vergleicher = new Intl.Collator("de");
  let daten;
  let worte;
  let punkte;
  let karte;
  let tabelle;
  let stand; // what is chosen: x, y, ebene, raum (a key, or "")
  let fall; // what follows from it: the places with both figures, the relation, the classes

  // --- What is chosen, and what follows ---

  const kennzahl = (id) => daten.kennzahlen.find((eine) => eine.id === id);
  const waehlbar = (id) => [...wahl.x.options].some((option) => option.value === id);
  const ort = (id) => fall.orte.find((einer) => einer.id === id);

  function ausAdresse() {
    const angaben = new URL(location.href).searchParams;
    const x = waehlbar(angaben.get("x")) ? angaben.get("x") : werkzeug.dataset.x;
    let y = waehlbar(angaben.get("y")) ? angaben.get("y") : werkzeug.dataset.y;
    if (x === y) y = [werkzeug.dataset.x, werkzeug.dataset.y].find((id) => id !== x);
    const ebene = angaben.get("ebene") === "raeume" ? "raeume" : "kommunen";
    return { x, y, ebene, raum: angaben.get("raum") || "" };
  }

  function inAdresse(alsSchritt) {
    const adresse = new URL(location.href);
    adresse.searchParams.set("x", stand.x);
    adresse.searchParams.set("y", stand.y);
    for (const [name, wert] of [["ebene", stand.ebene === "raeume" ? "raeume" : ""], ["raum", stand.raum]]) {
      if (wert) adresse.searchParams.set(name, wert);
      else adresse.searchParams.delete(name);
    }
    if (adresse.href !== location.href) history[alsSchritt ? "pushState" : "replaceState"](null, "", adresse);
  }

  // The last year that both figures have, else the last of each.
  function jahreVon(x, y, ebene) {
    const [jx, jy] = [x, y].map((eine) => daten.jahre(eine, ebene));
    const beide = jx.filter((jahr) => jy.includes(jahr));
    return beide.length ? [beide.at(-1), beide.at(-1)] : [jx.at(-1), jy.at(-1)];
  }

  function berechne() {
    const [x, y] = [kennzahl(stand.x), kennzahl(stand.y)];
    const moeglich = [x, y].every((eine) => daten.jahre(eine, "raeume").length);
    if (!moeglich) stand.ebene = "kommunen";
    const jahre = jahreVon(x, y, stand.ebene);
    const [wx, wy] = [x, y].map((eine, stelle) => daten.spalte(eine, stand.ebene, jahre[stelle]));
    const orte = daten.gebiete[stand.ebene].map(([id, name, pfad], nummer) => ({ id, name, pfad, nummer, x: wx[nummer], y: wy[nummer] }));
    const beide = orte.filter((einer) => typeof einer.x === "number" && typeof einer.y === "number");
    const [xs, ys] = [beide.map((einer) => einer.x), beide.map((einer) => einer.y)];
    const [dx, dy] = [zusammenhang.drittel(xs), zusammenhang.drittel(ys)];
    beide.forEach((einer, i) => Object.assign(einer, { dx: dx[i], dy: dy[i], klasse: `b${dx[i]}${dy[i]}` }));
    for (const einer of orte) if (!einer.klasse) einer.klasse = einer.x === "x" || einer.y === "x" ? "geheim" : "fehlt";
    fall = { x, y, jahre, orte, beide, xs, ys, moeglich, beziehung: zusammenhang.beziehung(xs, ys) };
    if (!ort(stand.raum)) stand.raum = "";
  }

  function zeige() {
    berechne();
    wahl.x.value = stand.x;
    wahl.y.value = stand.y;
    for (const knopf of ebenen) {
      knopf.checked = knopf.value === stand.ebene;
      knopf.disabled = knopf.value === "raeume" && !fall.moeglich;
    }
    zeigeWorte();
    zeigeOrtswahl();
    karte.zeichne(fall, stand.ebene);
    punkte.zeichne(fall, stand);
    tabelle.zeige(fall, stand);
    markiere();
  }

  // --- In words ---

  function zeigeWorte() {
    document.getElementById("vergleich-beide").textContent = `${worte.mitJahr(fall, 0)} und ${worte.mitJahr(fall, 1)}`;
    find("antwort").textContent = worte.antwort(fall, stand.ebene);
    const namen = fall.beide.map((einer) => einer.name);
    const saetze = fall.beziehung ? zusammenhang.vorbehalte(fall.xs, fall.ys, namen, fall.jahre, worte.EBENEN[stand.ebene]) : [];
    werkzeug.querySelector(".vorbehalte").replaceChildren(...saetze.map((satz) => neu("li", {}, satz)));
    find("hoch").textContent = `↑ ${worte.mitEinheit(fall.y)}`;
    find("quer").textContent = `${worte.mitEinheit(fall.x)} →`;
    werkzeug.querySelector(".quadrat-hoch").textContent = `↑ ${fall.y.titel} höher`;
    werkzeug.querySelector(".quadrat-quer").textContent = `${fall.x.titel} höher →`;
    find("quellen").textContent = [fall.x, fall.y].map((eine, stelle) => `${worte.mitJahr(fall, stelle)}: ${eine.quelle}`).join(" – ");
    const paar = [`${stand.x}-und-${stand.y}`, `${stand.y}-und-${stand.x}`].find((eines) => paare.has(eines));
    find("seite").replaceChildren(...(paar ? [neu("a", { href: `${paar}/` }, "Diese beiden Zahlen auf einer Seite"), ", mit Bildern und Werten zum Mitnehmen"] : []));
  }

  function zeigeOrtswahl() {
    const geordnet = [...fall.orte].sort((a, b) => vergleicher.compare(a.name, b.name));
    const optionen = geordnet.map((einer) => neu("option", { value: einer.id }, einer.name));
    ortswahl.replaceChildren(neu("option", { value: "" }, "keiner"), ...optionen);
  }

  // --- One place, marked everywhere ---

  function markiere(gezeigt = "") {
    const ids = [...new Set([gezeigt, stand.raum])].filter(Boolean);
    karte.markiere(ids.map((id) => ort(id).nummer));
    punkte.markiere(gezeigt);
    tabelle.markiere();
    ortswahl.value = stand.raum;
    const einer = ort(gezeigt || stand.raum);
    const auskunft = find("auskunft");
    if (!einer) auskunft.textContent = "Wählen Sie einen Ort in einem der Bilder: Er wird in beiden markiert.";
    else auskunft.replaceChildren(`${worte.gesagt(fall, einer)}. `, neu("a", { href: werkzeug.dataset.wurzel + einer.pfad }, `Alle Zahlen zu ${einer.name}`));
  }

  function waehle(id) {
    stand.raum = id;
    markiere();
    inAdresse(false);
    status.textContent = id ? worte.gesagt(fall, ort(id)) : "Kein Ort ist hervorgehoben.";
  }

  function aendere(neues) {
    const raum = neues.ebene && neues.ebene !== stand.ebene ? "" : stand.raum;
    stand = { ...stand, raum, ...neues };
    zeige();
    inAdresse(true);
    status.textContent = worte.antwort(fall, stand.ebene);
  }

  // Who chooses the same figure twice wants them the other way round.
  function neueZahl(achse) {
    const andere = achse === "x" ? "y" : "x";
    const id = wahl[achse].value;
    aendere(id === stand[andere] ? { x: stand.y, y: stand.x } : { [achse]: id });
  }

  function beginne([alle, formen]) {
    daten = alle;
    worte = vergleichWorte(daten);
    karte = vergleichKarte(formen, worte, werkzeug, { waehle, markiere });
    punkte = vergleichPunkte(daten, worte, find("punkte"), { waehle, markiere });
    tabelle = vergleichTabelle(daten, worte, find("tabelle"), werkzeug.dataset.wurzel);
    stand = ausAdresse();
    werkzeug.hidden = false;
    zeige();
    for (const achse of ["x", "y"]) wahl[achse].addEventListener("change", () => neueZahl(achse));
    for (const knopf of ebenen) knopf.addEventListener("change", () => aendere({ ebene: knopf.value }));
    document.getElementById("vergleich-tausch").addEventListener("click", () => aendere({ x: stand.y, y: stand.x }));
    ortswahl.addEventListener("change", () => waehle(ortswahl.value));
    addEventListener("popstate", () => {
      stand = ausAdresse();
      zeige();
      status.textContent = worte.antwort(fall, stand.ebene);
    });
    let breite = find("punkte").clientWidth;
    new ResizeObserver(() => {
      if (find("punkte").clientWidth === breite) return;
      breite = find("punkte").clientWidth;
      punkte.zeichne(fall, stand);
      markiere();
    }).observe(find("punkte"));
    werkzeug.querySelector("form").addEventListener("submit", (ereignis) => ereignis.preventDefault());
  }

  const geholt = fetch(werkzeug.dataset.geometrie).then((antwort) => (antwort.ok ? antwort.json() : Promise.reject(new Error(antwort.statusText))));
  Promise.all([ladeKreisdaten(werkzeug.dataset.daten), geholt]).then(beginne).catch(() => { werkzeug.hidden = true; });
})();
