// The drawing of a lineage: hover or focus lights up the whole chain; arrow keys walk along its edges.
"use strict";
document.querySelectorAll("svg.lineage:not(.names)").forEach(function (svg) {
  const nodes = new Map(Array.from(svg.querySelectorAll(".node"), (node) => [node.dataset.iri, node]));
  const wires = Array.from(svg.querySelectorAll(".edge, .edge-label"));

  function closure(start, from, to) {
    const reached = new Set([start]), lit = new Set(), waiting = [start];
    while (waiting.length) {
      const here = waiting.pop();
      wires.forEach(function (wire) {
        if (wire.dataset[from] !== here) { return; }
        lit.add(wire);
        if (!reached.has(wire.dataset[to])) { reached.add(wire.dataset[to]); waiting.push(wire.dataset[to]); }
      });
    }
    return [reached, lit];
  }
  function trace(iri) {
    const [above, rising] = closure(iri, "head", "tail"), [below, falling] = closure(iri, "tail", "head");
    nodes.forEach((node, name) => node.classList.toggle("lit", above.has(name) || below.has(name)));
    wires.forEach((wire) => wire.classList.toggle("lit", rising.has(wire) || falling.has(wire)));
    svg.classList.add("tracing");
  }
  // A chain that the address lights comes back when the mouse or the focus has gone.
  const traced = svg.dataset.traced === undefined ? null : svg.querySelectorAll(".lit");
  function clear() {
    svg.classList.toggle("tracing", traced !== null);
    if (traced) { svg.querySelectorAll(".lit").forEach((part) => part.classList.remove("lit")); traced.forEach((part) => part.classList.add("lit")); }
  }
  function next(iri, from, to) {
    return wires.filter((wire) => wire.dataset[from] === iri).map((wire) => nodes.get(wire.dataset[to])).find(Boolean);
  }
  function aside(node, step) {
    const here = Array.from(nodes.values());
    return here[here.indexOf(node) + step];
  }
  nodes.forEach(function (node, iri) {
    node.addEventListener("mouseenter", () => trace(iri));
    node.addEventListener("mouseleave", clear);
    node.addEventListener("focus", () => trace(iri));
    node.addEventListener("blur", clear);
    node.addEventListener("keydown", function (event) {
      const ways = { ArrowUp: () => next(iri, "head", "tail"), ArrowDown: () => next(iri, "tail", "head"), ArrowLeft: () => aside(node, -1), ArrowRight: () => aside(node, 1) };
      if (event.key === "Escape") { clear(); return; }
      const target = ways[event.key] && ways[event.key]();
      if (ways[event.key]) { event.preventDefault(); }
      if (target) { target.focus(); target.scrollIntoView({ block: "nearest", inline: "nearest" }); }
    });
  });
  const focus = svg.querySelector(".node.focus"), frame = svg.closest(".drawing");
  if (focus && frame && frame.scrollWidth > frame.clientWidth) {
    const box = focus.getBoundingClientRect(), outer = frame.getBoundingClientRect();
    if (box.right <= outer.right) { return; }
    frame.scrollLeft += box.left - outer.left - (frame.clientWidth - box.width) / 2;
  }
});
