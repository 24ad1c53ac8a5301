// The SPARQL editor: YASGUI with the prefixes, questions and terms of this dataset.
"use strict";

const HOME = "https://w3id.org/integraph/";
const VOID = "http://rdfs.org/ns/void#";

/** The classes and properties that the dataset's own description (VoID) names, the most frequent first. */
async function readTerms() {
  const answer = await fetch("/.well-known/void", { headers: { Accept: "application/n-triples" } });
  const terms = { class: [], property: [] };
  const sizes = new Map();
  const named = [];
  for (const line of (await answer.text()).split("\n")) {
    const found = /^<([^>]+)> <([^>]+)> (?:<([^>]+)>|"(\d+)")/.exec(line);
    if (!found) continue;
    const [, part, predicate, iri, number] = found;
    if (predicate === VOID + "class" || predicate === VOID + "property") named.push([predicate.slice(VOID.length), iri, part]);
    if (predicate === VOID + "entities" || predicate === VOID + "triples") sizes.set(part, Number(number));
  }
  named.sort((a, b) => (sizes.get(b[2]) || 0) - (sizes.get(a[2]) || 0));
  for (const [kind, iri] of named) if (kind in terms) terms[kind].push(iri);
  return terms;
}

/** Completes from what we have, and from nowhere else. */
function complete(data, terms) {
  const { Yasqe } = Yasgui;
  const declared = Object.entries(data.prefixes).map(([name, iri]) => `${name}: <${iri}>`);
  Yasqe.forkAutocompleter("prefixes", { name: "our-prefixes", persistenceId: null, get: async () => declared });
  for (const kind of ["class", "property"]) {
    const get = async (yasqe, token) => {
      const typed = (token && token.autocompletionString) || "";
      return terms[kind].filter((iri) => iri.startsWith(typed) || iri.toLowerCase().includes(typed.toLowerCase()));
    };
    Yasqe.forkAutocompleter(kind, { name: `our-${kind}`, persistenceId: null, bulk: false, get });
  }
  Yasqe.defaults.autocompleters = ["variables", "our-prefixes", "our-class", "our-property"];
}

/** The prefixes that a query uses and does not declare, so that it stands by itself. */
function withPrefixes(sparql, prefixes) {
  const used = Object.keys(prefixes).filter(
    (name) => new RegExp(`(^|[^\\w:<])${name}:`).test(sparql) && !new RegExp(`PREFIX\\s+${name}:`, "i").test(sparql),
  );
  return used.map((name) => `PREFIX ${name}: <${prefixes[name]}>\n`).join("") + sparql;
}

/** A list of the questions; choosing one opens it in a tab of its own. */
function listQuestions(yasgui, data) {
  const list = document.getElementById("questions");
  const show = (question) => {
    const tab = yasgui.addTab(true, { name: question.name });
    tab.setQuery(withPrefixes(question.sparql, data.prefixes));
  };
  for (const question of data.questions) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = question.text;
    button.addEventListener("click", () => show(question));
    const item = document.createElement("li");
    item.append(button);
    list.append(item);
  }
  const asked = new URLSearchParams(location.search).get("question");
  const chosen = data.questions.find((question) => question.name === asked);
  if (chosen) show(chosen);
}

/** Things of the graph have their pages here, wherever their names lead in the end. */
function keepLinksHere(event) {
  const link = event.target.closest && event.target.closest("a[href]");
  const address = link && link.getAttribute("href");
  if (address && (address.startsWith(HOME + "id/") || address.startsWith(HOME + "scheme/"))) {
    link.href = "/" + address.slice(HOME.length);
  }
}

async function start() {
  document.getElementById("plain").remove();
  const [data, terms] = await Promise.all([fetch("/editor.json").then((answer) => answer.json()), readTerms()]);
  complete(data, terms);
  const endpoint = new URL("/sparql", location.href).href;
  const first = data.questions.find((question) => question.name === "coverage") || data.questions[0];
  Yasgui.Yasqe.defaults.value = withPrefixes(first.sparql, data.prefixes);
  Yasgui.defaults.requestConfig.endpoint = endpoint;
  const yasgui = new Yasgui(document.getElementById("yasgui"), {
    requestConfig: { endpoint, method: "POST" },
    copyEndpointOnNewTab: false,
    persistenceId: null,
    yasqe: { createShareableLink: null, resizeable: true },
    yasr: { prefixes: data.prefixes },
  });
  const box = document.getElementById("yasgui");
  for (const kind of ["mousedown", "click", "auxclick", "keydown", "mouseover"]) box.addEventListener(kind, keepLinksHere, true);
  listQuestions(yasgui, data);
  window.integraphEditor = yasgui;
}

start();
