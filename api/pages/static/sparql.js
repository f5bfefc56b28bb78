// The SPARQL editor, tamed: it asks this server only, whatever a shared link says.
"use strict";
(function () {
  const place = document.getElementById("editor");
  const prefixes = JSON.parse(place.dataset.prefixes);
  const endpoint = new URL("/sparql", window.location.href).href;
  const words = JSON.parse(place.dataset.words);
  Yasgui.Yasqe.defaults.value = place.dataset.query;
  Yasgui.Yasqe.defaults.prefixCcApi = undefined;
  // Completions come from the page itself: our words and prefixes, nothing is asked of anybody.
  const held = { persistenceId: null, bulk: true, autoShow: false };
  Yasgui.Yasqe.forkAutocompleter("prefixes", { ...held, name: "our-prefixes", autoShow: true, get: () => Object.entries(prefixes).map(([name, iri]) => name + ": <" + iri + ">") });
  Yasgui.Yasqe.forkAutocompleter("class", { ...held, name: "our-classes", get: () => words.classes });
  Yasgui.Yasqe.forkAutocompleter("property", { ...held, name: "our-properties", get: () => words.properties });
  Yasgui.Yasqe.defaults.autocompleters = ["variables", "our-prefixes", "our-classes", "our-properties"];
  // A graph is drawn by the server, as the plain form shows it.
  class Drawing {
    constructor(yasr) { this.yasr = yasr; this.priority = 9; this.label = place.dataset.drawn; this.hideFromSelection = false; }
    canHandleResults() { return /n-triples|turtle/.test((this.yasr.results && this.yasr.results.getContentType()) || ""); }
    getIcon() { return document.createElement("span"); }
    async draw() {
      const plain = new URL(place.dataset.plain, window.location.href);
      plain.searchParams.set("query", editor.getTab().getQuery());
      const answer = await fetch(plain, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const shown = page.querySelector(".drawing") || page.querySelector("main .scroll, main .note");
      this.yasr.resultsEl.replaceChildren(...(shown ? [document.importNode(shown, true)] : []));
    }
  }
  Yasgui.Yasr.registerPlugin("drawing", Drawing);
  Yasgui.Yasr.defaults.pluginOrder = ["table", "drawing", "response"];
  Yasgui.Yasr.defaults.prefixes = prefixes;
  const tame = (config) => ({ ...config, requestConfig: { ...config.requestConfig, endpoint: endpoint } });
  Yasgui.defaults.populateFromUrl = tame;
  const editor = new Yasgui(place, {
    requestConfig: { endpoint: endpoint }, copyEndpointOnNewTab: false, endpointCatalogueOptions: { getData: () => [] },
    persistenceId: null, populateFromUrl: tame, autofocus: false,
  });
  // What is ours is answered for here, whether or not its w3id.org address is registered.
  place.addEventListener("click", function (event) {
    const link = event.target.closest("a[href^='" + place.dataset.ours + "']");
    if (link) { link.href = "/id/" + link.href.slice(place.dataset.ours.length); }
  }, true);
  document.querySelectorAll("[data-sample]").forEach(function (button) {
    button.addEventListener("click", function () {
      const tab = editor.getTab();
      tab.setQuery(button.dataset.sample);
      tab.query();
    });
  });
})();
