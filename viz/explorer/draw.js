// The picture: vis-network moves the view and the signs, and says what the pointer does; lines and signs are drawn here, where there are many
// in bundles of one style (many times faster than one by one), labels and highlight above. `bitmap.js` says when.
const picture = { network: null, nodes: null, shown: [], bundles: [], hover: null, carried: false, much: false, mode: "home", failed: false };
const { LABEL_FONT, labelBoxes, apart } = integraphFirst, MANY_SIGNS = 800;

function startPicture() {
  try {
    picture.nodes = new vis.DataSet();
    picture.network = new vis.Network(byId("graph"), { nodes: picture.nodes, edges: new vis.DataSet() }, JSON.parse(DATA.options));
  } catch (error) {
    picture.failed = true;
    console.warn(error);
    return;
  }
  const network = picture.network;
  network.renderer._drawNodes = () => ({ drawExternalLabels() {} });
  network.selectionHandler.getNodeAt = (pointer, whole = true) => {
    const i = thingUnder(network.canvas.DOMtoCanvas(pointer));
    return i === undefined || !whole ? i : network.body.nodes[i];
  };
  network.on("click", ({ nodes, pointer }) => {
    const pair = nodes.length ? null : pairNear(pointer.canvas);
    if (nodes.length) go({ selected: nodes[0], pair: null });
    else if (pair) go({ pair, selected: state.depth ? state.selected : null });
    else if (!state.depth) go({ selected: null, pair: null });
  });
  network.on("doubleClick", ({ nodes }) => { if (nodes.length) go({ selected: nodes[0], depth: 1, path: null }); });
  network.on("hoverNode", ({ node, pointer }) => { picture.hover = node; showTip(things[node], pointer.DOM); network.redraw(); });
  network.on("blurNode", () => { picture.hover = null; byId("tip").hidden = true; network.redraw(); });
  network.on("dragStart", ({ nodes }) => { picture.carried = nodes.length > 0; });
  network.on("dragging", ({ nodes }) => { for (const i of nodes) { Object.assign(things[i], network.getPosition(i)); forgetBitmaps(); } });
  network.on("dragEnd", ({ nodes }) => {
    for (const i of nodes) keepPlace(i);
    if (picture.carried) { picture.carried = false; forgetBitmaps(); }
    rememberEye();
    network.redraw();
  });
  network.on("zoom", rememberEye);
  network.on("beforeDrawing", drawPicture);
}

function keepPlace(i) {
  const { x, y } = picture.network.getPosition(i);
  Object.assign(things[i], { x, y });
  if (picture.mode === "home") things[i].home = [x, y];
}
function rememberEye() {
  byId("tip").hidden = true;
  const { x, y } = picture.network.getViewPosition();
  state.eye = [x, y, picture.network.getScale()];
  writeHash();
}
function showTip(thing, at) {
  const tip = byId("tip");
  fill(tip, named(thing), el("span", { class: "soft" }, kindName(thing.kind) + " · " + t("facts", { n: number(thing.facts.filter((f) => f.asserted).length) })));
  tip.hidden = false;
  const width = byId("graph").clientWidth;
  tip.style.left = Math.max(4, Math.min(at.x + 14, width - tip.offsetWidth - 6)) + "px";
  tip.style.top = Math.max(4, at.y + byId("graph").offsetTop + 16) + "px";
}

