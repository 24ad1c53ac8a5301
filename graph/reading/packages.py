"""ZIP files, as archives of documents and as the packages that office documents are, opened with care.

Nothing is ever written to disk. A member is read up to a limit, whatever size it claims; an archive whose members
overlap, or which expands beyond all measure, is refused.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

from graph.reading.errors import ReadingError

MAX_MEMBERS = 5_000
MAX_MEMBER = 50_000_000
MAX_TOTAL = 500_000_000
MAX_DIRECTORY = 4_000_000
_MAX_RATIO = 300
_SMALL = 1_000_000
_END = b"PK\x05\x06"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OverflowError)


def open_package(data: bytes, where: Path | str, *, largest: int = MAX_TOTAL) -> zipfile.ZipFile:
    """The ZIP file in `data`, checked as a whole; raises `ReadingError`."""
    at = data.rfind(_END, max(0, len(data) - 65_600))
    if at < 0:
        raise ReadingError(where, "it is damaged or cut off: its directory is missing", "Fetch or save it again.")
    if int.from_bytes(data[at + 12 : at + 16], "little") > MAX_DIRECTORY:
        raise ReadingError(where, "it holds too many files", f"Give archives of at most {MAX_MEMBERS} files.")
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        infos = package.infolist()
    except _BROKEN as error:
        raise ReadingError(where, f"it is damaged ({error})", "Fetch or save it again.") from error
    if len(infos) > MAX_MEMBERS:
        raise ReadingError(where, f"it holds {len(infos)} files", f"Give archives of at most {MAX_MEMBERS} files.")
    if _overlap(infos):
        raise ReadingError(where, "its members overlap, as only a ZIP bomb's do", "Leave it out.")
    if sum(info.file_size for info in infos) > largest:
        raise ReadingError(where, f"it expands to more than {largest} bytes", "Split it, or leave it out.")
    return package


def read_member(package: zipfile.ZipFile, name: str, where: Path | str, limit: int = MAX_MEMBER) -> bytes:
    """The bytes of a member; raises `ReadingError` if it is damaged, encrypted or too large."""
    info = package.getinfo(name)
    if info.flag_bits & 1:
        raise ReadingError(where, "it is encrypted", "Give it without a password.")
    if info.file_size > _SMALL and info.file_size > _MAX_RATIO * max(info.compress_size, 1):
        raise ReadingError(where, f"it expands {info.file_size // max(info.compress_size, 1)}-fold", "Leave it out.")
    try:
        with package.open(info) as file:
            data = file.read(limit + 1)
    except (*_BROKEN, RuntimeError, OSError) as error:
        raise ReadingError(where, f"it is damaged ({error})", "Fetch or save it again.") from error
    if len(data) > limit:
        raise ReadingError(where, f"it has more than the limit of {limit} bytes", "Split the file.")
    return data


def refusal(info: zipfile.ZipInfo) -> str | None:
    """Why a member of an archive of documents is not taken, or `None`."""
    name = info.filename
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in parts or (len(name) > 1 and name[1] == ":"):
        return "its name points outside the archive"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "it is a link, which is never followed"
    if name.lower().endswith((".zip", ".jar", ".gz", ".7z", ".rar", ".tar", ".bz2", ".xz")):
        return "archives inside archives are not opened"
    return None


def _overlap(infos: Sequence[zipfile.ZipInfo]) -> bool:
    """Whether the data of two members lie over one another."""
    end = 0
    for info in sorted((info for info in infos if info.compress_size), key=lambda info: info.header_offset):
        if info.header_offset < end:
            return True
        end = info.header_offset + 30 + len(info.filename.encode("utf-8", "replace")) // 4 + info.compress_size
    return False
