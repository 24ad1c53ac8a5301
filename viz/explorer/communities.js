// The communities: things that are linked more with one another than with the rest, one sign each. Choosing one unfolds it.
const { frameOf, freeNames, communityLine, communitySign, communityLabel } = integraphFirst;
CHARTS.communities = (view) => {
  const shown = communities.map((one) => ({ ...one, n: [...one.members].filter((i) => view.things.has(i)).length })).filter((one) => one.n);
  const alive = new Set(shown.map((one) => one.i));
  const frame = frameOf(shown, byId("chart").clientWidth - 30);
  const lines = PAGE.between.filter(([a, b]) => alive.has(a) && alive.has(b)).map(([a, b, n]) => communityLine(communities[a], communities[b], n, frame, cssColour));
  const ordered = [...shown].sort((a, b) => b.n - a.n || a.i - b.i), name = (one) => shortLabel(things[one.named[0]]);
  const signs = ordered.map((one) => choice(communityName(one) + ": " + t("things", { n: number(one.n) }), () => go({ community: one.i, view: "graph" }, { fit: true }),
    ...communitySign(one, communityColour(one), number(one.n), frame, cssColour)));
  const names = freeNames(ordered, frame.size, name).map((one) => communityLabel(one, name(one), frame, cssColour));
  const others = view.things.size - shown.reduce((sum, one) => sum + one.n, 0);
  const open = (one) => el("button", { class: "plain", type: "button", onclick: () => go({ community: one.i, view: "graph" }, { fit: true }) }, communityName(one));
  fill(byId("chart"), el("p", { class: "soft" }, t("communities_help"), others ? " " + t("communities_rest", { things: t("things", { n: number(others) }) }) : ""),
    plane("communities", frame.w, frame.h, t("communities"), ...lines, ...signs, ...names),
    chartTable(t("communities"), [t("community_named"), t("community_size")], ordered.map((one) => [open(one), number(one.n)])));
};
/** The colour of the class that is most frequent in a community. */
function communityColour(one) {
  const kinds = {};
  for (const i of one.members) kinds[things[i].kind] = (kinds[things[i].kind] || 0) + 1;
  const first = Object.keys(kinds).sort((a, b) => kinds[b] - kinds[a] || CLASSES.indexOf(a) - CLASSES.indexOf(b))[0];
  return colour(STYLE.classes[first]);
}
