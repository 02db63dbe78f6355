"""Text without what spellings of one word differ in: case and accents. For comparing only; nothing folded is shown or stored.

Each layer compares its own way on top of this: `litcli.identity.folding` words alone, `litcli.query.text` words as they are
searched, `litcli.extract.vocabulary` labels, which keep their accents.
"""

import unicodedata
from types import MappingProxyType

LETTERS = MappingProxyType(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"}
)
"""Letters that Unicode does not take apart, as people type them who lack the key."""


def unaccented(text: str) -> str:
    """Return a text without case and accents; what Unicode does not take apart ("ø") stays.

    >>> unaccented("Février"), unaccented("5월")
    ('fevrier', '5월')
    """
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", text).casefold()
    return unicodedata.normalize("NFC", "".join(sign for sign in apart if not unicodedata.combining(sign)))
