// Downloads: exactly what is shown, as CSV, Turtle, PNG or SVG.
function save(name, type, content) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const a = el("a", { href: address, download: name });
  document.body.append(a);
  a.click();
  a.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/** A cell that spreadsheets read as text: quoted, and without a leading sign that would start a formula. */
function csvCell(value) {
  const text = String(value ?? ""), safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return '"' + safe.replace(/"/g, '""') + '"';
}
function asCsv() {
  const head = ["subject", "subject_iri", "relation", "object", "object_iri", "sentence", "start", "end", "path", "source", "source_iri", "url", "date", "confidence", "modality", "rule"];
  const lines = [head.map(csvCell).join(",")];
  for (const fact of shownFacts()) for (const e of affirmed(fact)) {
    const quote = e.quotes[0] || { text: "", start: "", end: "", path: "" }, source = sources[e.source] || {};
    lines.push([label(things[fact.s]), things[fact.s].iri, fact.p, objectText(fact), fact.o !== null ? things[fact.o].iri : fact.value.iri, quote.text, quote.path ? "" : quote.start, quote.path ? "" : quote.end, quote.path,
      source.title, source.iri, source.url, source.date, e.confidence, e.modality, e.rule].map(csvCell).join(","));
  }
  return "\ufeff" + lines.join("\r\n") + "\r\n";
}

const iriTerm = (iri) => "<" + iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0")) + ">";
const stringTerm = (text) => '"' + text.replace(/[\\"\u0000-\u001f\u007f]/g, (c) => ({ "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" }[c]
  || "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"))) + '"';
const textTerm = (text, language) => stringTerm(text) + (/^[A-Za-z]+(-[A-Za-z0-9]+)*$/.test(language || "") ? "@" + language : "");
const relationTerm = (name) => (/^[A-Za-z][\w-]*$/.test(name) ? "ig:" + name : iriTerm(name));
function valueTerm(value) {
  if (value.iri) return iriTerm(value.iri);
  if (value.language) return textTerm(value.text, value.language);
  return stringTerm(value.text) + (value.type.endsWith("#string") ? "" : "^^" + iriTerm(value.type));
}

function asTurtle() {
  const lines = ["@prefix ig: <" + IG + "> .", "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .", "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .",
    "@prefix dcterms: <http://purl.org/dc/terms/> .", "@prefix oa: <http://www.w3.org/ns/oa#> .", "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .", "@prefix foaf: <http://xmlns.com/foaf/0.1/> .", ""];
  const used = new Set(), told = new Set();
  for (const i of [...current.things].sort((a, b) => a - b)) {
    const thing = things[i], own = [thing.kind === "Thing" ? null : "a ig:" + thing.kind];
    for (const [code, all] of Object.entries(thing.labels)) all.forEach((text, k) => own.push((k ? "skos:altLabel " : "skos:prefLabel ") + textTerm(text, code)));
    for (const text of thing.acronyms) own.push("ig:acronym " + stringTerm(text));
    lines.push(iriTerm(thing.iri) + " " + own.filter(Boolean).join(" ;\n    ") + " .");
  }
  for (const fact of shownFacts()) {
    const object = fact.o !== null ? iriTerm(things[fact.o].iri) : valueTerm(fact.value), triple = iriTerm(things[fact.s].iri) + " " + relationTerm(fact.p) + " " + object + " .";
    lines.push("", triple);
    if (fact.value && fact.value.iri && !told.has(fact.value.iri)) { told.add(fact.value.iri); lines.push(amountLines(fact.value)); }
    for (const e of affirmed(fact)) { used.add(e.source); lines.push(statementLines(fact, object, e)); }
  }
  for (const i of [...used].filter((n) => sources[n]).sort((a, b) => a - b)) {
    const s = sources[i];
    lines.push("", iriTerm(s.iri) + " a ig:Source ; dcterms:title " + stringTerm(s.title) + (s.date ? " ; dcterms:issued " + stringTerm(s.date) : "") + (s.url ? " ; foaf:page " + iriTerm(s.url) : "") + " .");
  }
  return lines.join("\n") + "\n";
}
function amountLines(value) {
  const [amount, currency] = value.text.split(" ");
  if (value.type === IG + "Grant") return iriTerm(value.iri) + " a ig:Grant .";
  return iriTerm(value.iri) + " a ig:Amount" + (/^\d+(\.\d+)?$/.test(amount) ? " ; ig:amount " + stringTerm(amount) + "^^xsd:decimal" : "") + (currency ? " ; ig:currency " + stringTerm(currency) : "") + " .";
}
function statementLines(fact, object, e) {
  const own = ["a ig:Statement", "rdf:subject " + iriTerm(things[fact.s].iri), "rdf:predicate " + relationTerm(fact.p), "rdf:object " + object, "ig:rule " + stringTerm(e.rule),
    "ig:confidence " + stringTerm(String(e.confidence)) + "^^xsd:decimal", "ig:modality " + stringTerm(e.modality)];
  if (sources[e.source]) own.push("dcterms:source " + iriTerm(sources[e.source].iri));
  const quotes = e.quotes.map((q, k) => iriTerm(e.iri + "/quote/" + (k + 1)) + " a oa:TextQuoteSelector, " + (q.path ? "oa:XPathSelector ; rdf:value " + stringTerm(q.path) : "oa:TextPositionSelector ; oa:start " + q.start + " ; oa:end " + q.end) + " ; oa:exact " + stringTerm(q.text)
    + (q.masked ? " ; ig:redacted true" : "") + " .");
  if (quotes.length) own.push("oa:hasSelector " + e.quotes.map((_, k) => iriTerm(e.iri + "/quote/" + (k + 1))).join(", "));
  return [iriTerm(e.iri) + " " + own.join(" ; ") + " .", ...quotes].join("\n");
}

/** The picture as it stands, on its background. */
function savePng() {
  const from = byId("graph").querySelector("canvas"), to = el("canvas", { width: from.width, height: from.height }), ctx = to.getContext("2d");
  ctx.fillStyle = cssColour("--bg"); ctx.fillRect(0, 0, to.width, to.height); ctx.drawImage(from, 0, 0);
  to.toBlob((blob) => save("network.png", "image/png", blob), "image/png");
}
/** All that is shown, as shapes and text that any drawing program can edit. */
function asSvg() {
  const shown = picture.shown, pad = 90, xs = shown.map((n) => n.x), ys = shown.map((n) => n.y);
  const [left, top] = [Math.min(...xs, 0) - pad, Math.min(...ys, 0) - pad], width = Math.max(...xs, 0) + pad - left, height = Math.max(...ys, 0) + pad - top;
  const root = svg("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: [left, top, width, height].join(" "), width, height, "font-family": "sans-serif", "font-size": 12 }, svg("rect", { x: left, y: top, width, height, fill: cssColour("--bg") }));
  for (const pair of pairs) if (pair.shown && pair.shown.length) {
    const look = pairLook(pair), [a, b] = [things[pair.a], things[pair.b]];
    root.append(svg("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: look.colour, "stroke-opacity": look.strength, "stroke-width": look.width, "stroke-dasharray": look.dashed ? "5 5" : null }));
  }
  for (const n of shown) root.append(shapeAsSvg(n.look.shape, n.x, n.y, n.size, { fill: colour(n.look) }), svg("text", { x: n.x, y: n.y + n.size + 13, "text-anchor": "middle", fill: cssColour("--ink") }, shortLabel(n)));
  return new XMLSerializer().serializeToString(root);
}
