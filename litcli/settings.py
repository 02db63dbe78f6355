"""One frozen object with all that a person can set; read once in `litcli.cli`, handed down as an argument."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """The defaults are what a newcomer gets."""

    citekey_pattern: str = "{family}{year}"
    """How a new citekey is built; see `litcli.identity.citekeys` for the fields that may stand in braces."""
    style: str = "apa"
    """The CSL style of `cite` where none is named."""
    locale: str | None = None
    """The locale of `cite` ("en-GB"); None leaves it to the style."""
    jobs: int = 0
    """Worker processes that read pages; 0 takes as many as there are cores."""
