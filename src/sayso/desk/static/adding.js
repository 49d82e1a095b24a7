// Texts come in: dropped, pasted; and how far they are. It tells with desk.js, which is loaded first.
"use strict";

// Files that are dropped go into the form; on a page without one, to the page that has it.
for (const name of ["dragover", "drop"]) {
  document.addEventListener(name, (event) => {
    if (!event.dataTransfer || ![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    document.body.classList.toggle("is-over", name === "dragover");
    if (name === "drop") take(dropped(event.dataTransfer));
  });
}
document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) document.body.classList.remove("is-over"); });

// What was dropped must be asked for at once; a folder then gives its files one level after another.
function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry()).filter(Boolean);
  return entries.length ? Promise.all(entries.map(within)).then((found) => found.flat()) : Promise.resolve([...transfer.files]);
}

async function within(entry) {
  if (entry.isFile) return [await new Promise((done, fail) => entry.file(done, fail))];
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (!some.length) return found;
    for (const item of some) found.push(...await within(item));
  }
}

async function take(coming) {
  let files = [];
  try { files = await coming; } catch { /* told below */ }
  if (!files.length) { tell("There was no file in it that can be read.", true); return; }
  const form = document.querySelector("form[data-drop]");
  if (form) {
    const box = new DataTransfer();
    for (const file of files) box.items.add(file);
    form.querySelector("input[type=file]").files = box.files;
    tell(`${files.length === 1 ? "1 file is" : files.length + " files are"} ready. Say what you know, and press Add.`, true);
    form.querySelector("button.primary").focus();
    return;
  }
  const body = new FormData();
  body.append("csrf", document.querySelector("input[name=csrf]").value);
  for (const file of files) body.append("files", file);
  tell("Sending…", true);
  try {
    const answer = await fetch("/add", { method: "POST", body });
    if (answer.redirected) { location.href = answer.url; return; }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    tell(page.querySelector(".lead")?.textContent || "That was not taken.", true);
  } catch {
    tell("That could not be sent: it is too much at once, or the desk is closed. “Add texts” says how much is taken.", true);
  }
}

// A text that is pasted where there is no field for it is taken to the page that has one.
const PASTED = "sayso-pasted";
const field = document.querySelector("form[data-drop] textarea[name=text]");
document.addEventListener("paste", (event) => {
  if (event.target.closest?.("input, textarea, select") || !event.clipboardData) return;
  if (event.clipboardData.files.length) { take(Promise.resolve([...event.clipboardData.files])); return; }
  const words = event.clipboardData.getData("text/plain");
  if (!words.trim()) return;
  if (field) { field.value = words; field.focus(); return; }
  try { sessionStorage.setItem(PASTED, words); } catch { tell("That is too long to be pasted. Save it as a file, and drop it here.", true); return; }
  location.href = "/add";
});
if (field && sessionStorage.getItem(PASTED) !== null) {
  field.value = sessionStorage.getItem(PASTED);
  sessionStorage.removeItem(PASTED);
  document.querySelector("form[data-drop] input[name=outlet]").focus();
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