/** Show just what the view holds. */
function paint(view) {
  if (picture.failed) return;
  picture.mode = state.path ? "path" : state.depth ? "around" : "home";
  const places = picture.mode === "home" ? null : picture.mode === "path" ? inColumns(view) : inRings(view);
  const border = cssColour("--card"), changed = [];
  for (const thing of things) {
    [thing.x, thing.y] = (places && places.get(thing.i)) || thing.home;
    const drawn = [view.things.has(thing.i), thing.x, thing.y, colour(thing.look)].join();
    if (drawn === thing.drawn) continue;
    thing.drawn = drawn;
    changed.push({ id: thing.i, size: thing.size, shape: thing.look.shape, x: thing.x, y: thing.y, hidden: !view.things.has(thing.i),
      color: { background: colour(thing.look), border } });
  }
  if (changed.length) picture.nodes.update(changed);
  const bundles = new Map();
  for (const pair of pairs) {
    if (!pair.shown.length) continue;
    pair.look = pairLook(pair);
    if (!bundles.has(pair.look.key)) bundles.set(pair.look.key, { look: pair.look, pairs: [] });
    bundles.get(pair.look.key).pairs.push(pair);
  }
  picture.bundles = [...bundles.values()].sort((a, b) => a.look.strength - b.look.strength || (a.look.key < b.look.key ? -1 : 1));
  picture.shown = [...view.things].map((i) => things[i]).sort((a, b) => b.rank - a.rank || a.i - b.i);
  picture.much = picture.shown.length + picture.bundles.reduce((sum, bundle) => sum + bundle.pairs.length, 0) > MUCH;
  forgetBitmaps();
  picture.network.redraw();
}
function pairLook(pair) {
  const first = [...pair.shown].sort((a, b) => lineRank(a.p) - lineRank(b.p))[0];
  const look = lineLook(first.p), doubtful = pair.shown.every((f) => f.doubtful);
  const arrows = [pair.a, pair.b].filter((end) => pair.shown.some((f) => f.o === end && lineLook(f.p).arrow === true));
  return { width: look.width, dashed: doubtful, colour: colour(look), strength: look.strength, arrows, key: [colour(look), look.width, look.strength, doubtful].join() };
}

/** Signs in a stretch of the plane, the most important last; where there are many, class by class in paths of some hundred, and plain where they are tiny. */
function drawSigns(ctx, { scale, left, right, top, bottom }) {
  const seen = picture.shown.filter(({ x, y, size }) => x + size > left && x - size < right && y + size > top && y - size < bottom).reverse();
  ctx.save();
  ctx.strokeStyle = cssColour("--card"); ctx.lineWidth = 1.5;
  const paint = (look, group) => {
    ctx.beginPath();
    for (const { x, y, size } of group) { if (size * scale < 2.5) ctx.rect(x - size, y - size, 2 * size, 2 * size); else shapePath(ctx, look.shape, x, y, size); }
    ctx.fillStyle = colour(look);
    ctx.fill();
    if (group[0].size * scale >= 2.5) ctx.stroke();
  };
  if (seen.length <= MANY_SIGNS) for (const thing of seen) paint(thing.look, [thing]);
  else for (const kind of CLASSES) {
    const own = seen.filter((thing) => thing.kind === kind);
    for (let from = 0; from < own.length; from += 300) paint(STYLE.classes[kind], own.slice(from, from + 300));
  }
  ctx.restore();
}
/** The sign under a point of the plane, the topmost one. */
function thingUnder({ x, y }) {
  const room = 3 / picture.network.getScale(), found = picture.shown.find((thing) => Math.abs(thing.x - x) <= thing.size + room && Math.abs(thing.y - y) <= thing.size + room);
  return found && found.i;
}

/** Lines, style by style, in paths of some hundred; those that do not come near the stretch are left out, arrows where there is room for them. */
function drawLines(ctx, { scale, left, right, top, bottom }) {
  const seen = ({ a, b }) => {
    const p = things[a], q = things[b];
    return Math.max(p.x, q.x) > left && Math.min(p.x, q.x) < right && Math.max(p.y, q.y) > top && Math.min(p.y, q.y) < bottom;
  };
  ctx.save();
  for (const { look, pairs: all } of picture.bundles) {
    const inView = all.filter(seen);
    ctx.globalAlpha = look.strength; ctx.strokeStyle = ctx.fillStyle = look.colour;
    ctx.lineWidth = Math.max(look.width, 0.7 / scale);
    ctx.setLineDash(look.dashed ? [6, 5] : []);
    for (let from = 0; from < inView.length; from += 300) {
      ctx.beginPath();
      for (const { a, b } of inView.slice(from, from + 300)) { ctx.moveTo(things[a].x, things[a].y); ctx.lineTo(things[b].x, things[b].y); }
      ctx.stroke();
    }
    if (scale > 0.3) for (const pair of inView) for (const end of pair.look.arrows) arrowHead(ctx, things[end === pair.a ? pair.b : pair.a], things[end]);
  }
  ctx.restore();
}
function arrowHead(ctx, from, to) {
  const dx = to.x - from.x, dy = to.y - from.y, length = Math.hypot(dx, dy) || 1, [ux, uy] = [dx / length, dy / length];
  const [x, y] = [to.x - ux * (to.size + 3), to.y - uy * (to.size + 3)];
  ctx.beginPath(); ctx.moveTo(x, y); ctx.lineTo(x - ux * 10 - uy * 4, y - uy * 10 + ux * 4); ctx.lineTo(x - ux * 10 + uy * 4, y - uy * 10 - ux * 4); ctx.fill();
}

