// Suggestions under the search box: an ARIA combobox with a list. Without this script the box is a plain form.
"use strict";
document.querySelectorAll("input[data-suggest]").forEach(function (input, order) {
  const list = document.createElement("ul"), told = document.createElement("div");
  list.id = "suggestions-" + order; list.className = "suggestions"; list.hidden = true;
  list.setAttribute("role", "listbox"); list.setAttribute("aria-label", input.dataset.listed);
  told.className = "hidden"; told.setAttribute("role", "status");
  input.after(list, told);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) { input.setAttribute(name, value); }
  let waiting = 0, asking = null, at = -1, asked = input.value;

  function options() { return Array.from(list.children); }
  function close() {
    list.hidden = true; at = -1; list.setAttribute("aria-busy", "false");
    input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant");
  }
  function choose(place) {
    const all = options();
    at = place < -1 ? all.length - 1 : place >= all.length ? -1 : place;
    all.forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    if (at < 0) { input.removeAttribute("aria-activedescendant"); return; }
    input.setAttribute("aria-activedescendant", all[at].id);
    all[at].scrollIntoView({ block: "nearest" });
  }
  function line(name, text) {
    const part = document.createElement("span");
    part.className = name; part.lang = "vi"; part.textContent = text;
    return part;
  }
  function show(answer) {
    list.replaceChildren();
    answer.options.forEach(function (one, index) {
      const option = document.createElement("li");
      option.id = list.id + "-" + index; option.dataset.url = one.url;
      option.className = one.level ? "level-" + one.level : "body";
      option.setAttribute("role", "option"); option.setAttribute("aria-selected", "false");
      option.append(line("name", one.label), line("detail", one.detail));
      option.addEventListener("mousedown", (event) => event.preventDefault());
      option.addEventListener("click", () => { window.location.assign(one.url); });
      list.append(option);
    });
    told.textContent = answer.told;
    list.setAttribute("aria-busy", "false");
    at = -1; list.hidden = !answer.options.length;
    input.setAttribute("aria-expanded", String(!list.hidden)); input.removeAttribute("aria-activedescendant");
  }
  function ask() {
    if (asking) { asking.abort(); }
    asked = input.value;
    if (asked.trim().length < 2) { close(); return; }
    asking = new AbortController();
    const query = new URLSearchParams({ q: asked, lang: input.dataset.lang });
    fetch(input.dataset.suggest + "?" + query, { signal: asking.signal, headers: { Accept: "application/json" } })
      .then((answer) => (answer.ok ? answer.json() : { options: [], told: "" }))
      .then(function (answer) { if (document.activeElement === input && input.value === asked) { show(answer); } })
      .catch(function (error) { if (error.name !== "AbortError") { close(); } });
  }
  // Until the answer to what now stands in the box is there, the list is busy and nothing of it is chosen.
  input.addEventListener("input", function () { choose(-1); list.setAttribute("aria-busy", "true"); clearTimeout(waiting); waiting = setTimeout(ask, 120); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", function (event) {
    if (event.isComposing) { return; }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) { if (list.children.length && asked === input.value) { list.hidden = false; input.setAttribute("aria-expanded", "true"); } else { ask(); } return; }
      choose(event.key === "ArrowDown" ? at + 1 : at - 1);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault(); close();
    } else if (event.key === "Enter" && at >= 0 && !list.hidden) {
      event.preventDefault(); window.location.assign(options()[at].dataset.url);
    }
  });
});
