"""Files to documents: one reader per format, one way in (`read`)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from graph.model import Document
from graph.reading.decoding import decode
from graph.reading.draft import Draft, one_line
from graph.reading.errors import ReadingError
from graph.reading.html_reader import read_html
from graph.reading.json_reader import read_json
from graph.reading.language import language_of
from graph.reading.text_reader import read_delimited, read_text

__all__ = ["FORMATS", "MAX_BYTES", "ReadingError", "read", "read_bytes"]

FORMATS: dict[str, str] = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".json": "application/json",
}
MAX_BYTES = 50_000_000
_READERS: dict[str, Callable[[str], Draft]] = {
    "text/plain": read_text,
    "text/markdown": read_text,
    "text/html": read_html,
    "text/csv": read_delimited,
    "text/tab-separated-values": read_delimited,
    "application/json": read_json,
}
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.I | re.S)


def read(path: Path, source_name: str) -> Document:
    """The document in the file at `path`, known as `source_name`.

    Raises `ReadingError` for what cannot be read, is empty, or is of a format that has no reader.
    """
    if path.suffix.lower() not in FORMATS:
        raise ReadingError(
            path,
            f"there is no reader for {path.suffix or 'files without an extension'}",
            f"Give one of {', '.join(sorted(FORMATS))}.",
        )
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ReadingError(path, f"it has {size} bytes, more than the limit of {MAX_BYTES}", "Split the file.")
        data = path.read_bytes()
    except OSError as error:
        raise ReadingError(
            path, f"the file could not be opened ({error.strerror})", "Check that it exists and may be read."
        ) from error
    return read_bytes(data, source_name, FORMATS[path.suffix.lower()], path)


def read_bytes(data: bytes, source_name: str, media_type: str, path: Path | str | None = None) -> Document:
    """The document in `data`; `path` is what an error names, the source name unless given."""
    where = path if path is not None else source_name
    if not data.strip():
        raise ReadingError(where, "the file is empty", "Leave it out, or fetch it again.")
    text, encoding = decode(data, where)
    if _HTML.match(text[:4000]):
        media_type = "text/html"
    try:
        draft = _READERS[media_type](text)
    except ValueError as error:
        raise ReadingError(
            where, f"it is not well-formed {media_type} ({error})", "Mend the file, or save it as plain text."
        ) from error
    if not any(char.isalnum() for char in draft.text):
        raise ReadingError(where, "there is no text in it", "Leave it out, or fetch it again.")
    return Document(
        source=source_name,
        digest=hashlib.sha256(data).hexdigest(),
        text=draft.text,
        language=language_of(draft.text, draft.blocks, draft.language),
        blocks=draft.blocks,
        format=media_type,
        encoding=encoding,
        title=one_line(draft.title) if draft.title else None,
        published=draft.published,
        url=draft.url,
        publisher=draft.publisher,
    )
