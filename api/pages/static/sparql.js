// The SPARQL editor, tamed: it asks this server only, whatever a shared link says.
"use strict";
(function () {
  const place = document.getElementById("editor");
  const prefixes = JSON.parse(place.dataset.prefixes);
  const endpoint = new URL("/sparql", window.location.href).href;
  Yasgui.Yasqe.defaults.value = place.dataset.query;
  Yasgui.Yasqe.defaults.prefixCcApi = undefined;
  Yasgui.Yasqe.defaults.autocompleters = ["variables", "prefixes"];
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
