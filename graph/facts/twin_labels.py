"""Labels that mean one of two things, and which their value decides: "Funding: EUR 30,000" is a sum and "Funding: the
Kredo Foundation" a funder; "Beneficiaries: refugees" are served and "Beneficiary: the Kredo Foundation" got the money;
"Closing date" is a call's deadline and a project's end."""

from __future__ import annotations

import re

from graph.marking.language import PARTS, Language
from graph.marking.mentions import Marked

TWINS = PARTS | {"fundedBy", "endDate", "targets"}
_NUMBERS = re.compile(r"[\d\s.,'’%()€£$/:~–—-]+")
MOST_REST = 12  # letters around a sum that name nobody: its currency, "approx."
SHARE = 0.6  # of a value that names a body for it to be the value's point


def meant(name: str, text: str, marked: Marked, language: Language, kind: str) -> str:
    """The property that a field with this value has for a thing of this class, `name` unless the value decides."""
    if name == "fundedBy" and _is_sum(text, marked, language):
        return "budget"
    if kind == "Call":
        return "deadline" if name == "endDate" else name
    served = [i for c in marked.concepts if c.kind == "BeneficiaryGroup" for i in range(c.first, c.last)]
    bodies = [m for m in marked.mentions if m.kind == "Organisation" and m.sure]
    named = any(m.kind == "Name" and m.last - 1 not in served for m in marked.mentions)
    if name in PARTS and served and not bodies and not named:
        return "targets"
    told = sum(len(m.name) for m in bodies)
    return "implementedBy" if name == "targets" and told >= SHARE * len(text.strip()) else name


def _is_sum(text: str, marked: Marked, language: Language) -> bool:
    """Whether a value is one amount with its currency, and names nobody."""
    amounts = [f for f in language.values.money(text, 0, len(text)) if f.value and f.value.currency]
    rest = _NUMBERS.sub("", text)
    known = any(m.kind in ("Fund", "Organisation") for m in marked.mentions)
    return len(amounts) == 1 and not known and len(rest) <= MOST_REST
