"""Bytes to text: byte-order mark, declared charset, strict UTF-8, then a careful guess."""

from __future__ import annotations

import codecs
import re
import unicodedata
from pathlib import Path

from graph.reading.errors import ReadingError, note

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})|encoding=["']([A-Za-z0-9_.-]{2,40})["']""", re.I
)
_INVISIBLE = re.compile("\u00ad\n(?=[^\\W\\d_])|[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_SEQUENCE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]+")
_STRAYS = {chr(0xDC00 + byte): bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
_GUESSES = ("cp1252", "cp1250", "cp1253", "cp1251")
_CONTROL = bytes(byte for byte in range(32) if byte not in b"\t\n\r\x0b\x0c\x1b")
_REMEDY = "Save the file as UTF-8 and build again."


def decode(data: bytes, path: Path | str) -> tuple[str, str]:
    """The text of `data`, normalised, and the name of its encoding.

    Line ends become a line feed, the byte-order mark goes, and control characters become spaces, so that every later
    stage can trust the offsets.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _normalised(_strictly(data[len(mark) :], name, path)), name
    if wide := _unmarked_utf16(data):
        return _normalised(_strictly(data, wide, path)), wide
    if _is_binary(data):
        raise ReadingError(path, "this is a binary file, not text", "Give it with the extension of its true format.")
    try:  # bytes that read as UTF-8 are UTF-8, whatever a page declares
        return _normalised(data.decode("utf-8")), "utf-8"
    except UnicodeDecodeError:
        pass
    if mixed := _mixed(data):
        note("its encoding is mixed: UTF-8 with some bytes of Windows-1252")
        return _normalised(mixed), "utf-8"
    if declared := _declared(data[:4096]):
        try:
            return _normalised(data.decode(declared)), declared
        except UnicodeDecodeError:
            note(f"it declares {declared} but is not: its encoding was guessed")
    name = _guessed(data, path)
    return _normalised(data.decode(name)), name


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a byte-order mark: every second byte is often zero, and the others never."""
    head = data[:4096]
    if len(data) % 2 or len(head) < 8 or b"\0" not in head:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    least = max(2, len(head) // 40)
    name = "utf-16-le" if odd >= least and even == 0 else "utf-16-be" if even >= least and odd == 0 else None
    if name is None:
        return None
    text = head[: len(head) // 4 * 4].decode(name, "replace")
    strange = sum(unicodedata.category(char) in ("Cc", "Cn", "Co", "Cs") and char not in "\t\n\r" for char in text)
    return name if strange * 50 <= len(text) else None


def _mixed(data: bytes) -> str | None:
    """UTF-8 text into which a few bytes of Windows-1252 have got, put right; `None` if it is something else."""
    good = len(_SEQUENCE.findall(data))
    if good < 2:
        return None
    text = data.decode("utf-8", "surrogateescape")
    bad = sum(text.count(char) for char in _STRAYS)
    if bad > good:
        return None
    return text.translate({ord(char): right for char, right in _STRAYS.items()})


def _strictly(data: bytes, encoding: str, path: Path | str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadingError(
            path, f"its byte-order mark says {encoding}, but byte {error.start} is not", _REMEDY
        ) from error


def _is_binary(data: bytes) -> bool:
    head = data[:8192]
    if head.startswith(
        (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")
    ):
        return True
    control = len(head) - len(head.translate(None, _CONTROL))
    return control > max(3, len(head) // 50)


def _declared(head: bytes) -> str | None:
    for match in _DECLARED.finditer(head):
        name = (match.group(1) or match.group(2)).decode("ascii")
        try:
            found = codecs.lookup(name).name
        except LookupError:
            continue
        return "cp1252" if found in ("iso8859-1", "ascii") else found
    return None


def _guessed(data: bytes, path: Path | str) -> str:
    """The 8-bit encoding whose text has most letters inside words and fewest odd signs; the first one wins a tie."""
    best: tuple[float, str] | None = None
    for name in _GUESSES:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        score = _plausibility(text)
        if best is None or score > best[0] + 1e-9:
            best = (score, name)
    if best is None:
        raise ReadingError(path, "its encoding could not be recognised", _REMEDY)
    return best[1]


def _plausibility(text: str) -> float:
    """How much the characters beyond ASCII look like writing: letters of one script, lower case inside words."""
    odd = good = 0
    for before, char in zip(" " + text, text, strict=False):
        if ord(char) < 128:
            continue
        if char.isalpha():
            ascii_word = before.isascii() and before.isalpha()
            foreign = not unicodedata.name(char, "").startswith("LATIN")
            doubled = not foreign and ord(before) > 127 and before.isalpha()
            strange = (ascii_word and foreign) or (char.isupper() and before.islower()) or doubled or char in "ΰΐ"
            odd += strange
            good += not strange
        elif char not in "\u00a0«»„“”‘’–—…€°·§•®™©\u00ad´":
            odd += 1
    return (good - 3 * odd) / (good + odd + 1)


def _normalised(text: str) -> str:
    text = text.removeprefix("\ufeff").replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    return without_invisible(without_controls(text))


def without_invisible(text: str) -> str:
    """`text` without soft hyphens, zero-width spaces and marks of direction; a word cut at the end of a line by a soft
    hyphen is whole again."""
    return _INVISIBLE.sub("", text) if _INVISIBLE.search(text) else text


def without_controls(text: str) -> str:
    """`text` with control characters and surrogates made spaces; line feeds and tabs stay."""
    if not any(_unwanted(char) for char in set(text)):
        return text
    return "".join(" " if _unwanted(char) else char for char in text)


def _unwanted(char: str) -> bool:
    return (char not in "\n\t" and unicodedata.category(char) in ("Cc", "Cs")) or char == "\ufeff"
