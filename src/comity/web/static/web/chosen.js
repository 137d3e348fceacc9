// Says how many rows are ticked, also after the table was exchanged.
"use strict";

document.addEventListener("change", (event) => {
  if (event.target.name !== "reference") return;
  const word = document.querySelector("[data-chosen-word]");
  const count = document.querySelectorAll("input[name=reference]:checked").length;
  if (word) word.textContent = count === 0 ? "With the ticked ones:" : `With the ${count} ticked:`;
});
