// The table: the accessible twin of the picture. It holds every fact that is shown, with its sentence.
const ROWS = 100;
const table = { page: 0, column: "subject", down: false };
const COLUMNS = ["subject", "relation", "object", "sentence", "source", "date", "certain"];

const objectText = (fact) => (fact.o !== null ? label(things[fact.o]) : fact.value.text);
const affirmed = (fact) => fact.evidence.filter((e) => e.modality !== "negated");
const sourceOf = (fact) => sources[(affirmed(fact)[0] || fact.evidence[0]).source] || { title: "", date: "", url: "" };
const CELLS = {
  subject: (fact) => label(things[fact.s]), relation: (fact) => relationName(fact.p), object: objectText,
  sentence: (fact) => affirmed(fact).flatMap((e) => e.quotes.map((q) => q.text))[0] || "",
  source: (fact) => sourceOf(fact).title, date: (fact) => sourceOf(fact).date, certain: (fact) => fact.confidence,
};

/** The facts that are shown, in the table's order. */
function shownFacts() {
  const value = CELLS[table.column], collator = new Intl.Collator(state.ui, { numeric: true });
  const rows = [...current.facts].map((fact) => [value(fact), fact]);
  rows.sort(([a, f], [b, g]) => (table.down ? -1 : 1) * (typeof a === "number" ? a - b : collator.compare(a, b)) || f.s - g.s || lineRank(f.p) - lineRank(g.p) || f.i - g.i);
  return rows.map(([, fact]) => fact);
}

function showTable() {
  const all = shownFacts(), pages = Math.max(1, Math.ceil(all.length / ROWS));
  table.page = Math.min(table.page, pages - 1);
  const from = table.page * ROWS, rows = all.slice(from, from + ROWS);
  const header = COLUMNS.map((name) => el("th", { scope: "col", "aria-sort": table.column === name ? (table.down ? "descending" : "ascending") : null },
    el("button", { type: "button", onclick: () => { table.down = table.column === name && !table.down; table.column = name; table.page = 0; showTable(); } },
      t(name), table.column === name ? (table.down ? " ↓" : " ↑") : "")));
  const turn = (step, key) => el("button", { type: "button", disabled: table.page + step < 0 || table.page + step >= pages, onclick: () => { table.page += step; showTable(); byId("table").scrollTop = 0; } }, t(key));
  fill(byId("table"), el("table", {}, el("caption", {}, t("page", { a: number(rows.length ? from + 1 : 0), b: number(from + rows.length), n: t("facts", { n: number(all.length) }) })),
    el("thead", {}, el("tr", {}, header)), el("tbody", {}, rows.map(tableRow))),
  pages > 1 && el("div", { class: "pager" }, turn(-1, "previous"), el("span", {}, number(table.page + 1) + " / " + number(pages)), turn(1, "next")));
}
function tableRow(fact) {
  const source = sourceOf(fact), evidence = affirmed(fact)[0];
  const open = (i) => el("button", { class: "plain", type: "button", onclick: () => go({ selected: i, pair: null }) }, named(things[i]));
  return el("tr", {}, el("th", { scope: "row" }, open(fact.s)), el("td", {}, relationName(fact.p)), el("td", {}, fact.o !== null ? open(fact.o) : valueText(fact.value)),
    el("td", { class: "quote", dir: "auto", lang: evidence ? evidence.language || null : null }, CELLS.sentence(fact)), el("td", {}, link(source.url, source.title)), el("td", { class: "day" }, source.date),
    el("td", {}, Math.round(fact.confidence * 100) + " %" + (fact.doubtful ? " · " + t("doubtful") : "")));
}
