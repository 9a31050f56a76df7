// Review: lights up evidence, chooses words of the article for a value, suggests names, and answers the keyboard.
"use strict";

(() => {
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  let editing = null; // the value's button, or the one that adds, while words are chosen
  let chosen = null; // [start, end] in UTF-16 units of the article's text
  let back = ""; // id of what gets the focus when the page has been changed
  let beside = 0; // which of the entries it was, for when it is gone

  // == evidence ==

  function light(numbers, rule) {
    const wanted = new Set(numbers);
    let first = null;
    for (const each of all("#article [data-m]")) {
      const lit = each.dataset.m.split(" ").some((number) => wanted.has(number));
      each.classList.toggle("lit", lit);
      if (lit && !first) first = each;
    }
    for (const each of all(".value[data-m], .lights")) {
      each.classList.toggle("lit", each.dataset.m.split(" ").some((number) => number && wanted.has(number)));
    }
    const line = find("#rule");
    if (line) {
      line.dataset.first ??= line.textContent;
      line.textContent = rule ? `${line.dataset.of} ${rule}` : line.dataset.first;
    }
    return first;
  }

  function into(first) {
    const article = find("#article");
    if (!first || !article) return;
    const inside = first.getBoundingClientRect();
    const around = article.getBoundingClientRect();
    if (inside.top < around.top || inside.bottom > around.bottom) {
      article.scrollTop += inside.top - around.top - around.height / 3;
    }
  }

  function show(target) {
    const source = target.closest?.("[data-m]");
    if (!source) return;
    const numbers = source.dataset.m.split(" ").filter(Boolean);
    const first = light(numbers, source.dataset.rule);
    if (!source.closest("#article")) into(first);
  }

  document.addEventListener("mouseover", (event) => { if (!editing) show(event.target); });
  document.addEventListener("mouseout", (event) => { if (!editing && event.target.closest?.("[data-m]")) light([], ""); });
  document.addEventListener("focusin", (event) => { if (!editing) show(event.target); });
  document.addEventListener("focusout", (event) => { if (!editing && event.target.closest?.("[data-m]")) light([], ""); });

  // == places in the text: the document's in UTF-16 units, the archive's in code points ==

  const text = () => find("#article")?.textContent ?? "";
  const points = (units) => [...text().slice(0, units)].length;
  const units = (count) => [...text()].slice(0, count).join("").length;

  function place(node, offset) {
    const range = document.createRange();
    range.selectNodeContents(find("#article"));
    range.setEnd(node, offset);
    return range.toString().length;
  }

  function node(at) {
    const walker = document.createTreeWalker(find("#article"), NodeFilter.SHOW_TEXT);
    let left = at;
    let last = null;
    while (walker.nextNode()) {
      last = walker.currentNode;
      if (left <= last.length) return [last, left];
      left -= last.length;
    }
    return [last, last?.length ?? 0];
  }

  // A mention in which others lie is cut into pieces; here from its first piece to its last.
  function whole(first, numbers) {
    const number = first.dataset.m.split(" ").find((each) => numbers.includes(each));
    const last = all("#article [data-m]").findLast((each) => each.dataset.m.split(" ").includes(number));
    return [units(Number(first.dataset.s)), units(Number(last.dataset.s)) + last.textContent.length];
  }

  // == choosing words ==

  function choose(start, end, visibly) {
    const said = text();
    end = Math.min(end, said.length);
    while (start < end && /\s/u.test(said[start])) start += 1;
    while (end > start && /\s/u.test(said[end - 1])) end -= 1;
    if (start >= end) return;
    chosen = [start, end];
    const form = find("#edit");
    form.elements.start.value = points(start);
    form.elements.end.value = points(end);
    form.elements.authority.value = "";
    find("#words").textContent = said.slice(start, end);
    const value = form.elements.value;
    value.value = said.slice(start, end).replace(/\s+/gu, " ");
    close();
    if (visibly) {
      const range = document.createRange();
      range.setStart(...node(start));
      range.setEnd(...node(end));
      const selection = window.getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      into(range);
    }
  }

  function bySelection() {
    const selection = window.getSelection();
    const article = find("#article");
    if (!editing || !article || selection.isCollapsed || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(article)) return;
    // whoever draws beyond the article's edge means its words as far as they go
    const start = article.contains(range.startContainer) ? place(range.startContainer, range.startOffset) : 0;
    const end = article.contains(range.endContainer) ? place(range.endContainer, range.endOffset) : text().length;
    choose(start, end, false);
  }

  document.addEventListener("mouseup", () => setTimeout(bySelection));
  document.addEventListener("touchend", () => setTimeout(bySelection, 50));

  function bounds(kind) {
    const cuts = [...new Intl.Segmenter("th", { granularity: kind }).segment(text())];
    const wanted = kind === "word" ? cuts.filter((each) => each.isWordLike || /[^\s]/u.test(each.segment)) : cuts;
    return wanted.map((each) => [each.index, each.index + each.segment.length]);
  }

  function move(key, extend, letters) {
    const said = bounds(letters ? "grapheme" : "word");
    if (!said.length) return;
    const [start, end] = chosen ?? [0, 0];
    if (!chosen) return choose(...said[0], true);
    if (extend) {
      const to = key === "ArrowRight"
        ? said.find((each) => each[1] > end)?.[1]
        : said.findLast((each) => each[1] < end && each[1] > start)?.[1];
      if (to !== undefined) choose(start, to, true);
      return;
    }
    const to = key === "ArrowRight" ? said.find((each) => each[0] > start) : said.findLast((each) => each[0] < start);
    if (to) choose(...to, true);
  }

  // == the form ==

  function open(button) {
    editing = button;
    chosen = null;
    const form = find("#edit");
    const entry = button.closest("[data-entry]");
    const adding = button.dataset.open === "add";
    form.elements.action.value = adding ? "add" : "set";
    form.elements.conferral.value = entry?.dataset.entry ?? "";
    form.elements.stamp.value = entry?.dataset.stamp ?? "";
    for (const name of ["authority", "start", "end"]) form.elements[name].value = "";
    form.elements.field.value = button.dataset.field ?? "recipient";
    for (const option of form.elements.field.options) {
      option.hidden = option.disabled = adding && !["recipient", "work"].includes(option.value);
    }
    find(".edit-field", form).hidden = !adding;
    find('[data-do="empty"]', form).hidden = adding;
    form.elements.value.value = button.dataset.value ?? "";
    form.elements.reason.value = find("#reason")?.value ?? "";
    find("#edit-what").textContent = adding ? form.dataset.add : `${form.dataset.set} ${button.dataset.name}`;
    find("#words").textContent = form.dataset.none;
    form.hidden = false;
    beside = all("[data-entry]").indexOf(entry);
    back = button.id;
    all(".value.editing").forEach((each) => each.classList.remove("editing"));
    button.classList.add("editing");
    document.body.classList.add("choosing");
    const first = adding ? null : light((button.dataset.m ?? "").split(" ").filter(Boolean), button.dataset.rule);
    find(".review-text")?.scrollIntoView({ block: "start" });
    into(first);
    if (first) {
      chosen = whole(first, (button.dataset.m ?? "").split(" "));
    }
    (find("#article") ?? form.elements.value).focus({ preventScroll: true });
  }

  function cancel() {
    if (!editing) return;
    const button = editing;
    editing = null;
    find("#edit").hidden = true;
    button.classList.remove("editing");
    document.body.classList.remove("choosing");
    window.getSelection().removeAllRanges();
    light([], "");
    button.focus();
  }

  function empty() {
    const form = find("#edit");
    for (const name of ["value", "authority", "start", "end"]) form.elements[name].value = "";
    form.requestSubmit();
  }

  // == suggestions ==

  const options = () => all("#suggestions [role=option]");

  function close() {
    find("#suggestions")?.replaceChildren();
    find("#edit-value")?.setAttribute("aria-expanded", "false");
    find("#edit-value")?.removeAttribute("aria-activedescendant");
  }

  function pick(option) {
    const form = find("#edit");
    form.elements.value.value = option.dataset.name;
    form.elements.authority.value = option.dataset.authority;
    if (!form.elements.start.value && chosen) { // the same words, another name for what they mean
      form.elements.start.value = points(chosen[0]);
      form.elements.end.value = points(chosen[1]);
    }
    close();
    form.elements.value.focus();
  }

  function step(by) {
    const listed = options();
    if (!listed.length) return;
    const at = listed.findIndex((each) => each.getAttribute("aria-selected") === "true");
    const next = listed[(at + by + listed.length + (at < 0 && by < 0 ? 1 : 0)) % listed.length];
    listed.forEach((each) => each.setAttribute("aria-selected", String(each === next)));
    find("#edit-value").setAttribute("aria-activedescendant", next.id);
    next.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("input", (event) => {
    if (event.target.id === "edit-value") find("#edit").elements.authority.value = "";
  });

  // == what was clicked ==

  document.addEventListener("click", (event) => {
    const option = event.target.closest("#suggestions [role=option]");
    if (option) return pick(option);
    const doing = event.target.closest("[data-do]")?.dataset.do;
    if (doing === "cancel") return cancel();
    if (doing === "empty") return empty();
    const button = event.target.closest("[data-open]");
    if (button?.dataset.open === "keys") return find("#keys").showModal();
    if (button) return open(button);
    const mark = event.target.closest("#article mark");
    if (mark && !editing && window.getSelection().isCollapsed) {
      const wanted = mark.dataset.m.split(" ");
      const value = all(".value").find((each) => each.dataset.m.split(" ").some((number) => number && wanted.includes(number)));
      value?.focus();
    }
  });

  // == the keyboard ==

  // Letters are told by where they lie, so that they work on a Thai keyboard, which has `?` on another key.
  function keyOf(event) {
    if (event.key === "?" || (event.code === "Slash" && event.shiftKey)) return "?";
    return event.shiftKey ? event.key : /^Key([A-Z])$/u.exec(event.code)?.[1].toLowerCase() ?? event.key;
  }

  function remember(entry) {
    back = entry ? `e-${entry.dataset.entry}` : "";
    beside = all("[data-entry]").indexOf(entry);
  }

  function entryAt() {
    return document.activeElement?.closest?.("[data-entry]") ?? find("[data-entry].at") ?? null;
  }

  function toEntry(by) {
    const listed = all("[data-entry]");
    if (!listed.length) return;
    const at = listed.indexOf(entryAt());
    const next = listed[Math.min(Math.max(at + by, 0), listed.length - 1)];
    listed.forEach((each) => each.classList.toggle("at", each === next));
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
    find(".value", next)?.focus({ preventScroll: true });
  }

  // While words are chosen, Tab goes round between the article and the form, and nowhere else.
  function round(event) {
    const form = find("#edit");
    const stops = [find("#article"), ...all("select, input:not([type=hidden]), button", form)]
      .filter((each) => each && !each.disabled && each.offsetParent !== null);
    const at = stops.indexOf(event.target);
    const next = stops[(at + (event.shiftKey ? -1 : 1) + stops.length) % stops.length];
    event.preventDefault();
    close();
    next.focus({ preventScroll: next.id === "article" });
  }

  function inEdit(event) {
    if (event.key === "Tab") {
      round(event);
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (options().length) close(); else cancel();
    } else if (event.target.id === "edit-value") {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        step(event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Enter") {
        const at = options().find((each) => each.getAttribute("aria-selected") === "true");
        if (at) {
          event.preventDefault();
          pick(at);
        }
      }
    } else if (event.target.id === "article") {
      if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
        event.preventDefault();
        move(event.key, event.shiftKey, event.altKey);
      } else if (event.key === "Enter" && chosen) {
        event.preventDefault();
        if (find("#edit").elements.start.value) find("#edit").requestSubmit(); else cancel();
      }
    }
  }

  document.addEventListener("keydown", (event) => {
    if (editing) return inEdit(event);
    if (event.ctrlKey || event.metaKey || event.altKey || find("dialog[open]")) return;
    if (event.target.id === "reason" && ["Enter", "Escape"].includes(event.key)) { // back to what is to be decided
      event.preventDefault();
      toEntry(0);
      return;
    }
    if (event.target.closest?.("input, textarea, select") && event.key !== "Escape") return;
    const key = keyOf(event);
    if (key === "?") {
      event.preventDefault();
      find("#keys").showModal();
    } else if (key === "j" || key === "k") {
      event.preventDefault();
      toEntry(key === "j" ? 1 : -1);
    } else if (key === "r") {
      event.preventDefault();
      const entry = entryAt();
      all("[data-entry]").forEach((each) => each.classList.toggle("at", each === entry));
      find("#reason")?.focus();
    } else if (key === "w") {
      find("#alerts")?.focus();
    } else if (/^[acdmnostux]$/u.test(key)) {
      const own = "cxsom".includes(key);
      const place = own ? entryAt() ?? find("[data-entry]") : find(".review-head");
      const button = place && find(`[data-key="${key}"]`, place);
      if (!button) return;
      event.preventDefault();
      if (own) remember(place); else back = "";
      button.click();
      if (key === "m") find("select", button.closest("details"))?.focus();
    } else if (key === "Escape" && event.target.closest?.("details[open]")) {
      const join = event.target.closest("details");
      join.open = false;
      find("summary", join).focus();
    }
  }, true); // before what all pages do on `?`

  // == what comes back ==

  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status === 409) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.id === "suggestions") {
      find("#edit-value").setAttribute("aria-expanded", String(options().length > 0));
    } else if (event.detail.target.id === "review" || event.detail.elt.id === "review") {
      editing = null;
      chosen = null;
      document.body.classList.remove("choosing");
      const listed = all("[data-entry]");
      const first = find("#refused") ?? (back && (document.getElementById(back) ?? listed[Math.min(beside, listed.length - 1)]));
      if (first) {
        const inside = first.matches("[data-entry]") ? find(".value", first) : first;
        (inside ?? first).focus({ preventScroll: first.id !== "refused" });
        first.scrollIntoView({ block: "nearest" });
      }
    }
  });

  // A form keeps where it was sent from, so that the scroll of the article stays, and the focus near.
  document.addEventListener("htmx:beforeRequest", (event) => {
    const entry = event.detail.elt.closest?.("[data-entry]");
    if (entry) remember(entry);
    const article = find("#article");
    if (article) document.body.dataset.scrolled = String(article.scrollTop);
  });
  document.addEventListener("htmx:afterSettle", () => {
    const article = find("#article");
    if (article && document.body.dataset.scrolled) article.scrollTop = Number(document.body.dataset.scrolled);
    delete document.body.dataset.scrolled;
  });
})();
