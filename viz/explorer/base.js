// The data, the words of the interface, and small helpers. Text only ever becomes a text node.
const DATA = JSON.parse(document.getElementById("data").textContent);
const PAGE = DATA.page;
const STYLE = PAGE.style;
const CLASSES = Object.keys(STYLE.classes);
const RELATIONS = Object.keys(STYLE.relations);
const ID_BASE = "https://w3id.org/integraph/";
const IG = ID_BASE + "ontology#";

const byId = (id) => document.getElementById(id);

/** Make an element: attributes by name, `on…` as listeners, children as nodes or text. */
function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else if (name in node && typeof value === "boolean") node[name] = value;
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) node.append(child);
  }
  return node;
}

function fill(parent, ...children) {
  parent.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
}

/** A word of the interface, with `{name}` filled in. */
function t(key, values) {
  const own = PAGE.i18n[state.ui].ui, one = values && String(values.n) === "1" ? own[key + "_1"] : undefined;
  const text = one ?? own[key] ?? PAGE.i18n.en.ui[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : whole));
}
const number = (n) => new Intl.NumberFormat(state.ui).format(n);
const className = (name) => PAGE.i18n[state.ui].classes[name] || spaced(name);
const kindName = (name) => PAGE.i18n[state.ui].kinds[name] || spaced(name);
const modalityName = (name) => PAGE.i18n[state.ui].modality[name] || name;
const spaced = (name) => name.replace(/^.*[/#]/, "").replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();

/** A relation's name, read from its subject or (inverse) from its object. */
function relationName(name, inverse) {
  const pair = PAGE.i18n[state.ui].relations[name];
  if (pair) return pair[inverse ? 1 : 0];
  return (inverse ? "← " : "") + spaced(name);
}

const things = PAGE.things.map(([iri, kind, labels, acronyms, measures], i) => ({
  i, iri, kind, labels, acronyms, measures, look: STYLE.classes[kind], size: DATA.nodes[i].size, x: DATA.nodes[i].x, y: DATA.nodes[i].y,
  home: [DATA.nodes[i].x, DATA.nodes[i].y], facts: [], degree: 0,
}));

/** The name to show: in the chosen language, or English, or without language, or any. */
function label(thing) {
  return integraphFirst.nameIn(thing.labels, state.label === "auto" ? state.ui : state.label) ?? thing.iri;
}
function labelLanguage(thing) {
  const own = thing.labels;
  for (const code of [state.label === "auto" ? state.ui : state.label, "en"]) if (own[code]) return code;
  return own[""] ? null : Object.keys(own).sort()[0] || null;
}
/** The name for the picture: an acronym where the name is long. */
const shortLabel = (thing) => integraphFirst.shortName(label(thing), thing.acronyms);
const named = (thing) => el("bdi", { lang: labelLanguage(thing) }, label(thing));

/** An address that may become a link: web addresses only. */
function webAddress(text) {
  try {
    const url = new URL(text);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch (error) {
    return null;
  }
}
function link(address, text) {
  const safe = webAddress(address);
  return safe ? el("a", { href: safe, target: "_blank", rel: "noopener noreferrer", dir: "auto" }, text) : el("bdi", {}, text);
}
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss").replace(/ł/g, "l").replace(/ø/g, "o");
const isDark = () => document.documentElement.dataset.theme === "dark";
const colour = (look) => (isDark() ? look.dark : look.light);
const cssColour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
