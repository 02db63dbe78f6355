"""CLDR's names of months and weekdays: `python -m tests.model.cldr` writes `litcli/model/months.py` anew, `make format` its lines."""

from pathlib import Path
from textwrap import fill

from babel import Locale

from litcli.model import months
from litcli.model.folding import unaccented

WIDTH = 112


def month_names() -> tuple[str, ...]:
    """Return the folded names of each month; a name that means different months in two languages is left out."""
    found: dict[str, set[int]] = {}
    for code in months.LOCALES.split():
        for widths in Locale.parse(code).months.values():
            for width in ("wide", "abbreviated"):
                for number, name in widths[width].items():
                    found.setdefault(_form(name), set()).add(number)
    sure = {form: numbers.pop() for form, numbers in found.items() if len(numbers) == 1 and len(form) > 1 and form.isalpha()}
    return tuple(" ".join(sorted(form for form, number in sure.items() if number == month)) for month in range(1, 13))


def weekday_names() -> str:
    """Return the folded names of the days of the week."""
    codes = months.LOCALES.split()
    return " ".join(sorted({unaccented(name) for code in codes for name in Locale.parse(code).days["format"]["wide"].values()}))


def _form(name: str) -> str:
    bare = unaccented(name).rstrip(".")
    for article in ("de ", "d'", "d’"):
        bare = bare.removeprefix(article)
    return bare


def _written() -> str:
    shown = "".join(f"    {_literal(names)},\n" for names in month_names())
    return f"MONTHS = (\n{shown})\n\nWEEKDAYS = {_literal(weekday_names())}\n"


def _literal(words: str) -> str:
    lines = fill(words, WIDTH, break_on_hyphens=False).split("\n")
    return "(\n" + "\n".join(f'"{line} "' for line in lines) + "\n)"


if __name__ == "__main__":
    file = Path(months.__file__)
    head = file.read_text(encoding="utf-8").partition("MONTHS = ")[0]
    file.write_text(head + _written(), encoding="utf-8")
