// The first picture: drawn from a small block of data before anything else of the page is read, where everything will stand later.
// What the whole page's picture needs as well is made here, once.
const integraphFirst = (() => {
  "use strict";
  const LABEL_FONT = 'system-ui, -apple-system, "Segoe UI", "Noto Sans", Roboto, sans-serif';

  /** Corner points of a shape of radius r around 0,0; null for a circle. Sizes agree with the picture's. */
  function corners(shape, r) {
    const ring = (count, radius, turn) => Array.from({ length: count }, (_, k) => {
      const angle = (k / count) * 2 * Math.PI + turn, reach = typeof radius === "function" ? radius(k) : radius;
      return [Math.cos(angle) * reach, Math.sin(angle) * reach];
    });
    if (shape === "square") return [[-r, -r], [r, -r], [r, r], [-r, r]];
    if (shape === "diamond") return ring(4, r, 0);
    if (shape === "hexagon") return ring(6, r, 0);
    if (shape === "triangle") return ring(3, r * 1.15, -Math.PI / 2).map(([x, y]) => [x, y + r * 0.275]);
    if (shape === "triangleDown") return ring(3, r * 1.15, Math.PI / 2).map(([x, y]) => [x, y - r * 0.275]);
    if (shape === "star") return ring(10, (k) => (k % 2 ? r * 0.45 : r), -Math.PI / 2);
    return null;
  }
  /** Add a shape to the path that is being made. */
  function shapePath(ctx, shape, x, y, r) {
    const points = corners(shape, r);
    if (!points) { ctx.moveTo(x + r, y); ctx.arc(x, y, r, 0, 2 * Math.PI); }
    else { points.forEach(([dx, dy], k) => (k ? ctx.lineTo(x + dx, y + dy) : ctx.moveTo(x + dx, y + dy))); ctx.closePath(); }
  }
  function shapeOnCanvas(ctx, shape, x, y, r) {
    ctx.beginPath();
    shapePath(ctx, shape, x, y, r);
  }

  /** The name in a language, or in English, or without language, or any. */
  function nameIn(labels, code) {
    for (const own of [code, "en", ""]) if (labels[own]) return labels[own][0];
    const codes = Object.keys(labels).sort();
    return codes.length ? labels[codes[0]][0] : null;
  }
  /** The name for the picture: an acronym where the name is long. */
  function shortName(full, acronyms) {
    const short = full.length > 26 && acronyms.length ? acronyms[0] : full, letters = Array.from(short);
    return letters.length > 34 ? letters.slice(0, 32).join("").trimEnd() + "…" : short;
  }

  /** Where a label may stand: below its sign, above it, or beside it. */
  function labelBoxes(x, y, r, width) {
    const box = (left, top) => [left, top - 1, left + width, top + 15];
    return [box(x - width / 2, y + r + 3), box(x - width / 2, y - r - 18), box(x + r + 3, y - 7), box(x - r - width - 3, y - 7)];
  }
  const apart = (a, b) => a[0] > b[2] || a[2] < b[0] || a[1] > b[3] || a[3] < b[1];

  /** Labels in reading size, the first the most important, none over another, and where there is room not over a sign either. `text` and
   * `strong` give an item's words and whether they are bold, `at` its place and radius on the canvas, `forced` items are labelled in any case;
   * what is `taken` stays free of labels. */
  function drawLabels(ctx, items, { at, text, strong, forced, width, height, ink, paper, taken = [] }) {
    const signs = items.length > 160 ? [] : items.map((item) => { const [x, y, r] = at(item); return [x - r * 0.8, y - r * 0.8, x + r * 0.8, y + r * 0.8]; });
    let tries = 0;
    ctx.textAlign = "center"; ctx.textBaseline = "top"; ctx.lineJoin = "round";
    for (const item of items) {
      const [x, y, r] = at(item), must = forced(item);
      if (x < -20 || y < -20 || x > width + 20 || y > height + 20) continue;
      if (++tries > 1200 || taken.length > 260) break;
      ctx.font = (must || strong(item) ? "600 12px " : "12px ") + LABEL_FONT;
      const words = text(item, must), long = ctx.measureText(words).width + 6;
      const boxes = labelBoxes(x, y, r, long).map((b) => { const by = Math.min(Math.max(b[0], 2), Math.max(2, width - long - 2)) - b[0]; return [b[0] + by, b[1], b[2] + by, b[3]]; });
      const free = boxes.filter((box) => taken.every((b) => apart(box, b)));
      const place = free.find((box) => signs.every((b) => apart(box, b))) || free.find((box) => box === boxes[0]) || (must ? boxes[0] : null);
      if (!place) continue;
      taken.push(place);
      ctx.lineWidth = 4; ctx.strokeStyle = paper; ctx.strokeText(words, place[0] + long / 2, place[1] + 1);
      ctx.fillStyle = ink; ctx.fillText(words, place[0] + long / 2, place[1] + 1);
    }
  }

  /** The part of a picture's room that a picture of this extent takes, as the scale and what stands in the middle. */
  function fit([left, right, top, bottom], width, height) {
    const scale = Math.min((width - 130) / Math.max(right - left, 1), (height - 84) / Math.max(bottom - top, 1), 1.2);
    return [Math.max(scale, 0.01), (left + right) / 2, (top + bottom) / 2];
  }

  /** The room that the signs of the communities take, and the size of the words beside them: on a drawing of so many pixels, legible. */
  function frameOf(shown, pixels) {
    const left = Math.min(0, ...shown.map((c) => c.x - c.r)) - 60, right = Math.max(1, ...shown.map((c) => c.x + c.r)) + 60;
    const top = Math.min(0, ...shown.map((c) => c.y - c.r)) - 30, bottom = Math.max(1, ...shown.map((c) => c.y + c.r)) + 40;
    const [w, h] = [right - left, bottom - top];
    return { left, top, w, h, size: Math.max(w / 62, (h * 1.4) / 62, (12 * w) / Math.max(pixels, 1)) };
  }
  /** The communities, the largest first, whose names have room below their signs. */
  function freeNames(ordered, size, name) {
    const taken = ordered.map((one) => [one.x - one.r, one.y - one.r, one.x + one.r, one.y + one.r]), free = [];
    for (const one of ordered) {
      const half = name(one).length * size * 0.24, box = [one.x - half, one.y + one.r + 1, one.x + half, one.y + one.r + size * 1.3];
      if (taken.every((other) => apart(box, other))) { taken.push(box); free.push(one); }
    }
    return free;
  }
  function svg(tag, attributes, ...children) {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== undefined) node.setAttribute(name, String(value));
    node.append(...children);
    return node;
  }
  /** The lines between communities, the sign of one, and its name; `a`, `b` and `one` have x, y and r. */
  const communityLine = (a, b, n, { left, top }, paint) => svg("line", { x1: a.x - left, y1: a.y - top, x2: b.x - left, y2: b.y - top, stroke: paint("--soft"), "stroke-opacity": 0.35, "stroke-width": Math.min(14, 1 + 2 * Math.sqrt(n)) });
  const communitySign = (one, fill, count, { left, top, size }, paint) => [
    svg("circle", { cx: one.x - left, cy: one.y - top, r: one.r, fill, "fill-opacity": 0.9, stroke: paint("--card"), "stroke-width": 2 }),
    svg("text", { x: one.x - left, y: one.y - top + size * 0.35, "font-size": size, "text-anchor": "middle", fill: paint("--on"), "font-weight": 700 }, count)];
  const communityLabel = (one, name, { left, top, size }, paint) => svg("text", { x: one.x - left, y: one.y - top + one.r + size * 1.1, "font-size": size * 0.82, "text-anchor": "middle",
    fill: paint("--ink"), stroke: paint("--bg"), "stroke-width": size / 4, "paint-order": "stroke" }, name);

  // ── the picture itself ──
  const root = document.documentElement, hash = new URLSearchParams(location.hash.slice(1));
  const plain = [...hash.keys()].every((key) => ["ui", "theme", "label"].includes(key));
  const data = JSON.parse(document.getElementById("first").textContent);
  const theme = ["light", "dark"].includes(hash.get("theme")) ? hash.get("theme") : matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  root.dataset.theme = theme;
  const shade = (look) => look[theme === "dark" ? 1 : 0], css = (name) => getComputedStyle(root).getPropertyValue(name).trim();
  const ui = data.languages.includes(hash.get("ui")) ? hash.get("ui") : data.languages.find((code) => (navigator.language || "").startsWith(code)) || "en";
  const language = hash.get("label") || ui;

  function draw(canvas, width, height) {
    const ratio = window.devicePixelRatio || 1, ctx = canvas.getContext("2d");
    canvas.width = width * ratio; canvas.height = height * ratio;
    ctx.scale(ratio, ratio);
    const xs = data.nodes.map((n) => n[0]), ys = data.nodes.map((n) => n[1]);
    const [scale, cx, cy] = fit([Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)], width, height);
    const at = (i) => [(data.nodes[i][0] - cx) * scale + width / 2, (data.nodes[i][1] - cy) * scale + height / 2, data.nodes[i][2] * scale];
    for (const [look, wide, strength, dashed, ends] of data.lines) {
      ctx.globalAlpha = strength; ctx.strokeStyle = shade(look); ctx.lineWidth = Math.max(wide * scale, 0.7);
      ctx.setLineDash(dashed ? [6 * scale, 5 * scale] : []);
      ctx.beginPath();
      for (let k = 0; k < ends.length; k += 2) { const [ax, ay] = at(ends[k]), [bx, by] = at(ends[k + 1]); ctx.moveTo(ax, ay); ctx.lineTo(bx, by); }
      ctx.stroke();
    }
    ctx.globalAlpha = 1; ctx.setLineDash([]); ctx.strokeStyle = css("--card"); ctx.lineWidth = Math.max(1.5 * scale, 0.3);
    data.nodes.forEach(([, , , kind], i) => { shapeOnCanvas(ctx, data.looks[kind][0], ...at(i)); ctx.fillStyle = shade(data.looks[kind][1]); ctx.fill(); ctx.stroke(); });
    drawLabels(ctx, data.names, { at: ([i]) => at(i), text: ([, labels, acronyms]) => shortName(nameIn(labels, language), acronyms), strong: ([i]) => data.looks[data.nodes[i][3]][2] >= 2,
      forced: () => false, width, height, ink: css("--ink"), paper: css("--bg") });
  }

  /** The communities, for a network that opens on them. */
  function overview() {
    const all = data.communities.map(([x, y, r, kind, n, labels, acronyms]) => ({ x, y, r, kind, n, name: shortName(nameIn(labels, language), acronyms) }));
    const frame = frameOf(all, document.getElementById("chart").clientWidth - 30), digits = new Intl.NumberFormat(ui), note = document.createElement("p");
    note.className = "soft";
    note.textContent = data.help[ui];
    return [note, svg("svg", { viewBox: "0 0 " + frame.w + " " + frame.h }, ...data.between.map(([a, b, n]) => communityLine(all[a], all[b], n, frame, css)),
      ...all.flatMap((one) => communitySign(one, shade(data.looks[one.kind][1]), digits.format(one.n), frame, css)),
      ...freeNames(all, frame.size, (one) => one.name).map((one) => communityLabel(one, one.name, frame, css)))];
  }

  const graph = document.getElementById("graph");
  let shown = null;
  if (plain && data.communities) {
    const chart = document.getElementById("chart");
    for (const id of ["graph", "zoom"]) document.getElementById(id).hidden = true;
    document.querySelector(".frame").classList.add("wide");
    chart.hidden = false;
    chart.replaceChildren(...overview());
    shown = document.createComment("");
    root.dataset.first = "true";
  } else if (plain && data.nodes.length && graph.clientWidth > 0 && graph.clientHeight > 0) {
    shown = document.createElement("canvas");
    shown.id = "first-picture";
    graph.append(shown);
    draw(shown, graph.clientWidth, graph.clientHeight);
    root.dataset.first = "true";
  }
  /** Go on when the first picture has been seen, at once where there is none; also in a tab that nobody looks at. */
  function afterwards(run) {
    let begun = false;
    const once = () => { if (!begun) { begun = true; run(); } };
    if (!shown) return once();
    requestAnimationFrame(() => setTimeout(once, 0));
    setTimeout(once, 300);
  }
  const done = () => { if (shown) shown.remove(); };
  return { svg, frameOf, freeNames, communityLine, communitySign, communityLabel, LABEL_FONT, corners, shapePath, shapeOnCanvas, nameIn, shortName, labelBoxes, apart, drawLabels, fit, afterwards, done };
})();
