// The shape of each class: for the legend and lists (SVG), for the highlight (canvas) and for the saved picture (SVG).
const { svg, corners, shapePath, shapeOnCanvas } = integraphFirst;
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
