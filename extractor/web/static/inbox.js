// Bringing in: files that are dropped on the form, and bounds that are told before anything is sent.
"use strict";

(() => {
  const form = document.getElementById("upload");
  const files = document.getElementById("files");
  const folder = document.getElementById("folder");

  function check() {
    const chosen = [...files.files, ...folder.files];
    const bytes = chosen.reduce((sum, each) => sum + each.size, 0);
    let problem = "";
    if (!chosen.length) problem = form.dataset.none;
    else if (chosen.length > Number(form.dataset.files)) problem = form.dataset.many;
    else if (bytes > Number(form.dataset.bytes)) problem = form.dataset.large;
    files.setCustomValidity(problem);
  }

  files.addEventListener("change", check);
  folder.addEventListener("change", check);
  check();

  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("dropping");
  });
  form.addEventListener("dragleave", () => form.classList.remove("dropping"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("dropping");
    if (event.dataTransfer.files.length) files.files = event.dataTransfer.files;
    check();
  });
})();
