// What the Kreiskarte says in words: numbers with their units, differences, ranks, courses.
function kreiskarteSprache(daten) {
  "use strict";
  const NAMEN = {
    kommunen: ["Kommune", "Kommunen"], raeume: ["Raum", "Räume"], quartiere: ["Quartier", "Quartiere"],
    masse: ["Gebiet", "Gebiete"],
  };
  const EBENE = { kommunen: "Kommunen", raeume: "Betrachtungsräume", quartiere: "Quartiere", masse: "Kreis, Land und Bund" };
  const OHNE = {
    "-": "Hier gibt es nichts zu zählen.", x: KREISDATEN_GEHEIM, "/": "Der Wert ist zu unsicher.",
    "…": "Der Wert ist unvollständig: Nicht alle Kommunen haben eine Angabe.",
  };

  const anzahl = (ebene, wieviele) => `${wieviele} ${NAMEN[ebene][wieviele === 1 ? 0 : 1]}`;
  // "Eigentümerquote 2022", but "Veränderung seit 2013, 2022".
  const titel = ({ kennzahl, jahr }) => `${kennzahl.titel}${/[\d)]$/.test(kennzahl.titel) ? "," : ""} ${jahr}`;
  const istZahl = (wert) => typeof wert === "number";
  const gleich = (eins, zwei, ziffern) => Math.abs(eins - zwei) < 0.5 / 10 ** ziffern;

  function unterschied(kennzahl, wert, kreis) {
    if (!istZahl(kreis)) return "";
    const ganz = daten.text(kennzahl, kreis);
    if (kennzahl.zaehlt) return kreis > 0 && wert >= 0 ? `Das sind ${daten.zahl((wert / kreis) * 100, 1)}\u202f% des Wertes für den ganzen Kreis (${ganz}).` : "";
    if (gleich(wert, kreis, kennzahl.ziffern)) return `Das ist so viel wie im ganzen Kreis (${ganz}).`;
    const zahl = daten.zahl(Math.abs(wert - kreis), kennzahl.ziffern);
    const einheit = zahl === "1" ? "" : kennzahl.einheit === "%" ? "Prozentpunkte" : kennzahl.einheit; // one needs no plural
    return `Das liegt ${einheit ? `${zahl}\u00a0${einheit}` : `um ${zahl}`} ${wert > kreis ? "über" : "unter"} dem Wert des Kreises (${ganz}).`;
  }

  function rang(sicht, nummer) {
    const { platz, von, gereiht, geheim } = sicht.raenge;
    if (platz[nummer]) return `Das ist Rang ${platz[nummer]} von ${von}, gezählt vom höchsten Wert${geheim ? "; geheim gehaltene Werte zählen nicht mit" : ""}.`;
    return istZahl(sicht.werte[nummer]) && gereiht[nummer] === null ? "Einen Rang gibt es nicht, denn die Zahl beruht auf zu wenigen Fällen." : "";
  }

  // From the last break up to the year shown: figures on both sides of a break do not compare.
  function verlauf(kennzahl, reihe, jahr) {
    const bruch = Math.max(0, ...(kennzahl.brueche || []).filter((eines) => eines <= jahr));
    const bekannt = kennzahl.jahre.map((eines, stelle) => [eines, reihe[stelle]])
      .filter(([eines, wert]) => eines >= bruch && eines <= jahr && istZahl(wert));
    if (bekannt.length < 2) return "";
    const [von, start] = bekannt[0];
    const [bis, ende] = bekannt[bekannt.length - 1];
    if (start === ende) return `${bis} ist der Wert so hoch wie ${von}.`;
    return `Von ${von} bis ${bis} ist der Wert von ${daten.zahl(start, kennzahl.ziffern)} auf ${daten.text(kennzahl, ende)} ${ende > start ? "gestiegen" : "gesunken"}.`;
  }

  function aufgezaehlt(namen) {
    return namen.length > 1 ? `${namen.slice(0, -1).join(", ")} und ${namen[namen.length - 1]}` : namen[0];
  }

  function enden(sicht) {
    const { gereiht, geheim } = sicht.raenge;
    const bekannt = gereiht.filter((wert) => wert !== null);
    if (bekannt.length < 2) return "";
    const [tief, hoch] = [Math.min(...bekannt), Math.max(...bekannt)];
    const dabei = geheim ? " Geheim gehaltene Werte zählen dabei nicht mit." : "";
    if (tief === hoch) return `Der Wert ist überall gleich: ${daten.text(sicht.kennzahl, hoch)}.${dabei}`;
    const welche = (wert) => sicht.gebiete.filter((_, nummer) => gereiht[nummer] === wert).map((gebiet) => gebiet[1]);
    const wer = (namen, wert) =>
      `${namen.length > 3 ? anzahl(sicht.ebene, namen.length) : aufgezaehlt(namen)} (${namen.length > 1 ? "je " : ""}${daten.text(sicht.kennzahl, wert)})`;
    const [oben, unten] = [welche(hoch), welche(tief)];
    const haben = (namen) => (namen.length > 1 ? "haben" : "hat");
    const verb = haben(oben) === haben(unten) ? "" : ` ${haben(unten)}`;
    return `Den höchsten Wert ${haben(oben)} ${wer(oben, hoch)}, den niedrigsten${verb} ${wer(unten, tief)}.${dabei}`;
  }

  // What is said of a place, or of the whole county.
  function satz(sicht, nummer) {
    const { kennzahl, jahr } = sicht;
    const kreis = daten.spalte(kennzahl, "masse", jahr)[0];
    if (nummer < 0) return satzDesKreises(sicht, kreis);
    const wert = sicht.werte[nummer];
    const reihe = daten.reihen(kennzahl, sicht.ebene)[nummer];
    if (!istZahl(wert)) return [OHNE[wert] || `Für ${jahr} gibt es hier keine Angabe.`, verlauf(kennzahl, reihe, jahr)].filter(Boolean).join(" ");
    return [unterschied(kennzahl, wert, kreis), rang(sicht, nummer), verlauf(kennzahl, reihe, jahr)].filter(Boolean).join(" ");
  }

  function satzDesKreises(sicht, kreis) {
    const { kennzahl, jahr } = sicht;
    const andere = daten.gebiete.masse.map((gebiet, nummer) => [gebiet[1], daten.spalte(kennzahl, "masse", jahr)[nummer]])
      .slice(1).filter(([, wert]) => istZahl(wert)).map(([name, wert]) => `${name} ${daten.text(kennzahl, wert)}`);
    const daneben = sicht.ebene === "masse" ? (andere.length ? `Zum Vergleich: ${andere.join(", ")}.` : "") : enden(sicht);
    return [istZahl(kreis) ? "" : OHNE[kreis], daneben, verlauf(kennzahl, daten.reihen(kennzahl, "masse")[0], jahr)].filter(Boolean).join(" ");
  }

  return { EBENE, titel, anzahl, istZahl, satz };
}
