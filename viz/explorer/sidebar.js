// Legend and filters. Lists are rebuilt with each view, so that their counts are always those of the other filters.
const open = new Set(["relation"]), needles = {}, long = new Set();

function check({ name, count, checked, sign, change, none }) {
  return el("label", { class: "check" + (none ? " none" : "") }, el("input", { type: "checkbox", checked: !!checked, onchange: change }),
    sign, el("span", { class: "name", dir: "auto" }, name), el("span", { class: "count" }, count));
}
function toggled(set, item) {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

function showSidebar(view) {
  const focus = document.activeElement && document.activeElement.closest("#side") ? document.activeElement.dataset.key : null;
  byId("legend-title").textContent = t("legend");
  byId("filters-title").textContent = t("filters");
  byId("side").setAttribute("aria-label", t("menu"));
  fill(byId("legend"), legend(view));
  fill(byId("filters"), FACETS.map((name) => facetFold(name, view)), yearFold(), relationFold(view), sourceFold(view), certaintySlider());
  for (const [i, input] of [...byId("side").querySelectorAll("input, select, summary, button")].entries()) input.dataset.key = input.dataset.key || "k" + i;
  if (focus) { const again = [...byId("side").querySelectorAll("[data-key]")].find((node) => node.dataset.key === focus); if (again) again.focus(); }
}

function legend(view) {
  const totals = {};
  for (const thing of things) totals[thing.kind] = (totals[thing.kind] || 0) + 1;
  const rows = CLASSES.filter((name) => totals[name]).map((name) => check({
    name: className(name), sign: mark(name), checked: classShown({ kind: name, look: STYLE.classes[name] }),
    count: (view.counts.classes[name] || 0) === totals[name] ? number(totals[name]) : number(view.counts.classes[name] || 0) + " / " + number(totals[name]),
    change: () => go(state.hubsHidden && STYLE.classes[name].hub ? { hubsHidden: false, classesOff: new Set([...state.classesOff,
      ...CLASSES.filter((c) => c !== name && STYLE.classes[c].hub)]) } : { classesOff: toggled(state.classesOff, name) }),
  }));
  return [rows, check({ name: t("hubs"), count: "", checked: state.hubsHidden, change: () => go({ hubsHidden: !state.hubsHidden }) })];
}

/** A foldable list of choices: chosen first, then by count; long ones can be narrowed by typing. */
function fold(key, title, rows, chosenCount) {
  const shown = rows.filter((row) => row.checked || !needles[key] || folded(row.name).includes(folded(needles[key])));
  const limit = long.has(key) ? 400 : 12, list = el("div", { class: "list" });
  fill(list, shown.slice(0, limit).map(check), shown.length > limit && el("button", { class: "plain", type: "button", "data-key": key + "-more",
    onclick: () => { long.add(key); refreshSidebar(); } }, t("more", { n: number(shown.length - limit) })),
  long.has(key) && rows.length > 12 && el("button", { class: "plain", type: "button", "data-key": key + "-more",
    onclick: () => { long.delete(key); refreshSidebar(); } }, t("less")));
  const narrow = rows.length > 12 && el("input", { type: "search", placeholder: t("narrow"), "aria-label": title + ": " + t("narrow"), value: needles[key] || "",
    "data-key": key + "-narrow", oninput: (event) => { needles[key] = event.target.value; refreshSidebar(); } });
  const details = el("details", { class: "fold", ontoggle: (event) => (event.target.open ? open.add(key) : open.delete(key)) },
    el("summary", { "data-key": key + "-fold" }, title, chosenCount ? el("span", { class: "count" }, String(chosenCount)) : null), narrow, list);
  details.open = open.has(key);
  return details;
}
function refreshSidebar() {
  const at = document.activeElement, place = at && at.selectionStart;
  showSidebar(current);
  const now = document.activeElement;
  if (now && now.type === "search" && typeof place === "number") now.setSelectionRange(place, place);
}
const byCount = (a, b) => (b.checked - a.checked) || b.n - a.n || (a.name < b.name ? -1 : 1);

function facetFold(name, view) {
  const rows = things.filter((thing) => thing.kind === name).map((thing) => {
    const n = view.counts.facets[thing.i] || 0, checked = state.facets[name].has(thing.i);
    return { name: label(thing), n, count: number(n), checked, none: !n && !checked,
      change: () => go({ facets: { ...state.facets, [name]: toggled(state.facets[name], thing.i) } }, { fit: true }) };
  }).filter((row) => row.n || row.checked || state.facets[name].size).sort(byCount);
  return rows.length ? fold(name, className(name), rows, state.facets[name].size) : null;
}
function yearFold() {
  if (!YEARS.length) return null;
  const choice = el("select", { "aria-label": t("year"), "data-key": "year", onchange: (e) => go({ year: e.target.value ? +e.target.value : null }, { fit: true }) },
    el("option", { value: "" }, t("any_year")));
  for (let year = YEARS[YEARS.length - 1]; year >= YEARS[0]; year--) {
    const n = things.filter((x) => x.years && x.years[0] <= year && year <= x.years[1]).length;
    if (n) choice.append(el("option", { value: year, selected: state.year === year }, year + " (" + n + ")"));
  }
  const details = el("details", { class: "fold", ontoggle: (e) => (e.target.open ? open.add("year") : open.delete("year")) },
    el("summary", { "data-key": "year-fold" }, t("year"), state.year !== null ? el("span", { class: "count" }, String(state.year)) : null), choice);
  details.open = open.has("year");
  return details;
}
function relationFold(view) {
  const used = [...new Set(facts.filter((f) => f.asserted).map((f) => f.p))].sort((a, b) => lineRank(a) - lineRank(b) || (a < b ? -1 : 1));
  const rows = used.map((name) => {
    const n = view.counts.relations[name] || 0;
    return { name: relationName(name), n, count: number(n), sign: lineMark(name), checked: !state.relationsOff.has(name), none: !n,
      change: () => go({ relationsOff: toggled(state.relationsOff, name) }) };
  });
  return fold("relation", t("relations"), rows, state.relationsOff.size ? used.length - state.relationsOff.size + " / " + used.length : 0);
}
function sourceFold(view) {
  const rows = sources.map((source, i) => {
    const n = view.counts.sources[i] || 0, checked = state.sources.has(i);
    return { name: source.title, n, count: number(n), checked, none: !n && !checked,
      change: () => go({ sources: toggled(state.sources, i) }, { fit: true }) };
  }).filter((row) => row.n || row.checked).sort(byCount);
  return fold("source", t("sources"), rows, state.sources.size);
}
function certaintySlider() {
  const text = el("span", {}, t("confidence", { n: state.confidence }));
  return el("div", { class: "fold slider" }, el("label", {}, text, el("input", { type: "range", min: 0, max: 100, step: 5, value: state.confidence,
    "data-key": "certain", oninput: (e) => { text.textContent = t("confidence", { n: e.target.value }); }, onchange: (e) => go({ confidence: +e.target.value }) })));
}
