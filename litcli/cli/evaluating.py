"""How good is the reader? `litcli eval` reads a corpus and compares with what a person read off its pages."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, TypedDict

import typer

from litcli.cli import plots
from litcli.cli.common import AsJson, command, new_app
from litcli.cli.files import write_file
from litcli.cli.output import Column, Screen, one_line
from litcli.cli.progress import progress
from litcli.cli.session import Session
from litcli.errors import Findings, UsageError
from litcli.extract import engine
from litcli.intake import evaluate
from litcli.intake.evaluate import Figures, Judged
from litcli.intake.gold import Ends, Stated
from litcli.intake.judging import Judgement, Said
from litcli.intake.reliability import Bin, calibration_error
from litcli.model.record import Value
from litcli.model.values import show_value

app = new_app()

_LAYOUTS = """CORPUS holds pages and what a careful person reads off them, laid out in one of two ways, or in both.

\b
pages/NAME.txt and gold/NAME.json, with the keys
  portal, language, negative (true: the page holds no record), type, title,
  authors, editors (lists of {"family", "given"} or {"literal"}), year,
  container_title, volume, issue, pages, article_number, publisher, event,
  doi, pmid, issn, isbn, keywords, abstract_start, abstract_end (60
  characters each). null: the page does not state it, and filling it is an
  error; a key that is absent is not judged.

\b
NAME.txt (or .html, .xml, .pdf, ...) beside NAME.json, which holds
  {"portal": "ojs", "record": {CSL-JSON}}: the whole record, and what is
  absent is not stated; or {"rejected": "why"} for a page without a record.

