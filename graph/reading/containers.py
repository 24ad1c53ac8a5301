"""Parsed data (of JSON and YAML) to records: which of its objects are records of their own, and the values in each.

A project's own lists (partners, places) are parts of its record; the list that a database's answer wraps in its page
counts, or a register keyed by the numbers of its entries, holds records.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.reading.decoding import without_controls

_DEEPEST = 40
_MOST_VALUES = 1_000_000  # aliases of YAML can make a small file a vast one
_FEW = 3  # so many keys at most stand around a list of records
_LEAST_SHARED = 3  # so many keys at least have the entries of a register in common
_PROSE = 120  # a value of so many signs is a description
# How interfaces of databases call the list of what they found, as their documentation says.
_WRAPPERS = frozenset("results result items data records rows docs entries hits features response content".split())


def rows_of(data: Any) -> tuple[list[Any], dict[str, Any]]:
    """The objects of the list that the document is or mainly holds, and what else it says."""
    if isinstance(data, list):
        return [entry for item in data for entry in _grouped(unwrapped(item))], {}
    if not isinstance(data, dict):
        return [], {"value": data}
    for key, value in data.items():
        rest = {other: told for other, told in data.items() if other != key}
        wrapped = str(key).casefold() in _WRAPPERS and (len(data) <= _FEW or not _tells(rest))
        if wrapped and isinstance(value, dict) and (found := rows_of(value))[0]:
            return found[0], rest | found[1]
        if wrapped and _are_objects(value):
            return [unwrapped(item) for item in value], rest
        if len(data) <= _FEW and isinstance(value, dict) and _is_register(value):
            return list(value.values()), rest
    lists = [key for key, value in data.items() if _are_objects(value)]
    if len(lists) == 1 and len(data) <= _FEW:
        key = lists[0]
        return data[key], {other: value for other, value in data.items() if other != key}
    if _is_register(data):
        return list(data.values()), {}
    return [], data


def _grouped(item: Any) -> list[Any]:
    """The entries of a group in a list: an object of few words around one list of objects that tell more."""
    if isinstance(item, dict) and len(item) <= _FEW:
        lists = [value for value in item.values() if _are_objects(value)]
        around = [value for value in item.values() if isinstance(value, str)]
        if len(lists) == 1 and len(around) == len(item) - 1 and not any(len(value) >= _PROSE for value in around):
            inside: list[Any] = lists[0]
            if set.intersection(*(_prose_keys(entry) for entry in inside)):
                return inside
    return [item]


def _prose_keys(entry: dict[str, Any]) -> set[str]:
    """The keys under which an object of several keys says something at length."""
    return {
        k
        for k, value in entry.items()
        if len(entry) >= _LEAST_SHARED and isinstance(value, str) and len(value) >= _PROSE
    }


def unwrapped(item: Any) -> Any:
    """What an item of a list says, without the envelope that search engines and maps put around it."""
    for envelope in ("_source", "properties", "attributes"):
        if isinstance(item, dict) and isinstance(item.get(envelope), dict):
            inner: dict[str, Any] = item[envelope]
            return inner
    return item


def _tells(rest: dict[str, Any]) -> bool:
    """Whether what stands around a list says something in words, as counts, addresses and states do not."""
    return any(isinstance(value, str) and len(value.split()) > 1 for _, _, value in flat(rest))


def _are_objects(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _is_register(data: dict[str, Any]) -> bool:
    """Whether an object is a register, each of whose keys names an entry: all are objects with keys in common."""
    entries = list(data.values())
    if len(entries) < 2 or not all(isinstance(entry, dict) for entry in entries):
        return False
    return len(set.intersection(*(set(entry) for entry in entries))) >= _LEAST_SHARED


def flat(data: Any) -> Iterator[tuple[str, str, str]]:
    """(path of keys, last key, value) of every plain value, in the order of the document.

    Raises `ValueError` for data that are nested too deeply or hold too much.
    """
    for number, item in enumerate(_flat(data, "", "", 0)):
        if number >= _MOST_VALUES:
            raise ValueError("it holds too many values")
        yield item


def _flat(data: Any, path: str, last: str, depth: int) -> Iterator[tuple[str, str, str]]:
    if depth > _DEEPEST:
        raise ValueError("it is nested too deeply")
    if isinstance(data, dict):
        for key, value in data.items():
            name = without_controls(" ".join(str(key).split()))
            yield from _flat(value, f"{path}.{name}" if path else name, key, depth + 1)
    elif isinstance(data, list):
        for value in data:
            yield from _flat(value, path, last, depth + 1)
    elif data is not None and data != "":
        yield path, last, {True: "true", False: "false"}[data] if isinstance(data, bool) else data
