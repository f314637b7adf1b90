// Takes the soft hyphens out of what a reader copies: they are for the eye alone, and who looks for
// a word elsewhere would not find it.
function startTrennung() {
  const whole = (text) => text.replaceAll("\u00ad", "");

  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    const text = selection.toString();
    if (event.target.matches?.("input, textarea") || whole(text) === text) return;
    const copied = document.createElement("div");
    for (let number = 0; number < selection.rangeCount; number += 1) {
      copied.append(selection.getRangeAt(number).cloneContents());
    }
    for (const link of copied.querySelectorAll("a[href]")) link.setAttribute("href", link.href);
    event.clipboardData.setData("text/plain", whole(text));
    event.clipboardData.setData("text/html", whole(copied.innerHTML));
    event.preventDefault();
  });
}

startTrennung();
