"""Which parts of an HTML page are menus, and which stand around what the page tells: by elements, roles and classes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

Scope = Literal["main", "navigation", "boilerplate"]
_HEADING = re.compile(r"h[1-6]")
_ROLES: dict[str, Scope] = {
    "navigation": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "banner": "navigation",
    "search": "navigation",
    "contentinfo": "boilerplate",
    "complementary": "boilerplate",
    "dialog": "boilerplate",
    "alertdialog": "boilerplate",
}
_TAG_SCOPES: dict[str, Scope] = {
    "nav": "navigation",
    "header": "navigation",
    "footer": "boilerplate",
    "aside": "boilerplate",
}
_NAV_CLASS = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|submenu|breadcrumbs?|pagination|pager|skip|share|sharing|social|related|toolbar)(?:$|[\s_-])",
    re.I,
)
_OTHER_CLASS = re.compile(
    r"(?:^|[\s_-])(?:sidebar|cookies?|consent|gdpr|footer|popup|modal|newsletter|disclaimer|copyright)(?:$|[\s_-])",
    re.I,
)
_LABEL_CLASS = re.compile(r"(?:^|.*[\s_-])label(?:\s.*)?", re.I | re.S)
_BADGE_CLASS = re.compile(r"(?:^|\s)(?:badge|tag|label-[a-z]+)(?:$|\s)", re.I)


def is_label(names: str) -> bool:
    """Whether classes say that an element is the label of what follows ("field__label"), and no badge."""
    return bool(_LABEL_CLASS.fullmatch(names)) and not _BADGE_CLASS.search(names)


def scope_of(tag: str, values: Mapping[str, str], *, by_class: bool, inside: bool) -> Scope:
    """The scope that an element in the main part opens: the one that its tag, role or class names, else the main one.

    `inside`: the element stands in the page's main part or an article, whose header is no menu; `by_class`: whether
    classes count.
    """
    if tag in ("body", "html", "main", "article"):
        return "main"
    if tag in _TAG_SCOPES and not (tag == "header" and inside):
        return _TAG_SCOPES[tag]
    if values.get("role") in _ROLES:
        return _ROLES[values["role"]]
    names = f"{values.get('class', '')} {values.get('id', '')}"
    if by_class and not _HEADING.fullmatch(tag) and names.strip():
        if _NAV_CLASS.search(names):
            return "navigation"
        if _OTHER_CLASS.search(names):
            return "boilerplate"
    return "main"
