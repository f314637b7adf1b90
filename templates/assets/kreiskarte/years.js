// The years of the Kreiskarte: a slider that stops only where there are figures, and plays.
function createYears({ phrases: { map: words } }, root, onYear) {
  const box = root.querySelector(".kreiskarte-jahre");
  const slider = document.getElementById("kreiskarte-jahr");
  const button = box.querySelector("button");
  const ticks = box.querySelector(".kreiskarte-striche");
  const breakLine = box.querySelector("[data-break]");
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const DURATION = 1100;
  let years = [];
  let year = 0;
  let clock = 0;

  const span = () => Math.max(1, years[years.length - 1] - years[0]);
  // The thumb's middle goes from half its width to that far from the other end.
  const placeOf = (one) => `calc(.75rem + ${(one - years[0]) / span()} * (100% - 1.5rem))`;

  function show(view) {
    const areNew = view.years.join() !== years.join();
    years = view.years;
    year = view.year;
    const several = years.length > 1;
    box.querySelector("[data-several]").hidden = !several;
    const single = box.querySelector("[data-single]");
    single.hidden = several;
    single.textContent = years.length ? fill(words.only_year, { year }) : words.no_year;
    showBreaks(view.indikator);
    if (!several) return;
    slider.min = years[0];
    slider.max = years[years.length - 1];
    slider.value = year;
    slider.setAttribute("aria-valuetext", String(year));
    if (areNew) drawTicks(view.indikator);
    for (const tick of ticks.children) {
      const own = Number(tick.dataset.year);
      tick.classList.toggle("jetzt", own === year);
      tick.classList.toggle("weicht", own !== year && Math.abs(own - year) / span() < 0.14); // its name would lie on that of the year
    }
  }

  function drawTicks(indikator) {
    const broken = (indikator.brueche || []).map((breakYear) => years.find((one) => one >= breakYear));
    ticks.replaceChildren(...years.map((one, index) => {
      const tick = document.createElement("span");
      tick.dataset.year = one;
      tick.style.left = placeOf(one);
      tick.append(Object.assign(document.createElement("b"), { textContent: one }));
      tick.classList.toggle("ende", index === 0 || index === years.length - 1);
      tick.classList.toggle("bruch", index > 0 && broken.includes(one));
      return tick;
    }));
  }

  // Only breaks between years one can choose are told.
  function showBreaks(indikator) {
    const sentences = (indikator.brueche || []).flatMap((breakYear, index) =>
      breakYear > years[0] && breakYear <= years[years.length - 1]
        ? [fill(words.break, { year: breakYear, reason: indikator.gruende[index].replace(/[.\s]+$/, "") })] : []);
    breakLine.hidden = !sentences.length;
    breakLine.textContent = sentences.join(" ");
  }

  // The year meant: the nearest with figures, but a step never ends where it began.
  function meant(value) {
    const nearest = years.reduce((a, b) => (Math.abs(b - value) < Math.abs(a - value) ? b : a));
    if (nearest !== year || value === year) return nearest;
    const index = years.indexOf(year) + Math.sign(value - year);
    return years[Math.max(0, Math.min(years.length - 1, index))];
  }

  function showButton(isRunning) {
    button.setAttribute("aria-label", isRunning ? words.stop : isCalm ? words.next_year : words.play);
    button.querySelector("path").setAttribute("d", isRunning ? "M3 2h4v12H3zM9 2h4v12H9z" : isCalm ? "M3 2l7 6-7 6zM11 2h2v12h-2z" : "M4 2l9 6-9 6z");
  }

  function stop() {
    if (!clock) return;
    clearInterval(clock);
    clock = 0;
    showButton(false);
    onYear(year, true);
  }

  const step = (done) => onYear(years[(years.indexOf(year) + 1) % years.length], done);

  function playYears() {
    if (clock) return stop();
    if (isCalm) return step(true);
    showButton(true);
    step(false);
    clock = setInterval(() => (year === years[years.length - 1] ? stop() : step(false)), DURATION);
  }

  slider.addEventListener("input", () => {
    stop();
    const changed = meant(Number(slider.value));
    if (changed === year) slider.value = year;
    else onYear(changed, false);
  });
  slider.addEventListener("change", () => onYear(year, true));
  button.addEventListener("click", playYears);
  showButton(false);
  return { show, stop };
}
