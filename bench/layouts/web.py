"""Layouts of saved web pages: the same text as the common makers of websites write it down."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import groupby

from bench.layouts.sample import Layout, Made, Part, Sample, parts_of
from bench.layouts.words import Frame, frame

_Writer = Callable[[Part], str]
_OTHERS = ("Harbour Days 2019", "Open Kitchen", "Winter Coats")  # other pages that a website points to


def _page(sample: Sample, body: str, head: str = "") -> Made:
    title = escape(_title(parts_of(sample.text)).text)
    start = f'<html lang="{sample.language}"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
    return Made(".html", f"<!DOCTYPE html>\n{start}\n<body>\n{body}\n</body></html>\n".encode())


def _title(parts: Sequence[Part]) -> Part:
    return next((part for part in parts if part.level == 1), parts[0])


def _written(parts: Sequence[Part], write: _Writer, **around: str) -> str:
    """Parts one after the other, those of one kind in a row inside `around` ("%s" stands for them)."""
    shown = []
    for kind, run in groupby(parts, key=lambda part: part.kind):
        inner = "\n".join(write(part) for part in run)
        shown.append(around.get(kind, "%s").replace("%s", inner))
    return "\n".join(shown)


def _row(part: Part) -> str:
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in part.cells) + "</tr>"


def _lists(items: Sequence[str], kind: str = "") -> str:
    return f"<ul{kind}>" + "".join(f'<li><a href="#">{escape(item)}</a></li>' for item in items) + "</ul>"


def _plainly(part: Part) -> str:
    """Elements as their names say."""
    text = escape(part.text)
    match part.kind:
        case "heading":
            return f"<h{part.level}>{text}</h{part.level}>"
        case "item":
            return f"<li>{text}</li>"
        case "label":
            return f"<dt>{escape(part.label)}</dt><dd>{text}</dd>"
        case "row":
            return _row(part)
        case _:
            return f"<p>{text}</p>"


_PLAIN = {"item": "<ul>%s</ul>", "label": "<dl>%s</dl>", "row": "<table>%s</table>"}


def semantic(sample: Sample) -> Made:
    """HTML whose elements say what they are, in a main element, with header, nav, aside and footer around it."""
    words = frame(sample.language)
    body = _written(parts_of(sample.text), _plainly, **_PLAIN)
    return _page(
        sample,
        f'<header><a href="/">Havenet</a><nav>{_lists(words.menu)}</nav></header>\n<main>{body}</main>\n'
        f"<aside><h3>{words.read_on}</h3>{_lists(_OTHERS)}</aside>\n"
        f"<footer><p>© 2023 Havenet. {words.rights}</p></footer>",
    )


def _blog_part(part: Part) -> str:
    if part.kind == "heading":
        return f"<h1 class='entry-title'>{escape(part.text)}</h1>" if part.level == 1 else _bold_part(part)
    if part.kind == "label":
        return f"<p><strong>{escape(part.label)}:</strong> {escape(part.text)}</p>"
    return _plainly(part)


def _bold_part(part: Part) -> str:
    return f'<p class="has-medium-font-size"><strong>{escape(part.text)}</strong></p>'


def _blog_frame(words: Frame, entry: str) -> str:
    menu = _lists(words.menu, ' id="primary-menu" class="menu"')
    shared = '<ul><li><a href="#">Facebook</a></li><li><a href="#">LinkedIn</a></li></ul>'
    return f"""<div id="page" class="site">
