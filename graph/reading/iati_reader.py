"""IATI activity XML, the aid world's standard, as records of `Label: value` lines: one for each activity.

Codes are written out in words, so that an activity reads like any other record; each label and value knows the elements
and attributes that it was made of, by XPath. Contact details are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path

from graph.reading.draft import Draft, one_line
from graph.reading.errors import ReadingError
from graph.reading.iati_transactions import flows_of, same_body
from graph.reading.sheet import Entry, Sheet
from graph.reading.xml_tree import Element, XmlError, parse_xml, paths_of

_ROLES = {
    "1": "Funded by",
    "2": "Accountable",
    "3": "Extending organisation",
    "4": "Implementing organisation",
    "funding": "Funded by",
    "accountable": "Accountable",
    "extending": "Extending organisation",
    "implementing": "Implementing organisation",
}
_DATES = {
    "1": "Planned start date",
    "2": "Start date",
    "3": "Planned end date",
    "4": "End date",
    "start-planned": "Planned start date",
    "start-actual": "Start date",
    "end-planned": "Planned end date",
    "end-actual": "End date",
}
_RELATIONS = {"1": "Parent project", "2": "Component", "3": "Sibling project", "4": "Co-funded with"}
_DESCRIPTIONS = {"1": "Description", "2": "Objectives", "3": "Target groups"}
_SECTORS = {
    "110": "Education",
    "11110": "Education policy",
    "11230": "Basic life skills for adults",
    "11330": "Vocational training",
    "120": "Health",
    "15160": "Human rights",
    "15170": "Women's rights organisations",
    "15190": "Migration and mobility",
    "16010": "Social protection",
    "16020": "Employment creation",
    "16030": "Housing policy",
    "16040": "Low-cost housing",
    "16070": "Labour rights",
    "24050": "Remittance facilitation",
    "25010": "Business policy",
    "720": "Emergency response",
    "72010": "Material relief assistance",
    "72040": "Emergency food assistance",
    "930": "Refugees in donor countries",
    "93010": "Refugees in donor countries",
    "93011": "Refugees in donor countries: food and shelter",
    "93012": "Refugees in donor countries: training",
    "93013": "Refugees in donor countries: health",
    "93014": "Refugees in donor countries: other temporary sustenance",
    "93017": "Refugees in donor countries: rescue at sea",
}
_DAC = frozenset({"", "1", "2", "DAC", "DAC-3"})
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
Place = tuple[str, str]
Entries = list[Entry]


def read_iati(data: bytes, where: Path | str) -> Draft:
    """The draft of an IATI activity file."""
    try:
        root = parse_xml(data)
    except XmlError as error:
        raise ReadingError(where, f"the XML is not well-formed ({error})", "Mend or fetch the file again.") from error
    activities = [root] if root.name == "iati-activity" else root.all("iati-activity")
    if root.name not in ("iati-activities", "iati-activity"):
        raise ReadingError(
            where,
            f"it is XML of a kind that has no reader (<{root.name[:40]}>)",
            "Give IATI activities, or save it as HTML.",
        )
    if not activities:
        raise ReadingError(where, "there is no activity in it", "Leave it out, or fetch it again.")
    titles = {_text(a.first("iati-identifier")): _narrative(a.first("title"), _language(a)) for a in activities}
    paths = paths_of(root)
    sheet = Sheet()
    for activity in activities:
        entries = _Activity(activity, paths, titles).entries()
        sheet.record(entries, "row" if len(activities) > 1 else "document")
    draft = sheet.draft()
    return Draft(draft.text, draft.blocks, title=draft.title, language=_language(activities[0]), nodes=draft.nodes)


class _Activity:
    """The labelled values of one activity, in a fixed order, with the places in the XML that they were made of."""

    def __init__(self, activity: Element, paths: dict[int, str], titles: dict[str, str]) -> None:
        self.activity = activity
        self.paths = paths
        self.titles = titles
        self.language = _language(activity)

    def entries(self) -> Entries:
        """All of them, each once."""
        told: Entries = [
            self.told("Title", self.activity.first("title")),
            self.told("IATI identifier", self.activity.first("iati-identifier")),
        ]
        for found in self.activity.all("description"):
            label = _DESCRIPTIONS.get(found.attributes.get("type", "1"), "Description")
            told.append(self.told(label, found, "type"))
        told += [*self.bodies(), *self.places(), *self.dates(), *self.money(), *self.grants()]
        told += [*self.sectors(), *self.related()]
        once = {(entry.label, entry.value): entry for entry in reversed(told) if entry.value}
        return [entry for entry in told if once.get((entry.label, entry.value)) is entry]

    def at(self, element: Element | None, attribute: str = "") -> tuple[Place, ...]:
        """The place of an element's text, or of one of its attributes; nothing where there is none."""
        if element is None or (attribute and attribute not in element.attributes):
            return ()
        path = self.paths[id(element)]
        if attribute:
            return ((f"{path}/@{attribute}", one_line(element.attributes[attribute])),)
        return ((path, one_line(element.text)),)

    def told(self, label: str, element: Element | None, attribute: str = "") -> Entry:
        """A label, which an attribute of an element stands for, and what the element tells."""
        said = _teller(element, self.language)
        return Entry(label, _shown(said), self.at(element, attribute) if attribute else (), self.at(said))

    def bodies(self) -> Iterator[Entry]:
        """Participating organisations by role; the reporting one only reports."""
        for found in self.activity.all("participating-org"):
            label = _ROLES.get(found.attributes.get("role", "").casefold(), "Participant in another role")
            entry = self.told(label, found, "role")
            if not entry.value:
                entry = Entry(label, found.attributes.get("ref", ""), self.at(found, "role"))
            entry = entry._replace(value_from=(*entry.value_from, *self.at(found, "ref")))
            yield entry

    def places(self) -> Iterator[Entry]:
        """Countries and regions with their shares, places; a country with a share of nothing is none."""
        for found in self.activity.all("recipient-country"):
            code = found.attributes.get("code", "").strip().upper()
            yield self.shared("Recipient country", found, _country(code) or _narrative(found, self.language) or code)
        for found in self.activity.all("recipient-region"):
            name = _narrative(found, self.language)
            yield self.shared("Recipient region", found, name or found.attributes.get("code", ""))
        for found in self.activity.all("location"):
            yield self.told("Location", found.first("name"))

    def shared(self, label: str, found: Element, name: str) -> Entry:
        """A country or region with its share of the activity."""
        share = found.attributes.get("percentage", "").strip()
        if share and not share.rstrip("0."):
            return Entry(label, "")
        teller = _teller(found, self.language)
        said = self.at(teller) if teller is not None and _shown(teller) else ()
        places = (*self.at(found, "code"), *(said if said and said[0][1] else ()), *self.at(found, "percentage"))
        return Entry(label, f"{name} ({share}%)" if share and share != "100" else name, (), places)

    def dates(self) -> Iterator[Entry]:
        """Actual dates, and planned ones where there is no actual date."""
        known: dict[str, tuple[str, Element]] = {}
        for found in self.activity.all("activity-date"):
            kind = _DATES.get(found.attributes.get("type", "").casefold())
            value = found.attributes.get("iso-date", "").strip()[:10] or _text(found)
            if kind and _ISO_DATE.fullmatch(value):
                known.setdefault(kind, (value, found))
        for label in ("Start date", "End date"):
            chosen = known.get(label) or known.get(f"Planned {label.lower()}")
            if chosen:
                value, found = chosen
                place = self.at(found, "iso-date") if found.attributes.get("iso-date", "").strip() else self.at(found)
                yield Entry(label, value, self.at(found, "type"), place)

    def money(self) -> Entries:
        """The budget: revised figures replace the original ones of their period; periods in one currency add up."""
        default = self.activity.attributes.get("default-currency", "").strip().upper()
        amounts: dict[tuple[str, str], tuple[str, Decimal, Element]] = {}
        for found in sorted(self.activity.all("budget"), key=lambda item: item.attributes.get("type", "1")):
            value = found.first("value")
            amount = _number(_text(value))
            if value is None or amount is None:
                continue
            period = (_iso(found.first("period-start")), _iso(found.first("period-end")))
            amounts[period] = (value.attributes.get("currency", default).strip().upper(), amount, value)
        currencies = {currency for currency, _, _ in amounts.values()}
        if len(currencies) != 1:
            return [
                Entry("Annual sum", f"{currency} {amount:f}".strip(), (), self.at(value))
                for currency, amount, value in amounts.values()
            ]
        total = sum((amount for _, amount, _ in amounts.values()), Decimal(0))
        places = tuple(place for _, _, value in amounts.values() for place in self.at(value))
        return [Entry("Total budget", f"{currencies.pop()} {total:f}".strip(), (), places)] if total > 0 else []

    def grants(self) -> Iterator[Entry]:
        """What each funder gives by the transactions, and the one body that gets it, if it is named as one that carries
        the activity out."""
        flows = flows_of(self.activity)
        for flow in flows:
            name, said = self.body(flow.provider)
            places = (*said, *(place for value in flow.values for place in self.at(value)))
            yield Entry("Funder", f"{name}: {flow.currency} {flow.amount:f}" if name else "", (), places)
        receivers = {self.body(found) for flow in flows for found in flow.receivers}
        doers = {_narrative(e, self.language) for e in self.activity.all("participating-org") if _does(e)}
        if len({name for name, _ in receivers}) == 1 and (told := min(receivers))[0] in doers:
            yield Entry("Recipient organisation", told[0], (), told[1])

    def body(self, found: Element) -> tuple[str, tuple[Place, ...]]:
        """A body's name in a transaction, or elsewhere in the activity under its identifier, else the identifier; and
        the places that tell it."""
        for element in (found, *same_body(self.activity, found)):
            teller = _teller(element, self.language)
            if name := _shown(teller):
                return one_line(name), (*self.at(teller), *self.at(found, "ref"))
        return found.attributes.get("ref", "").strip(), self.at(found, "ref")

    def sectors(self) -> Iterator[Entry]:
        """Sectors: what the element says, or what its code of the DAC's list stands for."""
        for found in self.activity.all("sector"):
            code = found.attributes.get("code", "").strip()
            known = _SECTORS.get(code, "") if found.attributes.get("vocabulary", "") in _DAC else ""
            entry = self.told("Sector", found)
            yield entry if entry.value else Entry("Sector", known, (), self.at(found, "code"))

    def related(self) -> Iterator[Entry]:
        """Related activities, by their titles where the file holds them too."""
        for found in self.activity.all("related-activity"):
            label = _RELATIONS.get(found.attributes.get("type", ""), "Related activity")
            reference = found.attributes.get("ref", "").strip()
            value = self.titles.get(reference) or reference
            yield Entry(label, value, self.at(found, "type"), self.at(found, "ref"))


