"""Files that tests make for themselves: PDF, DOCX, ZIP and IATI, well-formed and hostile."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
Line = tuple[int, int, str]  # size, height on the page, text


def pdf(pages: Sequence[Sequence[Line]], *, title: str = "", encrypt: bool = False, loop: bool = False) -> bytes:
    """A PDF with these lines on its pages; a page without lines is a picture of nothing."""
    contents = []
    for lines in pages:
        shown = "\n".join(f"BT /F1 {size} Tf 60 {height} Td ({_escaped(text)}) Tj ET" for size, height, text in lines)
        contents.append(shown.encode("cp1252"))
    return pdf_of(contents, title=title, encrypt=encrypt, loop=loop)


def pdf_of(contents: Sequence[bytes], *, title: str = "", encrypt: bool = False, loop: bool = False) -> bytes:
    """A PDF of pages with these contents (the language of PDF's pages; the font is F1)."""
    objects: dict[int, bytes] = {}
    kids = []
    for number, shown in enumerate(contents):
        page, content = 10 + 2 * number, 11 + 2 * number
        objects[page] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        ).encode()
        objects[content] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown)
        kids.append(f"{page} 0 R")
    objects[1] = b"<< /Type /Catalog /Pages 2 0 R >>"
    if loop:
        kids.append("2 0 R")
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    objects[3] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects[4] = f"<< /Title ({_escaped(title)}) /Author (Jon Smolny) >>".encode("cp1252")
    if encrypt:
        objects[5] = b"<< /Filter /Standard /V 1 /R 2 /P -44 /O <%s> /U <%s> >>" % (b"41" * 32, b"42" * 32)
    return _assembled(objects, encrypt)


def ruled_table(rows: Sequence[Sequence[str]], top: int, *, lines: bool = True, width: int = 120) -> bytes:
    """The contents of a page with a table at this height: its cells (`\n` parts their lines), and the rules around them."""
    shown, height = [], top
    for row in rows:
        tall = 8 + 12 * max(cell.count("\n") + 1 for cell in row)
        for column, cell in enumerate(row):
            left = 50 + width * column
            if lines:
                shown.append(f"{left} {height - tall} {width} {tall} re S")
            for number, text in enumerate(cell.split("\n")):
                shown.append(f"BT /F1 9 Tf {left + 4} {height - 12 - 12 * number} Td ({_escaped(text)}) Tj ET")
        height -= tall
    return "\n".join(shown).encode("cp1252")


def _assembled(objects: dict[int, bytes], encrypt: bool = False) -> bytes:
    data = b"%PDF-1.4\n"
    places = {}
    for number in sorted(objects):
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    size = max(objects) + 1
    table = b"".join(
        b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n" for number in range(size)
    )
    extra = b" /Encrypt 5 0 R /ID [<aa><aa>]" if encrypt else b""
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R%s >>\n" % (size, extra)
    return data + b"xref\n0 %d\n%s%sstartxref\n%d\n%%%%EOF\n" % (size, table, trailer, len(data))


def pdf_bomb(megabytes: int) -> bytes:
    """A PDF whose page is deflated twice over, from megabytes of drawing."""
    content = zlib.compress(b"BT /F1 9 Tf 1 1 Td (aaaaaaaaaaaaaaaa) Tj ET\n" * (megabytes * 22_000), 9)
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [6 0 R] /Count 1 >>",
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        4: b"<< >>",
        6: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
        7: b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(content), content),
    }
    return _assembled(objects)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def docx(body: str, parts: dict[str, str] | None = None) -> bytes:
    """A Word document with this content of its body (WordprocessingML) and further parts."""
    styles = "".join(
        f'<w:style w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in (("Titel", "Title"), ("berschrift1", "heading 1"), ("Liste", "List Bullet"))
    )
    files = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
        **(parts or {}),
    }
    return archive({name: content.encode() for name, content in files.items()})


def paragraph(text: str, style: str = "") -> str:
    """A paragraph of WordprocessingML."""
    settings = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{settings}<w:r><w:t>{text}</w:t></w:r></w:p>"


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table of WordprocessingML."""
    shown = "".join("<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl>{shown}</w:tbl>"


def archive(files: dict[str, bytes], links: Sequence[str] = ()) -> bytes:
    """A ZIP file; the members named in `links` are symbolic links."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            if name in links:
                info.create_system, info.external_attr = 3, 0o120777 << 16
            package.writestr(info, data)
    return buffer.getvalue()


def overlapping() -> bytes:
    """A ZIP file in which two members of the directory share one stretch of data."""
    data = archive({"a.txt": b"Lantern fundedBy Kredo. " * 500, "b.txt": b"Lantern fundedBy Kredo. " * 500})
    start = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", start + 4)
    return data[: second + 42] + (0).to_bytes(4, "little") + data[second + 46 :]


ACTIVITY = """<?xml version="1.0" encoding="UTF-8"?>
<iati-activities version="2.03">
 <iati-activity xml:lang="en" default-currency="EUR">
  <iati-identifier>XX-KREDO-17</iati-identifier>
  <reporting-org ref="XX-KREDO" type="60"><narrative>Kredo Foundation</narrative></reporting-org>
  <title><narrative>Lantern: light for newcomers</narrative><narrative xml:lang="fr">Lanterne</narrative></title>
  <description type="1"><narrative>Language courses and mentoring for refugees and asylum seekers.</narrative></description>
  <participating-org role="1" type="60"><narrative>Kredo Foundation</narrative></participating-org>
  <participating-org role="2" type="10"><narrative>Ministry of Watching</narrative></participating-org>
  <participating-org role="4" type="21"><narrative>Casa Aperta Association</narrative></participating-org>
  <activity-date type="1" iso-date="2020-01-01"/>
  <activity-date type="2" iso-date="2020-02-01"/>
  <activity-date type="3" iso-date="2022-01-31"/>
  <contact-info><person-name><narrative>Jon Smolny</narrative></person-name></contact-info>
  <recipient-country code="IT" percentage="60"/><recipient-country code="MT" percentage="40"/>
  <recipient-country code="LY" percentage="0"/>
  <sector code="15190" vocabulary="1"/>
  <budget type="1"><period-start iso-date="2020-01-01"/><period-end iso-date="2020-12-31"/><value>100000</value></budget>
  <budget type="2"><period-start iso-date="2020-01-01"/><period-end iso-date="2020-12-31"/><value>120000</value></budget>
  <budget><period-start iso-date="2021-01-01"/><period-end iso-date="2021-12-31"/><value currency="EUR">80000.50</value></budget>
  <related-activity ref="XX-KREDO-1" type="1"/>
 </iati-activity>
</iati-activities>
"""
