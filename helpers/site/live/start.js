// Runs before JupyterLite on a live page: where answers are kept, which copy of the site this is, and what the reader
// is told while the lesson starts.
const notebook = new URLSearchParams(location.search).get("path") ?? "";
// A translated lesson has its language before the ending; what this page itself says keeps its own.
const told = JSON.parse(document.getElementById("course-words").textContent);
const own = /\.([a-z]{2,3})\.ipynb$/.exec(notebook)?.[1];
if (own) Object.assign(document.documentElement, { lang: own, dir: told.rightToLeft.includes(own) ? "rtl" : "ltr" });

// Whether the browser keeps anything for this page: not in some private windows, not where its storage is full.
async function keepsFiles() {
  if (!navigator.serviceWorker && !crossOriginIsolated) throw new Error("no way from Python to the browser's files");
  const name = "course-probe";
  const opened = await new Promise((done, failed) => {
    const asked = indexedDB.open(name);
    asked.onupgradeneeded = () => asked.result.createObjectStore("kept");
    asked.onsuccess = () => done(asked.result);
    asked.onerror = asked.onblocked = () => failed(asked.error);
  });
  try {
    await new Promise((done, failed) => {
      const change = opened.transaction("kept", "readwrite");
      change.objectStore("kept").put("x".repeat(100_000), "probe");
      change.oncomplete = done;
      change.onabort = change.onerror = () => failed(change.error);
    });
  } finally {
    opened.close();
    indexedDB.deleteDatabase(name);
  }
}

// The lesson then runs from the page's memory, and Python is told, so that no answer is said to be saved.
function liveInMemory(problem) {
  console.warn(problem);
  const memory = ["memoryStorageDriver"];
  const python = new URL(`../python/${told.python}`, location.href);
  python.searchParams.set("forgetful", notebook.split("/").slice(0, -1).join("/"));
  const settings = {
    enableMemoryStorage: "true",
    contentsStorageDrivers: memory,
    settingsStorageDrivers: memory,
    workspacesStorageDrivers: memory,
    litePluginSettings: {
      "@jupyterlite/pyodide-kernel-extension:kernel": { pyodideUrl: python.href },
    },
  };
  const ask = window.fetch;
  window.fetch = async (asked, options) => {
    const answer = await ask(asked, options);
    if (!String(asked).endsWith("/specta/jupyter-lite.json")) return answer;
    const page = await answer.json();
    Object.assign(page["jupyter-config-data"], settings);
    return new Response(JSON.stringify(page));
  };
  told.starting = told.offline = isSecureContext ? told.forgetful : told.insecure;
}

// The service worker hands the kernel what the browser keeps: without it a lesson could keep no answers unless the
// host sends two special headers, which few static hosts can. It is here before anything else starts, and stays:
// specta 0.5.3 asks for it under a name that is no file ("[object Object]"), and JupyterLite on a second visit drops
// it and takes it again, just while a lesson asks for its first files.
async function takeServiceWorker() {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  const registered = await workers.register("../service-worker.js").catch((problem) => {
    if (!crossOriginIsolated) throw problem;
  });
  if (!registered) return;
  workers.register = async () => registered;
  workers.getRegistrations = async () => [];
  if (!workers.controller) {
    await new Promise((done) => {
      workers.addEventListener("controllerchange", done, { once: true });
      setTimeout(done, 3000);
    });
  }
}

// A browser may hold some files of an earlier edition beside new ones. The edition is asked for past every cache; if it
// is not this page's, whatever has no content in its name is fetched anew, and the page starts again, once.
async function takeOneEdition() {
  const asked = { cache: "no-store", signal: AbortSignal.timeout(5000) };
  const served = await (await fetch("../edition.json", asked)).json();
  const tried = sessionStorage.getItem("course-edition");
  if (served.edition === told.edition || tried === served.edition) return;
  sessionStorage.setItem("course-edition", served.edition);
  await Promise.all(served.unnamed.map((name) => fetch(`../${name}`, { cache: "reload" })));
  location.reload();
  await new Promise(() => {}); // nothing of this copy starts any more
}

