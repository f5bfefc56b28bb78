// One key for each decision. The keys can be switched off (WCAG 2.1.4), and are never taken while somebody writes.
"use strict";
(function () {
  const box = document.getElementById("keys");
  if (!box) { return; }
  try { box.checked = window.localStorage.getItem("review-keys") !== "off"; } catch { /* no storage: on */ }
  box.addEventListener("change", function () {
    try { window.localStorage.setItem("review-keys", box.checked ? "on" : "off"); } catch { /* for this page only */ }
  });
  let sent = false;
  const submit = (id) => () => {
    const form = document.getElementById(id);
    if (form && !sent) { form.requestSubmit(); }
  };
  const follow = (id) => () => { document.getElementById(id)?.click(); };
  const actions = {
    c: submit("confirm"), r: submit("reject"), u: submit("undo"), s: follow("skip"), b: follow("back"),
    e: function () {
      const form = document.getElementById("correct");
      form.open = true;
      document.getElementById("c-relation").focus();
    },
  };
  document.addEventListener("submit", () => { sent = true; });
  window.addEventListener("pageshow", () => { sent = false; });
  document.addEventListener("keydown", function (event) {
    const writing = event.target.closest("input:not([type=checkbox]), select, textarea");
    if (!box.checked || writing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) { return; }
    const act = actions[event.key.toLowerCase()];
    if (act) { event.preventDefault(); act(); }
  });
})();