Exit codes: 0; 2 where CORPUS is none; 4 below --min or above --max-ece."""

_HEAD = tuple(Column(head, right=True) for head in ("P", "R", "F1", "Right", "Wrong", "Missing", "Invented"))
_SPAN = 60
"""So many characters of a value are shown among the errors."""


class FiguresJson(TypedDict):
    """`eval`: the figures of one group of judgements."""

    of: str
    """"field", "portal", "language" or "overall"."""
    name: str
    precision: float
    recall: float
    f1: float
    right: int
    wrong: int
    missing: int
    invented: int


class VerdictJson(TypedDict):
    """`eval`: what became of pages with one verdict."""

    of: str
    name: str
    pages: int
    misleading: int
    negative: int


class BinJson(TypedDict):
    """`eval`: the values of one bin of confidence."""

    of: str
    low: float
    high: float
    values: int
    sure: float
    right: float


class ErrorJson(TypedDict):
    """`eval --errors`: one value that is not right."""

    of: str
    page: str
    field: str
    said: str
    confidence: float | None
    rule: str | None
    stated: Stated
    read: Value | None


@command(
    app,
    "eval",
    "litcli eval corpus/",
    "litcli eval corpus/ --generic --errors",
    "litcli eval corpus/ --plot reliability.svg --json > figures.jsonl",
    more=_LAYOUTS,
)
def eval_(
    ctx: typer.Context,
    corpus: Annotated[Path, typer.Argument(metavar="CORPUS", help="A folder of pages with what a person reads off each.")],
    generic: Annotated[bool, typer.Option("--generic", help="Read as if no portal were known.")] = False,
    errors: Annotated[bool, typer.Option("--errors", help="List each value that is not right.")] = False,
    plot: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE.svg", help="Draw the reliability plot into a file.", show_default=False)
    ] = None,
    least: Annotated[float, typer.Option("--min", metavar="F1", help="End with 4 where the overall F1 is below.")] = 0.0,
    most: Annotated[
        float, typer.Option("--max-ece", metavar="ECE", help="End with 4 where the calibration error is above.")
    ] = 1.0,
    as_json: AsJson = False,
) -> None:
    """Read a corpus and compare with what a person read: accuracy and calibration."""
    if plot and plot.suffix.lower() != ".svg":
        raise UsageError(f"the plot is drawn as SVG; name a file that ends with .svg, not {plot.name}")
    session = Session.of(ctx)
    reader = partial(engine.read, among=()) if generic else engine.read
    with progress(session.screen, "Reading", None) as advance:
        pages = [_counted(page, advance) for page in evaluate.evaluate(corpus, reader)]
    bins = evaluate.reliability(pages)
    if as_json:
        for line in _lines(pages, bins, errors=errors):
            session.screen.json(line)
    else:
        _print(session.screen, pages, bins, errors=errors)
    if plot:
        write_file(plot, plots.svg(bins).encode())
        session.screen.say(f"drew {plot}")
    _hold(evaluate.overall(pages).f1, calibration_error(bins), least, most)


def _counted(page: Judged, advance: Callable[[], None]) -> Judged:
    advance()
    return page


def _print(screen: Screen, pages: Sequence[Judged], bins: Sequence[Bin], *, errors: bool) -> None:
    """Show the figures as tables, the plot, and the sums last, where a person looks first."""
    for name, groups in _groups(pages).items():
        screen.table((Column(name.capitalize()), *_HEAD), [(group, *_cells(figures)) for group, figures in groups.items()])
        screen.text("")
    columns = (Column("Verdict"), *(Column(head, right=True) for head in ("Pages", "Misleading", "Without a record")))
    screen.table(
        columns, [(row["name"], *map(str, (row["pages"], row["misleading"], row["negative"]))) for row in _verdicts(pages)]
    )
    screen.text("")
    for one in bins:
        screen.text(plots.coloured(one) if screen.wide else plots.line(one))
    screen.text("")
    for error in _errors(pages) if errors else ():
        screen.text(_told(error))
    _print_sums(screen, pages, bins)


def _print_sums(screen: Screen, pages: Sequence[Judged], bins: Sequence[Bin]) -> None:
    negatives = [page for page in pages if page.case.negative]
    if negatives:
        screen.text(f"negatives rejected: {sum(page.reading is None for page in negatives)}/{len(negatives)}")
    total = evaluate.overall(pages)
    screen.text(f"overall P {total.precision:.4f} R {total.recall:.4f} F1 {total.f1:.4f} over {len(pages)} pages")
    values = sum(one.count for one in bins)
    screen.text(f"expected calibration error {calibration_error(bins):.4f} over {values} values in {len(bins)} bins")


def _lines(pages: Sequence[Judged], bins: Sequence[Bin], *, errors: bool) -> Iterator[Mapping[str, object]]:
    """Yield the figures as JSON lines; `of` tells what each is about."""
    yield from _errors(pages) if errors else ()
    for of, groups in _groups(pages).items():
        for name, figures in groups.items():
            yield _figures_json(of, name, figures)
    yield from _verdicts(pages)
    for one in bins:
        yield BinJson(of="bin", low=one.low, high=one.high, values=one.count, sure=one.sure, right=one.right)
    negatives = [page for page in pages if page.case.negative]
    yield {
        **_figures_json("overall", "overall", evaluate.overall(pages)),
        "pages": len(pages),
        "negatives": len(negatives),
        "negatives_rejected": sum(page.reading is None for page in negatives),
        "ece": calibration_error(bins),
    }


def _groups(pages: Sequence[Judged]) -> dict[str, dict[str, Figures]]:
    return {
        "field": evaluate.by_field(pages),
        "portal": evaluate.by(pages, lambda case: case.portal),
        "language": evaluate.by(pages, lambda case: case.language),
    }


def _cells(figures: Figures) -> Iterator[str]:
    yield from (f"{share:.3f}" for share in (figures.precision, figures.recall, figures.f1))
    yield from map(str, (figures.right, figures.wrong, figures.missing, figures.invented))


def _figures_json(of: str, name: str, figures: Figures) -> FiguresJson:
    return FiguresJson(
        of=of,
        name=name,
        precision=round(figures.precision, 4),
        recall=round(figures.recall, 4),
        f1=round(figures.f1, 4),
        right=figures.right,
        wrong=figures.wrong,
        missing=figures.missing,
        invented=figures.invented,
    )


def _verdicts(pages: Sequence[Judged]) -> Iterator[VerdictJson]:
    for name, count in evaluate.verdicts(pages).items():
        yield VerdictJson(
            of="verdict", name=name, pages=count["pages"], misleading=count["misleading"], negative=count["negative"]
        )


def _errors(pages: Sequence[Judged]) -> Iterator[ErrorJson]:
    for page in pages:
        if page.case.negative and page.reading:
            yield _error(page, Judgement("title", Said.INVENTED, page.reading.confidence, None, page.reading.record.get("title")))
        yield from (_error(page, judgement) for judgement in page.judgements if judgement.said is not Said.RIGHT)


def _error(page: Judged, judgement: Judgement) -> ErrorJson:
    return ErrorJson(
        of="error",
        page=page.case.name,
        field=judgement.field,
        said=judgement.said.value,
        confidence=judgement.confidence,
        rule=judgement.rule,
        stated=judgement.stated,
        read=judgement.read,
    )


def _told(error: ErrorJson) -> str:
    """Return an error as one line."""
    sure = "" if error["confidence"] is None else f" ({error['rule']}, {error['confidence']:.2f} sure)"
    return (
        f"{error['page']}: {error['field']} {error['said']}{sure}: read {_short(error['read'])}, stated {_short(error['stated'])}"
    )


def _short(value: Stated) -> str:
    if value is None:
        return "nothing"
    shown = f"{value.first}...{value.last}" if isinstance(value, Ends) else show_value(value)
    plain = one_line(shown)
    return f"'{plain}'" if len(plain) <= _SPAN else f"'{plain[:_SPAN]}…'"


def _hold(f1: float, error: float, least: float, most: float) -> None:
    """Raise `Findings` where the figures are not as good as they were asked to be."""
    if f1 < least:
        raise Findings(f"the overall F1 is {f1:.4f}, below {least}")
    if error > most:
        raise Findings(f"the expected calibration error is {error:.4f}, above {most}")
