// Puts a citation on the clipboard; without script or clipboard the button stays hidden.
"use strict";

(() => {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("button[data-copy]")) {
    const said = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
      button.textContent = button.dataset.copied;
      setTimeout(() => {
        button.textContent = said;
      }, 2000);
    });
  }
})();
