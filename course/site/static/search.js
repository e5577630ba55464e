// Sphinx's search would keep the words in the browser, to mark them on the page that is opened. Nothing is kept here.
const SPHINX_HIGHLIGHT_ENABLED = false;

// Screen readers hear how many pages were found, and not the whole list.
document.addEventListener("DOMContentLoaded", () => {
  const results = document.getElementById("search-results");
  new MutationObserver(() => {
    results.querySelector(".search-summary")?.setAttribute("role", "status");
  }).observe(results, { childList: true });
});
