// Charts to touch: each picture with data-interaktiv gets a button that puts a living chart in its
// place. Vega and the figures are loaded only then; without all this the picture stays as it is.
"use strict";

(() => {
  const dunkel = matchMedia("(prefers-color-scheme: dark)");
  const schmal = matchMedia("(max-width: 600px)"); // as the source of the picture says
  let vega = null;

  const neu = (art, eigenschaften = {}, ...kinder) => {
    const element = Object.assign(document.createElement(art), eigenschaften);
    element.append(...kinder);
    return element;
  };

  function ladeVega(bild) {
    vega ??= new Promise((fertig, gescheitert) => {
      document.head.append(neu("link", { rel: "stylesheet", href: bild.dataset.stil }));
      document.head.append(neu("script", { src: bild.dataset.vega, integrity: bild.dataset.pruefsumme, onload: fertig, onerror: gescheitert }));
    });
    return vega;
  }

  async function ladeWerte(bild) {
    const antwort = await fetch(bild.dataset.interaktiv);
    if (!antwort.ok) throw new Error(antwort.statusText);
    return antwort.json();
  }

  // The words beside the pointer; screen readers hear those of the chosen name instead.
  const zettel = neu("div", { className: "diagramm-zettel", hidden: true, ariaHidden: "true" });
  document.body.append(zettel);

  function zeige(_, ereignis, __, text) {
    zettel.hidden = !text;
    if (!text) return;
    zettel.textContent = text;
    const { width, height } = zettel.getBoundingClientRect();
    const rechts = document.documentElement.clientWidth - width - 4;
    const darunter = ereignis.clientY + 18;
    zettel.style.left = `${Math.max(4, Math.min(ereignis.clientX + 12, rechts))}px`;
    zettel.style.top = `${darunter + height < innerHeight ? darunter : ereignis.clientY - height - 12}px`;
  }

  addEventListener("keydown", (ereignis) => {
    if (ereignis.key === "Escape") zettel.hidden = true;
  });
  addEventListener("scroll", () => (zettel.hidden = true), { passive: true });

  function bereite(bild) {
    const alt = bild.querySelector("img").alt;
    const titel = alt.split(". ")[0];
    const meldung = neu("span", { className: "klein" });
    meldung.setAttribute("role", "status");
    const knopf = neu("button", { type: "button", className: "knopf-leise", textContent: "Interaktiv ansehen" });
    knopf.setAttribute("aria-label", `Interaktiv ansehen: ${titel}`);
    const leiste = neu("div", { className: "diagramm-leiste" }, knopf, meldung);
    bild.after(leiste);
    let lebt = null;

    knopf.addEventListener("click", async () => {
      if (knopf.getAttribute("aria-disabled") === "true") return;
      if (lebt) return zurueck();
      knopf.setAttribute("aria-disabled", "true");
      meldung.textContent = "Das interaktive Diagramm wird geladen …";
      try {
        const [werte] = await Promise.all([ladeWerte(bild), ladeVega(bild)]);
        lebt = await lebendig(bild, alt, titel, werte, meldung);
        beschrifte("Zurück zum Bild");
        meldung.textContent = werte.usermeta.namen.length > 1
          ? "Zeigen oder tippen Sie in das Diagramm, oder wählen Sie einen Namen."
          : "Zeigen oder tippen Sie in das Diagramm.";
      } catch {
        if (!window.vegaEmbed) vega = null; // the next click tries again
        meldung.textContent = "Das interaktive Diagramm ließ sich nicht laden. Das Bild zeigt dieselben Werte.";
      }
      knopf.removeAttribute("aria-disabled");
    });

    function zurueck() {
      lebt.beende();
      lebt = null;
      beschrifte("Interaktiv ansehen");
      meldung.textContent = "Das Bild ist wieder da.";
    }

    function beschrifte(text) {
      knopf.textContent = text;
      knopf.setAttribute("aria-label", `${text}: ${titel}`);
    }
  }

  async function lebendig(bild, alt, titel, werte, meldung) {
    const { namen } = werte.usermeta;
    const wahl = neu("select", {}, neu("option", { value: "", textContent: "alle" }),
      ...namen.map(([name]) => neu("option", { value: name, textContent: name })));
    const feld = neu("div", { className: "diagramm" });
    feld.setAttribute("role", "img");
    feld.setAttribute("aria-label", alt);
    const frage = neu("label", { className: "diagramm-wahl" }, neu("span", { textContent: "Hervorheben" }), wahl);
    wahl.setAttribute("aria-label", `Hervorheben: ${titel}`);
    bild.before(feld);
    if (namen.length > 1) meldung.before(frage);
    let ansicht = null;

    async function zeichne() {
      const { schmal: klein, dunkel: farben, embedOptions } = werte.usermeta;
      const { usermeta, ...gross } = werte;
      const eng = schmal.matches || bild.querySelector("img").getAttribute("width") < 600; // small beside its like
      const text = JSON.stringify(eng ? klein : gross);
      const farbig = dunkel.matches ? text.replace(/#[0-9a-f]{6}/g, (farbe) => farben[farbe] || farbe) : text;
      ansicht?.finalize();
      ansicht = await window.vegaEmbed(feld, JSON.parse(farbig), {
        ...embedOptions,
        ast: true,
        actions: false,
        defaultStyle: false,
        renderer: "svg",
        tooltip: zeige,
      });
      feld.querySelector("svg").setAttribute("aria-hidden", "true");
      await hebeHervor();
    }

    const hebeHervor = () => ansicht.view.signal("hervor", wahl.value).runAsync();

    wahl.addEventListener("change", async () => {
      await hebeHervor();
      const gewaehlt = namen.find(([name]) => name === wahl.value);
      meldung.textContent = gewaehlt ? gewaehlt[1].replaceAll("\n", ", ").replace(", ", ": ") : "Alle sind gleich stark zu sehen.";
    });

    const beende = () => {
      zettel.hidden = true;
      ansicht?.finalize();
      for (const bedingung of [dunkel, schmal]) bedingung.removeEventListener("change", zeichne);
      feld.remove();
      frage.remove();
      bild.hidden = false;
    };

    try {
      await zeichne();
    } catch (fehler) {
      beende();
      throw fehler;
    }
    bild.hidden = true;
    for (const bedingung of [dunkel, schmal]) bedingung.addEventListener("change", zeichne);
    return { beende };
  }

  for (const bild of document.querySelectorAll("picture[data-interaktiv]")) bereite(bild);
})();
