// The panel: what is known of a thing or a link, each fact with its sentence and its source.
const FIRST_FACTS = 12;

function showPanel(view) {
  const panel = byId("panel");
  const content = state.pair ? pairPanel(view, state.pair) : state.selected !== null ? thingPanel(view, things[state.selected]) : hello(view);
  panel.classList.toggle("idle", !state.pair && state.selected === null);
  document.querySelector(".frame").classList.toggle("wide", panel.classList.contains("idle") && (state.view !== "graph" || picture.failed));
  panel.setAttribute("aria-label", state.pair ? t("connection") : state.selected !== null ? label(things[state.selected]) : t("help_title"));
  const before = panel.dataset.about, about = state.pair ? "p" + state.pair.i : "t" + state.selected;
  fill(panel, content);
  panel.dataset.about = about;
  if (before !== about) panel.scrollTop = 0;
}

function hello(view) {
  const top = [...view.things].map((i) => things[i]).filter((x) => !x.look.hub).sort((a, b) => b.rank - a.rank || a.i - b.i).slice(0, 8);
  return el("div", { class: "hello" }, el("h2", {}, t("help_title")), ["help_1", "help_2", "help_3"].map((key) => el("p", {}, t(key))),
    el("ul", { class: "tops" }, top.map((thing) => el("li", { class: "fact" }, thingLine(thing)))),
    el("p", { class: "soft" }, el("small", {}, t("help_keys"))));
}
function heading(title) {
  return el("div", { class: "head" }, el("h2", { dir: "auto" }, title),
    el("button", { class: "icon", type: "button", "aria-label": t("close"), title: t("close"), onclick: () => go({ selected: null, pair: null, depth: 0 }, { fit: !!state.depth }) }, "✕"));
}
function thingLine(thing) {
  return el("span", { class: "object" }, mark(thing.kind), el("button", { class: "plain", type: "button",
    onclick: () => { go({ selected: thing.i, pair: null }, { fit: !!state.depth }); centreOn(thing.i); } }, named(thing)));
}

function thingPanel(view, thing) {
  const shown = thing.facts.filter((f) => view.facts.has(f)), denied = thing.facts.filter((f) => !f.asserted);
  const groups = new Map();
  for (const fact of shown) {
    const inverse = fact.s !== thing.i, key = fact.p + (inverse ? "<" : ">");
    if (!groups.has(key)) groups.set(key, { relation: fact.p, inverse, facts: [] });
    groups.get(key).facts.push(fact);
  }
  const ordered = [...groups.values()].sort((a, b) => a.inverse - b.inverse || lineRank(a.relation) - lineRank(b.relation) || (a.relation < b.relation ? -1 : 1));
  return [heading(named(thing)), el("p", { class: "kind" }, mark(thing.kind), kindName(thing.kind)), alsoCalled(thing), standing(thing), thingActions(thing),
    !shown.length && el("p", { class: "soft group" }, t("no_facts")),
    ordered.map((group) => factGroup(relationName(group.relation, group.inverse), group.facts, thing, group.relation)),
    denied.length ? el("div", { class: "denied" }, factGroup(t("denied"), denied, thing)) : null];
}
function alsoCalled(thing) {
  const all = [...thing.acronyms, ...Object.values(thing.labels).flat()].filter((text) => text !== label(thing));
  const other = [...new Set(all)].slice(0, 14);
  return other.length ? el("p", { class: "also" }, t("also") + " ", other.map((text, k) => [k ? " · " : "", el("bdi", {}, text)])) : null;
}
function thingActions(thing) {
  const depth = el("select", { "aria-label": t("around"), onchange: (e) => go({ depth: +e.target.value, path: null }, { fit: true }) },
    [0, 1, 2, 3].map((n) => el("option", { value: n, selected: state.depth === n }, n ? t("around") + ": " + (n === 1 ? t("depth_1") : t("depth", { n })) : t("around") + ": " + t("depth_0"))));
  return el("div", { class: "actions" }, depth, el("button", { type: "button", onclick: () => {
    state.connectFrom = thing.i;
    nameControls();
    byId("search").focus();
  } }, t("connect")));
}

