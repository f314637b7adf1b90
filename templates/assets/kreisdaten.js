// All figures of the report, loaded once: unpacked as they are asked for, written the German way.
// The format is told in fokusbericht/pages/kreisdaten.py.
const KREISDATEN_FEHLT = {
  "": "keine Angabe", ".": "keine Angabe", "-": "nichts vorhanden", "/": "zu unsicher",
  x: "geheim gehalten", "…": "unvollständig",
};

// The same sentence for all of them, as in fokusbericht/pages/secret.py.
const KREISDATEN_GEHEIM = "Hier geht es um so wenige Menschen, dass man Einzelne erkennen könnte, oder man könnte aus dem Wert eine solche Zahl ausrechnen.";

async function ladeKreisdaten(adresse) {
  "use strict";
  const antwort = await fetch(adresse);
  if (!antwort.ok) throw new Error(antwort.statusText);
  const daten = await antwort.json();
  const ausgepackt = new Map();

  // Rows of values; what is missing keeps its mark.
  function reihen(kennzahl, ebene) {
    const schluessel = `${kennzahl.id}/${ebene}`;
    if (!ausgepackt.has(schluessel)) ausgepackt.set(schluessel, packeAus(kennzahl, ebene));
    return ausgepackt.get(schluessel);
  }

  function packeAus(kennzahl, ebene) {
    const zahlen = kennzahl.werte[ebene];
    const laenge = kennzahl.jahre.length;
    if (!zahlen) return daten.gebiete[ebene].map(() => Array(laenge).fill(""));
    const faktor = 10 ** kennzahl.ziffern;
    return daten.gebiete[ebene].map((_, nummer) => {
      let stand = 0;
      return zahlen.slice(nummer * laenge, (nummer + 1) * laenge).map((zahl) => {
        if (typeof zahl === "string") return zahl;
        stand += zahl;
        return stand / faktor;
      });
    });
  }

  // The values of all areas of a level in one year, in the order of `gebiete`.
  function spalte(kennzahl, ebene, jahr) {
    const stelle = kennzahl.jahre.indexOf(jahr);
    return reihen(kennzahl, ebene).map((reihe) => (stelle < 0 ? "" : reihe[stelle]));
  }

  // The years in which any area of a level has a value.
  function jahre(kennzahl, ebene) {
    const alle = reihen(kennzahl, ebene);
    return kennzahl.jahre.filter((_, stelle) => alle.some((reihe) => typeof reihe[stelle] === "number"));
  }

  const schreiber = new Map();
  function zahl(wert, ziffern) {
    if (!schreiber.has(ziffern)) schreiber.set(ziffern, new Intl.NumberFormat("de-DE", { minimumFractionDigits: ziffern, maximumFractionDigits: ziffern }));
    const text = schreiber.get(ziffern).format(Math.abs(wert));
    return wert < 0 ? `\u2212${text}` : text;
  }

  // 38,8 % · geheim gehalten
  function text(kennzahl, wert) {
    if (typeof wert !== "number") return KREISDATEN_FEHLT[wert];
    const ohne = zahl(wert, kennzahl.ziffern);
    return kennzahl.einheit ? `${ohne}\u202f${kennzahl.einheit}` : ohne;
  }

  // Who has no rank of their own, the rules of an indicator say; among too few, nobody has one.
  function raenge(kennzahl, ebene, jahr) {
    const werte = spalte(kennzahl, ebene, jahr);
    const klein = new Set((ebene === "kommunen" && kennzahl.zu_klein && kennzahl.zu_klein[jahr]) || []);
    const gereiht = werte.map((wert, nummer) => (typeof wert === "number" && !klein.has(nummer) ? wert : null));
    const geordnet = gereiht.filter((wert) => wert !== null).sort((a, b) => b - a);
    const platz = gereiht.map((wert) => (wert === null || geordnet.length < 3 ? 0 : geordnet.indexOf(wert) + 1));
    return { von: geordnet.length, platz, gereiht, geheim: werte.includes("x") };
  }

  return { ...daten, reihen, spalte, jahre, zahl, text, raenge };
}
