// Work that may wait until the changed map is painted, a task each, so that nobody waits for it.
// What is still to do when something else is shown was for what was shown before: it is dropped.
function createLater() {
  const PATIENCE = 200; // milliseconds after which a task no longer waits for a quiet moment
  // Safari knows no quiet moments.
  const whenIdle = (task) => (window.requestIdleCallback ? requestIdleCallback(task, { timeout: PATIENCE }) : setTimeout(task));
  let waiting = [];
  let round = 0;

  function start(tasks) {
    waiting = tasks;
    const own = ++round;
    const next = () => {
      if (own !== round || !waiting.length) return;
      waiting.shift()();
      whenIdle(next);
    };
    // Nothing is painted of a page that nobody sees.
    if (document.hidden) setTimeout(next);
    else requestAnimationFrame(() => setTimeout(next));
  }

  // Does at once what is still to do: for paper, and for who needs a part now.
  function finish() {
    while (waiting.length) waiting.shift()();
  }

  addEventListener("beforeprint", finish);
  return { start, finish };
}
