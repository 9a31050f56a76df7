"use strict";
(() => {
  const { documents, kinds } = JSON.parse(document.getElementById("data").textContent);
  const tip = document.getElementById("tip");
  const say = document.getElementById("say");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const make = (tag, name, text) => Object.assign(document.createElement(tag), { className: name || "", textContent: text || "" });
  const numbers = (mark) => mark.dataset.m.split(" ").map(Number);
  const docOf = (node) => node.closest(".doc");
  const marksOf = (doc) => doc.marks_ || (doc.marks_ = [...doc.querySelectorAll("mark")]);
  const known = (doc) => documents[Number(doc.dataset.doc)];
  const over = (doc, wanted) => marksOf(doc).filter((mark) => numbers(mark).some((n) => wanted.has(n)));

  // What a stretch of text is: one entry for each mention over it, the innermost first.
  function tell(mark) {
    const facts = known(docOf(mark));
    tip.replaceChildren(...numbers(mark).map((n) => {
      const fact = facts[n];
      const entry = make("div", "k-" + fact.kind);
      const [thai] = kinds[fact.kind];
      const line = (label, text) => {
        const p = make("p");
        p.append(make("em", "", label), make("code", "", text));
        return p;
      };
      entry.append(make("p", "of", fact.fields.includes(thai) ? fact.fields.join(" · ") : thai + " · " + fact.fields.join(" · ")));
      entry.append(make("p", "is", fact.text));
      if (fact.value) entry.append(make("p", "", "= " + fact.value));
      entry.append(line("กฎ", fact.rule));
      if (fact.id) entry.append(line("รหัส", fact.id));
      entry.append(line("ตำแหน่ง", fact.at));
      return entry;
    }));
    tip.hidden = false;
    const box = mark.getClientRects()[0];
    const { width, height } = tip.getBoundingClientRect();
    const below = box.bottom + 6;
    tip.style.left = Math.max(8, Math.min(box.left, innerWidth - width - 8)) + "px";
    tip.style.top = (below + height > innerHeight - 8 && box.top - height - 6 > 8 ? box.top - height - 6 : below) + "px";
    const alike = new Set([numbers(mark)[0]]);
    for (const other of over(docOf(mark), alike)) other.classList.add("near");
    mark.setAttribute("aria-describedby", "tip");
  }

  function hush() {
    tip.hidden = true;
    for (const mark of document.querySelectorAll("mark.near")) mark.classList.remove("near");
    for (const mark of document.querySelectorAll("mark[aria-describedby]")) mark.removeAttribute("aria-describedby");
  }

  function show(node, block) {
    node.scrollIntoView({ behavior: still ? "auto" : "smooth", block: block || "center" });
  }

  function flash(marks) {
    for (const mark of marks) {
      mark.classList.remove("flash");
      void mark.offsetWidth;
      mark.classList.add("flash");
    }
  }

  function dim(doc) {
    doc.classList.remove("lighting");
    for (const mark of doc.querySelectorAll("mark.lit")) mark.classList.remove("lit");
    for (const head of doc.querySelectorAll(".head[aria-pressed=true]")) head.setAttribute("aria-pressed", "false");
    for (const card of doc.querySelectorAll(".card.on")) card.classList.remove("on");
  }

  function light(head, scroll) {
    const doc = docOf(head);
    dim(doc);
    const wanted = new Set(head.dataset.marks.split(" ").filter(Boolean).map(Number));
    const lit = over(doc, wanted);
    for (const mark of lit) mark.classList.add("lit");
    doc.classList.add("lighting");
    head.setAttribute("aria-pressed", "true");
    head.closest(".card").classList.add("on");
    say.textContent = "หลักฐาน " + wanted.size + " แห่ง · " + wanted.size + " pieces of evidence";
    if (scroll && lit.length) show(closest(doc, lit, head));
  }

  // The evidence that heads the card is the place to look first.
  function closest(doc, lit, head) {
    const first = Number(head.dataset.marks.split(" ")[0]);
    const name = head.querySelector(".what").textContent;
    const facts = known(doc);
    const named = lit.find((mark) => numbers(mark).some((n) => facts[n].text.replace(/\s+/g, " ").trim() === name));
    return named || lit.find((mark) => numbers(mark).includes(first)) || lit[0];
  }

  function rove(doc, mark) {
    for (const other of doc.querySelectorAll("mark[tabindex='0']")) other.tabIndex = -1;
    mark.tabIndex = 0;
  }

  function open(mark) {
    const doc = docOf(mark);
    const facts = known(doc);
    const cards = [...new Set(numbers(mark).flatMap((n) => facts[n].cards))];
    const heads = cards.map((id) => document.querySelector("#" + doc.id + "-" + id + " > .head")).filter(Boolean);
    if (!heads.length) return;
    const now = heads.findIndex((head) => head.getAttribute("aria-pressed") === "true");
    const head = heads[(now + 1) % heads.length];
    light(head, false);
    if (matchMedia("(min-width: 56.01rem)").matches) show(head, "nearest");
  }

  function pick(place) {
    hush();
    document.querySelectorAll(".doc").forEach((doc, n) => { doc.hidden = n !== place; });
    select.value = String(place);
    scrollTo(0, 0);
  }

  document.addEventListener("mouseover", (event) => {
    const mark = event.target.closest("mark");
    hush();
    if (mark) tell(mark);
  });
  document.addEventListener("focusin", (event) => {
    hush();
    if (event.target.matches("mark") && event.target.matches(":focus-visible")) tell(event.target);
  });
  document.addEventListener("focusout", hush);
  document.addEventListener("scroll", hush, { passive: true });

  document.addEventListener("click", (event) => {
    const target = event.target;
    const doc = docOf(target) || document.querySelector(".doc:not([hidden])");
    const mark = target.closest("mark");
    if (mark) {
      rove(doc, mark);
      open(mark);
      tell(mark);
      return;
    }
    const button = target.closest("button");
    if (!button) {
      if (target.closest(".text")) dim(doc);
      return;
    }
    if (button.matches(".head")) {
      if (button.getAttribute("aria-pressed") === "true") dim(doc);
      else light(button, true);
    } else if (button.matches(".ev")) {
      const head = button.closest(".card").querySelector(".head");
      if (head.getAttribute("aria-pressed") !== "true") light(head, false);
      const marks = over(doc, new Set([Number(button.dataset.mark)]));
      if (marks.length) show(marks[0]);
      flash(marks);
    } else if (button.dataset.kind) {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      const text = doc.querySelector(".text");
      for (const part of ["", "-t"]) {
        if (on) text.style.removeProperty("--" + button.dataset.kind + part);
        else text.style.setProperty("--" + button.dataset.kind + part, "transparent");
      }
    } else if (button.matches(".goto")) {
      let at = 0;
      const walker = document.createTreeWalker(doc.querySelector(".text"), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        at += [...node.data].length;
        if (at > Number(button.dataset.start)) {
          show(node.parentElement.matches("mark") ? node.parentElement : place(node));
          if (node.parentElement.matches("mark")) flash([node.parentElement]);
          break;
        }
      }
    } else if (button.dataset.hop) {
      show(doc.querySelector("." + button.dataset.hop), "start");
    }
  });

  // A stretch without a mark cannot be scrolled to by itself; the mark after it can.
  function place(node) {
    return node.nextElementSibling || node.previousElementSibling || node.parentElement;
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      hush();
      document.querySelectorAll(".doc").forEach(dim);
      return;
    }
    if (!event.target.matches("mark")) return;
    const doc = docOf(event.target);
    const marks = marksOf(doc);
    const now = marks.indexOf(event.target);
    const next = { ArrowRight: now + 1, ArrowDown: now + 1, ArrowLeft: now - 1, ArrowUp: now - 1, Home: 0, End: marks.length - 1 }[event.key];
    if (next !== undefined && marks[next]) {
      event.preventDefault();
      rove(doc, marks[next]);
      marks[next].focus();
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      open(event.target);
    }
  });

  const select = document.getElementById("pick");
  if (select) {
    const last = documents.length - 1;
    select.addEventListener("change", () => pick(Number(select.value)));
    document.getElementById("before").addEventListener("click", () => pick(Math.max(0, Number(select.value) - 1)));
    document.getElementById("after").addEventListener("click", () => pick(Math.min(last, Number(select.value) + 1)));
    select.value = "0";
  }
  document.querySelectorAll(".doc").forEach((doc) => { const [first] = marksOf(doc); if (first) first.tabIndex = 0; });
})();
