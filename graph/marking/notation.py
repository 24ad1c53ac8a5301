"""Numbers in the notations of the European languages."""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)")


def parse_number(text: str, scaled: bool = False) -> Decimal | None:
    """The number that a notation of any European language stands for.

    A single separator before exactly three digits groups thousands, unless a scale word follows ("2,500 million" is
    read as a decimal
    only with one or two digits). None if it is no number.
    """
    compact = re.sub(r"[\s\u00a0\u202f'’]", "", text)
    separators = [c for c in compact if c in ".,"]
    if separators:
        last = max(compact.rfind("."), compact.rfind(","))
        decimals = len(compact) - last - 1
        mixed = len(set(separators)) > 1
        if mixed or (len(separators) == 1 and (decimals != 3 or (scaled and compact[0] == "0"))):
            compact = re.sub(r"[.,]", "", compact[:last]) + "." + compact[last + 1 :]
        else:
            compact = re.sub(r"[.,]", "", compact)
    return Decimal(compact) if _DIGITS.fullmatch(compact) else None  # not "inf", not "1e5"
