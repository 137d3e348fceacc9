// Keys for lists: j and k move through the rows of [data-keys], Enter opens one; "/" goes to the search, f to the filter of a list.
"use strict";

const rows = () => [...document.querySelectorAll("[data-keys] [data-row]")];
const writing = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;

function move(by) {
  const all = rows();
  if (all.length === 0) return;
  const here = all.findIndex((row) => row === document.activeElement || row.contains(document.activeElement));
  const next = here === -1 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(here + by, 0), all.length - 1);
  all[next].focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || writing(event.target)) return;
  if (event.key === "j") move(1);
  else if (event.key === "k") move(-1);
  else if (event.key === "/") {
    const search = [...document.querySelectorAll("[data-search]")].find((field) => field.checkVisibility());
    if (!search) return;
    event.preventDefault();
    search.focus();
  } else if (event.key === "f") {
    const filter = document.querySelector("main [data-search]");
    if (!filter) return;
    event.preventDefault();
    filter.focus();
  }
});
