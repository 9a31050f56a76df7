// One key for each button or link that names it by data-key; not while something is typed. The keys 1, 2, A, L, U, N and P are
// also told by where they lie, so that they work on a Thai keyboard.
"use strict";

(() => {
  const places = { Digit1: "1", Digit2: "2", KeyA: "a", KeyL: "l", KeyU: "u", KeyN: "n", KeyP: "p" };

  document.addEventListener("keydown", (event) => {
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const key = places[event.code] || event.key.toLowerCase();
    const found = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!found) return;
    event.preventDefault();
    found.click();
  });
})();
