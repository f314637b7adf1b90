// Two figures as a dossier takes them: what the page's own script draws of the address, for reading alone.
window.fokusHeftStand = { ...window.fokusHeftStand, vergleich: async (found, stage) => {
  const { page, base, address, marksOf } = found;
  const tool = document.importNode(page.getElementById("vergleich"), true);
  const here = (name) => new URL(tool.dataset[name], base + address).href;
  const [figures, geometry] = await Promise.all([loadFigures(here("figures")), loadJson(here("geometry"))]);
  tool.dataset.root = base;
  tool.hidden = false;
  stage.replaceChildren(tool);
  const { fromAddress, show } = createVergleich(tool, figures, geometry);
  fromAddress(new URL(base + address).search);
  show();
  if (!tool.querySelector("#vergleich-ort").value) tool.querySelector(".vergleich-auskunft").remove();
  const dots = tool.querySelector(".vergleich-punkte svg");
  dots?.setAttribute("role", "img");
  dots?.removeAttribute("aria-activedescendant");
  for (const dot of tool.querySelectorAll("[role=option]")) for (const name of ["role", "aria-selected", "aria-label"]) dot.removeAttribute(name);
  stage.replaceChildren();
  return { ...found, ...marksOf(tool), title: tool.querySelector("#vergleich-beide").textContent, above: [], sources: [tool.querySelector(".vergleich-quellen").textContent] };
} };
