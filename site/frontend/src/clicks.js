// Which result of a search was chosen: its position and page are sent as the reader leaves, each
// once. Nothing about the reader is sent, nothing is stored, and every link works without this.

for (const list of document.querySelectorAll("ol[data-click]")) {
  const chosen = new Set();
  const send = (event) => {
    const hit = event.target.closest("h3 a")?.closest("li[data-page]");
    if (!hit || event.button > 1 || chosen.has(hit)) return;
    chosen.add(hit);
    const position = list.start + [...list.children].indexOf(hit);
    const { page } = hit.dataset;
    navigator.sendBeacon(
      list.dataset.click,
      new URLSearchParams({ q: list.dataset.query, position, page }),
    );
  };
  list.addEventListener("click", send);
  list.addEventListener("auxclick", send);
}
