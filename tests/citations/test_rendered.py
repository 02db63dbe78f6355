"""What other programs show of our documents: LibreOffice of docx, odt and rtf, Chromium of html. One run of each for all.

Both must show what the text output says, word by word; raised and lowered digits count as digits, since a reader's text has no more.
"""

import html
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from litcli.citations.bibliography import cite
from litcli.model.entry import Entry
from tests.citations.test_escapes import SIGNS
from tests.citations.works import WORKS

_STYLES = ("apa", "vancouver", "mla")
_DOCUMENTS = ("docx", "odt", "rtf")
_EVIL = {
    "author": [{"family": "<b>Ng", "given": "Amy"}],
    "container-title": "Bees & {wasps}",
    "issued": {"date-parts": [[2013]]},
    "URL": "https://example.org/?a=1&b=<c>",
}
_TITLES = ("A <script>document.title = 'run'</script> <img src=x onerror=alert(1)>", *SIGNS)
_ENTRIES = (*WORKS, *(Entry(f"evil{at}", {"type": "webpage", "title": title, **_EVIL}) for at, title in enumerate(_TITLES)))


def test_libreoffice_shows_what_the_text_says() -> None:
    said = {style: _lines(str(cite(_ENTRIES, style=style))) for style in _STYLES}
    shown = _read_by_libreoffice()
    assert len(shown) == len(_STYLES) * len(_DOCUMENTS)
    for name, text in shown.items():
        assert _lines(text) == said[name.partition("-")[0]], name


def test_chromium_shows_what_the_text_says() -> None:
    page = _shown_by_chromium()
    for style in _STYLES:
        shown = page.split(f"<section>{style}")[1].split("</section>")[0]
        entries = re.findall(r'<div id="ref-[^"]+"[^>]*>(.*?)</div>', shown, re.DOTALL)
        assert [_seen(entry) for entry in entries] == _lines(str(cite(_ENTRIES, style=style)))
    assert "<title>still</title>" in page, "a script in a title has run"
    assert "<script" not in page
    assert "<img" not in page
    assert '<a href="https://doi.org/10.1016/S0140-6736(21)00676-0">' in page


def _lines(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text.replace("\ufeff", ""))
    return [" ".join(line.split()) for line in plain.splitlines() if line.strip()]


def _seen(markup: str) -> str:
    return " ".join(_lines(html.unescape(re.sub(r"<[^>]+>", "", markup))))


def _read_by_libreoffice() -> dict[str, str]:
    """Return the text of each document."""
    if (program := shutil.which("soffice")) is None:
        pytest.skip("LibreOffice is not installed")
    with TemporaryDirectory() as name:
        folder = Path(name)
        for style in _STYLES:
            for format_ in _DOCUMENTS:
                written = cite(_ENTRIES, style=style, format=format_)
                path = folder / f"{style}-{format_}.{format_}"
                path.write_bytes(written if isinstance(written, bytes) else written.encode())
        documents = [str(path) for path in sorted(folder.iterdir())]
        own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        run = [
            program,
            own,
            "--headless",
            "--convert-to",
            "txt:Text (encoded):UTF8",
            "--outdir",
            str(folder / "read"),
            *documents,
        ]
        subprocess.run(run, capture_output=True, check=True, timeout=240)
        return {path.stem: path.read_text(encoding="utf-8") for path in (folder / "read").iterdir()}


def _shown_by_chromium() -> str:
    """Return the page as it stands in the browser after its scripts have run, each style in a section of its own."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("Chromium is not installed")
    sections = "".join(f"<section>{style}{cite(_ENTRIES, style=style, format='html')}</section>" for style in _STYLES)
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        page = Path(name) / "page.html"
        page.write_text(f"<!doctype html><meta charset=utf-8><title>still</title>{sections}", encoding="utf-8")
        alone = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={name}/profile", "--dump-dom"]
        return subprocess.run(
            [program, *alone, page.as_uri()], capture_output=True, check=True, timeout=120, encoding="utf-8"
        ).stdout
