"""XML to a small tree, without anything in XML that reaches out of the file or grows beyond it.

A document type with entities is refused, external entities are never opened, and nesting is limited. Names are local
names: the formats that are read here use each of them in one sense.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

_DEEPEST = 256
_STEP = re.compile(r"([\w.-]+)\[([0-9]{1,9})\]")


@dataclass(slots=True)
class Element:
    """An element: its local name, its attributes by local name, its children and its own text."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element] = field(default_factory=list)
    text: str = ""

    def all(self, name: str) -> list[Element]:
        """The children of a name."""
        return [child for child in self.children if child.name == name]

    def first(self, name: str) -> Element | None:
        """The first child of a name."""
        return next((child for child in self.children if child.name == name), None)

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.children))


def paths_of(root: Element) -> dict[int, str]:
    """The absolute, positional XPath of each element of a tree, by the element's `id`."""
    paths = {id(root): f"/{root.name}"}
    for element in root.walk():
        seen: Counter[str] = Counter()
        for child in element.children:
            seen[child.name] += 1
            paths[id(child)] = f"{paths[id(element)]}/{child.name}[{seen[child.name]}]"
    return paths


def text_at(root: Element, path: str) -> str | None:
    """What stands, on one line, at a path of `paths_of` or at one with `/@attribute` behind it; `None` for nothing."""
    steps = path.split("/")[1:]
    attribute = steps.pop()[1:] if steps and steps[-1].startswith("@") else ""
    if not steps or steps[0] != root.name:
        return None
    element: Element | None = root
    for step in steps[1:]:
        match = _STEP.fullmatch(step)
        same = element.all(match[1]) if match and element else []
        element = same[int(match[2]) - 1] if match and 0 < int(match[2]) <= len(same) else None
    if element is None:
        return None
    found = element.attributes.get(attribute) if attribute else "".join(part.text for part in element.walk())
    return " ".join(found.split()) if found is not None else None


class XmlError(ValueError):
    """XML that is not well-formed, or that is refused."""


def parse_xml(data: bytes) -> Element:
    """The root element of an XML document; raises `XmlError`."""
    builder = _Builder()
    parser = expat.ParserCreate(namespace_separator="\n")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = _refuse_entity
    parser.UnparsedEntityDeclHandler = _refuse_entity
    parser.ExternalEntityRefHandler = _refuse_reference
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise XmlError(str(error)) from error
    if builder.root is None:
        raise XmlError("there is no element in it")
    return builder.root


def _refuse_entity(*_: object) -> None:
    raise XmlError("it declares entities, which are refused for safety")


def _refuse_reference(*_: object) -> int:
    raise XmlError("it refers to another file, which is never opened")


class _Builder:
    """Makes the tree of the parser's events."""

    def __init__(self) -> None:
        self.root: Element | None = None
        self._open: list[tuple[Element, list[str]]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        if len(self._open) >= _DEEPEST:
            raise XmlError(f"it is nested more than {_DEEPEST} deep")
        element = Element(_local(name), {_local(key): value for key, value in attributes.items()})
        if self._open:
            self._open[-1][0].children.append(element)
        else:
            self.root = element
        self._open.append((element, []))

    def end(self, name: str) -> None:
        """Close it."""
        element, parts = self._open.pop()
        element.text = "".join(parts)

    def data(self, text: str) -> None:
        """Text of the element that is open."""
        if self._open:
            self._open[-1][1].append(text)


def _local(name: str) -> str:
    return name.rsplit("\n", 1)[-1]
