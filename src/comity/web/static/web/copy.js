// Copies a text that stands on the page: [data-copy] names its element. Without scripts one marks and copies it by hand.
"use strict";

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const said = document.querySelector("[data-copied]");
    const text = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(text.textContent);
      said.textContent = said.dataset.copied || "Copied.";
    } catch {
      getSelection().selectAllChildren(text);
      said.textContent = said.dataset.refused || "The browser does not allow it. It is marked now: copy it by hand.";
    }
  });
}
