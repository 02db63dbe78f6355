"""The reliability plot: how often values were right that were said to be so sure; as lines of text and as SVG.

What surprised us: an SVG of ten bars and a diagonal is shorter to write by hand than to ask of any library.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from litcli.intake.reliability import Bin, calibration_error

if TYPE_CHECKING:
    from rich.text import Text

_WIDTH = 40
"""The length of a bar in characters."""
_FAR = 0.05
"""So far from the truth is too sure."""
_SIDE = 400
"""The length of the SVG's axes; `_EDGE` is left free around them."""
_EDGE = 50


def line(one: Bin) -> str:
    """Return a bin as a line: the bar is as long as the share that is right, the mark stands where it should end.

    >>> line(Bin(0.9, 1.0, 40, 0.94, 1.0))
    '0.9-1.0 ######################################|#    40 values, 0.940 sure, 1.000 right'
    """
    return f"{_range(one)} {_bar(one, '#')} {_told(one)}"


def coloured(one: Bin) -> "Text":
    """Return the same for a terminal: red where values are less often right than they were said to be."""
    from rich.text import Text

    shown = Text(f"{_range(one)} ")
    shown.append(_bar(one, "\N{FULL BLOCK}"), style="red" if one.right < one.sure - _FAR else "green")
    shown.append(f" {_told(one)}")
    return shown


def svg(bins: Sequence[Bin]) -> str:
    """Return the plot as an SVG file: bars of the share that is right, the diagonal where it should be."""
    full = _SIDE + 2 * _EDGE
    ticks = [value / 5 for value in range(6)]
    title = f"expected calibration error {calibration_error(bins):.3f} over {sum(one.count for one in bins)} values"
    body = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {full} {full}" width="{full}" height="{full}">',
        '<rect width="100%" height="100%" fill="white"/>',
        '<g font-family="sans-serif" font-size="12" text-anchor="middle">',
        *(_column(one) for one in bins),
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="black" stroke-dasharray="4 4"/>',
        f'<path d="M{_x(0)} {_y(1)}V{_y(0)}H{_x(1)}" stroke="black" fill="none"/>',
        *(f'<text x="{_x(tick)}" y="{_y(0) + 18}">{tick:.1f}</text>' for tick in ticks),
        *(f'<text x="{_x(0) - 18}" y="{_y(tick) + 4}">{tick:.1f}</text>' for tick in ticks),
        f'<text x="{full / 2:.0f}" y="{full - 12}">said to be so sure</text>',
        f'<text x="{full / 2:.0f}" y="24">share that is right: {title}</text>',
        "</g>",
        "</svg>",
    ]
    return "\n".join(body) + "\n"


def _bar(one: Bin, block: str) -> str:
    length = round(one.right * _WIDTH)
    cells = list(block * length + " " * (_WIDTH - length))
    cells[min(round(one.sure * _WIDTH), _WIDTH - 1)] = "|"
    return "".join(cells)


def _range(one: Bin) -> str:
    return f"{one.low:.1f}-{one.high:.1f}"


def _told(one: Bin) -> str:
    return f"{one.count:5} values, {one.sure:.3f} sure, {one.right:.3f} right"


def _column(one: Bin) -> str:
    told = f"{_range(one)}: {_told(one).strip()}"
    width, height = _x(one.high) - _x(one.low) - 2, _y(0) - _y(one.right)
    bar = f'<rect x="{_x(one.low) + 1}" y="{_y(one.right)}" width="{width}" height="{height}" fill="steelblue">'
    return f"{bar}<title>{told}</title></rect>"


def _x(value: float) -> int:
    return round(_EDGE + value * _SIDE)


def _y(value: float) -> int:
    return round(_EDGE + (1 - value) * _SIDE)
