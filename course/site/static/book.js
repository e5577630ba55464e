document.addEventListener("DOMContentLoaded", () => {
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
