// The one live widget of the course. Python renders HTML from a state; this file shows it,
// tells Python what the reader did with a native control, and morphs the page to the next HTML,
// so that focus, selection and live regions survive. It stands behind idiomorph in one module.

const PATIENCE = 10_000; // ms without any answer from Python before the reader is told

// The number of the latest event. Python names the event that its HTML answers: HTML that answers an earlier one
// is stale, and showing it would take back what the reader has ticked or typed since.
let sent = 0;

// In JupyterLab's single-document mode a link between lessons changes the page behind an address that stays:
// "back" then leads nowhere. A plain navigation keeps the browser's own buttons working.
function followLessonLinks() {
  const mark = document.documentElement.dataset;
  if (mark.resLinks || !location.pathname.includes("/doc/tree/")) return;
  mark.resLinks = "true";
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.(".jp-RenderedMarkdown a, .jp-MarkdownOutput a");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      // JupyterLab writes a link to a notebook in one of two forms: a command with a path, or the file's address.
      const command = link.getAttribute("commandLinker-args");
      const address = link.origin === location.origin ? link.pathname : "";
      const notebook = command ? JSON.parse(command).path : address.split(/\/(?:files|doc\/tree)\//)[1];
      if (!notebook?.endsWith(".ipynb")) return;
      event.preventDefault();
      event.stopPropagation();
      location.assign(`${location.pathname.split("/doc/tree/")[0]}/doc/tree/${notebook}`);
    },
    { capture: true },
  );
}

// JupyterLab says that everything it shows is English. The prose of a lesson in another language is not.
function sayTheLanguage(el, around) {
  if (around.lang !== "en") Object.assign(el.closest(LESSON) ?? {}, around);
}
const LESSON = ".jp-Notebook, .specta-article-host-widget, .specta-slides-host-widget";

// What the reader has folded out stays open, and what is folded stays so, whatever the next page says.
const FOLDED = {
  beforeAttributeUpdated: (name, element) => !(name === "open" && element.tagName === "DETAILS"),
};

function download({ name, text }) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

// Scrolls the box that the element stands in, never the page: nothing under the reader's eyes may jump.
function bringIntoView(element) {
  const box = element?.closest("[tabindex]");
  if (!box) return;
  const above = element.getBoundingClientRect().top - box.getBoundingClientRect().top;
  const below = above + element.offsetHeight - box.clientHeight;
  if (above < 0) box.scrollTop += above;
  else if (below > 0) box.scrollTop += Math.min(below, above);
}

function valueOf(control, root) {
  if (control.type !== "checkbox") return control.value;
  const group = [...root.querySelectorAll(`input[type=checkbox][name="${CSS.escape(control.name)}"]`)];
  return group.filter((box) => box.checked).map((box) => box.value);
}

