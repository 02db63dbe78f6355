"""The style that an item is made for."""

from dataclasses import dataclass

from litcli.citations.reach import Reach


@dataclass(frozen=True)
class Target:
    """A style by its name, and what it prints."""

    style: str
    """As it is shipped ("apa-6th-edition"), or the path of a file."""
    reach: Reach

    @property
    def family(self) -> str:
        """The first word of the style's name: "apa" of all of APA's."""
        return self.style.partition("-")[0]

    def is_one_of(self, *names: str) -> bool:
        """Tell whether the style, or the one that it is a variant of, is among these."""
        return self.style.startswith(names)
