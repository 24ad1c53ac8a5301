// A drawing in SVG that can be moved and zoomed: the map and the communities are drawn on it.
const CHARTS = {};
const planes = {};

/** An SVG of the given size (in its own units). Dragging moves it, the wheel and the keys zoom; where it was looked at is kept by `name`. */
function plane(name, width, height, title, ...content) {
  const eye = (planes[name] = planes[name] || { x: 0, y: 0, k: 1 });
  const inner = svg("g", {}, ...content), frame = svg("svg", { viewBox: "0 0 " + width + " " + height, role: "group", "aria-label": title, tabindex: 0 }, inner);
  const place = () => inner.setAttribute("transform", "translate(" + eye.x.toFixed(2) + " " + eye.y.toFixed(2) + ") scale(" + eye.k.toFixed(4) + ")");
  const units = () => { const box = frame.getBoundingClientRect(); return Math.max(width / (box.width || 1), height / (box.height || 1)); };
  const zoom = (factor, x = width / 2, y = height / 2) => {
    const k = Math.min(12, Math.max(1, eye.k * factor)), by = k / eye.k;
    Object.assign(eye, { k, x: k === 1 ? 0 : x - (x - eye.x) * by, y: k === 1 ? 0 : y - (y - eye.y) * by });
    place();
  };
  let from = null;
  frame.addEventListener("wheel", (event) => {
    event.preventDefault();
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(frame.getScreenCTM().inverse());
    zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, at.x, at.y);
  }, { passive: false });
  frame.addEventListener("pointerdown", (event) => { from = [event.clientX, event.clientY]; });
  frame.addEventListener("pointermove", (event) => {
    if (!from || !(event.buttons & 1)) return;
    const per = units();
    eye.x += (event.clientX - from[0]) * per; eye.y += (event.clientY - from[1]) * per;
    from = [event.clientX, event.clientY];
    place();
  });
  frame.addEventListener("pointerup", () => { from = null; });
  frame.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [40, 0], ArrowRight: [-40, 0], ArrowUp: [0, 40], ArrowDown: [0, -40] }[event.key];
    if (step && event.target === frame) { event.preventDefault(); eye.x += step[0]; eye.y += step[1]; place(); }
    else if (event.key === "+" || event.key === "=") zoom(1.25);
    else if (event.key === "-") zoom(0.8);
    else if (event.key === "0") { Object.assign(eye, { x: 0, y: 0, k: 1 }); place(); }
  });
  place();
  return frame;
}

/** A sign that can be chosen by mouse and by key; `text` is what it is called. */
function choice(text, act, ...parts) {
  const sign = svg("g", { role: "button", tabindex: 0, "aria-label": text, class: "choice" }, svg("title", {}, text), ...parts);
  sign.addEventListener("click", act);
  sign.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); event.stopPropagation(); act(); } });
  return sign;
}

/** A table of a chart's numbers: for screen readers, for copying, and for what has no place in the drawing. */
function chartTable(caption, columns, rows) {
  return el("table", {}, el("caption", {}, caption), el("thead", {}, el("tr", {}, columns.map((name) => el("th", { scope: "col" }, name)))),
    el("tbody", {}, rows.map(([first, ...rest]) => el("tr", {}, el("th", { scope: "row" }, first), rest.map((cell) => el("td", {}, cell))))));
}
const thingButton = (thing) => el("button", { class: "plain", type: "button", onclick: () => go({ selected: thing.i, pair: null }) }, named(thing));
