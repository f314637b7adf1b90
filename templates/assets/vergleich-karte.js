// The map of the comparison: nine classes, a third of the one figure by a third of the other.
function vergleichKarte(geometrie, worte, werkzeug, tat) {
  "use strict";
  const { neu, form } = zeichnen;
  const SCHRAFFUR = { fehlt: "M-2 2L2-2M-2 8L8-2M-2 14L14-2M4 14L14 4M10 14L14 10", geheim: "M-2 2L2-2M-2 14L14-2M10 14L14 10M-2 10L2 14M-2-2L14 14M10-2L14 2" };
  const rahmen = JSON.parse(werkzeug.dataset.rahmen);
  const platz = werkzeug.querySelector(".vergleich-karte");
  let flaechen = [];

  function pfad(gebiet) {
    const [westen, norden, mal, schmal, links, oben] = gebiet.fern && rahmen.insel ? rahmen.insel : rahmen.festland;
    return gebiet.ringe.map((zahlen) => {
      let [x, y] = [0, 0];
      const ecken = [];
      for (let i = 0; i < zahlen.length; i += 2) {
        x += zahlen[i];
        y += zahlen[i + 1];
        ecken.push(`${(links + (x / 1e4 - westen) * mal * schmal).toFixed(1)} ${(oben + (norden - y / 1e4) * mal).toFixed(1)}`);
      }
      return `M${ecken.join("L")}z`;
    }).join("");
  }

  function zeichne(fall, ebene) {
    const bild = form("svg", { class: "karte", viewBox: `0 0 ${rahmen.breite} ${rahmen.hoehe}`, role: "img", "aria-label": `Karte: ${worte.mitJahr(fall, 0)} und ${worte.mitJahr(fall, 1)}. Die Werte stehen in der Tabelle.` });
    bild.append(form("defs", {}, ...Object.entries(SCHRAFFUR).map(([name, d]) => form("pattern", { id: `vergleich-${name}`, width: 12, height: 12, patternUnits: "userSpaceOnUse", patternTransform: "scale(.7)" }, form("path", { class: "schraffur-grund", d: "M0 0h12v12H0z" }), form("path", { class: "schraffur", d })))));
    if (rahmen.kasten) {
      const [links, oben, rechts, unten] = rahmen.kasten;
      bild.append(form("rect", { class: "kasten", x: links, y: oben, width: rechts - links, height: unten - oben, rx: 3 }));
      bild.append(form("text", { class: "klein", x: links + 8, y: oben + 19 }, rahmen.inselname));
    }
    flaechen = fall.orte.map((einer, nummer) => {
      const gebiet = geometrie[ebene].find(({ id }) => id === einer.id);
      const flaeche = form("path", { class: einer.klasse, d: gebiet ? pfad(gebiet) : "", "fill-rule": "evenodd", "data-nummer": nummer }, form("title", {}, worte.gesagt(fall, einer)));
      if (einer.klasse in SCHRAFFUR) flaeche.setAttribute("fill", `url(#vergleich-${einer.klasse})`);
      return flaeche;
    });
    bild.append(...flaechen);
    if (ebene === "kommunen") bild.append(...geometrie.raeume.map((raum) => form("path", { class: "raum", d: pfad(raum) })));
    bild.append(form("g", { class: "marken" }));
    const unter = (ereignis) => {
      const flaeche = ereignis.target.closest("[data-nummer]");
      return flaeche ? fall.orte[flaeche.dataset.nummer].id : "";
    };
    bild.addEventListener("pointermove", (ereignis) => { if (ereignis.pointerType === "mouse") tat.markiere(unter(ereignis)); });
    bild.addEventListener("pointerleave", () => tat.markiere());
    bild.addEventListener("click", (ereignis) => tat.waehle(unter(ereignis)));
    platz.replaceChildren(bild);
    zeigeFehlende(fall);
  }

  function zeigeFehlende(fall) {
    const quadrat = werkzeug.querySelector(".quadrat");
    quadrat.querySelector(".quadrat-fehlt")?.remove();
    const arten = Object.keys(SCHRAFFUR).filter((art) => fall.orte.some((einer) => einer.klasse === art));
    if (!arten.length) return;
    quadrat.append(neu("ul", { class: "quadrat-fehlt" }, ...arten.map((art) => neu("li", {},
      form("svg", { class: "muster", viewBox: "0 0 48 12", "aria-hidden": "true" }, form("rect", { width: 48, height: 12, fill: `url(#vergleich-${art})` })),
      art === "geheim" ? " geheim gehalten" : " keine Angabe"))));
  }

  // Draws a line around places, each by its number.
  function markiere(nummern) {
    const linien = nummern.map((nummer) => form("path", { class: "gewaehlt", fill: "none", "pointer-events": "none", d: flaechen[nummer].getAttribute("d") }));
    platz.querySelector(".marken").replaceChildren(...linien);
  }

  return { zeichne, markiere };
}
