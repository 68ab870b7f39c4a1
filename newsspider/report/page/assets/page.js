// Language, appearance, and tables that sort and filter. Works from a file, asks for nothing.
"use strict";

const root = document.documentElement;
const listeners = [];
/** Calls `redraw` whenever what charts are drawn by has changed: language, colours, paper. */
function onLook(redraw) { listeners.push(redraw); }
function redrawAll() { listeners.forEach((redraw) => redraw()); }

/** Returns a phrase of `words.toml` in the language of the page; spans of both where it has none. */
function say(words, key) { return words[key][root.lang]; }

function press(name, value) {
  document.querySelectorAll(`[data-${name}]`).forEach((button) => {
    if (button.tagName === "BUTTON") button.setAttribute("aria-pressed", button.dataset[name] === value);
  });
}

function choose(name, value, apply) {
  apply(value);
  press(name, value);
  redrawAll();
}

const looks = {
  language: (value) => { root.lang = value; },
  theme: (value) => {
    if (value === "auto") root.removeAttribute("data-theme");
    else root.dataset.theme = value;
  },
};

for (const name of ["language", "theme"]) {
  document.querySelectorAll(`button[data-${name}]`).forEach((button) => {
    button.addEventListener("click", () => choose(name, button.dataset[name], looks[name]));
  });
}
press("language", root.lang);
press("theme", "auto");
document.querySelectorAll(".tools").forEach((tools) => { tools.hidden = false; });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redrawAll);

const LEAST = 9; // rows from which on a filter is of use

/** Returns what a cell is sorted by: its number, else its text as it is shown. */
function key(cell) {
  const given = cell.dataset.sort;
  return given === undefined ? cell.innerText.trim() : Number(given);
}

function compare(one, other) {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one).localeCompare(String(other), root.lang, { numeric: true });
}

function sort(table, column, heading) {
  const falls = heading.classList.contains("n") ? heading.getAttribute("aria-sort") !== "descending"
    : heading.getAttribute("aria-sort") === "ascending";
  table.querySelectorAll("th[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
  heading.setAttribute("aria-sort", falls ? "descending" : "ascending");
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row) => [key(row.cells[column]), row]);
  rows.sort((one, other) => (falls ? compare(other[0], one[0]) : compare(one[0], other[0])));
  body.append(...rows.map((row) => row[1]));
}

function makeSortable(table) {
  [...table.tHead.rows[0].cells].forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    button.addEventListener("click", () => sort(table, column, heading));
    heading.append(button);
  });
}

function makeFilterable(listing, table, words) {
  const rows = [...table.tBodies[0].rows];
  if (rows.length < LEAST || !words) return;
  const label = document.createElement("label");
  label.className = "sieve";
  const name = document.createElement("span");
  const input = document.createElement("input");
  input.type = "search";
  const told = document.createElement("span");
  told.setAttribute("role", "status");
  onLook(() => { name.textContent = say(words, "ui.filter"); });
  input.addEventListener("input", () => {
    const sought = input.value.trim().toLowerCase();
    const kept = rows.filter((row) => {
      row.hidden = !row.innerText.toLowerCase().includes(sought) && !row.textContent.toLowerCase().includes(sought);
      return !row.hidden;
    });
    told.textContent = sought
      ? say(words, "ui.rows").replace("{shown}", kept.length).replace("{all}", rows.length) : "";
  });
  label.append(told, name, input);
  listing.querySelector("h3").after(label);
}

const block = document.getElementById("data");
const data = block ? JSON.parse(block.textContent) : null;
document.querySelectorAll(".listing").forEach((listing) => {
  const table = listing.querySelector("table");
  makeSortable(table);
  makeFilterable(listing, table, data && data.words);
});

const links = [...document.querySelectorAll(".contents a")];
if (links.length && "IntersectionObserver" in window) {
  const seen = new IntersectionObserver((entries) => {
    const found = entries.find((entry) => entry.isIntersecting);
    if (!found) return;
    links.forEach((link) => {
      if (link.hash === `#${found.target.id}`) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    });
  }, { rootMargin: "-15% 0px -70% 0px" });
  document.querySelectorAll(".part").forEach((part) => seen.observe(part));
}
if (data) drawCharts(data.charts, data.words, data.outline, onLook);
redrawAll();
