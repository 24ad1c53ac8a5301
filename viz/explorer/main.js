// The page's conductor: a change of state leads to a new view, and everything shows that view.
let current = { things: new Set(), facts: new Set(), counts: { classes: {}, relations: {}, sources: {}, facets: {} } };

/** Change the state and show what follows. `fit`: bring all that is then shown into sight. */
function go(change, options) {
  const viewBefore = state.view;
  Object.assign(state, change);
  if (state.selected === null) state.depth = 0;
  const refit = (options && options.fit) || "depth" in change || "path" in change;
  if (refit || viewBefore !== state.view) state.eye = null;
  const onlyPoint = Object.keys(change).every((key) => ["selected", "pair"].includes(key)) && !refit && !state.depth && !state.path;
  if (onlyPoint) { showPanel(current); showChart(); if (!picture.failed) picture.network.redraw(); }
  else render(refit || viewBefore !== state.view);
  writeHash();
}

function render(refit) {
  document.documentElement.lang = state.ui;
  document.documentElement.dataset.theme = state.theme !== "auto" ? state.theme : matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  current = computeView();
  const view = state.view === "graph" && picture.failed ? "table" : state.view;
  byId("table").hidden = view !== "table";
  byId("chart").hidden = !CHARTS[view];
  for (const id of ["graph", "zoom"]) byId(id).hidden = view !== "graph";
  byId("tip").hidden = true;
  for (const pair of pairs) pair.shown = pair.facts.filter((f) => current.facts.has(f));
  if (view === "graph") paint(current);
  nameControls();
  showSidebar(current);
  showPanel(current);
  showBar();
  if (view === "table") showTable();
  showChart();
  if (view === "graph" && refit) lookAt(state.eye);
  byId("empty").textContent = t("nothing");
  byId("empty").hidden = view !== "graph" || current.things.size > 0;
}

/** Draw the chart of this view, if it is one; what had the focus keeps it. */
function showChart() {
  if (!CHARTS[state.view]) return;
  const at = document.activeElement, name = at && at.closest("#chart") ? at.getAttribute("aria-label") || at.textContent : null;
  CHARTS[state.view](current);
  const again = name && [...byId("chart").querySelectorAll("[tabindex], button")].find((node) => (node.getAttribute("aria-label") || node.textContent) === name);
  if (again) again.focus();
}

/** Words on everything that has a fixed place. */
function nameControls() {
  const words = { n: number(facts.filter((f) => f.asserted).length) }, texts = t("sources_n", { n: number(sources.length) });
  byId("summary").textContent = [t("facts", words), t("things", { n: number(things.length) }), texts, PAGE.latest && t("latest", { date: PAGE.latest })].filter(Boolean).join(" · ");
  byId("summary").title = t("about", { sources: texts });
  const box = byId("search"), prompt = state.connectFrom !== null ? t("search_second") : t("search");
  box.placeholder = prompt;
  box.setAttribute("aria-label", prompt);
  fill(byId("views"), VIEWS.map((view) => el("button", { type: "button", id: "as-" + view, "aria-pressed": String(state.view === view),
    onclick: () => { go({ view }); byId("as-" + view).focus(); } }, t(view === "graph" ? "network" : view))));
  byId("graph").setAttribute("aria-label", t("picture"));
  for (const [id, key] of [["menu", "menu"], ["side-close", "close_filters"], ["theme", "theme"], ["zoom-in", "zoom_in"], ["zoom-out", "zoom_out"], ["fit", "fit"], ["ui-language", "ui_language"], ["label-language", "label_language"]]) {
    byId(id).setAttribute("aria-label", t(key));
    byId(id).title = t(key);
  }
  fill(byId("ui-language"), UI.map((code) => el("option", { value: code, selected: code === state.ui }, PAGE.i18n[code].name)));
  const codes = [...new Set(things.flatMap((thing) => Object.keys(thing.labels)))].filter((code) => /^[a-z]{2,3}(-|$)/i.test(code)).sort();
  const nameOf = (code) => { try { return new Intl.DisplayNames([state.ui], { type: "language" }).of(code); } catch (error) { return code; } };
  fill(byId("label-language"), el("option", { value: "auto", selected: state.label === "auto" }, t("label_auto")), codes.map((code) => el("option", { value: code, selected: state.label === code }, nameOf(code))));
  byId("save").firstElementChild.textContent = t("save");
  fill(byId("save-menu"), [["csv", () => save("facts.csv", "text/csv;charset=utf-8", asCsv())], ["turtle", () => save("facts.ttl", "text/turtle;charset=utf-8", asTurtle())],
    ["png", savePng], ["svg", () => save("network.svg", "image/svg+xml", asSvg())], ["print", () => window.print()]]
    .filter(([key]) => !(["png", "svg"].includes(key) && (picture.failed || state.view !== "graph")))
    .map(([key, act]) => el("button", { type: "button", id: "save-" + key, onclick: () => { byId("save").open = false; act(); } }, t(key))));
}

