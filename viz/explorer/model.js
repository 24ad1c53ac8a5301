// Facts and what of them is shown: every filter in one pass.
const statements = PAGE.statements.map(([iri, source, quotes, rule, confidence, modality, language]) => ({
  iri, source, rule: PAGE.rules[rule], confidence, modality, language,
  quotes: quotes.map(([text, start, end, masked, path]) => ({ text: PAGE.quotes[text], start, end, masked: masked === 1, path: path || "" })),
}));
const sources = PAGE.sources.map(([iri, title, date, url, publisher, language]) => ({ iri, title, date, url, publisher, language }));
const facts = PAGE.facts.map(([s, p, o, evidence], i) => ({
  i, s, p, o: typeof o === "number" ? o : null, value: typeof o === "number" ? null : { text: o[0], type: o[1], language: o[2], iri: o[3] },
  evidence: evidence.map((e) => statements[e]),
}));
const pairs = DATA.edges.map((edge) => ({ i: edge.id, a: edge.from, b: edge.to, facts: edge.facts.map((f) => facts[f]), shown: [] }));
const pairAt = new Map(pairs.map((pair) => [pair.a + "-" + pair.b, pair]));
const pairOf = (a, b) => pairAt.get(a < b ? a + "-" + b : b + "-" + a);
const communities = PAGE.communities.map(([members, named, x, y, r], i) => ({ i, members: new Set(members), named, x, y, r }));
const communityOf = new Map(communities.flatMap((one) => [...one.members].map((i) => [i, one])));
const FACETS = CLASSES.filter((name) => STYLE.classes[name].facet && things.some((thing) => thing.kind === name));

for (const fact of facts) {
  fact.asserted = fact.evidence.some((e) => e.modality !== "negated");
  const affirming = fact.evidence.filter((e) => e.modality !== "negated");
  fact.confidence = Math.max(0, ...(fact.asserted ? affirming : fact.evidence).map((e) => e.confidence));
  fact.doubtful = new Set(affirming.map((e) => e.rule)).size === 1 && fact.confidence < STYLE.page.doubtful_below;
  things[fact.s].facts.push(fact);
  if (fact.o !== null && fact.o !== fact.s) things[fact.o].facts.push(fact);
  if (fact.o !== null && fact.asserted) { things[fact.s].degree += 1; things[fact.o].degree += 1; }
}
for (const thing of things) { thing.rank = (thing.degree + 1) * thing.look.weight; thing.years = yearsOf(thing); }

/** The years in which a thing happened, as far as the sources say. */
function yearsOf(thing) {
  const year = (name) => thing.facts.filter((f) => f.s === thing.i && f.value && f.asserted && name.includes(f.p))
    .map((f) => parseInt(f.value.text, 10)).filter((y) => y > 1900 && y < 2200);
  const start = year(["startDate", "date"]), end = year(["endDate", "deadline"]);
  if (!start.length && !end.length) return null;
  const all = [...start, ...end];
  return [Math.min(...all), Math.max(...all)];
}
const YEARS = [...new Set(things.flatMap((thing) => thing.years || []))].sort();

/** Does a fact pass the filters on facts? `skip` leaves one of them out, to count what it would give. */
function passes(fact, skip) {
  if (!fact.asserted) return false;
  if (skip !== "relation" && state.relationsOff.has(fact.p)) return false;
  const chosen = skip === "source" ? new Set() : state.sources;
  return fact.evidence.some((e) => e.modality !== "negated" && e.confidence * 100 >= state.confidence - 1e-9
    && (!chosen.size || chosen.has(e.source)));
}
const classShown = (thing) => !state.classesOff.has(thing.kind) && !(state.hubsHidden && thing.look.hub);

/** For every facet: which things have one of its chosen values. */
function facetMembers(passing) {
  const members = {};
  for (const name of FACETS) if (state.facets[name].size) members[name] = new Set();
  for (const fact of passing) {
    if (fact.o === null) continue;
    const kind = things[fact.o].kind;
    if (members[kind] && state.facets[kind].has(fact.o)) members[kind].add(fact.s);
  }
  if (state.community !== null) members.community = communities[state.community].members;
  if (state.year !== null) {
    members.year = new Set(things.filter((x) => x.years && x.years[0] <= state.year && state.year <= x.years[1]).map((x) => x.i));
  }
  return members;
}
function inAll(thing, members, skip) {
  for (const name in members) if (name !== skip && !members[name].has(thing)) return false;
  return true;
}

