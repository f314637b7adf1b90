// Places side by side as a dossier takes them: what the page's own script makes of the address.
window.fokusHeftStand = { ...window.fokusHeftStand, ortsvergleich: async (found) => {
  const { page, base, address, marksOf } = found;
  const tool = page.getElementById("ortsvergleich");
  const figures = await loadFigures(new URL(tool.dataset.figures, base + address).href);
  tool.dataset.root = base;
  const { fromAddress, show } = createOrtsvergleich(tool, figures);
  fromAddress(new URL(base + address).search);
  show();
  const title = page.getElementById("ortsvergleich-titel").textContent;
  if (!title) return found;
  return { ...found, ...marksOf(tool), title, above: [], sources: [page.querySelector(".ortsvergleich-quellen").textContent.replace(/^\w+: /, "")] };
} };
