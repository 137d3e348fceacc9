// A page that stays open outlives its session: what htmx then gets is the sign-in page. It is not put into this page;
// instead the user is told, and what was typed stays.
"use strict";

document.addEventListener("htmx:beforeSwap", (event) => {
  const answered = event.detail.xhr.responseURL;
  if (!answered || new URL(answered).pathname !== "/sign-in/") return;
  event.detail.shouldSwap = false;
  event.detail.isError = false;
  if (document.querySelector("#session-ended")) return;
  const notice = document.createElement("div");
  notice.id = "session-ended";
  notice.className = "notice tone-stop";
  notice.role = "alert";
  const text = document.createElement("p");
  text.textContent =
    "Your session has ended, so nothing more is saved. Copy what you typed here since, then load the page anew to sign in.";
  notice.append(text);
  document.querySelector("main").prepend(notice);
});
