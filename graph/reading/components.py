"""The source of a page as programs hold it ("<Card className=… title="Lantern">{name}</Card>") to plain HTML.

Tags of components and the program around and between them go; a title that such a tag carries is shown by the page,
so its words stay as a paragraph.
"""

from __future__ import annotations

import re

_SIGN = re.compile(r"\sclassName=|</[A-Z][\w.]*>|</>")
_BRACES = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
_ATTRIBUTE = rf"//[^\n]*|\{{\.\.\.\w+\}}|[\w:@.-]+(?:=(?:\"[^\"]*\"|'[^']*'|{_BRACES}))?"
_COMPONENT = re.compile(rf"<(?P<close>/?)(?:[A-Z][\w.]*(?P<rest>(?:\s+(?:{_ATTRIBUTE}))*)\s*(?P<empty>/?))?>")
_HTML_TAG = re.compile(rf"<[a-z][a-z0-9]*\s(?=[^<>]*=\{{)(?:\s*(?:{_ATTRIBUTE}))*\s*/?>")
_TITLE = re.compile(
    r"(?<!\S)title=(?:\"(?P<double>[^\"]+)\"|'(?P<single>[^']+)'|\{\s*[\"'`](?P<braced>[^\"'`]+)[\"'`]\s*\})"
)
_ANY_TAG = re.compile(r"</[A-Za-z]")
_LEAST_TAGS = 3
_PROGRAM = re.compile(
    r"^[ \t]*(?:(?:import|export|const|let|var|function|return|if|else|type|interface)\b[^<\n]*|[(){};,\[\] \t]+)$",
    re.M,
)
_COMMENT = re.compile(r"\{\s*/\*.*?\*/\s*\}", re.S)
_STRING = re.compile(r"\{\s*([\"'`])(?P<text>[^\"'`{}]*)\1\s*\}")
_EXPRESSION = re.compile(r"\{\s*[\w$][\w$.]*(?:\([^(){}]*\))?\s*\}")


def source_as_html(text: str) -> str | None:
    """The HTML that the source of a page makes, or None for a text that is no such source."""
    if not _SIGN.search(text) or len(_ANY_TAG.findall(text)) < _LEAST_TAGS:
        return None
    text = _PROGRAM.sub("", _COMMENT.sub(" ", text))
    text = _COMPONENT.sub(_shown, text)
    text = _HTML_TAG.sub(_plain, text)
    text = _STRING.sub(lambda match: match["text"], text)
    return _EXPRESSION.sub("", text).replace(" className=", " class=")


def _shown(match: re.Match[str]) -> str:
    """What stands for a component: a division, or a blank, and the title that its tag carries."""
    if match["close"]:
        return "</div>"
    title = _TITLE.search(match["rest"] or "")
    words = next((said for said in title.groups() if said), "").strip() if title else ""
    shown = f"<p>{words}</p>" if " " in words or words[:1].isupper() else " "
    return shown if match["empty"] else f"<div>{shown}"


def _plain(match: re.Match[str]) -> str:
    """A tag of HTML without the program in its attributes."""
    return re.split(r"\s", match.group(), maxsplit=1)[0] + ">"
