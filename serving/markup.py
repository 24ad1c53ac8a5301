"""HTML made of elements: whatever is no element is text, and escaped. There is no way to put in raw markup."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TypeAlias, Union

Part: TypeAlias = Union[str, "Element", Iterable["Part"], None]
_EMPTY = frozenset(("br", "hr", "img", "input", "link", "meta"))


class Element:
    """One element, already written."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


def element(name: str, /, *parts: Part, **attributes: str | bool | None) -> Element:
    """An element with its attributes and what it holds.

    Attributes that are None or False are left out; `class_` is written `class`, other underscores as hyphens.
    """
    given = [(key, value) for key, value in attributes.items() if value is not None and value is not False]
    written = "".join(_attribute(key, value) for key, value in given)
    if name in _EMPTY:
        return Element(f"<{name}{written}>")
    return Element(f"<{name}{written}>{''.join(map(_written, parts))}</{name}>")


def document(title: str, head: Iterable[Part], body: Iterable[Part], language: str = "en") -> bytes:
    """A whole page."""
    whole = element(
        "html",
        element(
            "head",
            element("meta", charset="utf-8"),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("title", title),
            head,
        ),
        element("body", body),
        lang=language,
    )
    return f"<!DOCTYPE html>\n{whole.text}\n".encode("utf-8", "replace")


def _attribute(key: str, value: str | bool) -> str:
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value), quote=True)}"'


def _written(part: Part) -> str:
    if part is None:
        return ""
    if isinstance(part, Element):
        return part.text
    if isinstance(part, str):
        return escape(part)
    return "".join(map(_written, part))
