"""Looking through what is most likely wrong: `litcli review`, one entry after the other, each with its page.

On a terminal it asks what to do with each; elsewhere it lists them and changes nothing.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, TypedDict

import typer

from litcli.cli.changing import assignment, tell_odd_dates
from litcli.cli.choose import count
from litcli.cli.common import AsJson, Query, command, new_app
from litcli.cli.explain import Mark, marks, show_page
from litcli.cli.output import Column, Screen
from litcli.cli.present import pairs
from litcli.cli.session import Session
from litcli.errors import LitcliError, NotFound, UsageError
from litcli.model.fields import BY_NAME, named
from litcli.model.record import Record, Value
from litcli.pages.decode import to_page
from litcli.query.parser import parse

if TYPE_CHECKING:
    from litcli.intake.teach import Lesson
    from litcli.store.library import Library
    from litcli.store.reviews import Due

app = new_app()

SHAKY = 0.9
"""A field less sure than this is named."""

_COLUMNS = (
    Column("Key"),
    Column("Expected errors", right=True),
    Column("In doubt", gives_way=True),
    Column("Title", gives_way=True),
)
_KEYS = "a accept, f FIELD=VALUE correct, u FIELD take away, t teach, p whole page, s skip, r reject, q quit"


class DueJson(TypedDict):
    """`review`: one entry, and how sure its fields are."""

    citekey: str
    expected_errors: float
    sure: dict[str, float]
    record: Record


@command(
    app,
    "review",
    "litcli review --limit 20",
    "litcli review year:2010..2015",
    "litcli review --json",
    more="""On a terminal each is shown with its page, where what was read is marked, and you answer with a key:

\b
a               accept: it is right as it stands; it is not shown again,
                unless its page is read otherwise one day
f FIELD=VALUE   correct a field; an edit, which 'litcli undo' takes back
u FIELD         take a field away
t               teach: make a rule of what you corrected, for all pages of
                this kind; shown before it is kept
p               show the whole page
s               skip; it comes again the next time
r               reject: put it in the trash
q               quit""",
)
def review(
    ctx: typer.Context,
    query: Query = None,
    limit: Annotated[
        int | None, typer.Option("--limit", "-l", min=1, metavar="N", help="The first N.", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Look through the entries that are most likely wrong, the worst first."""
    session = Session.of(ctx)
    asks = session.screen.interactive and session.screen.wide and not as_json
    with session.changing() if asks else session.reading() as library:
        due = _due(library, query)[:limit]
        session.screen.none_found(due, "nothing is left to review")
        if asks:
            _Review(session, library, due).run()
        elif as_json:
            for one in due:
                session.screen.json(_due_json(library, one))
        else:
            session.screen.table(_COLUMNS, [_row(library, one) for one in due])


def _due(library: "Library", query: str | None) -> "list[Due]":
    keys = None if query is None else [entry.citekey for entry in library.search.find(parse(query))]
    return library.reviews.due(keys)


def _row(library: "Library", due: "Due") -> tuple[str, str, str, str]:
    record = library.entries.get(due.citekey).record
    return due.citekey, f"{due.expected:.2f}", _shaky(due), str(record.get("title", ""))


def _shaky(due: "Due") -> str:
    """Return what is in doubt, in words: "authors 42%, journal or book 55%"."""
    found = [f"{BY_NAME[name].label.lower()} {sure:.0%}" for name, sure in due.sure.items() if sure < SHAKY]
    return ", ".join(found) or "nothing"


def _due_json(library: "Library", due: "Due") -> DueJson:
    record = library.entries.get(due.citekey).record
    return DueJson(citekey=due.citekey, expected_errors=due.expected, sure=due.sure, record=record)


class _Quit(Exception):
    """The person has seen enough."""


