"""Word files as word processors write them, for tests: paragraphs of text, fields, notes."""

import base64
import io
import json
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: Sequence[str], footnotes: Sequence[str] = ()) -> bytes:
    """A document of these paragraphs; the number of a footnote counts from 1."""
    notes = "".join(f'<w:footnote w:id="{at}">{paragraph(note)}</w:footnote>' for at, note in enumerate(footnotes, 1))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {_W}><w:body>{''.join(map(paragraph, body))}</w:body></w:document>")
        if footnotes:
            archive.writestr("word/footnotes.xml", f"<w:footnotes {_W}>{notes}</w:footnotes>")
    return made.getvalue()


def paragraph(runs: str) -> str:
    return f"<w:p>{runs}</w:p>"


def text(shown: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(shown)}</w:t></w:r>'


def field(code: str, shown: str, pieces: int = 3) -> str:
    """A field whose code is spread over runs, as Word does after any edit."""
    step = max(1, len(code) // pieces)
    codes = "".join(
        f'<w:r><w:instrText xml:space="preserve">{escape(code[at : at + step])}</w:instrText></w:r>'
        for at in range(0, len(code), step)
    )
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}{codes}{separate}{text(shown)}{end}"


def zotero(*works: dict[str, object]) -> str:
    citation = {"citationID": "x", "citationItems": [{"id": at, "itemData": work} for at, work in enumerate(works)]}
    return field(f" ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps(citation)}   ", "(@shown, 2020)")


def mendeley(*works: dict[str, object]) -> str:
    citation = {"citationItems": [{"itemData": work} for work in works]}
    tag = "MENDELEY_CITATION_v3_" + base64.b64encode(json.dumps(citation).encode()).decode()
    return f"<w:sdt><w:sdtPr><w:tag w:val={quoteattr(tag)}/></w:sdtPr><w:sdtContent>{text('(Ng)')}</w:sdtContent></w:sdt>"


def note(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'
