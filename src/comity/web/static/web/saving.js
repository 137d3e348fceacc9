// Guards what was typed on [data-saving]: says when saving failed, and asks before leaving with something unsaved.
"use strict";

const fill = document.querySelector("[data-saving]");
const trouble = document.querySelector("#trouble");
let typed = 0;
let sent = 0;
let kept = 0;

function say(words) {
  const notice = document.createElement("div");
  notice.className = "notice tone-stop";
  const text = document.createElement("p");
  text.textContent = words;
  notice.append(text);
  trouble.replaceChildren(notice);
}

fill.addEventListener("input", () => (typed += 1));
fill.addEventListener("htmx:beforeRequest", (event) => {
  if (event.target === fill) sent = typed;
});
fill.addEventListener("htmx:beforeOnLoad", ({ target, detail }) => {
  const saved = detail.xhr.getResponseHeader("HX-Trigger") || detail.xhr.getResponseHeader("HX-Redirect");
  if (target === fill && saved) kept = Math.max(kept, sent);
});
fill.addEventListener("htmx:responseError", (event) => {
  const words = { 403: "You may not change it any more, or your session has ended.", 413: "It is too long to be saved." };
  say(`Not saved: the node answered ${event.detail.xhr.status}. ${words[event.detail.xhr.status] ?? ""} Your text still stands here: copy it before you leave this page.`);
});
fill.addEventListener("htmx:sendError", () => {
  say("Not saved: the node cannot be reached. Your text still stands here; press Save when the connection is back.");
});
window.addEventListener("beforeunload", (event) => {
  if (typed > kept) event.preventDefault();
});
