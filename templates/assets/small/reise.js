// Marks in the contents of an edition where one reads, and lets the picture of a chapter that has
// several change with its text. Nothing is scrolled; without this script each picture stands by its text.
function startReise() {
  const fold = document.querySelector(".inhalt");
  const now = fold.querySelector(".inhalt-jetzt");
  const links = new Map([...fold.querySelectorAll("a")].map((link) => [decodeURIComponent(link.hash), link]));

  // What crosses a line of the window, so many per cent below its upper edge, is being read.
  function watch(parts, line, read) {
    const observer = new IntersectionObserver(
      (entries) => entries.forEach((entry) => entry.isIntersecting && read(entry.target)),
      { rootMargin: `-${line}% 0px -${100 - line}% 0px` },
    );
    parts.forEach((part) => observer.observe(part));
  }

  function mark(chapter) {
    const link = links.get(`#${chapter.getAttribute("aria-labelledby")}`);
    if (!link) return;
    links.forEach((one) => one.removeAttribute("aria-current"));
    link.setAttribute("aria-current", "true");
    now.textContent = link.textContent;
    // In a column that is longer than the window, but never the window itself.
    const list = fold.parentElement;
    if (list.scrollHeight > list.clientHeight) list.scrollTop = link.offsetTop - list.clientHeight / 2;
  }

  function change(chapter) {
    const steps = [...chapter.children];
    const show = (shown) => steps.forEach((step) => step.classList.toggle("zu-sehen", step === shown));
    // What is in sight stays as it is until it is no more: nothing jumps before one's eyes.
    new IntersectionObserver(([{ isIntersecting }], observer) => {
      if (isIntersecting) return;
      observer.disconnect();
      chapter.classList.add("bereit");
      show(steps[0]);
      watch(steps, 60, show);
      chapter.addEventListener("focusin", ({ target }) => show(target.closest(".schritt")));
    }).observe(chapter);
  }

  // Who sits at a desk may print at any time, and no browser waits for pictures then.
  function fetchAll() {
    if (!matchMedia("(min-width: 58em)").matches || navigator.connection?.saveData) return;
    for (const picture of document.querySelectorAll(".buehne img")) picture.loading = "eager";
  }

  document.querySelectorAll(".wechsel").forEach(change);
  watch(document.querySelectorAll(".reise-weg > section"), 35, mark);
  fold.addEventListener("click", ({ target }) => target.closest("a") && (fold.open = false));
  addEventListener("load", fetchAll);
}

startReise();
