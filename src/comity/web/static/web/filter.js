// Filters rows as one types: [data-filter] names the rows, whose data-name is searched. Without this, the form does it.
"use strict";

for (const input of document.querySelectorAll("[data-filter]")) {
  const form = input.form;
  const none = form.querySelector("[data-filter-none]");
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
  const shown = () => {
    const sought = fold(input.value.trim());
    let found = 0;
    for (const row of document.querySelectorAll(input.dataset.filter)) {
      row.hidden = !fold(row.dataset.name).includes(sought);
      found += row.hidden ? 0 : 1;
    }
    for (const part of document.querySelectorAll(".filtered")) {
      part.hidden = part.querySelector("[data-name]:not([hidden])") === null;
    }
    none.hidden = found > 0;
  };
  form.querySelector("[data-without-scripts]")?.remove();
  if (new URLSearchParams(location.search).get("q")) continue; // the server narrowed the list already
  input.addEventListener("input", shown);
  form.addEventListener("submit", (event) => event.preventDefault());
}
