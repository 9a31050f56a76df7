"use strict";
(() => {
  const all = (selector, root) => [...(root || document).querySelectorAll(selector)];
  const close = document.getElementById("close");
  const only = document.getElementById("only");
  const shown = document.getElementById("shown");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let measure = "";

  function filter() {
    let count = 0;
    for (const note of all(".note")) {
      const counted = !measure || note.dataset.measures.split("|").includes(measure);
      note.hidden = !counted || (note.matches(".close") && !close.checked);
      count += note.hidden ? 0 : 1;
    }
    for (const article of all(".article")) article.hidden = !all(".note", article).some((note) => !note.hidden);
    for (const button of all("[data-measure]")) button.setAttribute("aria-pressed", String(button.dataset.measure === measure));
    if (shown) shown.textContent = (measure || "ทุกความต่าง · everything") + " · " + count;
  }

  function light(button) {
    const on = button.getAttribute("aria-pressed") === "true";
    dim();
    if (on) return;
    const lit = all("mark[data-n]").filter((mark) => mark.dataset.n.split(" ").includes(button.dataset.note));
    for (const mark of lit) mark.classList.add("lit");
    document.body.classList.add("lighting");
    button.setAttribute("aria-pressed", "true");
    if (lit.length) lit[0].scrollIntoView({ behavior: still ? "auto" : "smooth", block: "center" });
  }

  function dim() {
    document.body.classList.remove("lighting");
    for (const mark of all("mark.lit")) mark.classList.remove("lit");
    for (const button of all("[data-note][aria-pressed=true]")) button.setAttribute("aria-pressed", "false");
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const mark = event.target.closest("mark[data-n]");
    if (button && button.dataset.measure) {
      measure = measure === button.dataset.measure ? "" : button.dataset.measure;
      if (measure === "award fields strict") close.checked = true;
      filter();
    } else if (button && button.id === "all") {
      measure = "";
      filter();
    } else if (button && button.dataset.note) {
      light(button);
    } else if (mark) {
      const note = mark.dataset.n.split(" ").map((n) => document.getElementById("n" + n)).find((found) => found && !found.hidden);
      if (note) note.scrollIntoView({ behavior: still ? "auto" : "smooth", block: "nearest" });
    }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") dim(); });
  close.addEventListener("change", filter);
  if (only) only.addEventListener("change", () => { measure = only.value; filter(); });
  filter();
  if (only && location.hash) {
    const button = document.querySelector(location.hash + " [data-note]");
    if (button && /^#n\d+$/.test(location.hash)) light(button);
  }
})();
