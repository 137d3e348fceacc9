// Applies a choice of theme at once; without it the form does the same by a round trip.
"use strict";

const form = document.querySelector("[data-theme-choice]");

function apply(theme) {
  document.documentElement.dataset.bsTheme = theme;
  document.querySelector('meta[name="color-scheme"]').content = theme === "auto" ? "light dark" : theme;
  for (const button of form.querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button.value === theme));
  }
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const theme = event.submitter.value;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `theme=${theme}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
  apply(theme);
});
