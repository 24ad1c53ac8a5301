"""Which of the formats on offer a client would like best (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_MOST = 64


def parse_accept(header: str) -> list[tuple[str, float]]:
    """The media ranges of an Accept header with their weights; those that make no sense are left out."""
    ranges: list[tuple[str, float]] = []
    for item in header.split(",")[:_MOST]:
        media, *parameters = (part.strip() for part in item.split(";"))
        weight = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip().lower() == "q":
                weight = _weight(value.strip())
        if media.count("/") == 1:
            ranges.append((media.lower(), weight))
    return ranges


def choose(header: str | None, offered: Sequence[str], also: Mapping[str, str] | None = None) -> str:
    """The media type on offer that the header wants most, "" if none; of equals, the one offered first.

    `also` maps other names that clients use, exactly so, to media types on offer. No header means anything will do.
    """
    ranges = parse_accept(header) if header and header.strip() else [("*/*", 1.0)]
    names = {media: media for media in offered} | {name: to for name, to in (also or {}).items() if to in offered}
    best: tuple[float, int, int] | None = None
    choice = ""
    for name, media in names.items():
        weight = _wanted(name, ranges, exactly=name not in offered)
        rank = (weight, -list(offered).index(media), name == media)
        if weight > 0 and (best is None or rank > best):
            best, choice = rank, media
    return choice


def _wanted(media: str, ranges: Sequence[tuple[str, float]], *, exactly: bool) -> float:
    """The weight of a media type: that of the most exact range that covers it."""
    kind = media.partition("/")[0]
    for cover in (media,) if exactly else (media, f"{kind}/*", "*/*"):
        found = [weight for name, weight in ranges if name == cover]
        if found:
            return max(found)
    return 0.0


def _weight(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0) if len(text) <= 8 else 0.0
    except ValueError:
        return 0.0
