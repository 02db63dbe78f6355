"""What an entry looks like in each of several styles, for choosing one: all in one run of pandoc."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from litcli.citations import pandoc
from litcli.citations.cache import Cache
from litcli.citations.items import item
from litcli.citations.ready import ready
from litcli.citations.styles import Style
from litcli.citations.target import Target
from litcli.errors import UsageError
from litcli.model.entry import Entry
from litcli.model.record import CslDate, CslName, Value

_RECORD: Mapping[str, Value] = {
    "type": "article-journal",
    "title": "Street lamps and the flight of moths: a field experiment",
    "author": [
        CslName(family="Halvorsen", given="Ingrid"),
        CslName(family="Osei-Tutu", given="Kwabena"),
        CslName(family="Tsai", given="Wei-Ling"),
    ],
    "issued": CslDate({"date-parts": [[2021, 6]]}),
    "container-title": "Journal of Nocturnal Ecology",
    "container-title-short": "J Noct Ecol",
    "volume": "12",
    "issue": "3",
    "page": "145-158",
    "DOI": "10.5555/jne.2021.0145",
}
SAMPLE = Entry("halvorsen2021", dict(_RECORD))
"""An invented article with all that styles print of one."""

_LUA = Path(__file__).with_suffix(".lua")


def samples(styles: Sequence[Style], cache: Cache | None = None) -> list[str]:
    """Return the sample in each style, in plain text on one line; empty where a style cannot be used."""
    files = {_LUA.name: _LUA.read_bytes()}
    languages = []
    for number, style in enumerate(styles, 1):
        languages.append(style.locale or "")
        try:
            made = ready(style.path)
        except UsageError:
            continue
        languages[-1] = style.locale or made.locale
        files[f"{number}.csl"] = made.csl
        files[f"{number}.json"] = json.dumps([item(SAMPLE, Target(style.name, made.reach))]).encode()
    document = json.dumps({"languages": languages})
    call = pandoc.Call(("-f", "markdown", "-t", "json", "-L", _LUA.name), f"---\n{document}\n---\n".encode(), files)
    try:
        blocks = json.loads(pandoc.run(call, cache))["blocks"]
    except pandoc.Failed:
        return [""] * len(styles)
    return [" ".join(block["c"][1].split()) for block in blocks]