function render({ model, el }) {
  followLessonLinks();
  const root = document.createElement("div");
  root.className = "res-view";
  Object.assign(root, { lang: model.get("lang"), dir: model.get("dir") });
  root.dataset.lmSuppressShortcuts = "true"; // typing here must not trigger JupyterLab's single-key shortcuts
  const lost = Object.assign(document.createElement("p"), { className: "res-notice", hidden: true });
  lost.setAttribute("role", "alert");
  root.innerHTML = model.get("html");
  el.append(root, lost);
  requestAnimationFrame(() => sayTheLanguage(el, model.get("around")));

  let waiting = null;
  const answered = () => {
    clearTimeout(waiting);
    waiting = null;
    lost.hidden = true;
    lost.textContent = "";
  };
  // What says "Saved" speaks of what Python has on the disk: it falls silent as soon as the reader changes anything.
  const unsettle = () => root.querySelectorAll("[data-settled]").forEach((said) => said.replaceChildren());
  // A control's new value replaces its earlier one, should the two arrive in the wrong order; a click adds to others.
  const send = (name, value, replaces = false) => {
    unsettle();
    sent = Math.max(sent, model.get("seq")) + 1;
    model.send({ name, value, seq: sent, replaces });
    waiting ??= setTimeout(() => {
      lost.textContent = model.get("lost");
      lost.hidden = false;
    }, PATIENCE);
  };

  let typed = null; // a control whose latest text has not been sent yet, and the timer that will send it
  const flush = () => {
    if (!typed) return;
    clearTimeout(typed.timer);
    send(typed.control.name, typed.control.value, true);
    typed = null;
  };
  root.addEventListener("click", (event) => {
    const target = event.target.closest("[data-send]");
    if (!target || !root.contains(target)) return;
    const inner = event.target.closest("a, button, input, select, textarea, summary, label");
    if (inner && inner !== target) return; // a control inside a clickable paragraph speaks for itself
    if (inner !== target && String(getSelection())) return; // the reader is selecting text to copy
    flush();
    const several = event.shiftKey ? run(anchor, target) : null;
    send(target.dataset.send, several ?? target.value ?? target.dataset.value ?? "");
    anchor = target;
  });
  // Words to mark: one stop for the Tab key, arrow keys within; dragging, or Shift with a click, takes a whole run.
  let anchor = null;
  const run = (from, to) =>
    from && from !== to && from.parentElement === to.parentElement && to.closest("[data-roving]")
      ? `${from.value}-${to.value}`
      : null;
  root.addEventListener("keydown", (event) => {
    const group = event.target.closest("[data-roving]");
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1, Home: -Infinity, End: Infinity }[event.key];
    if (!group || !step || event.ctrlKey || event.metaKey || event.altKey) return;
    const stops = [...group.querySelectorAll("button")];
    const to = stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(event.target) + step))];
    event.preventDefault();
    to?.focus();
  });
  root.addEventListener("pointerdown", (event) => {
    const word = event.target.closest("[data-roving] button");
    if (word) word.releasePointerCapture?.(event.pointerId); // a finger's pointer is captured by itself
    pressed = word;
  });
  root.addEventListener("pointerup", (event) => {
    const word = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-roving] button");
    const value = word && run(pressed, word);
    pressed = null;
    if (!value) return;
    send(word.dataset.send, value);
    anchor = word;
  });
  let pressed = null;
  root.addEventListener("change", async (event) => {
    const control = event.target;
    if (control.type === "file") {
      const file = control.files[0];
      if (!file) return;
      const text = file.size > model.get("limit") ? null : await file.text();
      control.value = "";
      send(control.name, { name: file.name, size: file.size, text });
    } else if (control.name && !("live" in control.dataset)) {
      send(control.name, valueOf(control, root), true);
    }
  });
  root.addEventListener("input", (event) => {
    const control = event.target;
    if (!("live" in control.dataset)) return;
    if (typed && typed.control !== control) flush();
    clearTimeout(typed?.timer);
    unsettle();
    typed = { control, timer: setTimeout(flush, Number(control.dataset.live)) };
  });
  root.addEventListener("focusout", flush);
  addEventListener("pagehide", flush);

  const show = () => {
    answered();
    if (model.get("seq") < sent) return;
    Idiomorph.morph(root, model.get("html"), { morphStyle: "innerHTML", ignoreActiveValue: true, callbacks: FOLDED });
    bringIntoView(root.querySelector("[data-into-view]"));
  };
  const told = (message) => {
    answered();
    if (message.kind === "download") download(message);
  };
  const back = () => {
    if (document.visibilityState === "visible" && root.querySelector("[data-refresh]")) send("refresh", "");
  };
  model.on("change:seq", show);
  model.on("msg:custom", told);
  document.addEventListener("visibilitychange", back);
  addEventListener("focus", back);
  return () => {
    answered();
    model.off("change:seq", show);
    model.off("msg:custom", told);
    document.removeEventListener("visibilitychange", back);
    removeEventListener("focus", back);
    removeEventListener("pagehide", flush);
  };
}

export default { render };
