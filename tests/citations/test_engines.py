"""A second engine on the same items and styles: citeproc-js, which Zotero uses, against pandoc, in one process for all styles.

Both get what `litcli.citations` prepared, and the locales that citeproc-py ships. Every difference has its reason below; a new one
fails the test, and so does one that is gone.
"""

import html
import json
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import cast

import pytest

from litcli.citations import styles
from litcli.citations.bibliography import cite, in_text
from litcli.citations.items import item
from litcli.citations.ready import ready
from litcli.citations.target import Target
from litcli.citations.terms import Words
from tests.citations.test_gold import STYLES
from tests.citations.works import WORKS

_NODE = Path(__file__).parent.parent / "node"

_DIFFERENCES = (
    # style, kind ("" for all cited together), pandoc, citeproc-js, why
    ("chicago-author-date", "pages", "Along", "along", "Chicago 18 raises prepositions of five letters; citeproc-js does not"),
    ("chicago-notes-bibliography", "pages", "Along", "along", "as above"),
    ("chicago-notes-bibliography", "", "Along", "along", "as above"),
    ("ama", "report", "Technical Report", "Technical report", "citeproc-js raises nothing in what is to stand upright"),
    ("nature", "report", "Technical Report", "Technical report", "as above"),
)


_CITED = [work for work in WORKS if work.citekey not in {"thesis", "inpress", "edited"}]
"""Cited together: pandoc draws the second work of an author to the first, and sorts editors otherwise where DIN names no key."""
_WORKS = sorted(WORKS, key=lambda work: work not in _CITED)
"""Those first, so that they bear the same numbers in the list."""


def test_another_engine_prints_the_same() -> None:
    theirs = {(style, kind): _words(found) for style, lines in _citeproc_js().items() for kind, found in lines.items()}
    ours = {
        (style, kind): _words(found)
        for style in STYLES
        for kind, found in re.findall(_ENTRY, str(cite(_WORKS, style=style, format="html")), re.DOTALL)
    }
    ours |= {(style, ""): _words(str(in_text(_CITED, style=style, format="html"))) for style in STYLES}
    for style, kind, pandoc, other, _ in _DIFFERENCES:
        assert pandoc in ours[style, kind]
        ours[style, kind] = ours[style, kind].replace(pandoc, other)
    assert len(ours) == len(STYLES) * (len(WORKS) + 1)
    assert {place: (ours[place], theirs.get(place)) for place in ours if ours[place] != theirs.get(place)} == {}


_ENTRY = r'<div id="ref-([^"]+)"[^>]*>(.*?)</div>'


def _words(markup: str) -> str:
    """Return what a reader sees of a reference in HTML, blanks of any width as one."""
    bare = re.sub(r"<[^>]+>", "", markup.replace("</div>", " "))
    return " ".join(re.sub(r"[\s\u00a0\u202f]+", " ", html.unescape(bare)).split())


def _citeproc_js() -> dict[str, dict[str, str]]:
    """Return the references of all styles as citeproc-js has them."""
    if shutil.which("node") is None or not (_NODE / "node_modules" / "citeproc").is_dir():
        pytest.skip("citeproc-js is not installed: make oracles")
    given = {"locales": _locales(), "jobs": [_job(style) for style in STYLES]}
    run = ["node", str(_NODE / "cite.mjs")]
    done = subprocess.run(run, input=json.dumps(given), capture_output=True, encoding="utf-8", timeout=120, check=True)
    return dict(zip(STYLES, cast("list[dict[str, str]]", json.loads(done.stdout)), strict=True))


def _job(name: str) -> dict[str, object]:
    style = styles.find(name)
    made = ready(style.path)
    csl = made.csl.decode().replace("xmlns:ns0=", "xmlns=").replace("<ns0:", "<").replace("</ns0:", "</")
    items = [item(work, Target(style.name, made.reach, Words(made.locale))) for work in _WORKS]
    return {"style": csl, "locale": style.locale or "en-US", "items": items, "cited": [work.citekey for work in _CITED]}


def _locales() -> dict[str, str]:
    package = find_spec("citeproc")
    assert package is not None
    assert package.origin is not None
    folder = Path(package.origin).parent / "data" / "locales"
    return {name: (folder / f"locales-{name}.xml").read_text(encoding="utf-8") for name in ("en-US", "en-GB", "de-DE")}
