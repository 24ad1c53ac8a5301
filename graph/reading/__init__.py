"""Files to documents: one reader per format, one way in (`read`)."""

from __future__ import annotations

import hashlib
import re
import stat
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from zipfile import ZipFile

from graph.model import Document
from graph.reading.components import source_as_html
from graph.reading.decoding import decode
from graph.reading.docx_reader import read_docx
from graph.reading.draft import Draft, one_line
from graph.reading.errors import ReadingError
from graph.reading.html_reader import read_html
from graph.reading.iati_reader import read_iati
from graph.reading.json_reader import data_draft, is_json, read_json
from graph.reading.language import language_of
from graph.reading.literals import literal_data
from graph.reading.packages import open_package, read_member
from graph.reading.pdf_reader import read_pdf
from graph.reading.text_reader import read_delimited, read_text
from graph.reading.yaml_reader import read_yaml

__all__ = ["ARCHIVES", "FORMATS", "MAX_BYTES", "ReadingError", "contents", "read", "read_bytes"]

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
    ".jsonl": "application/json",
    ".ndjson": "application/json",
    ".geojson": "application/json",
    ".jsonld": "application/json",
    ".yml": "application/yaml",
    ".yaml": "application/yaml",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xml": "application/xml",
}
ARCHIVES = frozenset({".zip"})
MAX_BYTES = 50_000_000
_READERS: dict[str, Callable[[str], Draft]] = {
    "text/plain": read_text,
    "text/markdown": read_text,
    "text/html": read_html,
    "text/csv": read_delimited,
    "text/tab-separated-values": read_delimited,
    "application/json": read_json,
    "application/yaml": read_yaml,
}
_BINARY: dict[str, Callable[[bytes, Path | str], Draft]] = {
    "application/pdf": read_pdf,
    FORMATS[".docx"]: read_docx,
    "application/xml": read_iati,
}
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.I | re.S)


def read(path: Path, source_name: str, member: str | None = None) -> Document:
    """The document in the file at `path` (or in its member, if it is an archive), known as `source_name`.

    Raises `ReadingError` for what cannot be read, is empty, or is of a format that has no reader.
    """
    suffix = Path(member or path).suffix.lower()
    if suffix not in FORMATS:
        raise ReadingError(
            path,
            f"there is no reader for {suffix or 'files without an extension'}",
            f"Give one of {', '.join(sorted(FORMATS))}.",
        )
    if member is None:
        return read_bytes(contents(path), source_name, FORMATS[suffix], path)
    where = f"{path}!/{member}"
    status = path.stat()
    package = _package(path, status.st_mtime_ns, status.st_size)
    return read_bytes(read_member(package, member, where), source_name, FORMATS[suffix], where)


@lru_cache(maxsize=1)
def _package(path: Path, changed: int, size: int) -> ZipFile:
    """The archive that is being read, opened once for all its members."""
    return open_package(contents(path), path)


def contents(path: Path) -> bytes:
    """The bytes of a regular file of a size that can be read; raises `ReadingError`."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ReadingError(path, "it is no regular file but a pipe, a device or the like", "Leave it out.")
        if status.st_size > MAX_BYTES:
            raise ReadingError(
                path, f"it has {status.st_size} bytes, more than the limit of {MAX_BYTES}", "Split the file."
            )
        return path.read_bytes()
    except OSError as error:
        raise ReadingError(
            path, f"the file could not be opened ({error.strerror})", "Check that it exists and may be read."
        ) from error


def read_bytes(data: bytes, source_name: str, media_type: str, path: Path | str | None = None) -> Document:
    """The document in `data`; `path` is what an error names, the source name unless given."""
    where = path if path is not None else source_name
    if not data.strip():
        raise ReadingError(where, "the file is empty", "Leave it out, or fetch it again.")
    draft, media_type, encoding = _drafted(data, media_type, where)
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
        nodes=draft.nodes,
    )


def _drafted(data: bytes, media_type: str, where: Path | str) -> tuple[Draft, str, str]:
    """The draft, the format that it turned out to be, and the encoding of its text."""
    text, encoding = "", "binary"
    try:
        if media_type in _BINARY:
            return _BINARY[media_type](data, where), media_type, encoding
        text, encoding = decode(data, where)
        if _HTML.match(text[:4000]):
            media_type = "text/html"
        elif media_type == "text/plain" and is_json(text):
            media_type = "application/json"
        elif media_type == "text/plain" and (found := literal_data(text)) is not None:
            return data_draft(found), media_type, encoding
        elif media_type == "text/plain" and (made := source_as_html(text)) is not None:
            text, media_type = made, "text/html"
        return _READERS[media_type](text), media_type, encoding
    except RecursionError as error:
        raise ReadingError(where, "it is nested too deeply", "Save it as plain text.") from error
    except ValueError as error:
        raise ReadingError(
            where, f"it is not well-formed {media_type} ({error})", "Mend the file, or save it as plain text."
        ) from error
