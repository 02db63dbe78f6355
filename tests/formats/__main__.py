"""What the formats lose, measured: `python -m tests.formats` writes `oracles.toml` and the table in README anew.

`python -m tests.formats losses` shows what formats lose of the hard entries today, where the table in `losses` says otherwise.
"""

import sys

from tests.formats import matrix
from tests.formats.found import WRITERS
from tests.formats.losses import LOSSES, all_with, expected, told


def losses() -> None:
    for module in WRITERS:
        known, found = expected(LOSSES.get(module.NAME, ())), told(module)
        for field in sorted({field for _, field in found ^ known}):
            entries = {entry for entry, lost in found if lost == field}
            print(f"{module.NAME}: {field}: {'all' if entries == all_with(field) else sorted(entries)}")


if __name__ == "__main__":
    if sys.argv[1:] == ["losses"]:
        losses()
    else:
        matrix.write_anew()
