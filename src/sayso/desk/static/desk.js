// Keys, copying, dropping, and text and cards that show each other. All of it can be done without a script, too.
"use strict";

const items = () => [...document.querySelectorAll("[data-item]")];
const told = document.getElementById("told");
let here = null;

function tell(words) {
  told.textContent = words;
  setTimeout(() => { told.textContent = ""; }, 2500);
}

function stand(item) {
  if (here) here.classList.remove("is-here");
  here = item;
  if (!item) return;
  item.classList.add("is-here");
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
  if (item.classList.contains("card")) light(item.dataset.n, true);
}

function step(by) {
  const all = items();
  if (!all.length) return;
  const at = all.indexOf(here);
  stand(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))]);
}

// A document's text and its cards.
function light(number, fromCard) {
  for (const lit of document.querySelectorAll(".is-lit, .is-chosen")) lit.classList.remove("is-lit", "is-chosen");
  const card = document.getElementById("c" + number);
  const pieces = [...document.querySelectorAll(".seg[data-n]")].filter((piece) => piece.dataset.n.split(" ").includes(number));
  for (const piece of pieces) piece.classList.add("is-lit");
  if (card) card.classList.add("is-chosen");
  const other = fromCard ? pieces[0] : card;
  if (other) other.scrollIntoView({ block: "center" });
}

async function copy(item) {
  const words = item.dataset.cite;
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    const field = document.createElement("textarea");
    field.value = words;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  tell("Citation copied.");
}

// Characters are counted as the library counts them: code points, not UTF-16 units.
function place(node, offset) {
  const piece = (node.nodeType === 3 ? node.parentElement : node).closest(".seg");
  if (!piece) return null;
  const before = node.nodeType === 3 ? node.data.slice(0, offset) : "";
  return Number(piece.dataset.start) + [...before].length;
}

function correctSelected() {
  const link = (here && here.querySelector("[data-span]")) || document.querySelector(".is-chosen [data-span]");
  const selection = getSelection();
  if (!link || !selection.rangeCount || selection.isCollapsed) {
    tell("Select words of the text, and the card they belong to.");
    return;
  }
  const range = selection.getRangeAt(0);
  const start = place(range.startContainer, range.startOffset);
  const end = place(range.endContainer, range.endOffset);
  if (start === null || end === null || end <= start) return;
  location.href = link.href + "&value=" + start + "-" + end;
}

function press(key) {
  const inside = here && here.querySelector(`[data-key="${key}"]`);
  const target = inside || document.querySelector(`[data-key="${key}"]:not([data-item] *)`);
  if (target) target.click();
  return Boolean(target);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const field = event.target.closest("input, textarea, select");
  if (field) {
    if (event.key === "Escape") field.blur();
    return;
  }
  if (document.querySelector("dialog[open]")) return;
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    "/": () => {
      const search = document.querySelector("[data-search]");
      if (search) search.focus(); else location.href = "/search";
    },
    "?": () => document.getElementById("keys").showModal(),
    i: () => { location.href = "/"; },
    e: () => { location.href = "/events"; },
    a: () => { location.href = "/add"; },
    x: correctSelected,
    c: () => { if (here && here.dataset.cite) copy(here); },
    s: () => press("s"),
    d: () => press("d"),
    u: () => { if (!press("u")) document.getElementById("undo-last").submit(); },
  };
  if (event.key === "Enter" && here && event.target === here) {
    const link = here.querySelector("[data-open]");
    if (link) link.click();
  } else if (keys[event.key]) {
    keys[event.key]();
  } else {
    return;
  }
  event.preventDefault();
});

document.addEventListener("focusin", (event) => {
  const item = event.target.closest("[data-item]");
  if (item && item !== here) {
    if (here) here.classList.remove("is-here");
    here = item;
    here.classList.add("is-here");
  }
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (button) { copy(button.closest("[data-cite]")); return; }
  if (!getSelection().isCollapsed) return;
  const piece = event.target.closest(".seg[data-n]");
  if (piece) { light(piece.dataset.n.split(" ").pop(), false); return; }
  const card = event.target.closest(".card");
  if (card && !event.target.closest("a, button, summary, input")) light(card.dataset.n, true);
});
for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;

// Files that are dropped go into the form; on a page without one, to the page that has it.
for (const name of ["dragover", "drop"]) {
  document.addEventListener(name, (event) => {
    if (!event.dataTransfer || ![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    document.body.classList.toggle("is-over", name === "dragover");
    if (name === "drop") take(event.dataTransfer.files);
  });
}
document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) document.body.classList.remove("is-over"); });

async function take(files) {
  const form = document.querySelector("form[data-drop]");
  if (form) {
    form.querySelector("input[type=file]").files = files;
    form.submit();
    return;
  }
  const csrf = document.querySelector("input[name=csrf]");
  const body = new FormData();
  body.append("csrf", csrf.value);
  for (const file of files) body.append("files", file);
  tell("Sending…");
  const answer = await fetch("/add", { method: "POST", body });
  if (answer.redirected || !answer.ok) location.href = answer.redirected ? answer.url : "/add";
}

// Progress of an addition.
const progress = document.querySelector("[data-progress]");
if (progress) {
  const bar = document.querySelector("progress");
  const ask = async () => {
    try {
      const state = await (await fetch(progress.dataset.progress)).json();
      bar.value = state.done;
      progress.textContent = `${state.done} of ${state.total} texts; you may leave this page.`;
      if (state.finished) { location.reload(); return; }
    } catch { /* asked again */ }
    setTimeout(ask, 700);
  };
  setTimeout(ask, 400);
}

const sought = document.querySelector(".is-chosen, #sought, .sought");
if (sought && (location.hash === "#sought" || !location.hash)) {
  const first = document.querySelector(".sought") || sought;
  first.scrollIntoView({ block: "center" });
}

// On a narrow screen the row of pages is wider than it: begin with the page that is open.
const current = document.querySelector(".bar nav [aria-current]");
if (current) current.parentElement.scrollLeft = current.offsetLeft - current.parentElement.offsetLeft - 24;
