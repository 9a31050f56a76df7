// What all pages share: the session's token on every request of htmx, what is said when one fails, and the way to help.
"use strict";

(() => {
  const token = document.querySelector('meta[name="csrf-token"]').content;
  const notices = document.getElementById("notices");

  function say(text, kind) {
    const line = document.createElement("p");
    line.className = `notice ${kind}`;
    line.textContent = text;
    notices.replaceChildren(line);
  }

  document.addEventListener("htmx:configRequest", (event) => {
    event.detail.headers["X-CSRF-Token"] = token;
  });

  document.addEventListener("htmx:responseError", (event) => {
    const { responseText, getResponseHeader } = event.detail.xhr;
    const plain = getResponseHeader.call(event.detail.xhr, "Content-Type") || "";
    say(plain.startsWith("text/plain") && responseText ? responseText : notices.dataset.failed, "warning");
  });

  document.addEventListener("htmx:sendError", () => say(notices.dataset.failed, "warning"));

  // A page that answers `?` itself prevents the event's default.
  document.addEventListener("keydown", (event) => {
    const asked = event.key === "?" || (event.code === "Slash" && event.shiftKey); // a Thai keyboard has another letter there
    if (!asked || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    window.location.assign("/help");
  });
})();
