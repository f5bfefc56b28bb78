// The pyvis view: draws the graph that stands in the page as JSON. Text reaches the page as text only.
"use strict";
(function () {
  const graph = JSON.parse(document.getElementById("graph").textContent);
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const light = { party: "#b42318", state: "#9a5b00", ministry: "#2f5d8c", province: "#1f7a4d", district: "#0f766e", commune: "#6d4aa8", unknown: "#6b7280" };
  const bright = { party: "#f28b7d", state: "#e0aa58", ministry: "#86b0dd", province: "#74c79a", district: "#62c4b8", commune: "#b79ae6", unknown: "#9aa0a8" };
  const font = '"Segoe UI", "Noto Sans", Roboto, "Helvetica Neue", Arial, system-ui, sans-serif';

  function dressed(node) {
    const night = dark.matches, level = (night ? bright : light)[node.group] || light.unknown, focus = node.id === graph.focus;
    const ground = focus ? (night ? "#1c2536" : "#eef2fd") : (night ? "#15171a" : "#fdfdfb");
    return {
      id: node.id, label: node.label, x: node.x, y: node.y, shape: "box", margin: 8, borderWidth: focus ? 3 : node.many ? 4 : 1.4, opacity: node.faint ? 0.35 : 1,
      shapeProperties: { borderRadius: 4, borderDashes: node.dashed ? [5, 3] : false },
      color: { background: ground, border: level, highlight: { background: ground, border: level }, hover: { background: ground, border: level } },
      font: { face: font, size: 15, color: night ? "#e9e9e4" : "#1b1e22" },
    };
  }
  function strung(edge) {
    const ink = dark.matches ? "#b3b8bf" : "#5d636b";
    return {
      id: edge.id, smooth: edge.smooth, from: edge.from, to: edge.to, arrows: { to: { enabled: true, scaleFactor: 0.6 } }, label: edge.label, dashes: edge.dashes,
      color: { color: ink, highlight: ink, hover: ink, opacity: edge.faint ? 0.3 : 1 }, font: { face: font, size: 12, color: ink, strokeWidth: 4, strokeColor: dark.matches ? "#15171a" : "#fdfdfb" },
    };
  }

  const nodes = new vis.DataSet(graph.nodes.map(dressed));
  const edges = new vis.DataSet(graph.edges.map(strung));
  const box = document.getElementById("network");
  const network = new vis.Network(box, { nodes: nodes, edges: edges }, graph.options);
  const named = new Map(graph.nodes.map((node) => [node.id, node]));
  const joined = new Map(graph.edges.map((edge) => [edge.id, edge]));
  const details = document.getElementById("details");
  dark.addEventListener("change", function () { nodes.update(graph.nodes.map(dressed)); edges.update(graph.edges.map(strung)); });

  function line(text, tag) {
    const part = document.createElement(tag || "p");
    part.textContent = text;
    details.append(part);
    return part;
  }
  function show(lines, quotes, url) {
    details.replaceChildren();
    lines.forEach((text) => line(text));
    quotes.forEach((text) => { line(text, "q").lang = "vi"; });
    if (url) {
      const link = document.createElement("a");
      link.href = url; link.target = "_blank"; link.rel = "noopener"; link.textContent = details.dataset.open;
      details.append(link);
    }
    details.hidden = false;
  }
  network.on("click", function (event) {
    const node = named.get(event.nodes[0]), edge = joined.get(event.edges[0]);
    if (node) { show(node.lines, [], node.url); }
    else if (edge) { show([named.get(edge.from).lines[0] + " → " + edge.label + " → " + named.get(edge.to).lines[0]], edge.quotes, edge.url); }
    else { details.hidden = true; }
  });
  network.on("doubleClick", function (event) {
    const node = named.get(event.nodes[0]);
    if (node && node.url) { window.open(node.url, "_blank", "noopener"); }
  });

  function fold(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/đ/g, "d");
  }
  const found = document.getElementById("found");
  document.getElementById("words").addEventListener("input", function (event) {
    const words = fold(event.target.value.trim());
    const hits = words ? graph.nodes.filter((node) => fold(node.lines.join(" ")).includes(words)).map((node) => node.id) : [];
    network.selectNodes(hits);
    found.textContent = words ? (hits.length ? String(hits.length) : found.dataset.none) : "";
    if (hits.length) { network.fit({ nodes: hits, maxZoomLevel: 1.2 }); }
  });
  document.getElementById("find").addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("fit").addEventListener("click", () => network.fit());
  document.getElementById("closer").addEventListener("click", () => network.moveTo({ scale: network.getScale() * 1.3 }));
  document.getElementById("farther").addEventListener("click", () => network.moveTo({ scale: network.getScale() / 1.3 }));
  network.fit();
  document.documentElement.dataset.drawn = "true";
})();