function factGroup(title, all, thing, relation) {
  const sorted = [...all].sort((a, b) => b.confidence - a.confidence || factTitle(a, thing).localeCompare(factTitle(b, thing), state.ui) || a.i - b.i);
  const box = el("div", { class: "group" }, el("h3", {}, relation ? [lineMark(relation), " "] : null, title, all.length > 1 ? el("span", { class: "count" }, " (" + number(all.length) + ")") : null));
  const rest = sorted.slice(FIRST_FACTS);
  for (const fact of sorted.slice(0, FIRST_FACTS)) box.append(factCard(fact, thing));
  if (rest.length) {
    const more = el("button", { class: "plain", type: "button", onclick: () => { more.replaceWith(...rest.map((fact) => factCard(fact, thing))); } }, t("more", { n: number(rest.length) }));
    box.append(more);
  }
  return box;
}
const otherEnd = (fact, thing) => (fact.o === null ? null : things[fact.s === thing.i ? fact.o : fact.s]);
const factTitle = (fact, thing) => { const other = otherEnd(fact, thing); return other ? label(other) : fact.value.text; };

function factCard(fact, thing) {
  const other = otherEnd(fact, thing);
  const title = other ? thingLine(other) : el("span", { class: "object" }, valueText(fact.value));
  return el("div", { class: "fact" + (fact.doubtful ? " doubtful" : "") }, title, evidenceOf(fact));
}

/** A value as people write it: amounts with separators, web addresses as links, the rest as it is. */
function valueText(value) {
  const money = value.type === IG + "Amount" && /^(\d+(?:\.\d+)?)\s*([A-Z]{3})?$/.exec(value.text);
  if (money) return new Intl.NumberFormat(state.ui, { maximumFractionDigits: 2 }).format(+money[1]) + " " + (money[2] || "");
  if (value.type.endsWith("#anyURI")) return link(value.text, value.text);
  return el("bdi", { lang: value.language || null }, value.text);
}

function evidenceOf(fact) {
  const cards = fact.evidence.map((e) => quoteCard(e, fact));
  return el("div", { class: "evidence" }, cards[0], cards.length > 1 && el("details", {}, el("summary", {}, t("more_evidence", { n: number(cards.length - 1) })), cards.slice(1)));
}
function quoteCard(evidence, fact) {
  const source = sources[evidence.source];
  return el("div", {}, evidence.quotes.map((quote) => el("blockquote", { dir: "auto", lang: evidence.language || null, title: quote.masked ? t("masked") : null }, marked(quote.text, fact), quote.path && el("code", { class: "path", dir: "ltr" }, quote.path))),
    el("p", { class: "origin" }, source && link(source.url, source.title), source && source.date && el("span", {}, source.date), source && source.publisher && el("bdi", {}, source.publisher),
      el("span", {}, t("certainty", { n: Math.round(evidence.confidence * 100) })), el("span", {}, modalityName(evidence.modality)),
      fact.doubtful && el("span", {}, t("doubtful"))));
}

/** The quote with the names of the fact's things marked; pieces of text only. */
function marked(text, fact) {
  const wanted = [things[fact.s], fact.o === null ? null : things[fact.o]].filter(Boolean)
    .flatMap((thing) => [...thing.acronyms, ...Object.values(thing.labels).flat()]).filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  const low = text.toLowerCase(), hits = [];
  if (low.length === text.length) for (const name of wanted) {
    for (let at = low.indexOf(name.toLowerCase()); at >= 0; at = low.indexOf(name.toLowerCase(), at + name.length)) {
      const end = at + name.length, whole = !/[\p{L}\p{N}]/u.test(text[at - 1] || "") && !/[\p{L}\p{N}]/u.test(text[end] || "");
      if (whole && hits.every(([a, b]) => end <= a || at >= b)) hits.push([at, end]);
    }
  }
  const pieces = [];
  let done = 0;
  for (const [a, b] of hits.sort((x, y) => x[0] - y[0])) { pieces.push(text.slice(done, a), el("mark", {}, text.slice(a, b))); done = b; }
  return [...pieces, text.slice(done)];
}

function pairPanel(view, pair) {
  const [a, b] = [things[pair.a], things[pair.b]], shown = pair.facts.filter((f) => view.facts.has(f));
  return [heading(t("connection")), el("p", { class: "fact" }, thingLine(a)), el("p", { class: "fact" }, thingLine(b)),
    !shown.length && el("p", { class: "soft group" }, t("no_facts")),
    shown.map((fact) => el("div", { class: "group" }, el("h3", {}, lineMark(fact.p), " ", el("bdi", {}, label(things[fact.s])), " ", el("em", {}, relationName(fact.p)), " ", el("bdi", {}, label(things[fact.o]))),
      el("div", { class: "fact" + (fact.doubtful ? " doubtful" : "") }, evidenceOf(fact))))];
}
