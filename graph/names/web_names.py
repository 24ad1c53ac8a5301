"""Names in the form of a web address: "the project OpenPort.org", "Harbourhelp.com runs …".

A host written with a capital and nothing around it is a name where nothing says that it is an address.
"""

from __future__ import annotations

import re

from graph.marking.language import Language
from graph.marking.mentions import Marked
from graph.marking.tokens import Tokens

_HOST = re.compile(r"[^\W\d_a-z][\w-]*[a-z][\w-]*(?:\.[\w-]+)+")


def name_hosts(tokens: Tokens, marked: Marked, language: Language) -> None:
    """Make names of unknown class, in place, of the addresses in a sentence that are such names: none behind a colon or
    in a bracket, in a field's value, or in a sentence that speaks of websites."""
    hosts = [m for m in marked.mentions if m.kind == "url" and _HOST.fullmatch(m.name)]
    if not hosts or marked.sentence.field is not None:
        return
    inside = {i for m in hosts for i in range(m.first, m.last)}
    if any(language.frames[a.payload.frame].property == "website" and a.first not in inside for a in marked.anchors):
        return
    for mention in hosts:
        if not set(tokens.gap(mention.first)) & set(":(<"):
            mention.kind, mention.value, mention.sure = "Name", None, False
