"""Small PDF files for tests: letters at places, drawn in the order given."""

from io import BytesIO

Run = tuple[int, int, int, str]
"""x and y from the lower left corner, size, text."""


def pdf(*sheets: list[Run], trailer: str = "", objects: tuple[bytes, ...] = ()) -> bytes:
    """Return a PDF file of these sheets, with further entries in its trailer and further objects, numbered from 4."""
    made = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", _FONT, *objects]
    kids = []
    for runs in sheets:
        drawn = b"BT\n" + b"".join(_run(*run) for run in runs) + b"ET"
        made.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        made.append(_SHEET % len(made))
        kids.append(b"%d 0 R" % len(made))
    made[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return _file(made, trailer.encode())


_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
_SHEET = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"


def _run(x: int, y: int, size: int, text: str) -> bytes:
    plain = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"/F1 %d Tf 1 0 0 1 %d %d Tm (%s) Tj\n" % (size, x, y, plain)


def _file(objects: list[bytes], trailer: bytes) -> bytes:
    out, places = BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out.write(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table))
    out.write(b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start))
    return out.getvalue()
