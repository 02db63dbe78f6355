"""Which entries are one work: `dedupe`, `merge`, `split`; and what an entry is called: `keys`."""

from typing import TYPE_CHECKING, Annotated

import typer

from litcli.cli import complete
from litcli.cli.choose import Asked, change, changing, count, show_changed
from litcli.cli.common import AsJson, DryRun, Key, Keys, Where, Yes, command, new_app
from litcli.cli.output import Screen
from litcli.cli.present import short_authors
from litcli.cli.session import Session
from litcli.errors import UsageError
from litcli.identity.likeness import Verdict
from litcli.model.record import text, year

if TYPE_CHECKING:
    from litcli.store.decisions import Pair
    from litcli.store.library import Library

app = new_app()
keys = new_app()
app.add_typer(keys, name="keys", help="Rename entries, or make their keys anew.")


@command(app, "dedupe", "litcli dedupe", "litcli dedupe --merge-sure --yes", "litcli dedupe --not KEY KEY")
def dedupe(
    ctx: typer.Context,
    different: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--not", metavar="KEY KEY", help="Remember that these two are not the same work.", autocompletion=complete.keys
        ),
    ] = None,
    version: Annotated[
        tuple[str, str] | None,
        typer.Option("--version-of", metavar="KEY KEY", help="Remember that the first is a version of the second."),
    ] = None,
    sure: Annotated[bool, typer.Option("--merge-sure", help="Merge the pairs that are the same work beyond doubt.")] = False,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """List pairs of entries that may be one work; decide on them."""
    session = Session.of(ctx)
    if different or version:
        _decide(session, different, version, dry_run=dry_run)
    elif sure:
        _merge_sure(session, yes=yes, dry_run=dry_run)
    else:
        with session.reading() as library:
            pairs = list(library.decisions.pairs())
            for pair in pairs:
                _show_pair(session.screen, library, pair, as_json=as_json)
        session.screen.none_found(pairs, "no two entries look like one work")
        session.screen.say(
            f"{count(pairs, 'pair', 'pairs')}; 'litcli merge KEY KEY' joins, 'litcli dedupe --not KEY KEY' (or --version-of) keeps both"
        )


@command(app, "merge", "litcli merge KEY KEY")
def merge(
    ctx: typer.Context,
    names: Annotated[list[str], typer.Argument(metavar="KEY KEY...", help="The first key stays.", autocompletion=complete.keys)],
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Make one entry of several; the other keys still find it."""
    session = Session.of(ctx)
    with session.changing() as library, change(library, f"merge {', '.join(names)}", dry_run=dry_run):
        key = library.decisions.merge(names)
        show_changed(session.screen, library, [key], as_json=as_json)
    session.screen.did(f"merged {count(names, 'entry', 'entries')} into {key}", dry_run=dry_run)


@command(app, "split", "litcli split KEY")
def split(
    ctx: typer.Context,
    key: Key,
    sources: Annotated[
        list[int] | None,
        typer.Option(
            "--source", metavar="N", help="Sources that go into one new entry; 'litcli show KEY --evidence' has the numbers."
        ),
    ] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Make several entries of one.

    Each of its sources becomes an entry of its own, or those named with --source become one together.
    """
    session = Session.of(ctx)
    with session.changing() as library, change(library, f"split {key}", dry_run=dry_run):
        parts = library.decisions.split(key, sources or ())
        show_changed(session.screen, library, parts, as_json=as_json)
    session.screen.did(f"split {key} into {', '.join(parts)}", dry_run=dry_run)


@command(keys, "rename", "litcli keys rename KEY trialwatch2013")
def rename(
    ctx: typer.Context,
    key: Key,
    new: Annotated[str, typer.Argument(metavar="NEW", help="A key that is free.")],
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Give an entry another key; the former one still finds it."""
    session = Session.of(ctx)
    with session.changing() as library, change(library, f"rename {key} to {new}", dry_run=dry_run):
        library.entries.rename(key, new)
        show_changed(session.screen, library, [new], as_json=as_json)
    session.screen.did(f"renamed {key} to {new}", dry_run=dry_run)


@command(keys, "regenerate", "litcli keys regenerate KEY", "litcli keys regenerate --where tag:to-read --dry-run")
def regenerate(
    ctx: typer.Context,
    names: Keys = None,
    where: Where = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Make keys anew from the pattern in the settings.

    Former keys still find their entries.
    """
    session = Session.of(ctx)
    asked = Asked(names, where, yes, dry_run)
    with changing(session, asked, lambda some: f"regenerate {count(some, 'key', 'keys')}") as (library, chosen):
        changed = library.entries.regenerate(chosen)
    for old, new in changed.items():
        if as_json:
            session.screen.json({"old": old, "new": new})
        else:
            session.screen.text(f"{old} -> {new}")
    session.screen.did(f"changed {count(len(changed), 'key', 'keys')}", dry_run=dry_run)


def _decide(session: Session, different: tuple[str, str] | None, version: tuple[str, str] | None, *, dry_run: bool) -> None:
    if different and version:
        raise UsageError("say --not or --version-of, not both")
    one, other = different or version or ("", "")
    what = f"{one} is not {other}" if different else f"{one} is a version of {other}"
    with session.changing() as library, change(library, what, dry_run=dry_run):
        (library.decisions.different if different else library.decisions.version)(one, other)
    session.screen.did(f"remembered: {what}", dry_run=dry_run)


def _merge_sure(session: Session, *, yes: bool, dry_run: bool) -> None:
    with session.changing() as library:
        pairs = [pair for pair in library.decisions.pairs() if pair.likeness.verdict is Verdict.SAME]
        session.screen.none_found(pairs, "no two entries are the same work beyond doubt")
        if not dry_run:
            session.screen.confirm(f"this merges {count(pairs, 'pair', 'pairs')} of entries", yes=yes)
        with change(library, f"merge {count(pairs, 'pair', 'pairs')} of entries", dry_run=dry_run):
            for pair in pairs:
                _merge_pair(library, pair)
    session.screen.did(
        f"merged {count(pairs, 'pair', 'pairs')}: {', '.join(f'{p.other} into {p.one}' for p in pairs)}", dry_run=dry_run
    )


def _merge_pair(library: "Library", pair: "Pair") -> None:
    """Merge a pair, unless an earlier merge has made it one entry already."""
    one, other = library.entries.get(pair.one).citekey, library.entries.get(pair.other).citekey
    if one != other:
        library.decisions.merge([one, other])


def _show_pair(screen: Screen, library: "Library", pair: "Pair", *, as_json: bool) -> None:
    likeness = pair.likeness
    if as_json:
        verdict = likeness.verdict.name.lower()
        screen.json(
            {
                "one": pair.one,
                "other": pair.other,
                "verdict": verdict,
                "score": round(likeness.score, 3),
                "reasons": list(likeness.reasons),
            }
        )
        return
    sure = "the same work" if likeness.verdict is Verdict.SAME else "perhaps one work"
    screen.heading(f"{pair.one}, {pair.other}: {sure} ({', '.join(likeness.reasons)})")
    for key in (pair.one, pair.other):
        record = library.entries.get(key).record
        screen.text(f"  {key}: {short_authors(record)} {year(record) or ''} {text(record, 'title') or '(no title)'}")
