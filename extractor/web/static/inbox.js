// Bringing in: files and folders that are dropped on the page, and bounds that are told before anything is sent.
"use strict";

(() => {
  const form = document.getElementById("upload");
  const files = document.getElementById("files");
  const folder = document.getElementById("folder");
  const told = document.getElementById("chosen");
  const most = Number(form.dataset.files);

  function check() {
    const chosen = [...files.files, ...folder.files];
    const bytes = chosen.reduce((sum, each) => sum + each.size, 0);
    let problem = "";
    if (!chosen.length) problem = form.dataset.none;
    else if (chosen.length > most) problem = form.dataset.many;
    else if (bytes > Number(form.dataset.bytes)) problem = form.dataset.large;
    files.setCustomValidity(problem);
    told.textContent = chosen.length ? problem || form.dataset.chosen.replace("{}", chosen.length) : "";
  }

  files.addEventListener("change", check);
  folder.addEventListener("change", check);
  check();

  // The files of a dropped folder, with their places in it as their names; no more are read than can be sent.
  async function within(entry, place, found) {
    if (found.items.length > most) return;
    if (entry.isFile) {
      const file = await new Promise((done, failed) => entry.file(done, failed));
      found.items.add(new File([file], place + file.name, { type: file.type }));
      return;
    }
    const reader = entry.createReader();
    for (;;) { // a reader gives a folder in parts
      const some = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (!some.length) return;
      for (const each of some) await within(each, `${place}${entry.name}/`, found);
    }
  }

  async function take(items) {
    const plain = new DataTransfer();
    const whole = new DataTransfer();
    // all at once, as the browser forgets what was dropped at the first wait
    const dropped = items.filter((each) => each.kind === "file").map((each) => [each.webkitGetAsEntry?.(), each.getAsFile()]);
    for (const [entry, file] of dropped) {
      if (entry?.isDirectory) await within(entry, "", whole);
      else if (file) plain.items.add(file);
    }
    if (!plain.files.length && !whole.files.length) return;
    files.files = plain.files;
    folder.files = whole.files;
    check();
    form.scrollIntoView({ block: "nearest" });
    form.querySelector("button").focus();
  }

  const brings = (event) => event.dataTransfer?.types.includes("Files");

  document.addEventListener("dragover", (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    form.classList.add("dropping");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) form.classList.remove("dropping");
  });
  document.addEventListener("drop", (event) => {
    form.classList.remove("dropping");
    if (!brings(event)) return;
    event.preventDefault();
    take([...event.dataTransfer.items]).catch(() => files.setCustomValidity(form.dataset.unread));
  });
})();
