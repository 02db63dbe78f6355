"""The inbox: pages that were set aside, each with its reason. `litcli inbox list|show|accept|reject|retry`."""

from typing import Annotated

import typer

from litcli.cli import complete
from litcli.cli.choose import change, count
from litcli.cli.common import AsJson, DryRun, Jobs, command, new_app
from litcli.cli.outcomes import Told
from litcli.cli.output import Column
from litcli.cli.present import pairs
from litcli.cli.session import Session, rehearsed
from litcli.errors import UsageError
from litcli.intake import batch
from litcli.intake.report import Item
from litcli.pages.decode import to_page
from litcli.store.pages import INBOX, StoredPage

app = new_app()
inbox = new_app()
app.add_typer(inbox, name="inbox", help="Look at the pages that were set aside, and decide on them.")

Refs = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PAGE]...", help="Pages, by the first characters of their number.", autocompletion=complete.pages),
]
Chosen = Annotated[
    list[str], typer.Argument(metavar="PAGE...", help="Pages; 'litcli inbox list' shows them.", autocompletion=complete.pages)
]
Page = Annotated[str, typer.Argument(metavar="PAGE", help="The first characters of its number.", autocompletion=complete.pages)]
Every = Annotated[bool, typer.Option("--all", help="All pages of the inbox.")]
_COLUMNS = (Column("Page"), Column("Status"), Column("From", gives_way=True), Column("Reason", gives_way=True))


@command(inbox, "list", "litcli inbox list", "litcli inbox list --json")
def list_(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List the pages that were set aside, each with its reason."""
    session = Session.of(ctx)
    with session.reading() as library:
        pages = library.pages.with_status(*INBOX)
    if as_json:
        for page in pages:
            session.screen.json(_page_json(page))
    else:
        session.screen.table(
            _COLUMNS,
            [(page.sha256[:8], page.status.value, Item.place_of(page.origin, page.ordinal), page.reason or "") for page in pages],
        )
    session.screen.none_found(pages, "the inbox is empty")


@command(inbox, "show", "litcli inbox show PAGE")
def show(ctx: typer.Context, ref: Page, as_json: AsJson = False) -> None:
    """Show a page that was set aside, and what was read off it."""
    session = Session.of(ctx)
    with session.reading() as library:
        page = library.pages.get(ref)
        read = library.extractions.of_page(ref)
        text = to_page(library.pages.source(ref)).text if page.charset else None
    if as_json:
        session.screen.json({**_page_json(page), "record": read[0].record if read else None, "text": text})
        return
    about = (("Page", page.sha256), ("From", _place(page)), ("Status", page.status.value), ("Reason", page.reason or ""))
    session.screen.pairs(about)
    for extraction in read:
        session.screen.text("")
        session.screen.pairs(pairs(extraction.record))
    session.screen.text(f"\n{text}" if text is not None else "\n(the page is no text)")


@command(inbox, "accept", "litcli inbox accept PAGE", "litcli inbox accept PAGE --as KEY")
def accept(
    ctx: typer.Context,
    refs: Chosen,
    key: Annotated[
        str | None,
        typer.Option("--as", metavar="KEY", help="Make it a further source of this entry.", autocompletion=complete.keys),
    ] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Let doubtful pages become entries."""
    session = Session.of(ctx)
    with session.changing() as library, Told(session.screen, dry_run=dry_run, as_json=as_json) as told:
        with change(library, f"accept {count(refs, 'page', 'pages')}", dry_run=dry_run):
            taken = [(library.pages.get(ref), library.accept(ref, key)) for ref in refs]
        for page, what in taken:
            told.hear(Item(page.origin, page.ordinal, what))


@command(inbox, "reject", "litcli inbox reject PAGE --reason 'a poster without text'")
def reject(
    ctx: typer.Context,
    refs: Chosen,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why it holds nothing of use.")] = "rejected by hand",
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Say that pages hold nothing of use; they are kept.

    What '--reason' says is kept with them.
    """
    session = Session.of(ctx)
    with session.changing() as library, change(library, f"reject {count(refs, 'page', 'pages')}", dry_run=dry_run):
        rejected = library.pages.reject(refs, reason)
        for ref in refs if as_json else ():
            session.screen.json(_page_json(library.pages.get(ref)))
    session.screen.did(f"rejected {count(rejected, 'page', 'pages')}", dry_run=dry_run)


@command(inbox, "retry", "litcli inbox retry --all", "litcli inbox retry PAGE")
def retry(
    ctx: typer.Context,
    refs: Refs = None,
    every: Every = False,
    jobs: Jobs = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Read pages that were set aside again with today's reader."""
    if bool(refs) == every:
        raise UsageError("name the pages, or say --all")
    session = Session.of(ctx)
    with session.changing() as library:
        wanted = refs or [page.sha256 for page in library.pages.with_status(*INBOX)]
        told = Told(session.screen, total=len(wanted), dry_run=dry_run, as_json=as_json)
        with told, rehearsed(library, dry_run=dry_run):
            guidance = session.guidance(library)
            batch.reread(library, wanted, jobs=jobs or session.settings.jobs, each=told.hear, guidance=guidance)


def _place(page: StoredPage) -> str:
    place = Item.place_of(page.origin, page.ordinal)
    return f"{place}, from byte {page.offset}" if page.offset else place


def _page_json(page: StoredPage) -> dict[str, object]:
    return {
        "sha256": page.sha256,
        "origin": page.origin,
        "ordinal": page.ordinal,
        "offset": page.offset,
        "status": page.status.value,
        "reason": page.reason,
        "added": page.added,
    }
