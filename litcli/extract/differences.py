"""What was done to the characters at a value's place to make the value: a DOI in small letters, a dash made a hyphen.

White space tells nothing, nor does the order of a name's parts or the form of a date: those are how records are written.
"""

import re
from collections import Counter
from collections.abc import Sequence

from litcli.extract.damage.repair import plain
from litcli.extract.vocabulary import letters
from litcli.model.record import CslDate, CslName

Item = str | CslName | CslDate
"""What one piece of evidence is for."""

_CODE = 3
"""So short a value is a code or a number, which any longer text may hold by chance."""
_UNSAID = ("ORCID", "circa", "season")
_DASHES = re.compile("[\u2010-\u2015\u2212\uff0d]")


def difference(texts: Sequence[str], value: Item) -> str | None:
    """Return in a few words how a value differs from the raw texts at its place; None where it does not.

    >>> difference(["10.5555/ABC"], "10.5555/abc"), difference(["272 – 280"], "272-280"), difference(["On bees"], "On bees")
    ('case changed', 'dash made a hyphen', None)
    """
    raw = "".join("".join(texts).split())
    mended = "".join("".join(map(plain, texts)).split())
    done = ["characters mended"] if mended != raw else []
    if isinstance(value, str):
        done += _of_text(mended, "".join(value.split()))
    elif "date-parts" not in value:
        done += _of_name(mended, [str(part) for key, part in value.items() if key not in _UNSAID])
    return ", ".join(done) or None


def _of_text(raw: str, value: str) -> list[str]:
    done = []
    if (hyphened := _DASHES.sub("-", raw)) != raw and _DASHES.sub("-", value) == value:
        done.append("dash made a hyphen")
        raw = hyphened
    if raw == value:
        return done
    if raw.casefold() == value.casefold():
        return [*done, "case changed"]
    if len(value) > _CODE and value.casefold() in raw.casefold():
        return [*done, *([] if value in raw else ["case changed"]), "what stands around it left out"]
    return [*done, "signs left out" if letters(raw) == letters(value) else "written in the library's form"]


def _of_name(raw: str, parts: Sequence[str]) -> list[str]:
    beyond = Counter(letters("".join(parts))) - Counter(letters(raw))
    return ["written in the library's form"] if beyond else []