function showBar() {
  byId("status").textContent = picture.failed ? t("canvas_fail") : t("shown", { facts: t("facts", { n: number(current.facts.size) }), things: t("things", { n: number(current.things.size) }) });
  const chip = (text, change) => el("button", { class: "chip", type: "button", onclick: () => go(change, { fit: true }) }, el("span", { dir: "auto" }, text), "✕");
  const chips = FACETS.flatMap((name) => [...state.facets[name]].map((i) => chip(label(things[i]), { facets: { ...state.facets, [name]: toggled(state.facets[name], i) } })));
  for (const i of state.sources) chips.push(chip(sources[i].title, { sources: toggled(state.sources, i) }));
  if (state.year !== null) chips.push(chip(String(state.year), { year: null }));
  if (state.confidence) chips.push(chip("≥ " + state.confidence + " %", { confidence: 0 }));
  if (state.community !== null) chips.push(chip(communityName(communities[state.community]), { community: null }));
  if (state.path) {
    const ends = { a: label(things[state.path[0]]), b: label(things[state.path[1]]) };
    chips.push(chip(t(current.path.pairs.size ? "path" : "path_none", ends), { path: null }));
  }
  if (state.depth && state.selected !== null) chips.push(chip(t("around") + ": " + label(things[state.selected]), { depth: 0 }));
  if (isFiltered()) chips.push(el("button", { class: "chip", type: "button", id: "reset", onclick: () => { clearState(); go({}, { fit: true }); } }, t("reset")));
  fill(byId("chips"), chips);
}

function startKeys() {
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea");
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      if (byId("side").classList.contains("open")) drawer(false);
      else if (byId("save").open) byId("save").open = false;
      else go({ selected: null, pair: null, depth: 0, path: null }, { fit: !!(state.depth || state.path) });
    } else if (typing) return;
    else if (event.key === "/") { event.preventDefault(); byId("search").focus(); }
    else if (event.key === "t" || event.key === "T") go({ view: state.view === "table" ? "graph" : "table" });
  });
  byId("graph").addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] }[event.key];
    if (step) { event.preventDefault(); moveBy(...step); }
    else if (event.key === "+" || event.key === "=") zoomBy(1.25);
    else if (event.key === "-") zoomBy(0.8);
    else if (event.key === "0") { state.eye = null; lookAt(null); writeHash(); }
  });
}
function drawer(openIt) {
  byId("side").classList.toggle("open", openIt);
  byId("menu").setAttribute("aria-expanded", String(openIt));
  (openIt ? byId("side") : byId("menu")).focus();
}

function start() {
  readHash();
  startPicture();
  startSearch();
  startKeys();
  byId("ui-language").addEventListener("change", (event) => go({ ui: event.target.value }));
  byId("label-language").addEventListener("change", (event) => go({ label: event.target.value }));
  byId("theme").addEventListener("click", () => go({ theme: isDark() ? "light" : "dark" }));
  byId("zoom-in").addEventListener("click", () => zoomBy(1.25));
  byId("zoom-out").addEventListener("click", () => zoomBy(0.8));
  byId("fit").addEventListener("click", () => { state.eye = null; lookAt(null); writeHash(); });
  byId("menu").addEventListener("click", () => drawer(true));
  byId("side-close").addEventListener("click", () => drawer(false));
  window.addEventListener("hashchange", () => { if (location.hash !== lastHash) { readHash(); render(true); writeHash(); } });
  let width = window.innerWidth;
  window.addEventListener("resize", () => { if (window.innerWidth !== width && !state.eye) { width = window.innerWidth; setTimeout(() => lookAt(null), 60); } });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => render(false));
  render(true);
  writeHash();
  integraphFirst.done();
  document.documentElement.dataset.ready = "true";
}
start();
