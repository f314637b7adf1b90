// Charts to touch: each picture with data-interactive gets a button that puts a living chart in its
// place. Vega and the figures are loaded only then; without all this the picture stays as it is.
"use strict";

(() => {
  const words = document.currentScript.dataset; // fokusbericht/words/controls.py
  const isDark = matchMedia("(prefers-color-scheme: dark)");
  const phone = matchMedia("(max-width: 600px)"); // as the source of the picture says
  let vega = null;

  const html = (kind, attributes = {}, ...children) => {
    const element = Object.assign(document.createElement(kind), attributes);
    element.append(...children);
    return element;
  };

  function loadVega(picture) {
    vega ??= new Promise((done, fail) => {
      document.head.append(html("link", { rel: "stylesheet", href: picture.dataset.style }));
      document.head.append(html("script", { src: picture.dataset.vega, integrity: picture.dataset.integrity, onload: done, onerror: fail }));
    });
    return vega;
  }

  async function loadSpec(picture) {
    const answer = await fetch(picture.dataset.interactive);
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  }

  // The words beside the pointer; screen readers hear those of the chosen name instead.
  const tip = html("div", { className: "diagramm-zettel", hidden: true, ariaHidden: "true" });
  document.body.append(tip);

  function show(_, event, __, text) {
    tip.hidden = !text;
    if (!text) return;
    tip.textContent = text;
    const { width, height } = tip.getBoundingClientRect();
    const right = document.documentElement.clientWidth - width - 4;
    const below = event.clientY + 18;
    tip.style.left = `${Math.max(4, Math.min(event.clientX + 12, right))}px`;
    tip.style.top = `${below + height < innerHeight ? below : event.clientY - height - 12}px`;
  }

  addEventListener("keydown", (event) => {
    if (event.key === "Escape") tip.hidden = true;
  });
  addEventListener("scroll", () => (tip.hidden = true), { passive: true });

  function prepare(picture) {
    const alt = picture.querySelector("img").alt;
    const title = alt.split(". ")[0];
    const message = html("span", { className: "klein" });
    message.setAttribute("role", "status");
    const button = html("button", { type: "button", className: "knopf-leise" });
    label(words.open.replace("{kilobytes}", picture.dataset.kilobytes));
    const bar = html("div", { className: "diagramm-leiste" }, button, message);
    picture.after(bar);
    let alive = null;

    button.addEventListener("click", async () => {
      if (button.getAttribute("aria-disabled") === "true") return;
      if (alive) return back();
      button.setAttribute("aria-disabled", "true");
      message.textContent = words.loading;
      try {
        const [spec] = await Promise.all([loadSpec(picture), loadVega(picture)]);
        alive = await start(picture, alt, title, spec, message);
        label(words.close);
        message.textContent = spec.usermeta.namen.length > 1 ? words.choose : words.point;
      } catch {
        if (!window.vegaEmbed) vega = null; // the next click tries again
        message.textContent = words.failed;
      }
      button.removeAttribute("aria-disabled");
    });

    function back() {
      alive.end();
      alive = null;
      label(words.again); // all is loaded
      message.textContent = words.closed;
    }

    function label(text) {
      button.textContent = text;
      button.setAttribute("aria-label", `${text}: ${title}`);
    }
  }

  async function start(picture, alt, title, spec, message) {
    const { namen: names } = spec.usermeta;
    const choice = html("select", {}, html("option", { value: "", textContent: words.all }),
      ...names.map(([name]) => html("option", { value: name, textContent: name })));
    const field = html("div", { className: "diagramm" });
    field.setAttribute("role", "img");
    field.setAttribute("aria-label", alt);
    const prompt = html("label", { className: "diagramm-wahl" }, html("span", { textContent: words.highlight }), choice);
    choice.setAttribute("aria-label", `${words.highlight}: ${title}`);
    picture.before(field);
    if (names.length > 1) message.before(prompt);
    let view = null;

    async function draw() {
      const { schmal: small, dunkel: colours, embedOptions } = spec.usermeta;
      const { usermeta, ...zoomed } = spec;
      const isNarrow = phone.matches || picture.querySelector("img").getAttribute("width") < 600; // small beside its like
      const text = JSON.stringify(isNarrow ? small : zoomed);
      const coloured = isDark.matches ? text.replace(/#[0-9a-f]{6}/g, (colour) => colours[colour] || colour) : text;
      view?.finalize();
      view = await window.vegaEmbed(field, JSON.parse(coloured), {
        ...embedOptions,
        ast: true,
        actions: false,
        defaultStyle: false,
        renderer: "svg",
        tooltip: show,
      });
      field.querySelector("svg").setAttribute("aria-hidden", "true");
      await highlight();
    }

    const highlight = () => view.view.signal("hervor", choice.value).runAsync();

    choice.addEventListener("change", async () => {
      await highlight();
      const chosen = names.find(([name]) => name === choice.value);
      message.textContent = chosen ? chosen[1].replaceAll("\n", ", ").replace(", ", ": ") : words.even;
    });

    const end = () => {
      tip.hidden = true;
      view?.finalize();
      for (const condition of [isDark, phone]) condition.removeEventListener("change", draw);
      field.remove();
      prompt.remove();
      picture.hidden = false;
    };

    try {
      await draw();
    } catch (error) {
      end();
      throw error;
    }
    picture.hidden = true;
    for (const condition of [isDark, phone]) condition.addEventListener("change", draw);
    return { end };
  }

  for (const picture of document.querySelectorAll("picture[data-interactive]")) prepare(picture);
})();
