"""Pin the floors of the reader's quality: python -m tests.quality [--lower]; --generic only prints what the generic reader alone gives."""

import json
import sys
from unittest import mock

from litcli.extract import portals
from tests.quality.corpus import FLOORS, digest, folder, scores


def main() -> int:
    corpus = folder()
    if corpus is None:
        print("the page corpus is not here (LITCLI_CORPUS names its folder)", file=sys.stderr)
        return 1
    if "--generic" in sys.argv:
        with mock.patch.object(portals, "all_portals", tuple):
            print(json.dumps(scores(corpus), indent=1))
        return 0
    before = json.loads(FLOORS.read_text())["floors"] if FLOORS.exists() else {}
    found = {name: score for name, score in scores(corpus).items() if not name.startswith("invented")}
    lower = {name: (before[name], found.get(name, 0.0)) for name in before if found.get(name, 0.0) < before[name]}
    if lower and "--lower" not in sys.argv:
        print(f"these would fall, so nothing is written (--lower does it all the same): {lower}", file=sys.stderr)
        return 1
    FLOORS.write_text(json.dumps({"digest": digest(corpus), "floors": found}, indent=1) + "\n")
    print(json.dumps(found, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