const goOn = (problem) => console.warn(problem); // offline, or storage denied: what is here is all there is
const kept = keepsFiles().then(takeServiceWorker).catch(liveInMemory);
window.courseReady = Promise.all([kept, takeOneEdition().catch(goOn)]);

// JupyterLite turns a link to another notebook into the address of its file, and a widget's stands as it was written:
// each becomes the address of a live page, so that it opens in a new tab, too, and the browser's Back leads back.
const files = new URL("../files/", location.href).pathname;
function leadToLivePages(root) {
  for (const link of root.querySelectorAll("a[href]")) {
    const asked = new URL(link.getAttribute("href"), new URL(files + notebook, location.origin));
    if (asked.origin !== location.origin || !asked.pathname.startsWith(files)) continue;
    const path = decodeURIComponent(asked.pathname.slice(files.length));
    if (!path.endsWith(".ipynb")) continue;
    link.href = `index.html?path=${encodeURIComponent(path)}${asked.hash}`;
    link.removeAttribute("target");
  }
}

// JupyterLab would open the notebook beside this one, in half of the window, at an address that stays.
addEventListener(
  "click",
  (event) => {
    const link = event.target.closest?.("a[href^='index.html?path=']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    location.assign(link.href);
  },
  { capture: true },
);

// What JupyterLite shows is a panel among others. Here it is the page: its main part, named by the lesson's title, and
// the keyboard's arrows scroll it without a click before. JupyterLab's names of cells are no help to anybody who reads.
function makeItThePage(root) {
  const panel = root.querySelector(".jp-specta-notebook-panel");
  const heading = panel?.querySelector("h1");
  if (!heading) return;
  if (document.activeElement === document.body) panel.focus({ preventScroll: true });
  if (panel.role !== "main") {
    panel.role = "main";
    panel.removeAttribute("aria-label");
    const words = [...heading.childNodes].filter((node) => !node.matches?.(".jp-InternalAnchorLink"));
    document.title = `${words.map((node) => node.textContent).join("")} · ${document.title}`;
  }
  for (const cell of panel.querySelectorAll(".jp-MarkdownCell[aria-label]")) cell.removeAttribute("aria-label");
  for (const table of panel.querySelectorAll(".jp-MarkdownOutput table")) tables.observe(table);
}

// A table wider than the page can be moved by keyboard, too; one that fits is no stop for the Tab key.
const tables = new ResizeObserver((seen) => {
  for (const { target: table } of seen) {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
    else table.removeAttribute("tabindex");
  }
});

addEventListener("DOMContentLoaded", () => {
  const line = document.getElementById("course-start");
  const say = (words) => {
    if (line.textContent !== words) line.textContent = words;
    line.hidden = !words;
  };
  let most = 0;
  new ResizeObserver(() => {
    most = Math.max(most, line.offsetHeight);
    document.documentElement.style.setProperty("--course-start-now", `${line.offsetHeight}px`);
    document.documentElement.style.setProperty("--course-start-most", `${most}px`);
  }).observe(line);
  say(told.loading);
  const slow = setTimeout(() => say(told.slow), 60_000);
  let ready = false;
  const watch = new MutationObserver(() => {
    if (document.querySelector(".res-view")) {
      clearTimeout(slow);
      if (!ready) say("");
      ready = true;
    } else if (document.querySelector(".jp-Cell")) {
      say(told.starting);
    }
    leadToLivePages(document.body);
    makeItThePage(document.body);
  });
  watch.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["href"] });
  addEventListener("offline", () => say(ready ? told.offline : told.offlineEarly));
  addEventListener("online", () => (ready ? say("") : location.reload())); // what failed to load is asked for again
});