@dataclass
class _Review:
    """One round through entries that are due."""

    session: Session
    library: "Library"
    due: "Sequence[Due]"
    done: Counter[str] = field(default_factory=Counter)
    corrected: dict[str, Value] = field(default_factory=dict)
    """The corrections of the entry that is shown."""

    @property
    def screen(self) -> Screen:
        """Where to show things."""
        return self.session.screen

    def run(self) -> None:
        """Show and ask, until all are through or the person has seen enough."""
        try:
            for number, due in enumerate(self.due, 1):
                self.corrected.clear()
                self._show(number, due)
                while not self._asked(due):
                    pass
        except _Quit:
            pass
        left = len(self.due) - self.done.total()
        did = [f"{what} {number}" for what, number in self.done.items() if what != "skipped"]
        self.screen.did(f"{', '.join(did) or 'changed nothing'}; {count(left + self.done['skipped'], 'entry', 'entries')} left")

    def _show(self, number: int, due: "Due") -> None:
        screen, entry = self.screen, self.library.entries.get(due.citekey)
        screen.text("")
        screen.heading(f"{number} of {len(self.due)}: {due.citekey}; in doubt: {_shaky(due)}")
        screen.pairs(pairs(entry.record))
        for text, found in self._pages(due.citekey):
            screen.text("")
            show_page(screen, *_excerpt(text, found))

    def _asked(self, due: "Due") -> bool:
        """Ask once what to do; tell whether the entry is through."""
        key, _, rest = _answer(_KEYS).partition(" ")
        try:
            return self._do(key.casefold(), rest.strip(), due)
        except LitcliError as error:
            self.screen.warn(str(error))
            return False

    def _do(self, key: str, rest: str, due: "Due") -> bool:
        citekey = due.citekey
        match key:
            case "a":
                self._through("accepted", f"review {citekey}", citekey)
            case "s" | "":
                self.done["skipped"] += 1
            case "r":
                self._through("rejected", f"trash {citekey}", citekey)
            case "f":
                self._correct(citekey, rest)
                return False
            case "u":
                self._take_away(citekey, rest)
                return False
            case "t":
                self._teach(citekey)
                return False
            case "p":
                for text, found in self._pages(citekey):
                    show_page(self.screen, text, found)
                return False
            case "q":
                raise _Quit
            case _:
                raise UsageError(f"'{key}' is no key here; {_KEYS}")
        return True

    def _through(self, what: str, summary: str, citekey: str) -> None:
        with self.library.change(summary):
            if what == "accepted":
                self.library.reviews.accept(citekey)
            else:
                self.library.entries.trash([citekey])
        self.done[what] += 1

    def _correct(self, citekey: str, words: str) -> None:
        if "=" not in words:
            raise UsageError("say what is right as FIELD=VALUE: f volume=2")
        name, value = assignment(words)
        with self.library.change(f"set {name} of {citekey}"):
            self.library.edits.set(citekey, name, value)
        self.corrected[name] = value
        tell_odd_dates(self.screen, {name: value})
        self.screen.say(f"set {name} of {citekey}")

    def _take_away(self, citekey: str, word: str) -> None:
        name = named(word).name
        with self.library.change(f"unset {name} of {citekey}"):
            self.library.edits.unset(citekey, name)
        self.screen.say(f"unset {name} of {citekey}")

    def _teach(self, citekey: str) -> None:
        """Make a rule of the corrections; a person sees it, and how many pages it changes, before it is kept."""
        from litcli.extract.portal_file import to_toml
        from litcli.intake.teach import effects, keep

        found = self._lesson(citekey)
        if not found.fields:
            raise UsageError(f"nothing to teach: {', '.join(found.learned.known)} read so already")
        self.screen.text(to_toml(found.description))
        changed = sum(map(bool, effects(self.library, found, self.session.settings.jobs)))
        asked = f"This would read {count(changed, 'kept page', 'kept pages')} otherwise. Keep it? [y/N]"
        if _answer(asked).casefold() not in {"y", "yes"}:
            return
        keep(self.library, found)
        self.screen.say(f"the library has learned {', '.join(found.fields)}; 'litcli reextract --apply' reads kept pages again")

    def _lesson(self, citekey: str) -> "Lesson":
        """Derive the rule from what was corrected."""
        from litcli.intake.teach import Asked, lesson

        if not self.corrected:
            raise UsageError("correct a field first: f FIELD=VALUE")
        pages = map(self.library.pages.source, self.library.pages.of_entry(citekey))
        found = lesson(self.library, pages, self.corrected, self.session.guidance(self.library), Asked())
        if found is None:
            raise NotFound(f"no page of '{citekey}' is kept")
        return found

    def _pages(self, citekey: str) -> Iterator[tuple[str, list[Mark]]]:
        """Yield the text of each page of the entry, and what was read where."""
        for source in self.library.extractions.of_entry(citekey):
            if source.sha256:
                text = to_page(self.library.pages.source(source.sha256)).text
                yield text, marks(source.evidence)


def _answer(question: str) -> str:
    """Ask, and return the answer; the end of the input ends the review."""
    sys.stderr.write(f"{question}: ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise _Quit
    return line.strip()


_GAP = "…\n"


def _excerpt(text: str, found: Sequence[Mark]) -> tuple[str, list[Mark]]:
    r"""Return the lines of a page that something was read from, each with the one before and after, and the marks in them.

    >>> _excerpt("a\nb\nOn Bees\nc\nd\ne\n", [Mark(4, 11, "title")])
    ('…\nb\nOn Bees\nc\n…\n', [Mark(start=4, end=11, field='title')])
    """
    shown, moved, last = "", [], -1
    starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]
    bounds = [*starts[1:], len(text)]
    wanted = _lines_around(starts, bounds, found)
    for number in wanted:
        shown += "" if number == last + 1 else _GAP
        shift = len(shown) - starts[number]
        moved += [Mark(m.start + shift, m.end + shift, m.field) for m in found if starts[number] <= m.start < bounds[number]]
        shown += text[starts[number] : bounds[number]]
        last = number
    return shown + (_GAP if bounds and last < len(bounds) - 2 else ""), moved


def _lines_around(starts: Sequence[int], bounds: Sequence[int], found: Sequence[Mark]) -> list[int]:
    touched = {
        number
        for number, (start, end) in enumerate(zip(starts, bounds, strict=True))
        if any(mark.start < end and mark.end > start for mark in found)
    }
    return sorted({near for number in touched for near in (number - 1, number, number + 1) if 0 <= near < len(starts)})
