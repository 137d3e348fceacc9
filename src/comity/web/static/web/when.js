// Shows a field only where another one gives it a place: [data-when] names that field, data-when-values its values.
// Without this, every field shows, or the server hides it when the form is saved.
"use strict";

function chosen(form, name) {
  const controls = [...form.querySelectorAll(`[name="${name}"]`)];
  return controls.flatMap((control) => {
    if (control.type === "checkbox" || control.type === "radio") return control.checked ? [control.value] : [];
    return [control.value];
  });
}

function arrange(form) {
  for (const part of form.querySelectorAll("[data-when]")) {
    const values = part.dataset.whenValues.split(" ");
    part.hidden = !chosen(form, part.dataset.when).some((value) => values.includes(value));
  }
}

for (const form of document.querySelectorAll("form:has([data-when])")) {
  form.addEventListener("change", () => arrange(form));
  arrange(form);
}
