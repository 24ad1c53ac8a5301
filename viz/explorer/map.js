// Who works where: projects and bodies by country, on a map of Europe and around it, and as a table of all countries.
CHARTS.map = (view) => {
  const counts = byCountry(view), most = Math.max(1, ...[...counts.values()].map((row) => row.projects.size));
  const outlines = Object.entries(PAGE.map.countries).map(([code, [path]]) => {
    const row = counts.get(code), shade = row ? 0.18 + 0.6 * Math.sqrt(row.projects.size / most) : 0;
    return svg("path", { d: path, fill: row ? cssColour("--accent") : cssColour("--card"), "fill-opacity": row ? shade.toFixed(2) : 1, stroke: cssColour("--line"), "stroke-width": 0.8 });
  });
  const [w, h] = PAGE.map.size, chart = byId("chart"), eye = (planes.map = planes.map || aroundAll([...counts.keys()].map((code) => PAGE.map.countries[code]).filter(Boolean), w, h));
  const unit = Math.max(w / Math.max(chart.clientWidth - 30, 1), h / Math.max(chart.clientHeight - 90, 320)) / eye.k;
  const signs = [...counts].filter(([code]) => PAGE.map.countries[code]).sort(([, a], [, b]) => b.projects.size - a.projects.size || a.thing.i - b.thing.i).map(([code, row]) => {
    const [, x, y] = PAGE.map.countries[code], r = (8 + 8 * Math.sqrt(row.projects.size / most)) * unit, own = row.thing.i === state.selected;
    return choice(label(row.thing) + ": " + countText(row), () => go({ selected: row.thing.i, pair: null }),
      svg("circle", { cx: x, cy: y, r: r.toFixed(1), fill: cssColour("--card"), stroke: cssColour(own ? "--ink" : "--accent"), "stroke-width": (own ? 3 : 1.5) * unit }),
      svg("text", { x, y: y + 4 * unit, "font-size": 11 * unit, "font-weight": 650, "text-anchor": "middle", fill: cssColour("--ink") }, number(row.projects.size)));
  });
  const sea = svg("rect", { width: w, height: h, fill: cssColour("--bg") });
  const rows = [...counts.values()].sort((a, b) => b.projects.size - a.projects.size || b.bodies.size - a.bodies.size || (label(a.thing) < label(b.thing) ? -1 : 1));
  fill(byId("chart"), el("p", { class: "soft" }, t(rows.length ? "map_help" : "map_none")), plane("map", w, h, t("map"), sea, ...outlines, ...signs),
    chartTable(t("map"), [kindName("Country"), className("Project"), className("Organisation"), ""], rows.map((row) => [thingButton(row.thing), number(row.projects.size), number(row.bodies.size),
      el("button", { class: "plain", type: "button", onclick: () => go({ facets: { ...state.facets, Country: new Set([row.thing.i]) }, view: "graph" }, { fit: true }) }, t("map_filter"))])));
};
const countText = (row) => t("map_projects", { n: number(row.projects.size) }) + ", " + t("map_bodies", { n: number(row.bodies.size) });

/** Where to look first: all these countries, but no closer than what still shows where in the world they are. */
function aroundAll(places, w, h) {
  if (!places.length) return { x: 0, y: 0, k: 1 };
  const xs = places.map(([, x]) => x), ys = places.map(([, , y]) => y), margin = w / 12;
  const [left, right, top, bottom] = [Math.min(...xs) - margin, Math.max(...xs) + margin, Math.min(...ys) - margin, Math.max(...ys) + margin];
  const k = Math.min(4, Math.max(1, Math.min(w / (right - left), h / (bottom - top))));
  const within = (shift, size) => Math.min(0, Math.max(size * (1 - k), shift));
  return { x: within(w / 2 - ((left + right) / 2) * k, w), y: within(h / 2 - ((top + bottom) / 2) * k, h), k };
}

/** For each country of which a shown fact speaks: projects that work there, bodies that are there or take part in those projects. */
function byCountry(view) {
  const counts = new Map(), at = (i) => things[i].iri.replace(/^.*\//, "");
  const row = (i) => { if (!counts.has(at(i))) counts.set(at(i), { thing: things[i], projects: new Set(), bodies: new Set() }); return counts.get(at(i)); };
  const bodies = new Map();
  for (const fact of view.facts) {
    if (fact.o === null) continue;
    if (STYLE.takes_part.relations.includes(fact.p)) bodies.set(fact.s, [...(bodies.get(fact.s) || []), fact.o]);
    if (things[fact.o].kind !== "Country") continue;
    if (things[fact.s].kind === "Project") row(fact.o).projects.add(fact.s);
    else if (things[fact.s].kind === "Organisation") row(fact.o).bodies.add(fact.s);
  }
  for (const own of counts.values()) for (const project of own.projects) for (const body of bodies.get(project) || []) own.bodies.add(body);
  return counts;
}