/** The line under the pointer, if any. */
function pairNear({ x, y }) {
  let best = null, nearest = 7 / picture.network.getScale();
  for (const { pairs: all } of picture.bundles) for (const pair of all) {
    const p = things[pair.a], q = things[pair.b], dx = q.x - p.x, dy = q.y - p.y;
    const along = Math.min(1, Math.max(0, ((x - p.x) * dx + (y - p.y) * dy) / (dx * dx + dy * dy || 1)));
    const far = Math.hypot(x - p.x - along * dx, y - p.y - along * dy);
    if (far < nearest) { nearest = far; best = pair; }
  }
  return best;
}

/** Steps of a path from left to right. */
function inColumns(view) {
  const columns = new Map(), places = new Map();
  for (const i of view.things) {
    const c = view.path.columns.get(i) ?? 1;
    if (!columns.has(c)) columns.set(c, []);
    columns.get(c).push(i);
  }
  for (const [c, members] of columns) {
    members.sort((a, b) => things[b].rank - things[a].rank || a - b);
    members.forEach((i, k) => places.set(i, [c * 260, (k - (members.length - 1) / 2) * 84]));
  }
  return places;
}

/** A thing in the middle, its neighbours around it by class, theirs outside. */
function inRings(view) {
  const centre = state.selected, next = neighbours(view.facts), distance = new Map([[centre, 0]]), angle = new Map([[centre, 0]]);
  const places = new Map([[centre, [0, 0]]]);
  let ring = [centre], radius = 0;
  while (ring.length) {
    const outer = [];
    for (const i of ring) for (const j of [...(next.get(i) || [])].sort((a, b) => a - b)) {
      if (!distance.has(j)) { distance.set(j, distance.get(i) + 1); angle.set(j, angle.get(i)); outer.push(j); }
    }
    const order = (i) => CLASSES.indexOf(things[i].kind);
    outer.sort((a, b) => angle.get(a) - angle.get(b) || order(a) - order(b) || things[b].rank - things[a].rank || a - b);
    radius = Math.max(radius + 170, (outer.length * 74) / (2 * Math.PI));
    outer.forEach((j, k) => {
      const turn = ((k + 0.5) / outer.length) * 2 * Math.PI;
      angle.set(j, turn);
      places.set(j, [Math.cos(turn - Math.PI / 2) * radius * 1.3, Math.sin(turn - Math.PI / 2) * radius]);
    });
    ring = outer;
  }
  return places;
}

/** Put all that is shown, or the place kept in the address, in view. */
function lookAt(eye) {
  if (picture.failed || !byId("graph").clientWidth) return;
  picture.network.setSize("100%", "100%");
  if (eye) return picture.network.moveTo({ position: { x: eye[0], y: eye[1] }, scale: eye[2] });
  if (!picture.shown.length) return;
  const width = byId("graph").clientWidth, covered = coveredBelow(), height = byId("graph").clientHeight - covered;
  const xs = picture.shown.map((n) => n.x), ys = picture.shown.map((n) => n.y);
  const [scale, x, y] = integraphFirst.fit([Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)], width, height);
  picture.network.moveTo({ position: { x, y: y + covered / 2 / scale }, scale });
}
/** How much of the picture's height the panel covers (on a phone it rises from below). */
function coveredBelow() {
  const stage = byId("graph").getBoundingClientRect(), panel = byId("panel").getBoundingClientRect();
  return panel.width && panel.left < stage.right - 1 && panel.top > stage.top ? Math.max(0, stage.bottom - panel.top) : 0;
}
function zoomBy(factor) {
  picture.network.moveTo({ scale: Math.min(8, Math.max(0.01, picture.network.getScale() * factor)) });
  rememberEye();
}
function moveBy(dx, dy) {
  const { x, y } = picture.network.getViewPosition(), scale = picture.network.getScale();
  picture.network.moveTo({ position: { x: x + dx / scale, y: y + dy / scale } });
  rememberEye();
}

