"""`python -m tests.formats losses`: what each format loses of the hard entries today, where the table says otherwise."""

from tests.formats.found import WRITERS
from tests.formats.hard import HARD
from tests.formats.losses import LOSSES, expected, told


def losses() -> None:
    for module in WRITERS:
        known, found = expected(LOSSES.get(module.NAME, ())), told(module)
        for field in sorted({field for _, field in found ^ known}):
            entries = sorted(entry for entry, lost in found if lost == field)
            print(f"{module.NAME}: {field}: {entries if {(e, field) for e in entries} != expected_of(field) else 'all'}")


def expected_of(field: str) -> set[tuple[str, str]]:
    from tests.formats.losses import has

    return {(entry.citekey, field) for entry in HARD if has(entry, field)}


if __name__ == "__main__":
    losses()
