// Search over every name in every language, and acronyms: a combobox with suggestions.
const names = things.flatMap((thing) => [...thing.acronyms.map((text) => ["", text]),
  ...Object.entries(thing.labels).flatMap(([code, all]) => all.map((text) => [code, text]))]
  .map(([code, text]) => ({ thing, code, text, key: folded(text) })));
let suggestions = [], cursor = -1;

/** The things whose names fit best: whole name, beginning, beginning of a word, anywhere. */
function lookUp(query) {
  const key = folded(query.trim());
  if (!key) return [];
  const best = new Map();
  for (const name of names) {
    const at = name.key.indexOf(key);
    if (at < 0) continue;
    const score = name.key === key ? 0 : at === 0 ? 1 : /[\p{L}\p{N}]/u.test(name.key[at - 1]) ? 3 : 2;
    const known = best.get(name.thing.i);
    if (!known || score < known.score) best.set(name.thing.i, { ...name, score });
  }
  return [...best.values()].sort((a, b) => a.score - b.score || b.thing.rank - a.thing.rank || a.thing.i - b.thing.i).slice(0, 12);
}

function showSuggestions() {
  const box = byId("search"), list = byId("found");
  suggestions = lookUp(box.value);
  cursor = suggestions.length ? 0 : -1;
  const empty = box.value.trim() && !suggestions.length;
  fill(list, suggestions.map((found, k) => el("li", { id: "found-" + k, role: "option", onmousedown: (e) => { e.preventDefault(); choose(k); } },
    mark(found.thing.kind), named(found.thing), el("span", { class: "hint" }, found.text !== label(found.thing) ? el("bdi", {}, found.text) : kindName(found.thing.kind)))),
  empty && el("li", { role: "option", "aria-disabled": "true" }, t("no_match")));
  list.hidden = !suggestions.length && !empty;
  box.setAttribute("aria-expanded", String(!list.hidden));
  list.setAttribute("aria-label", t("results", { n: suggestions.length }));
  moveCursor(0);
}
function moveCursor(step) {
  const items = byId("found").querySelectorAll("li");
  if (suggestions.length) cursor = (cursor + step + suggestions.length) % suggestions.length;
  items.forEach((item, k) => item.setAttribute("aria-selected", String(k === cursor)));
  if (cursor >= 0 && items[cursor]) { byId("search").setAttribute("aria-activedescendant", "found-" + cursor); items[cursor].scrollIntoView({ block: "nearest" }); }
  else byId("search").removeAttribute("aria-activedescendant");
}
function hideSuggestions() {
  byId("found").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
  byId("search").removeAttribute("aria-activedescendant");
}
function choose(k) {
  const found = suggestions[k];
  if (!found) return;
  byId("search").value = "";
  hideSuggestions();
  if (state.connectFrom !== null && state.connectFrom !== found.thing.i) {
    go({ path: [state.connectFrom, found.thing.i], connectFrom: null, selected: null, pair: null, depth: 0, view: "graph" }, { fit: true });
  } else {
    go({ selected: found.thing.i, pair: null, path: null, connectFrom: null }, { fit: !!state.depth });
    centreOn(found.thing.i);
  }
  byId("panel").focus({ preventScroll: true });
}
/** Bring a chosen thing into sight where it is not. */
function centreOn(i) {
  if (picture.failed || !current.things.has(i) || state.view !== "graph") return;
  const scale = Math.max(picture.network.getScale(), 0.55);
  picture.network.moveTo({ position: { x: things[i].x, y: things[i].y + coveredBelow() / 2 / scale }, scale });
}
function startSearch() {
  const box = byId("search");
  box.addEventListener("input", showSuggestions);
  box.addEventListener("focus", () => { if (box.value) showSuggestions(); });
  box.addEventListener("blur", () => { hideSuggestions(); if (state.connectFrom !== null && !box.value) { state.connectFrom = null; nameControls(); } });
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); moveCursor(event.key === "ArrowDown" ? 1 : -1); }
    else if (event.key === "Enter") { event.preventDefault(); choose(cursor); }
    else if (event.key === "Escape") { event.stopPropagation(); box.value = ""; hideSuggestions(); box.blur(); }
  });
}
