"""The page corpus and its scorer, where they can be had: a folder with pages/, gold/ and, beside it, tools/score.py.

`LITCLI_CORPUS` names the folder; without it, the folder shared/corpus beside the checkout is looked for.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from litcli.extract import engine
from litcli.extract.result import Extraction
from litcli.pages.decode import to_page
from litcli.pages.inputs import sources
from litcli.pages.page import Source

FLOORS = Path(__file__).with_name("floors.json")
TOLERANCE = 0.0005

_ROW = re.compile(r"^(?P<field>[a-z_]+)\s+[\d.]+\s+[\d.]+\s+(?P<f1>[\d.]+)\s+\d+\s+\d+\s+\d+\s+(?P<invented>\d+)", re.MULTILINE)
_OVERALL = re.compile(r"^overall P [\d.]+ R [\d.]+ F1 (?P<f1>[\d.]+)", re.MULTILINE)
_PURE = re.compile(r"^\s+pure\s+F1 (?P<f1>[\d.]+)", re.MULTILINE)
_NEGATIVES = re.compile(r"^negatives rejected: (?P<rejected>\d+)/(?P<all>\d+)", re.MULTILINE)


def folder() -> Path | None:
    """Return the corpus' folder; None where there is none."""
    default = Path(__file__).parents[3] / "shared" / "corpus"
    found = Path(os.environ.get("LITCLI_CORPUS", default))
    return found if (found / "gold").is_dir() and (found.parent / "tools" / "score.py").is_file() else None


def digest(corpus: Path) -> str:
    """Return what tells one corpus from another."""
    files = sorted([*(corpus / "pages").iterdir(), *(corpus / "gold").iterdir()])
    return hashlib.sha256(b"".join(path.name.encode() + path.read_bytes() for path in files)).hexdigest()[:16]


def readings(corpus: Path) -> Iterator[str]:
    """Yield the reading of each page as the line that `litcli extract --json` prints, as far as the scorer looks at it."""
    for found in sources([str(corpus / "pages")]):
        assert isinstance(found, Source), found
        reading = engine.read(to_page(found))
        if isinstance(reading, Extraction):
            yield json.dumps({"source": found.origin, "record": reading.record})
        else:
            yield json.dumps({"source": found.origin, "rejected": reading.reason})


def scores(corpus: Path) -> dict[str, float]:
    """Return the F1 of each field, "overall", of "pure" pages, the share of "negatives" rejected, and what was "invented"."""
    script = corpus.parent / "tools" / "score.py"
    told = subprocess.run(
        [sys.executable, str(script), str(corpus / "gold"), "-", "--by", "portal"],
        input="\n".join(readings(corpus)),
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    found = {row["field"]: float(row["f1"]) for row in _ROW.finditer(told)}
    found |= {
        f"invented {row['field']}": float(row["invented"]) for row in _ROW.finditer(told) if row["field"] in {"doi", "volume"}
    }
    for name, pattern in (("overall", _OVERALL), ("pure", _PURE)):
        match = pattern.search(told)
        assert match, told
        found[name] = float(match["f1"])
    negatives = _NEGATIVES.search(told)
    assert negatives, told
    return found | {"negatives": int(negatives["rejected"]) / int(negatives["all"])}
