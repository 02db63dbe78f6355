"""The style that an item is made for."""

from dataclasses import dataclass, field

from litcli.citations.reach import Reach
from litcli.citations.terms import Words


@dataclass(frozen=True)
class Target:
    """A style by its name, what it prints, and the words of its language."""

    style: str
    """As it is shipped ("apa-6th-edition"), or the path of a file."""
    reach: Reach
    words: Words = field(default_factory=Words)

    @property
    def family(self) -> str:
        """The first word of the style's name: "apa" of all of APA's."""
        return self.style.partition("-")[0]

    def is_one_of(self, *names: str) -> bool:
        """Tell whether the style, or the one that it is a variant of, is among these."""
        return self.style.startswith(names)
