// Where a thing stands in the network, by the measures that were taken when the page was made.
const ranks = new Map([...things].filter((x) => x.measures[0] > 0).sort((a, b) => b.measures[0] - a.measures[0]).map((x, k) => [x.i, k + 1]));
const communityName = (one) => one.named.map((i) => shortLabel(things[i])).join(" · ");

function standing(thing) {
  const [, countries, themes] = thing.measures, home = communityOf.get(thing.i), rank = ranks.get(thing.i);
  const said = [rank && t("standing_rank", { k: number(rank), n: number(things.length) }),
    countries && t("standing_countries", { n: number(countries) }), themes && t("standing_themes", { n: number(themes) })].filter(Boolean);
  if (!said.length && !home) return null;
  return el("p", { class: "standing" }, said.join(" · "), home && communities.length > 1 && [said.length ? " · " : "", el("button", { class: "plain", type: "button",
    onclick: () => go({ community: home.i, view: "graph" }, { fit: true }) }, t("standing_community", { name: communityName(home) }))]);
}
