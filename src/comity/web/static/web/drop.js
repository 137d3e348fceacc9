// Drop a file on [data-drop], or choose one: the form is sent at once. Without this, choose and press the button.
"use strict";

for (const zone of document.querySelectorAll("[data-drop]")) {
  const input = zone.querySelector('input[type="file"]');
  let depth = 0;

  zone.addEventListener("dragenter", (event) => {
    event.preventDefault();
    depth += 1;
    zone.classList.add("drop-over");
  });
  zone.addEventListener("dragleave", () => {
    depth -= 1;
    if (depth === 0) zone.classList.remove("drop-over");
  });
  zone.addEventListener("dragover", (event) => event.preventDefault());
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    depth = 0;
    zone.classList.remove("drop-over");
    if (event.dataTransfer.files.length === 0) return;
    const one = new DataTransfer();
    one.items.add(event.dataTransfer.files[0]);
    input.files = one.files;
    zone.closest("form").requestSubmit();
  });
}