<header id="masthead" class="site-header"><p class="site-title"><a href="/">Havenet</a></p>
<div class="main-navigation">{menu}</div></header>
<div id="content"><div class="breadcrumbs">{words.menu[0]} » {words.menu[3]}</div>
<div class="post type-post">{entry}
<div class="sharedaddy"><h3 class="sd-title">{words.share}</h3>{shared}</div></div></div>
<div id="secondary" class="widget-area sidebar">
<div class="widget widget_recent_entries"><h2 class="widget-title">{words.read_on}</h2>{_lists(_OTHERS)}</div></div>
<div id="colophon" class="site-footer"><p>© 2023 Havenet. {words.rights}</p></div></div>
<div id="cookie-law-info-bar"><span>{words.cookies} <a href="#">{words.accept}</a></span></div>
<script>var settings = {{"project": "none"}};</script>"""


def blog(sample: Sample) -> Made:
    """As WordPress does it: entry and sidebar are divs with classes, headings are paragraphs in bold print."""
    parts = parts_of(sample.text)
    entry = f'<div class="entry-content">{_written(parts, _blog_part, item="<ul>%s</ul>", row=_PLAIN["row"])}</div>'
    return _page(sample, _blog_frame(frame(sample.language), entry), "<style>.menu { color: red }</style>")


def _register_part(part: Part) -> str:
    if part.kind == "label":
        name = re.sub(r"\W+", "-", part.label.casefold())
        return (
            f'<div class="field field--name-field-{name} field--type-string field--label-above">'
            f'<div class="field__label">{escape(part.label)}</div>'
            f'<div class="field__item">{escape(part.text)}</div></div>'
        )
    if part.kind == "text":
        return f'<div class="field field--name-body"><div class="field__item"><p>{escape(part.text)}</p></div></div>'
    return _plainly(part)


def register(sample: Sample) -> Made:
    """As Drupal does it: regions and blocks, a label and its value in two divs."""
    words = frame(sample.language)
    parts = parts_of(sample.text)
    title = _title(parts)
    parts.remove(title)
    body = _written(parts, _register_part, item="<ul>%s</ul>", row=_PLAIN["row"])
    return _page(
        sample,
        f'<div class="region region-header"><div class="block block-menu">{_lists(words.menu)}</div></div>'
        f'<div class="region region-breadcrumb"><ol><li>{words.menu[0]}</li><li>{words.menu[3]}</li></ol></div>'
        f'<div class="region region-content"><h1 class="page-header">{escape(title.text)}</h1>'
        f'<div class="node__content">{body}</div></div>'
        f'<div class="region region-footer">{_lists(words.menu)}<p>{words.rights}</p></div>'
        f'<div class="eu-cookie-compliance-banner"><p>{words.cookies}</p><button>{words.accept}</button></div>',
    )


def _built_part(part: Part) -> str:
    text = escape(part.text)
    match part.kind:
        case "heading":
            inner = f'<h{part.level + 1} class="elementor-heading-title">{text}</h{part.level + 1}>'
        case "label":
            inner = (
                f'<div class="info-title">{escape(part.label)}</div><div class="info-text"><span>{text}</span></div>'
            )
        case "row":
            return _row(part)
        case "item":
            inner = f'<span class="elementor-icon-list-text">{text}</span>'
        case _:
            inner = f"<div>{text}</div>"
    return f'<div class="elementor-element"><div class="elementor-widget-container">{inner}</div></div>'


def page_builder(sample: Sample) -> Made:
    """As Elementor, Wix and others build pages: divs in divs, labels without a colon above their values."""
    words = frame(sample.language)
    menu = "".join(f'<div class="menu-item"><a href="#">{word}</a></div>' for word in words.menu)
    body = _written(parts_of(sample.text), _built_part, row=_PLAIN["row"])
    sections = "".join(f'<div class="e-con">{section}</div>' for section in (menu, body, words.rights))
    return _page(sample, sections)


def _spans(text: str) -> str:
    """Text in the spans that a word processor leaves, with line feeds anywhere."""
    words = escape(text).split(" ")
    lines = [" ".join(words[at : at + 9]) for at in range(0, len(words), 9)]
    return "<span lang=EN-GB style='font-size:11.0pt;line-height:107%'>" + "\n".join(lines) + "<o:p></o:p></span>"


_MARK = (
    "<![if !supportLists]><span style='font-family:Symbol'>·<span style='font:7.0pt \"Times\"'>"
    "&nbsp;&nbsp;&nbsp; </span></span><![endif]>"
)


def _typed_part(part: Part) -> str:
    if part.kind == "heading":
        return f"<p class=MsoNormal><b>{_spans(part.text)}</b></p>"
    if part.kind == "item":
        return f"<p class=MsoListParagraph style='margin-left:36.0pt'>{_MARK}{_spans(part.text)}</p>"
    if part.kind == "label":
        return f"<p class=MsoNormal><b><span lang=EN-GB>{escape(part.label)}:</span></b> {_spans(part.text)}</p>"
    if part.kind == "row":
        cells = "".join(f"<td valign=top><p class=MsoNormal>{_spans(cell)}</p></td>" for cell in part.cells)
        return f"<tr>{cells}</tr>"
    return f"<p class=MsoNormal>{_spans(part.text)}</p>"


def word_processor(sample: Sample) -> Made:
    """As Word saves a page: no heading but bold print, no list but paragraphs with a mark."""
    body = _written(parts_of(sample.text), _typed_part, row="<table class=MsoTableGrid border=1>%s</table>")
    return _page(sample, f"<div class=WordSection1>{body}</div>", "<style><!-- p.MsoNormal {margin:0cm} --></style>")


def _tabled(part: Part) -> Part:
    return Part("row", part.lines, cells=(part.label, part.text)) if part.kind == "label" else part


def in_tables(sample: Sample) -> Made:
    """An old page laid out by tables: the menu in the left cell, the text in the right one, labels in a table in it."""
    menu = "<br>".join(f'<a href="#">{word}</a>' for word in frame(sample.language).menu)
    parts = [_tabled(part) for part in parts_of(sample.text)]
    body = _written(parts, _plainly, item="<ul>%s</ul>", row="<table border=1>%s</table>")
    top = "<tr><td colspan=2><font size=5>Havenet</font></td></tr>"
    return _page(sample, f"<table width=100%>{top}<tr><td width=150>{menu}</td><td>{body}</td></tr></table>")


def _lines(text: str) -> Iterator[str]:
    return (escape(line.strip()) for line in text.split("\n"))


def broken_lines(sample: Sample) -> Made | None:
    """Paragraphs whose lines end in a break, as a converter leaves them, where the text has no tables."""
    if "|" in sample.text:
        return None
    paragraphs = re.split(r"\n\s*\n", "\n".join(map(_shown, parts_of(sample.text))))
    return _page(sample, "\n".join("<p>" + "<br>\n".join(_lines(text)) + "</p>" for text in paragraphs))


def _shown(part: Part) -> str:
    lines = "\n".join(part.lines)
    match part.kind:
        case "label":
            return f"{part.label}: {lines}"
        case "item":
            return f"- {lines}"
        case _:
            return f"\n{lines}"


def divs(sample: Sample) -> Made | None:
    """Nothing but a div for each line, where the text has no tables."""
    if "|" in sample.text:
        return None
    lines = [line.strip() for part in parts_of(sample.text) for line in _shown(part).split("\n") if line.strip()]
    return _page(sample, "\n".join(f"<div><span>{escape(line)}</span></div>" for line in lines))


def bold_breaks(sample: Sample) -> Made:
    """Headings and labels in bold print on a line of their own, the text below them in the same paragraph."""
    shown = []
    for part in parts_of(sample.text):
        text = escape(part.text)
        if part.kind == "heading":
            shown.append(f"<h1>{text}</h1>" if part.level == 1 else f"</p><p><b>{text}</b><br>")
        elif part.kind == "label":
            shown.append(f"<p><strong>{escape(part.label)}</strong><br>{text}</p>")
        elif part.kind == "row":
            shown.append(f"<table>{_row(part)}</table>")
        else:
            shown.append(f"{'• ' * (part.kind == 'item')}{text}<br>")
    return _page(sample, f"<article>{''.join(shown)}</article>")


LAYOUTS: tuple[Layout, ...] = (
    semantic, blog, register, page_builder, word_processor, in_tables, broken_lines, divs, bold_breaks,
)  # fmt: skip
