// Which classes a map has, by name and text, each with how many places it has; what is missing comes last.
function classesShown(figures, view) {
  const classes = figures.classesOf(view.indikator, view.level).klassen || [];
  const { texts } = figures.phrases.missing;
  const countOf = (one) => view.classes.filter((other) => other === one).length;
  const names = [...classes, ["fehlt", texts["."]], ["geheim", texts.x]].map(([one, text]) => [one, text, countOf(one)]);
  return names.filter(([, , count], index) => view.level !== "masse" && (index < classes.length || count));
}

// The legend of the Kreiskarte: how many places each class has; who points at one sees them stand out.
function createLegend(figures, sentences, root, areas) {
  const list = root.querySelector(".kreiskarte-legende ul");
  const patterns = document.getElementById("kreiskarte-muster").content;
  let shown = ""; // classes and their names; between years only the numbers change
  const pressed = () => list.querySelector("[aria-pressed=true]");

  function show(view) {
    const items = classesShown(figures, view);
    const wanted = String(items.map(([one, text]) => [one, text]));
    if (wanted !== shown) list.replaceChildren(...items.map(([one, text]) => itemOf(one, text)));
    shown = wanted;
    pressed()?.setAttribute("aria-pressed", "false");
    items.forEach(([, , count], index) => setText(list.children[index].querySelector(".anzahl"), sentences.countOf(view.level, count)));
  }

  function itemOf(one, text) {
    return html("li", { class: one === "fehlt" || one === "geheim" ? "abseits" : "" }, buttonOf(one, text));
  }

  function buttonOf(one, text) {
    const number = html("span", { class: "anzahl" });
    const pattern = patterns.querySelector(`[data-pattern=${one}] svg`).cloneNode(true);
    const button = html("button", { type: "button", "aria-pressed": "false", "data-class": one }, pattern, text, " ", number);
    const goBack = () => areas.emphasise(pressed() ? pressed().dataset.class : "");
    button.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && areas.emphasise(one));
    button.addEventListener("pointerleave", goBack);
    button.addEventListener("focus", () => button.matches(":focus-visible") && areas.emphasise(one));
    button.addEventListener("blur", goBack);
    button.addEventListener("click", () => {
      const wasPressed = button.getAttribute("aria-pressed") === "true";
      pressed()?.setAttribute("aria-pressed", "false");
      button.setAttribute("aria-pressed", String(!wasPressed));
      areas.emphasise(wasPressed ? "" : one);
    });
    return button;
  }

  return { show };
}
