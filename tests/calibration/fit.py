"""Fits the weights: logistic regression with a penalty on their squares, by Newton's method one weight at a time.

In go samples, out come the weights as `litcli.extract.calibration` reads them. A weight of one field alone pays more than a weight
of all fields, so that what is rare follows what is common. No library is needed, and the same samples give the same weights.
"""

from collections.abc import Sequence
from math import exp

from litcli.extract.calibration import Weights
from tests.calibration.cases import Sample

PENALTY = 3.0
"""On the square of a weight of all fields; a weight of one field pays as much again."""
ROUNDS = 25
DAMAGED = 0.05
"""How much a value of a damaged page counts beside one of a whole page."""
SMALLEST = 0.02
"""A smaller weight is left out."""

Vector = list[tuple[int, float]]


def weight_of(sample: Sample) -> float:
    """Return how much a sample counts: damage is much rarer among real pages than here."""
    return 1.0 if sample.whole else DAMAGED


def fit(samples: Sequence[Sample]) -> Weights:
    """Return the weights that make the samples likeliest, as far as the penalty lets them."""
    names: dict[tuple[str, str], int] = {}
    vectors = [_vector(sample, names) for sample in samples]
    columns: list[Vector] = [[] for _ in names]
    for row, vector in enumerate(vectors):
        for column, amount in vector:
            columns[column].append((row, amount))
    penalties = [0.0 if name == ("", "value") else PENALTY * (2 if name[0] else 1) for name in names]
    found = _descend(columns, penalties, [float(sample.right) for sample in samples], [weight_of(sample) for sample in samples])
    fields = sorted({field for field, _ in names if field})
    kept = {name: round(found[column], 3) for name, column in names.items() if abs(found[column]) >= SMALLEST}
    return Weights(
        about="made by 'make calibrate'; litcli/extract/calibration.py tells what it means",
        all=_of("", kept),
        fields={field: own for field in fields if (own := _of(field, kept))},
    )


def sure(weights: Weights, sample: Sample) -> float:
    """Return how sure the weights make a sample; without the bounds that the program sets."""
    own = weights["fields"].get(sample.field, {})
    odds = sum((weights["all"].get(name, 0.0) + own.get(name, 0.0)) * amount for name, amount in sample.signs)
    return 1 / (1 + exp(-odds))


def _vector(sample: Sample, names: dict[tuple[str, str], int]) -> Vector:
    found: Vector = []
    for name, amount in sample.signs:
        for owner in ("", sample.field):
            found.append((names.setdefault((owner, name), len(names)), amount))
    return found


def _descend(columns: list[Vector], penalties: list[float], right: list[float], weigh: list[float]) -> list[float]:
    weights = [0.0] * len(columns)
    odds = [0.0] * len(right)
    chances = [0.5] * len(right)
    for _ in range(ROUNDS):
        for column, cells in enumerate(columns):
            slope, bend = penalties[column] * weights[column], penalties[column] + 1e-6
            for row, amount in cells:
                chance, share = chances[row], weigh[row] * amount
                slope += share * (chance - right[row])
                bend += share * amount * max(chance * (1 - chance), 0.01)
            step = max(-1.0, min(1.0, slope / bend))
            weights[column] -= step
            for row, amount in cells:
                odds[row] -= step * amount
                chances[row] = 1 / (1 + exp(-max(-30.0, min(30.0, odds[row]))))
    return weights


def _of(owner: str, kept: dict[tuple[str, str], float]) -> dict[str, float]:
    return {name: kept[owner, name] for name in sorted(name for field, name in kept if field == owner)}
