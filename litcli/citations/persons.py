"""Names as styles want them.

- Where the page leaves authors out, a last one of the name "others" has pandoc print "et al.", if the style ever does.
- Names in Chinese, Japanese or Korean script have no initials, and the family name stands first.
- Styles without full stops behind initials have none behind "Jr" either.
"""

import re
from collections.abc import Sequence

from litcli.citations.reach import Reach
from litcli.citations.target import Target
from litcli.model.record import CslName, Record, people


def persons(record: Record, field: str, target: Target) -> list[CslName]:
    """Return the names of a field, ready for a style."""
    found = [_ready(person, target.reach) for person in people(record, field)]
    if found and field == "author" and "authors-incomplete" in record:
        found.append({"literal": "others" if target.reach.cuts_names else target.words.of("et al.")})
    return found


def are_groups(found: Sequence[CslName]) -> bool:
    """Tell whether nobody among these has a name in parts."""
    return bool(found) and all("literal" in name for name in found)


def spoken(person: CslName | str) -> str:
    """Return a name as it is said.

    >>> spoken({"family": "Houtum", "given": "Gerd", "non-dropping-particle": "van", "suffix": "Jr."})
    'Gerd van Houtum Jr.'
    """
    if isinstance(person, str):
        return person
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix", "literal")
    return " ".join(said for part in parts if isinstance(said := person.get(part), str))


def _ready(person: CslName, reach: Reach) -> CslName:
    written = person.get("family", "") + person.get("given", "")
    if _EAST_ASIAN.fullmatch(written):
        return {"literal": written}
    made = person.copy()
    made.pop("ORCID", None)
    if reach.bare_initials and "suffix" in made:
        made["suffix"] = made["suffix"].removesuffix(".")
    return made


_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff々〆]+")