def _does(body: Element) -> bool:
    """Whether a participating organisation carries the activity out."""
    return _ROLES.get(body.attributes.get("role", "").casefold()) == "Implementing organisation"


def _teller(element: Element | None, language: str) -> Element | None:
    """What tells: the narrative in the activity's language, else in English, else the first, else the element."""
    if element is None:
        return None
    texts = {
        narrative.attributes.get("lang", language).lower()[:2]: narrative
        for narrative in reversed(element.all("narrative"))
        if narrative.text.strip()
    }
    return texts.get(language) or texts.get("en") or next(reversed(texts.values()), element)


def _shown(element: Element | None) -> str:
    """The text of an element, line by line."""
    return "\n".join(one_line(line) for line in element.text.split("\n") if line.strip()) if element else ""


def _narrative(element: Element | None, language: str) -> str:
    return _shown(_teller(element, language))


def _text(element: Element | None) -> str:
    return one_line(element.text) if element is not None else ""


def _iso(element: Element | None) -> str:
    return element.attributes.get("iso-date", "") if element is not None else ""


def _language(activity: Element) -> str:
    return activity.attributes.get("lang", "en").strip().lower()[:2] or "en"


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text.replace(",", "").replace(" ", ""))
    except InvalidOperation:
        return None
    return number if number.is_finite() and number >= 0 else None


def _country(code: str) -> str:
    """The English name of a country."""
    from babel import Locale  # slow to import, and few inputs are IATI

    return str(Locale.parse("en").territories.get(code, "")) if re.fullmatch("[A-Z]{2}", code) else ""
