// The shape of each class: for the legend and lists (SVG), for the highlight (canvas) and for the saved picture (SVG).
const SVG_NS = "http://www.w3.org/2000/svg";

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

function shapeOnCanvas(ctx, shape, x, y, r) {
  const points = corners(shape, r);
  ctx.beginPath();
  if (!points) ctx.arc(x, y, r, 0, 2 * Math.PI);
  else { points.forEach(([dx, dy], k) => (k ? ctx.lineTo(x + dx, y + dy) : ctx.moveTo(x + dx, y + dy))); ctx.closePath(); }
}

function svg(tag, attributes, ...children) {
  const node = document.createElementNS(SVG_NS, tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== undefined) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}
function shapeAsSvg(shape, x, y, r, attributes) {
  const points = corners(shape, r);
  if (!points) return svg("circle", { cx: x, cy: y, r, ...attributes });
  return svg("polygon", { points: points.map(([dx, dy]) => (x + dx).toFixed(1) + "," + (y + dy).toFixed(1)).join(" "), ...attributes });
}

/** The small sign of a class. */
function mark(kind) {
  const look = STYLE.classes[kind], r = { square: 6.5, star: 9, hexagon: 8.5, diamond: 8.5 }[look.shape] || 7.5;
  return svg("svg", { class: "mark", viewBox: "0 0 18 18", "aria-hidden": "true" }, shapeAsSvg(look.shape, 9, 9, r, { fill: colour(look) }));
}
function lineMark(relation) {
  const look = lineLook(relation);
  return svg("svg", { class: "line", viewBox: "0 0 22 10", "aria-hidden": "true" },
    svg("line", { x1: 1, y1: 5, x2: 21, y2: 5, stroke: colour(look), "stroke-width": look.width * 1.3 }));
}
const lineLook = (relation) => STYLE.relations[relation] || STYLE.relations.other;
const lineRank = (relation) => { const at = RELATIONS.indexOf(relation); return at < 0 ? RELATIONS.length : at; };
