"""What the head of a document says about it: title, date, address, publisher, language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from graph.model import Field
from graph.reading.draft import Draft, one_line

_TITLE = ("title", "og:title", "headline", "titolo", "titel", "titre", "título", "titulo", "name", "tytuł")
_DATE = (
    "date",
    "published",
    "publish_date",
    "publication_date",
    "pubdate",
    "article:published_time",
    "published_at",
    "datepublished",
    "created",
)
_URL = ("url", "canonical", "canonical_url", "permalink", "source_url", "og:url")
_PUBLISHER = ("publisher", "site_name", "og:site_name", "sitename", "organisation", "organization", "dc.publisher")
_LANGUAGE = ("lang", "language", "locale", "dc.language", "og:locale", "content-language")
_ISO = re.compile(r"((?:19|20)\d\d)-(\d\d)(?:-(\d\d))?(?=$|[T\s+Z])")
_DOTTED = re.compile(r"(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d\d)")
_WORDED = re.compile(r"(\d{1,2})\W{1,2}(?:de )?([^\W\d]{3,12})\W{1,3}(?:de )?((?:19|20)\d\d)")
_LOCALES = "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv".split()


def from_fields(text: str, fields: Iterable[Field]) -> Draft:
    """An empty draft that carries the metadata of labelled values."""
    return from_pairs((field.label, text[field.value.start : field.value.end]) for field in fields)


def from_pairs(pairs: Iterable[tuple[str, str]]) -> Draft:
    """An empty draft that carries the metadata of named values; the first of each kind counts."""
    known: dict[str, str] = {}
    for label, value in pairs:
        if value.strip():
            known.setdefault(label.casefold().strip(), one_line(value))

    def first(names: tuple[str, ...]) -> str | None:
        return next((known[name] for name in names if name in known), None)

    url = first(_URL)
    language = first(_LANGUAGE)
    return Draft(
        text="",
        blocks=(),
        title=first(_TITLE),
        published=iso_date(first(_DATE) or ""),
        url=url if url and re.match(r"https?://[^\s<>\"]+$", url) else None,
        publisher=first(_PUBLISHER),
        language=language[:2].lower() if language and re.match(r"[A-Za-z]{2}([-_]|$)", language) else None,
    )


def iso_date(text: str) -> str | None:
    """The date that `text` is or begins with, as an ISO date (or year and month), else `None`."""
    text = text.strip().strip("'\"")
    if match := _ISO.match(text):
        return _checked(match[1], match[2], match[3])
    if match := _DOTTED.match(text):
        return _checked(match[3], match[2], match[1])
    if (match := _WORDED.search(text)) and (month := _months().get(match[2].casefold())):
        return _checked(match[3], str(month), match[1])
    return None


def _checked(year: str, month: str, day: str | None) -> str | None:
    try:
        found = date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    return found.isoformat() if day else found.isoformat()[:7]


@cache
def _months() -> dict[str, int]:
    """Month names and short forms of the languages of the EU."""
    from babel.dates import get_month_names  # slow to import, and most documents have an ISO date

    names: dict[str, int] = {}
    for locale in _LOCALES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for month, name in get_month_names(width, context, locale=locale).items():
                    names.setdefault(str(name).casefold().strip("."), int(month))
    return names
