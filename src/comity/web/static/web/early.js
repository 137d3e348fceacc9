// Tells the page's scripts what was typed or ticked before they were there: on a slow line people write sooner than
// scripts arrive. Only on a page newly opened: what a browser puts back by itself after a reload or a step back may be
// older than what the node has, and must not be saved over it.
"use strict";

function touched(control) {
  if (control.type === "checkbox" || control.type === "radio") return control.checked !== control.defaultChecked;
  if (control.options) return control.selectedIndex !== Math.max(0, [...control.options].findIndex((one) => one.defaultSelected));
  return "defaultValue" in control && control.type !== "hidden" && control.value !== control.defaultValue;
}

function tell(control) {
  control.dispatchEvent(new Event("input", { bubbles: true }));
  if (control !== document.activeElement) control.dispatchEvent(new Event("change", { bubbles: true }));
}

document.addEventListener("DOMContentLoaded", () => {
  if (performance.getEntriesByType("navigation")[0]?.type !== "navigate") return;
  [...document.querySelectorAll("main input, main select, main textarea")].filter(touched).forEach(tell);
});
