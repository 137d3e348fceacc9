// Closes opened sources by Escape or by a click elsewhere, and a clock's article by Escape; leads the eye to what needs
// attention after a form.
"use strict";

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = event.target.closest?.("details[data-popup][open]") ?? document.querySelector("details[data-popup][open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});

document.addEventListener("click", (event) => {
  for (const popup of document.querySelectorAll("details[data-popup][open]")) {
    if (!popup.contains(event.target)) popup.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const chip of document.querySelectorAll(".clock-chip:hover, .clock-chip:focus")) chip.classList.add("clock-quiet");
});

// Hiding it may be what takes the pointer off the clock: while the focus is there, it stays hidden.
for (const left of ["pointerleave", "blur"]) {
  document.addEventListener(left, ({ target, type }) => {
    if (type === "blur" || target !== document.activeElement) target.classList?.remove("clock-quiet");
  }, true);
}

document.querySelector("[data-focus]")?.focus();
