// When: projects as bars, events, calls and outputs as points, as far as the sources give dates. One row a thing.
const TIME_ROWS = 150, YEAR_WIDTH = 44;
const times = { page: 0 };

/** A date as a number of years; a date without month or day begins (or, as an end, closes) the year or month it names. */
function timeOf(text, closing) {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(text);
  if (!parts) return null;
  const [year, month, day] = [+parts[1], parts[2] ? +parts[2] - 1 : closing ? 11 : 0, parts[3] ? +parts[3] : closing ? 31 : 1];
  return year < 1900 || year > 2200 ? null : year + (month + (day - (closing ? 0 : 1)) / 31) / 12;
}
/** What the shown facts say of when a thing began, ended or took place. */
function datedThings(view) {
  const rows = new Map();
  for (const fact of view.facts) {
    if (!fact.value || !["startDate", "endDate", "date", "deadline"].includes(fact.p)) continue;
    const row = rows.get(fact.s) || { thing: things[fact.s], from: null, to: null, said: [] };
    const start = timeOf(fact.value.text, false), end = timeOf(fact.value.text, true);
    if (start === null) continue;
    if (fact.p !== "endDate") row.from = row.from === null ? start : Math.min(row.from, start);
    if (fact.p !== "startDate") row.to = row.to === null ? end : Math.max(row.to, end);
    row.said.push([fact.p, fact.value.text]);
    row.said.sort(([a], [b]) => (a === "endDate") - (b === "endDate"));
    rows.set(fact.s, row);
  }
  const begin = (row) => row.from ?? row.to - 0.5;
  return [...rows.values()].sort((a, b) => begin(a) - begin(b) || (a.to ?? 9999) - (b.to ?? 9999) || a.thing.i - b.thing.i);
}

CHARTS.timeline = (view) => {
  const all = datedThings(view), pages = Math.max(1, Math.ceil(all.length / TIME_ROWS));
  times.page = Math.min(times.page, pages - 1);
  const rows = all.slice(times.page * TIME_ROWS, (times.page + 1) * TIME_ROWS);
  const first = Math.floor(Math.min(...all.map((r) => r.from ?? r.to - 1))), last = Math.ceil(Math.max(...all.map((r) => r.to ?? r.from + 1)));
  const span = Math.max(1, last - first), at = (time) => ((time - first) / span) * 1000;
  const room = Math.max(620, byId("chart").clientWidth) * 0.5, step = Math.max(1, Math.ceil(span / Math.floor(room / YEAR_WIDTH)));
  const years = Array.from({ length: Math.floor(span / step) + 1 }, (_, k) => first + k * step);
  const grid = () => years.map((year) => svg("line", { x1: at(year), x2: at(year), y1: 0, y2: 24, stroke: cssColour("--line"), "stroke-width": 1, "vector-effect": "non-scaling-stroke" }));
  const turn = (by, key) => el("button", { type: "button", disabled: times.page + by < 0 || times.page + by >= pages, onclick: () => { times.page += by; CHARTS.timeline(view); } }, t(key));
  const axis = el("div", { class: "axis" }, years.filter((year) => year < last).map((year) => { const mark = el("span", {}, String(year)); mark.style.left = at(year) / 10 + "%"; return mark; }));
  fill(byId("chart"), el("p", { class: "soft" }, t(all.length ? "timeline_help" : "timeline_none")), all.length > 0 && el("table", { class: "time" },
    el("caption", {}, t("page", { a: number(times.page * TIME_ROWS + 1), b: number(times.page * TIME_ROWS + rows.length), n: t("things", { n: number(all.length) }) })),
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, t("subject")), el("th", { scope: "col" }, axis), el("th", { scope: "col" }, t("date")))),
    el("tbody", {}, rows.map((row) => el("tr", { class: row.thing.i === state.selected ? "own" : null }, el("th", { scope: "row" }, el("span", { class: "object" }, mark(row.thing.kind), thingButton(row.thing))),
      el("td", {}, svg("svg", { viewBox: "0 0 1000 24", preserveAspectRatio: "none", "aria-hidden": "true" }, ...grid(), timeBar(row, at))),
      el("td", {}, row.said.map(([p, text]) => el("span", { class: "said" }, relationName(p) + " " + text))))))),
  pages > 1 && el("div", { class: "pager" }, turn(-1, "previous"), el("span", {}, number(times.page + 1) + " / " + number(pages)), turn(1, "next")));
};
/** A bar; where a source gives only one end, the open side is dashed. */
function timeBar(row, at) {
  const paint = colour(row.thing.look), open = row.from === null || row.to === null;
  const from = row.from ?? row.to - 1, to = row.to ?? row.from + 1;
  const x = at(from), width = Math.max(at(to) - x, 6);
  if (!open) return svg("rect", { x, y: 6, width, height: 12, rx: 2, fill: paint });
  return svg("g", {}, svg("rect", { x: row.from === null ? x + width - 8 : x, y: 6, width: 8, height: 12, fill: paint }),
    svg("line", { x1: x, x2: x + width, y1: 12, y2: 12, stroke: paint, "stroke-width": 3, "stroke-dasharray": "6 5", "vector-effect": "non-scaling-stroke" }));
}
