// What the user has chosen, and its copy in the address of the page.
const thingAt = new Map(things.map((thing) => [thing.iri, thing.i]));
const sourceAt = new Map(sources.map((source, i) => [source.iri, i]));
const shorten = (iri) => (iri.startsWith(ID_BASE) ? iri.slice(ID_BASE.length) : iri);
const find = (map, text) => map.get(ID_BASE + text) ?? map.get(text) ?? null;
const UI = Object.keys(PAGE.i18n);

const VIEWS = ["graph", "communities", "map", "timeline", "table"].filter((view) => view !== "communities" || communities.length > 1);
/** Large networks open on their communities: the whole is then a few clicks away, and the first picture is there at once. */
const FIRST_VIEW = things.length > STYLE.page.overview_above && communities.length > 1 ? "communities" : "graph";

const state = {};
let lastHash = null;

function clearState() {
  Object.assign(state, { selected: null, pair: null, classesOff: new Set(), relationsOff: new Set(), sources: new Set(), year: null,
    confidence: 0, depth: 0, path: null, community: null, connectFrom: null, hubsHidden: false });
  state.facets = Object.fromEntries(FACETS.map((name) => [name, new Set()]));
}

function readHash() {
  const hash = new URLSearchParams(location.hash.slice(1));
  const list = (name) => (hash.get(name) || "").split("|").filter(Boolean);
  const numbers = (name, map) => new Set(list(name).map((text) => find(map, text)).filter((i) => i !== null));
  clearState();
  state.ui = UI.includes(hash.get("ui")) ? hash.get("ui") : UI.find((code) => (navigator.language || "").startsWith(code)) || "en";
  state.label = hash.get("label") || "auto";
  state.theme = ["light", "dark"].includes(hash.get("theme")) ? hash.get("theme") : "auto";
  state.view = VIEWS.includes(hash.get("view")) ? hash.get("view") : FIRST_VIEW;
  state.selected = find(thingAt, hash.get("at") || "");
  state.classesOff = new Set(list("without").filter((name) => CLASSES.includes(name)));
  state.relationsOff = new Set(list("unlinked"));
  for (const name of FACETS) state.facets[name] = new Set([...numbers(name, thingAt)].filter((i) => things[i].kind === name));
  state.sources = numbers("source", sourceAt);
  const year = parseInt(hash.get("year"), 10);
  state.year = YEARS.length && year >= YEARS[0] && year <= YEARS[YEARS.length - 1] ? year : null;
  state.confidence = Math.min(100, Math.max(0, parseInt(hash.get("certain"), 10) || 0));
  state.depth = state.selected === null ? 0 : Math.min(3, Math.max(0, parseInt(hash.get("depth"), 10) || 0));
  state.hubsHidden = hash.get("hubs") === "0";
  const member = find(thingAt, hash.get("community") || "");
  state.community = communityOf.has(member) ? communityOf.get(member).i : null;
  const ends = list("path").map((text) => find(thingAt, text));
  state.path = ends.length === 2 && !ends.includes(null) ? ends : null;
  const link = list("link").map((text) => find(thingAt, text));
  state.pair = link.length === 2 && !link.includes(null) ? pairOf(link[0], link[1]) || null : null;
  state.eye = (hash.get("eye") || "").split(",").map(Number);
  if (state.eye.length !== 3 || !state.eye.every(Number.isFinite) || !(state.eye[2] > 0)) state.eye = null;
}

/** The address that reproduces the state; defaults are left out. */
function hashOf() {
  const hash = new URLSearchParams();
  const put = (name, value) => { if (value) hash.set(name, value); };
  const iris = (numbers, from) => [...numbers].map((i) => shorten(from[i].iri)).sort().join("|");
  put("at", state.selected !== null && shorten(things[state.selected].iri));
  put("link", state.pair && iris([state.pair.a, state.pair.b], things));
  put("path", state.path && state.path.map((i) => shorten(things[i].iri)).join("|"));
  put("depth", state.depth && String(state.depth));
  put("without", [...state.classesOff].sort().join("|"));
  put("unlinked", [...state.relationsOff].sort().join("|"));
  for (const name of FACETS) put(name, iris(state.facets[name], things));
  put("source", iris(state.sources, sources));
  put("year", state.year && String(state.year));
  put("certain", state.confidence && String(state.confidence));
  put("hubs", state.hubsHidden && "0");
  put("community", state.community !== null && shorten(things[[...communities[state.community].members][0]].iri));
  put("view", state.view !== FIRST_VIEW && state.view);
  put("label", state.label !== "auto" && state.label);
  put("theme", state.theme !== "auto" && state.theme);
  put("eye", state.eye && state.eye.map((n, i) => (i < 2 ? Math.round(n) : +n.toFixed(4))).join(","));
  put("ui", state.ui);
  return "#" + hash.toString();
}

function writeHash() {
  lastHash = hashOf();
  if (location.hash !== lastHash) history.replaceState(null, "", lastHash);
}
const isFiltered = () => state.classesOff.size || state.relationsOff.size || state.sources.size || state.year !== null || state.confidence
  || state.hubsHidden || state.community !== null || state.depth || state.path || FACETS.some((name) => state.facets[name].size);
