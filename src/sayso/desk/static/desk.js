// Keys, copying, and text and cards that show each other. All of it can be done without a script, too.
"use strict";

const items = () => [...document.querySelectorAll("[data-item]")];
const told = document.getElementById("told");
let here = null;

let untell = 0;
function tell(words, stays = false) {
  clearTimeout(untell);
  told.textContent = words;
  if (!stays) untell = setTimeout(() => { told.textContent = ""; }, 3500);
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

// What is selected in the text; a tap on a link lets go of it, and is told from a tap on the text by where it lands.
let chosen = null;
document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  const text = document.getElementById("text");
  if (!text || !selection.rangeCount || !text.contains(selection.anchorNode)) return;
  const range = selection.getRangeAt(0);
  const start = place(range.startContainer, range.startOffset);
  const end = place(range.endContainer, range.endOffset);
  chosen = start === null || end === null || end <= start ? null : `${start}-${end}`;
});

function correctSelected() {
  const link = (here && here.querySelector("[data-span]")) || document.querySelector(".is-chosen [data-span]");
  if (!link || !chosen) { tell("Select words of the text, and the card they belong to."); return; }
  location.href = link.href + "&value=" + chosen;
}

function press(key) {
  const inside = here && here.querySelector(`[data-key="${key}"]`);
  const target = inside || document.querySelector(`[data-key="${key}"]:not([data-item] *)`);
  if (target) target.click();
  return Boolean(target);
}

// A key that decides needs something to decide on: what to do first is told where there is nothing.
function decide(key) {
  if (press(key)) return;
  const there = document.querySelector(`[data-item] [data-key="${key}"]`);
  tell(!there ? "There is nothing here to say that of." : here ? "This one has nothing to compare with." : "Choose a wording first, with j or k.");
}

function why() {
  const section = document.getElementById("why");
  if (section) { section.scrollIntoView(); section.querySelector("summary, a")?.focus({ preventScroll: true }); return; }
  const link = here && here.querySelector('[data-open][href^="/claims/"]');
  if (link) location.href = link.href + "#why"; else tell("Choose a claim first, with j or k.");
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
    w: why,
    c: () => { if (here && here.dataset.cite) copy(here); else tell(document.querySelector("[data-cite]") ? "Choose what to cite first, with j or k." : "There is nothing here to cite."); },
    s: () => decide("s"),
    d: () => decide("d"),
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
  const span = event.target.closest("[data-span]");
  if (span && chosen) { event.preventDefault(); location.href = span.href + "&value=" + chosen; return; }
  const button = event.target.closest("[data-copy]");
  if (button) { copy(button.closest("[data-cite]")); return; }
  if (!getSelection().isCollapsed) return;
  const piece = event.target.closest(".seg[data-n]");
  if (piece) { light(piece.dataset.n.split(" ").pop(), false); return; }
  const card = event.target.closest(".card");
  if (card && !event.target.closest("a, button, summary, input")) light(card.dataset.n, true);
});
for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;

// What is folded on the screen is wanted on paper.
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("main details:not([open])")];
  for (const item of folded) item.open = true;
});
addEventListener("afterprint", () => { for (const item of folded) item.open = false; });

const sought = document.querySelector(".is-chosen, #sought, .sought");
if (sought && (location.hash === "#sought" || !location.hash)) {
  const first = document.querySelector(".sought") || sought;
  first.scrollIntoView({ block: "center" });
}

// On a narrow screen the row of pages is wider than it: begin with the page that is open.
const current = document.querySelector(".bar nav [aria-current]");
if (current) current.parentElement.scrollLeft = current.offsetLeft - current.parentElement.offsetLeft - 24;
