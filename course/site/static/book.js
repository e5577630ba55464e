// What a reader looks for goes behind a #, which a browser keeps to itself: behind a ? it would reach the host and its
// log. Sphinx's search reads it behind a ?, so there it stands for a moment, without anything being asked for.
const put = (words) => history.replaceState(null, "", `${location.pathname}${words}`);
const sought = location.hash.startsWith("#q=") ? location.hash.slice(1) : "";
if (sought) {
  put(`?${sought}`);
  addEventListener("load", () => put(`#${sought}`));
}

document.addEventListener("DOMContentLoaded", () => {
  for (const form of document.querySelectorAll("form[role=search]")) {
    const field = form.querySelector("input");
    field.value = new URLSearchParams(sought).get("q") ?? "";
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const mark = location.protocol === "file:" ? "?" : "#"; // from a disk nothing is sent, and a # is not read
      location.assign(`${form.getAttribute("action")}${mark}${new URLSearchParams({ q: field.value })}`);
    });
  }
  addEventListener("hashchange", () => {
    if (location.hash.startsWith("#q=")) location.reload();
  });

  // The contents stand beside the text where there is room, and fold away above it where there is none.
  const contents = document.getElementById("contents");
  const wide = matchMedia("(min-width: 62rem)");
  const fit = () => { contents.open = wide.matches; };
  fit();
  wide.addEventListener("change", fit);

  // A table wider than the page can be moved by keyboard, too; one that fits is no stop for the Tab key.
  const boxes = new ResizeObserver((seen) => {
    for (const { target: box } of seen) {
      const moves = box.scrollWidth > box.clientWidth && !box.querySelector("[tabindex]");
      const name = [...box.querySelectorAll("caption, figcaption, th")].find((cell) => cell.textContent)?.textContent;
      for (const [key, value] of Object.entries({ tabindex: "0", role: "region", "aria-label": name })) {
        if (moves && name) box.setAttribute(key, value);
        else box.removeAttribute(key);
      }
    }
  });
  document.querySelectorAll(".book-scroll, .cell .output").forEach((box) => boxes.observe(box));
});
