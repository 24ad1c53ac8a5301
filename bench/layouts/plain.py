"""Layouts of plain text: how PDF-to-text, e-mail and scraping break lines."""

from __future__ import annotations

import re
import textwrap

from bench.layouts.sample import Layout, Made, Sample

_WIDTH, _PAGE = 76, 30
_WORD = re.compile(r"[^\W\d_]{9,}$")


def _file(sample: Sample, text: str) -> Made:
    return Made(sample.suffix, text.encode("utf-8"))


def _wrapped(text: str) -> list[str]:
    lines: list[str] = []
    for line in text.split("\n"):
        long = len(line) > _WIDTH and not line.lstrip().startswith(("|", "<"))
        lines += textwrap.wrap(line, _WIDTH, break_long_words=False, break_on_hyphens=False) if long else [line]
    return lines


def wrapped(sample: Sample) -> Made:
    """Lines broken at a width."""
    return _file(sample, "\n".join(_wrapped(sample.text)))


def spaced(sample: Sample) -> Made | None:
    """A blank line after every line."""
    if "|" in sample.text:
        return None
    return _file(sample, "\n\n".join(line for line in sample.text.split("\n") if line.strip()))


def wrapped_and_spaced(sample: Sample) -> Made | None:
    """Lines broken at a width, with a blank line after each."""
    return spaced(Sample("\n".join(_wrapped(sample.text)), sample.language, sample.suffix))


def tight(sample: Sample) -> Made:
    """No blank lines at all."""
    return _file(sample, "\n".join(line for line in sample.text.split("\n") if line.strip()))


def paged(sample: Sample) -> Made:
    """Lines broken at a width, page numbers, and form feeds between pages."""
    lines: list[str] = []
    for index, line in enumerate(_wrapped(sample.text)):
        lines.append(line)
        if index % _PAGE == _PAGE - 1:
            lines += ["", str(index // _PAGE + 1), "\f"]
    return _file(sample, "\n".join(lines))


def hyphenated(sample: Sample) -> Made:
    """Lines broken at a width, with the last long word of every third line cut in two."""
    lines = _wrapped(sample.text)
    for index in range(0, len(lines) - 1, 3):
        word = _WORD.search(lines[index])
        if word and lines[index + 1].strip() and word.group()[4:].islower() and lines[index + 1][0].islower():
            cut = word.start() + 5
            lines[index + 1] = f"{lines[index][cut:]} {lines[index + 1]}"
            lines[index] = f"{lines[index][:cut]}-"
    return _file(sample, "\n".join(lines))


LAYOUTS: tuple[Layout, ...] = (wrapped, spaced, wrapped_and_spaced, tight, paged, hyphenated)
