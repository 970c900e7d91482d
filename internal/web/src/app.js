// Opens the record behind a mark beside the text. Without this script a mark is
// a link to the same record further down the page.
const why = document.getElementById("why");
let opener = null;

function light(element, on) {
  element?.classList.toggle("lit", on);
}

function close(refocus) {
  if (!why || why.hidden) return;
  why.hidden = true;
  why.replaceChildren();
  document.querySelectorAll(".text .lit").forEach((e) => light(e, false));
  if (refocus) opener?.focus();
}

function open(id, from) {
  const card = document.getElementById(id);
  if (!why || !card) return false;
  close(false);
  opener = from;
  const copy = card.cloneNode(true);
  copy.removeAttribute("id");
  copy.querySelectorAll("[id]").forEach((e) => e.removeAttribute("id"));
  copy.querySelectorAll(".nested").forEach((e) => e.remove());
  const button = document.createElement("button");
  button.type = "button";
  button.className = "close";
  button.textContent = "Close";
  button.addEventListener("click", () => close(true));
  why.append(button, copy);
  why.hidden = false;
  document.querySelectorAll(`.text a[href="#${CSS.escape(id)}"]`).forEach((e) => light(e, true));
  history.replaceState(null, "", "#" + id);
  copy.focus({ preventScroll: true });
  return true;
}

document.addEventListener("click", (event) => {
  const mark = event.target.closest?.(".text a.m, #why a[href^='#'], .chain a, .beside a");
  if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const id = decodeURIComponent(mark.getAttribute("href").slice(1));
  if (id.startsWith("at")) return; // back into the text
  if (open(id, mark)) event.preventDefault();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") close(true);
});
