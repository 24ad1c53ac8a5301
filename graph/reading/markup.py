"""HTML inside plain text and Markdown, whose tags become blanks and whose entities become signs, and Markdown's links,
of which the words stay."""

from __future__ import annotations

import re
from html import unescape

_TAGS = (
    "p|br|div|span|strong|em|b|i|u|a|ul|ol|li|h[1-6]|table|thead|tbody|tr|td|th|img|blockquote|sup|sub|font|center|hr|section|article|"
    "figure|figcaption|small|iframe|video|source|details|summary|dl|dt|dd|meta|link"
)
_TAG = re.compile(rf"<(?P<close>/?)(?P<name>{_TAGS})(?:\s[^<>]*|\s*/?)>", re.I)
LEAST_FRAMED = 5
_FRAMED = re.compile(r"\|(?P<text>[^|]*)\|\s*\|[ \t]*")
_FRAMED_LINE = re.compile(rf"^[ \t]*(?:{_FRAMED.pattern}|\|(?P<cut>[^|\n]*))$", re.M)
_ENTITY = re.compile(r"&(?:amp;)?(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});")
_COMMENT = re.compile(r"<!--.*?-->|<(script|style)\b[^>]*>.*?</\1\s*>", re.I | re.S)
_BREAKING = re.compile(
    r"p|br|div|ul|ol|li|h[1-6]|table|tr|blockquote|hr|section|article|figure|figcaption|dl|dt|dd", re.I
)
_LINK = re.compile(
    r"(?<!!)\[(?P<text>[^\[\]\n]{1,200}(?:\n[^\[\]\n]{1,200})?)"
    r"\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"\n]*\"|\s+'[^'\n]*')?\)|\[[^\[\]\n]{0,80}\])"
)
_LINE_BREAK = re.compile(r"(?<=\S)[ \t]*\\(?=\n)")
_NOTE = re.compile(r"\[\^[\w-]{1,40}\](?!:)|^\[[^\[\]\n]{1,80}\]:[ \t]+(?:https?|mailto|ftp)\S+.*$", re.M)


def without_links(text: str) -> str:
    """`text` with the words of Markdown's links, without their addresses, notes and definitions, and without the
    backslashes that break its lines."""
    text = _LINE_BREAK.sub("", text)
    if "](" not in text and "][" not in text and "[^" not in text:
        return text
    return _LINK.sub(lambda match: match["text"], _NOTE.sub("", text))


def without_bars(text: str) -> str:
    """`text` without the bars of a frame around it, if its lines stand between bars with an empty cell behind."""
    if not text.lstrip().startswith("|"):
        return text
    lines = [line.strip() for line in text.strip().split("\n") if line.strip()]
    if len(lines) < LEAST_FRAMED or not all(_FRAMED.fullmatch(line) for line in lines[:-1]):  # the last may be cut
        return text
    return _FRAMED_LINE.sub(lambda match: (match["text"] or match["cut"]).strip(), text)


def without_tags(text: str) -> str:
    """`text` with tags and comments blanked out and entities made signs; tags that break lines leave a line break."""
    if "<" not in text and "&" not in text:
        return text
    text = _COMMENT.sub(lambda match: _blank(match.group()), text)
    text = _TAG.sub(_replacement, text)
    return _ENTITY.sub(lambda match: unescape(unescape(match.group())).replace("\u00a0", " "), text)


def blanked(text: str) -> str:
    """`text` with its tags blanked out, of the same length and lines: the values of front matter may hold some."""
    return _TAG.sub(lambda match: _blank(match.group()), text) if "<" in text else text


def _blank(text: str) -> str:
    return "".join(char if char == "\n" else " " for char in text)


def _replacement(match: re.Match[str]) -> str:
    name, length = match["name"].lower(), len(match.group())
    if not _BREAKING.fullmatch(name):
        return _blank(match.group())
    if match["close"]:
        return (" " * (length - 1)) + "\n"
    if name == "li":
        return "\n- " + " " * (length - 3)
    if name[0] == "h" and name[1:].isdigit():
        signs = "#" * min(int(name[1]), length - 2)
        return ("\n" + signs + " ").ljust(length)
    return "\n" + " " * (length - 1)
