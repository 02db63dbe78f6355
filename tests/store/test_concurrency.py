"""Several programs at once, and one that dies: what was committed stays, nothing is torn."""

import signal
import subprocess
import sys

from litcli.store.library import Library

_WRITER = """
import sys
from litcli.store.context import Options
from litcli.store.library import Library

with Library.open(sys.argv[1], options=Options(patience=60)) as library:
    for number in range(40):
        with library.change(f"{sys.argv[2]} {number}"):
            library.add({"title": f"{sys.argv[2]} {number}", "author": [{"family": "Ito"}]}, "import")
            library.tags.add(library.entries.keys("ito", limit=1), [f"{sys.argv[2]}/{number}"])
"""

_DIES = """
import sys, time
from litcli.store.library import Library

with Library.open(sys.argv[1]) as library, library.change("never done"):
    for number in range(200):
        library.add({"title": f"Torn {number}", "abstract": "long " * 2000}, "import")
    print("ready", flush=True)
    time.sleep(60)
"""


def test_two_programs_write_at_once(library):
    writers = [subprocess.Popen([sys.executable, "-c", _WRITER, library.path, name]) for name in ("one", "two")]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0]
    assert library.entries.count() == 80
    assert len({entry.citekey for entry in library.entries.each()}) == 80
    assert len(library.history.log()) == 80
    assert library.check() == []


def test_a_program_that_is_killed_in_a_change_leaves_nothing_of_it(library):
    with library.change("before"):
        library.add({"title": "Kept"}, "hand", "kept")
    dying = subprocess.Popen([sys.executable, "-c", _DIES, library.path], stdout=subprocess.PIPE)
    assert dying.stdout.readline() == b"ready\n"
    dying.send_signal(signal.SIGKILL)
    dying.wait(timeout=10)
    dying.stdout.close()
    with Library.open(library.path) as opened:
        assert opened.entries.keys() == ["kept"]
        assert opened.check() == []
        with opened.change("after"):
            opened.add({"title": "Goes on"}, "hand", "goes-on")
        assert [step.summary for step in opened.history.log()] == ["after", "before"]