/** Work out what is shown: `things` and `facts` (sets), `core` (what the filters chose), and the counts beside each filter. */
function computeView() {
  const passing = facts.filter((fact) => passes(fact));
  const members = facetMembers(passing);
  const chosen = Object.keys(members).length > 0;
  let kept = passing.filter((f) => classShown(things[f.s]) && (f.o === null || classShown(things[f.o])));
  if (chosen) kept = kept.filter((f) => inAll(f.s, members) || (f.o !== null && inAll(f.o, members)));
  const view = { path: null, members };
  if (state.path) { view.path = findPaths(kept, ...state.path); kept = kept.filter((f) => f.o !== null && view.path.pairs.has(pairOf(f.s, f.o))); }
  else if (state.depth && state.selected !== null) kept = around(kept, state.selected, state.depth);
  view.facts = new Set(kept);
  view.things = new Set(kept.flatMap((f) => (f.o === null ? [f.s] : [f.s, f.o])));
  const narrowed = chosen || state.path || state.depth || state.sources.size || state.confidence > 0 || state.relationsOff.size;
  if (!narrowed) for (const thing of things) if (classShown(thing)) view.things.add(thing.i);
  if (state.path) for (const end of state.path) view.things.add(end);
  if (state.depth && state.selected !== null) view.things.add(state.selected);
  view.counts = counts(passing, members, view);
  return view;
}

function counts(passing, members, view) {
  const result = { classes: {}, relations: {}, sources: {}, facets: {} };
  for (const i of view.things) result.classes[things[i].kind] = (result.classes[things[i].kind] || 0) + 1;
  const fits = (f) => inAll(f.s, members) || (f.o !== null && inAll(f.o, members));
  for (const fact of facts) {
    if (!fact.asserted || !fits(fact)) continue;
    if (passes(fact, "relation")) result.relations[fact.p] = (result.relations[fact.p] || 0) + 1;
    if (passes(fact, "source")) {
      for (const source of new Set(fact.evidence.map((e) => e.source))) result.sources[source] = (result.sources[source] || 0) + 1;
    }
  }
  const seen = new Set();
  for (const fact of passing) {
    if (fact.o === null || !FACETS.includes(things[fact.o].kind) || !inAll(fact.s, members, things[fact.o].kind)) continue;
    const key = fact.s + "-" + fact.o;
    if (!seen.has(key)) { seen.add(key); result.facets[fact.o] = (result.facets[fact.o] || 0) + 1; }
  }
  return result;
}

function neighbours(kept) {
  const next = new Map();
  const add = (a, b) => { if (!next.has(a)) next.set(a, new Set()); next.get(a).add(b); };
  for (const f of kept) if (f.o !== null && f.o !== f.s) { add(f.s, f.o); add(f.o, f.s); }
  return next;
}

/** Facts within some steps of a thing. Hubs are reached but lead no further: everything is two steps from everything by way of a country. */
function around(kept, centre, depth) {
  const next = neighbours(kept), distance = new Map([[centre, 0]]);
  let ring = [centre];
  for (let step = 1; step <= depth; step++) {
    const outer = [];
    for (const i of ring) {
      if (i !== centre && things[i].look.hub) continue;
      for (const j of next.get(i) || []) if (!distance.has(j)) { distance.set(j, step); outer.push(j); }
    }
    ring = outer;
  }
  const inside = (i) => distance.has(i) && (i === centre || !things[i].look.hub) && distance.get(i) < depth;
  return kept.filter((f) => (inside(f.s) && (f.o === null || distance.has(f.o))) || (f.o !== null && inside(f.o) && distance.has(f.s)));
}

/** All shortest ways between two things; past hubs first, through them only where there is no other. */
function findPaths(kept, from, to) {
  const next = neighbours(kept);
  for (const throughHubs of [false, true]) {
    const distance = new Map([[from, 0]]), before = new Map();
    let ring = [from];
    for (let step = 1; ring.length && !distance.has(to); step++) {
      const outer = [];
      for (const i of ring) {
        if (i !== from && !throughHubs && things[i].look.hub) continue;
        for (const j of next.get(i) || []) {
          if (!distance.has(j)) { distance.set(j, step); before.set(j, []); outer.push(j); }
          if (distance.get(j) === step) before.get(j).push(i);
        }
      }
      ring = outer;
    }
    if (!distance.has(to)) continue;
    const used = new Set(), columns = new Map([[to, distance.get(to)]]), todo = [to];
    while (todo.length) {
      const j = todo.pop();
      for (const i of before.get(j) || []) {
        used.add(pairOf(i, j));
        if (!columns.has(i)) { columns.set(i, distance.get(i)); todo.push(i); }
      }
    }
    return { pairs: used, columns };
  }
  return { pairs: new Set(), columns: new Map([[from, 0], [to, 2]]) };
}