/** What stands out: the selected thing or link with its neighbours; null when nothing does. */
function highlighted() {
  if (state.pair && state.pair.shown.length) return { things: new Set([state.pair.a, state.pair.b]), pairs: [state.pair] };
  if (state.selected === null || state.depth || state.path) return null;
  const own = new Set(things[state.selected].facts.filter((f) => f.o !== null && f.s !== f.o && current.facts.has(f)).map((f) => pairOf(f.s, f.o)).filter((p) => p.shown.length));
  return { things: new Set([state.selected, ...[...own].flatMap((p) => [p.a, p.b])]), pairs: [...own] };
}

/** Highlight and labels of a view that stands at this corner of the canvas; with room around it, labels there too, which leave the view alone. */
function drawOver(ctx, { x, y, scale, width, height, ratio }, [left, top], room) {
  const at = (thing) => [(thing.x - x) * scale + width / 2, (thing.y - y) * scale + height / 2];
  const light = highlighted();
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, left * ratio, top * ratio);
  if (light) drawHighlight(ctx, light, at, scale);
  drawLabels(ctx, light, at, scale, width, height, []);
  if (room) {
    const [wide, high] = [width + 2 * room[0], height + 2 * room[1]], inRoom = (thing) => { const [ax, ay] = at(thing); return [ax + left, ay + top]; };
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawLabels(ctx, light, inRoom, scale, wide, high, [[left, top, left + width, top + height]]);
  }
  ctx.restore();
}

function drawHighlight(ctx, light, at, scale) {
  ctx.save(); ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.globalAlpha = 0.82; ctx.fillStyle = cssColour("--bg"); ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
  ctx.restore();
  for (const pair of light.pairs) {
    const first = [...pair.shown].sort((a, b) => lineRank(a.p) - lineRank(b.p))[0], look = lineLook(first.p);
    ctx.strokeStyle = colour(look); ctx.lineWidth = Math.max(1.4, look.width * Math.max(scale, 0.7));
    ctx.setLineDash(pair.shown.every((f) => f.doubtful) ? [5, 5] : []);
    ctx.beginPath(); ctx.moveTo(...at(things[pair.a])); ctx.lineTo(...at(things[pair.b])); ctx.stroke();
  }
  ctx.setLineDash([]);
  for (const i of light.things) {
    const thing = things[i], [x, y] = at(thing), r = Math.max(thing.size * scale, 4);
    shapeOnCanvas(ctx, thing.look.shape, x, y, r);
    ctx.fillStyle = colour(thing.look); ctx.fill();
    ctx.lineWidth = i === state.selected ? 3 : 1; ctx.strokeStyle = cssColour(i === state.selected ? "--ink" : "--card"); ctx.stroke();
  }
}

/** Labels: of what has the pointer or is selected in any case, then the most important. */
function drawLabels(ctx, light, at, scale, width, height, taken) {
  const first = [picture.hover, state.selected].filter((i) => i !== null && current.things.has(i)).map((i) => things[i]);
  const rest = light ? picture.shown.filter((thing) => light.things.has(thing.i)) : picture.shown;
  integraphFirst.drawLabels(ctx, [...new Set([...first, ...rest])], { at: (thing) => [...at(thing), thing.size * scale], text: (thing, forced) => (forced ? label(thing) : shortLabel(thing)),
    strong: (thing) => thing.look.weight >= 2, forced: (thing) => !taken.length && first.includes(thing), width, height, taken, ink: cssColour("--ink"), paper: cssColour("--bg") });
}
