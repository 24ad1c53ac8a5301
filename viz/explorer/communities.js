// The communities: things that are linked more with one another than with the rest, one sign each. Choosing one unfolds it.
CHARTS.communities = (view) => {
  const shown = communities.map((one) => ({ ...one, n: [...one.members].filter((i) => view.things.has(i)).length })).filter((one) => one.n);
  const alive = new Set(shown.map((one) => one.i));
  const left = Math.min(0, ...shown.map((c) => c.x - c.r)) - 60, right = Math.max(1, ...shown.map((c) => c.x + c.r)) + 60;
  const top = Math.min(0, ...shown.map((c) => c.y - c.r)) - 30, bottom = Math.max(1, ...shown.map((c) => c.y + c.r)) + 40;
  const [w, h] = [right - left, bottom - top], size = Math.max(w, h * 1.4) / 62;
  const lines = PAGE.between.filter(([a, b]) => alive.has(a) && alive.has(b)).map(([a, b, n]) => svg("line", { x1: communities[a].x - left, y1: communities[a].y - top,
    x2: communities[b].x - left, y2: communities[b].y - top, stroke: cssColour("--soft"), "stroke-opacity": 0.35, "stroke-width": Math.min(14, 1 + 2 * Math.sqrt(n)) }));
  const ordered = [...shown].sort((a, b) => b.n - a.n || a.i - b.i);
  const signs = ordered.map((one) => choice(communityName(one) + ": " + t("things", { n: number(one.n) }), () => go({ community: one.i, view: "graph" }, { fit: true }),
    svg("circle", { cx: one.x - left, cy: one.y - top, r: one.r, fill: communityColour(one), "fill-opacity": 0.9, stroke: cssColour("--card"), "stroke-width": 2 }),
    svg("text", { x: one.x - left, y: one.y - top + size * 0.35, "font-size": size, "text-anchor": "middle", fill: cssColour("--on"), "font-weight": 700 }, number(one.n))));
  const names = freeNames(ordered, size).map((one) => svg("text", { x: one.x - left, y: one.y - top + one.r + size * 1.1, "font-size": size * 0.82, "text-anchor": "middle",
    fill: cssColour("--ink"), stroke: cssColour("--bg"), "stroke-width": size / 4, "paint-order": "stroke" }, shortLabel(things[one.named[0]])));
  const others = view.things.size - shown.reduce((sum, one) => sum + one.n, 0);
  const open = (one) => el("button", { class: "plain", type: "button", onclick: () => go({ community: one.i, view: "graph" }, { fit: true }) }, communityName(one));
  fill(byId("chart"), el("p", { class: "soft" }, t("communities_help"), others ? " " + t("communities_rest", { things: t("things", { n: number(others) }) }) : ""),
    plane("communities", w, h, t("communities"), ...lines, ...signs, ...names),
    chartTable(t("communities"), [t("community_named"), t("community_size")], ordered.map((one) => [open(one), number(one.n)])));
};
/** The communities, the largest first, whose names have room below their signs. */
function freeNames(ordered, size) {
  const taken = ordered.map((one) => [one.x - one.r, one.y - one.r, one.x + one.r, one.y + one.r]), free = [];
  for (const one of ordered) {
    const half = shortLabel(things[one.named[0]]).length * size * 0.24, box = [one.x - half, one.y + one.r + 1, one.x + half, one.y + one.r + size * 1.3];
    if (taken.every((other) => apart(box, other))) { taken.push(box); free.push(one); }
  }
  return free;
}
/** The colour of the class that is most frequent in a community. */
function communityColour(one) {
  const kinds = {};
  for (const i of one.members) kinds[things[i].kind] = (kinds[things[i].kind] || 0) + 1;
  const first = Object.keys(kinds).sort((a, b) => kinds[b] - kinds[a] || CLASSES.indexOf(a) - CLASSES.indexOf(b))[0];
  return colour(STYLE.classes[first]);
}
