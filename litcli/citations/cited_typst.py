"""What Typst cites: `@key`, `@key[p. 12]` and `#cite(<key>)`.

`@` also refers to what the document labels itself (`= Methods <methods>`); those are no works. Comments, strings and raw text cite
nothing. Pandoc's reader would run the document, and fails where it imports a package.
"""

import re
from pathlib import Path

from litcli.citations.cache import Cache
from litcli.citations.mentions import Cited, decoded, lined

_HIDDEN = re.compile(r"(?<!:)//[^\n]*|/\*.*?(?:\*/|\Z)|(?P<raw>`+).*?(?:(?P=raw)|\Z)|\"(?:\\.|[^\"\\\n])*\"", re.DOTALL)
_CITED = re.compile(r"(?<![\w\\@/])@([\w][\w:.\-]*)|\bcite\(\s*(?:<([^<>\s]+)>|label\(\s*\"([^\"]+)\"\s*\))")
_LABEL = re.compile(r"<([\w][\w:.\-]*)>")
_ASKED = re.compile(r"\bcite\(\s*<[^<>\s]+>")


def read(path: Path, content: bytes, cache: Cache | None) -> Cited:  # noqa: ARG001  all readers are called alike
    """Return what the document cites."""
    text = decoded(content)
    shown = _HIDDEN.sub(_blanked, text)
    own = set(_LABEL.findall(_ASKED.sub("", shown)))
    found = [(_key(one), one.start()) for one in _CITED.finditer(shown)]
    mentions = tuple(lined(shown, ((key, place) for key, place in found if key not in own), path))
    everything = re.search(r"\bbibliography\([^()]*\bfull:\s*true", shown) is not None
    return Cited(mentions, everything, (path,))


def _blanked(hidden: re.Match[str]) -> str:
    """Blank out what cites nothing, its line ends kept; of a string only what would look like a citation."""
    return re.sub(r"[@<]" if hidden[0].startswith('"') else r"[^\n]", " ", hidden[0])


def _key(found: re.Match[str]) -> str:
    return (found[1] or "").rstrip(".:") or found[2] or found[3]
