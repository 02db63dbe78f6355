"""What befalls pages on their way: each function takes a page's text and gives it back worse. The same chance gives the same damage."""

import re
from collections.abc import Callable
from random import Random

Damage = Callable[[str, Random], str]

_LABEL = re.compile(r"^(?P<label>[^\W\d_][^:\n]{1,30}):[ \t]+(?=\S)", re.MULTILINE)
_BUTTONS = (
    "Home|Browse|Search|Log in|Help|Download PDF|Share|Cite this|Export|Save|Follow|Metrics|Back to top|Skip to main content|"
    "Statistics|Contact us|About|Full text|View at publisher|Add to list"
).split("|")


def lines_lost(text: str, chance: Random) -> str:
    """Some lines are gone."""
    return "\n".join(line for line in text.split("\n") if chance.random() > 0.12)


def blanks_lost(text: str, chance: Random) -> str:
    """No blank line is left."""
    del chance
    return "\n".join(line for line in text.split("\n") if line.strip())


def blanks_gained(text: str, chance: Random) -> str:
    """Blank lines stand between many lines."""
    return "\n".join(f"{line}\n" if chance.random() < 0.5 else line for line in text.split("\n"))


def labels_glued(text: str, chance: Random) -> str:
    """What stands between label and value is gone: "JournalNature"."""
    return _LABEL.sub(lambda found: found["label"] if chance.random() < 0.8 else found[0], text)


def labels_lost(text: str, chance: Random) -> str:
    """Some labels are gone, their values are not."""
    return _LABEL.sub(lambda found: "" if chance.random() < 0.5 else found[0], text)


def lines_joined(text: str, chance: Random) -> str:
    """Some line ends are gone."""
    return re.sub(r"(?<=\S)\n(?=\S)", lambda end: " " if chance.random() < 0.25 else end[0], text)


def one_line(text: str, chance: Random) -> str:
    """All line ends are gone."""
    del chance
    return " ".join(text.split())


def wrapped(text: str, chance: Random) -> str:
    """Long lines are broken at a fixed width."""
    width = chance.choice((60, 72, 80))
    return "\n".join(_wrap(line, width) for line in text.split("\n"))


def blocks_moved(text: str, chance: Random) -> str:
    """Two neighbouring blocks have changed places."""
    blocks = re.split(r"\n\s*\n", text)
    if len(blocks) > 2:
        at = chance.randrange(len(blocks) - 1)
        blocks[at], blocks[at + 1] = blocks[at + 1], blocks[at]
    return "\n\n".join(blocks)


def cut_off(text: str, chance: Random) -> str:
    """The page ends too early."""
    lines = text.split("\n")
    return "\n".join(lines[: max(3, int(len(lines) * chance.uniform(0.4, 0.9)))])


def head_lost(text: str, chance: Random) -> str:
    """The first lines are gone."""
    return "\n".join(text.split("\n")[chance.randint(1, 3) :])


def buttons(text: str, chance: Random) -> str:
    """Words of buttons and menus stand between the lines."""
    return "\n".join(f"{line}\n{chance.choice(_BUTTONS)}" if chance.random() < 0.12 else line for line in text.split("\n"))


def menu(text: str, chance: Random) -> str:
    """A menu stands above."""
    return "\n".join([*chance.sample(_BUTTONS, chance.randint(2, 8)), "", text])


DAMAGES: tuple[Damage, ...] = (
    lines_lost, blanks_lost, blanks_gained, labels_glued, labels_lost, lines_joined, one_line, wrapped, blocks_moved, cut_off,
    head_lost, buttons, menu,
)  # fmt: skip


def _wrap(line: str, width: int) -> str:
    lines, words = [""], line.split(" ")
    for word in words:
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return "\n".join(lines)
