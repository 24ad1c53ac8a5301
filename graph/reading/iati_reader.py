"""IATI activity XML, the aid world's standard, as records of `Label: value` lines: one for each activity.

Codes are written out in words, so that an activity reads like any other record. Contact details are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from pathlib import Path

from graph.reading.draft import Draft, one_line
from graph.reading.errors import ReadingError
from graph.reading.sheet import Sheet
from graph.reading.xml_tree import Element, XmlError, parse_xml

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
Pairs = list[tuple[str, str]]


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
    sheet = Sheet()
    for activity in activities:
        sheet.record(_pairs(activity, titles), "row" if len(activities) > 1 else "document")
    draft = sheet.draft()
    return Draft(draft.text, draft.blocks, title=draft.title, language=_language(activities[0]))


def _pairs(activity: Element, titles: dict[str, str]) -> Pairs:
    """The labelled values of one activity, in a fixed order."""
    language = _language(activity)
    pairs: Pairs = [
        ("Title", _narrative(activity.first("title"), language)),
        ("IATI identifier", _text(activity.first("iati-identifier"))),
    ]
    for found in activity.all("description"):
        label = _DESCRIPTIONS.get(found.attributes.get("type", "1"), "Description")
        pairs.append((label, _narrative(found, language)))
    pairs += _bodies(activity, language) + _places(activity, language) + _dates(activity) + _money(activity)
    pairs += [("Sector", shown) for shown in _sectors(activity, language)]
    for found in activity.all("related-activity"):
        label = _RELATIONS.get(found.attributes.get("type", ""), "Related activity")
        reference = found.attributes.get("ref", "").strip()
        pairs.append((label, titles.get(reference) or reference))
    return [(label, value) for label, value in _once(pairs) if value]


def _bodies(activity: Element, language: str) -> Pairs:
    """Participating organisations by role; the reporting one only reports."""
    pairs: Pairs = []
    for found in activity.all("participating-org"):
        label = _ROLES.get(found.attributes.get("role", "").casefold(), "Participant in another role")
        pairs.append((label, _narrative(found, language) or found.attributes.get("ref", "")))
    return pairs


def _places(activity: Element, language: str) -> Pairs:
    """Countries with their share, regions, places; a country with a share of nothing is none."""
    pairs: Pairs = []
    for found in activity.all("recipient-country"):
        share = found.attributes.get("percentage", "").strip()
        code = found.attributes.get("code", "").strip().upper()
        name = _country(code) or _narrative(found, language) or code
        if share.rstrip("0.") or not share:
            pairs.append(("Recipient country", f"{name} ({share}%)" if share and share != "100" else name))
    for found in activity.all("recipient-region"):
        pairs.append(("Recipient region", _narrative(found, language) or found.attributes.get("code", "")))
    for found in activity.all("location"):
        pairs.append(("Location", _narrative(found.first("name"), language)))
    return pairs


def _dates(activity: Element) -> Pairs:
    """Actual dates, and planned ones where there is no actual date."""
    known: dict[str, str] = {}
    for found in activity.all("activity-date"):
        kind = _DATES.get(found.attributes.get("type", "").casefold())
        value = found.attributes.get("iso-date", "").strip()[:10] or _text(found)
        if kind and _ISO_DATE.fullmatch(value):
            known.setdefault(kind, value)
    pairs: Pairs = []
    for label in ("Start date", "End date"):
        shown = known.get(label) or known.get(f"Planned {label.lower()}")
        if shown:
            pairs.append((label, shown))
    return pairs


def _money(activity: Element) -> Pairs:
    """The budget: revised figures replace the original ones of their period; periods in one currency add up."""
    default = activity.attributes.get("default-currency", "").strip().upper()
    amounts: dict[tuple[str, str], tuple[str, Decimal]] = {}
    for found in sorted(activity.all("budget"), key=lambda item: item.attributes.get("type", "1")):
        value = found.first("value")
        amount = _number(_text(value))
        if value is None or amount is None:
            continue
        period = (_iso(found.first("period-start")), _iso(found.first("period-end")))
        amounts[period] = (value.attributes.get("currency", default).strip().upper(), amount)
    currencies = {currency for currency, _ in amounts.values()}
    if len(currencies) != 1:
        return [("Annual sum", f"{currency} {amount:f}".strip()) for currency, amount in amounts.values()]
    total = sum((amount for _, amount in amounts.values()), Decimal(0))
    return [("Total budget", f"{currencies.pop()} {total:f}".strip())] if total > 0 else []


def _sectors(activity: Element, language: str) -> Iterable[str]:
    for found in activity.all("sector"):
        code = found.attributes.get("code", "").strip()
        known = _SECTORS.get(code, "") if found.attributes.get("vocabulary", "") in _DAC else ""
        yield _narrative(found, language) or known


def _narrative(element: Element | None, language: str) -> str:
    """The text of an element: its narrative in the activity's language, else in English, else the first."""
    if element is None:
        return ""
    texts = {
        narrative.attributes.get("lang", language).lower()[:2]: shown
        for narrative in reversed(element.all("narrative"))
        if (shown := "\n".join(one_line(line) for line in narrative.text.split("\n") if line.strip()))
    }
    return texts.get(language) or texts.get("en") or next(reversed(texts.values()), "") or _text(element)


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


def _once(pairs: Iterable[tuple[str, str]]) -> Pairs:
    return list(dict.fromkeys(pairs))
