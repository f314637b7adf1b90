// The years of the Kreiskarte: a slider that stops only where there are figures, and plays.
function kreiskarteJahre(wurzel, beiJahr) {
  "use strict";
  const kasten = wurzel.querySelector(".kreiskarte-jahre");
  const schieber = document.getElementById("kreiskarte-jahr");
  const spiel = kasten.querySelector("button");
  const striche = kasten.querySelector(".kreiskarte-striche");
  const bruchzeile = kasten.querySelector("[data-bruch]");
  const ruhig = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const DAUER = 1100;
  let jahre = [];
  let jahr = 0;
  let uhr = 0;

  const breite = () => Math.max(1, jahre[jahre.length - 1] - jahre[0]);
  // The thumb's middle goes from half its width to that far from the other end.
  const ort = (eines) => `calc(.75rem + ${(eines - jahre[0]) / breite()} * (100% - 1.5rem))`;

  function zeige(sicht) {
    const andere = sicht.jahre.join() !== jahre.join();
    jahre = sicht.jahre;
    jahr = sicht.jahr;
    const mehrere = jahre.length > 1;
    kasten.querySelector("[data-mehrere]").hidden = !mehrere;
    const ein = kasten.querySelector("[data-ein]");
    ein.hidden = mehrere;
    ein.textContent = jahre.length ? `Diese Zahl gibt es bisher nur für ${jahr}.` : "Für diese Ebene gibt es keine Werte.";
    brueche(sicht.kennzahl);
    if (!mehrere) return;
    schieber.min = jahre[0];
    schieber.max = jahre[jahre.length - 1];
    schieber.value = jahr;
    schieber.setAttribute("aria-valuetext", String(jahr));
    if (andere) zeichneStriche(sicht.kennzahl);
    for (const strich of striche.children) {
      const ist = Number(strich.dataset.jahr);
      strich.classList.toggle("jetzt", ist === jahr);
      strich.classList.toggle("weicht", ist !== jahr && Math.abs(ist - jahr) / breite() < 0.14); // its name would lie on that of the year
    }
  }

  function zeichneStriche(kennzahl) {
    const gebrochen = (kennzahl.brueche || []).map((bruch) => jahre.find((eines) => eines >= bruch));
    striche.replaceChildren(...jahre.map((eines, stelle) => {
      const strich = document.createElement("span");
      strich.dataset.jahr = eines;
      strich.style.left = ort(eines);
      strich.append(Object.assign(document.createElement("b"), { textContent: eines }));
      strich.classList.toggle("ende", stelle === 0 || stelle === jahre.length - 1);
      strich.classList.toggle("bruch", stelle > 0 && gebrochen.includes(eines));
      return strich;
    }));
  }

  // Only breaks between years one can choose are told.
  function brueche(kennzahl) {
    const saetze = (kennzahl.brueche || []).flatMap((bruch, stelle) =>
      bruch > jahre[0] && bruch <= jahre[jahre.length - 1]
        ? [`${bruch}: ${kennzahl.gruende[stelle].replace(/[.\s]+$/, "")}. Werte davor und danach sind nicht vergleichbar.`] : []);
    bruchzeile.hidden = !saetze.length;
    bruchzeile.textContent = saetze.join(" ");
  }

  // The year meant: the nearest with figures, but a step never ends where it began.
  function gemeint(wert) {
    const naechstes = jahre.reduce((a, b) => (Math.abs(b - wert) < Math.abs(a - wert) ? b : a));
    if (naechstes !== jahr || wert === jahr) return naechstes;
    const stelle = jahre.indexOf(jahr) + Math.sign(wert - jahr);
    return jahre[Math.max(0, Math.min(jahre.length - 1, stelle))];
  }

  function knopf(laeuft) {
    spiel.setAttribute("aria-label", laeuft ? "Anhalten" : ruhig ? "Nächstes Jahr" : "Jahre abspielen");
    spiel.querySelector("path").setAttribute("d", laeuft ? "M3 2h4v12H3zM9 2h4v12H9z" : ruhig ? "M3 2l7 6-7 6zM11 2h2v12h-2z" : "M4 2l9 6-9 6z");
  }

  function halte() {
    if (!uhr) return;
    clearInterval(uhr);
    uhr = 0;
    knopf(false);
    beiJahr(jahr, true);
  }

  const schritt = (fertig) => beiJahr(jahre[(jahre.indexOf(jahr) + 1) % jahre.length], fertig);

  function spiele() {
    if (uhr) return halte();
    if (ruhig) return schritt(true);
    knopf(true);
    schritt(false);
    uhr = setInterval(() => (jahr === jahre[jahre.length - 1] ? halte() : schritt(false)), DAUER);
  }

  schieber.addEventListener("input", () => {
    halte();
    const neues = gemeint(Number(schieber.value));
    if (neues === jahr) schieber.value = jahr;
    else beiJahr(neues, false);
  });
  schieber.addEventListener("change", () => beiJahr(jahr, true));
  spiel.addEventListener("click", spiele);
  knopf(false);
  return { zeige, halte };
}
