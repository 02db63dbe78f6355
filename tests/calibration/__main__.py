"""Fit confidence anew and write litcli/extract/calibration.json: python -m tests.calibration; with --check only measure what it gives.

Portals are held out in turn: the error on pages of portals that the weights have never seen is what an unknown page may expect.
"""

import json
import sys
from collections.abc import Callable, Sequence

from litcli.extract import calibration
from litcli.intake.reliability import bins, calibration_error
from tests.calibration.cases import INVENTED, Sample, samples, texts
from tests.calibration.fit import fit, sure

DAMAGED, WORKS, FOLDS = 3, 800, 6


def main() -> int:
    every = [sample for text in texts(DAMAGED, WORKS) for sample in samples(text)]
    print(f"{len(every)} values")
    report("held out", held_out(every))
    weights = fit(every)
    report("fitted", [(sample, sure(weights, sample)) for sample in every])
    if "--check" not in sys.argv:
        calibration.FILE.write_text(json.dumps(weights, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


def held_out(every: Sequence[Sample]) -> list[tuple[Sample, float]]:
    """Return each sample with the confidence of weights that were fitted without its portal."""
    names = sorted({sample.portal for sample in every} - {INVENTED})
    found = []
    for fold in range(FOLDS):
        out = set(names[fold::FOLDS])
        weights = fit([sample for sample in every if sample.portal not in out])
        found += [(sample, sure(weights, sample)) for sample in every if sample.portal in out]
    return found


def report(what: str, told: Sequence[tuple[Sample, float]]) -> None:
    groups: dict[str, Callable[[Sample], bool]] = {
        "whole pages, generic reader": lambda sample: sample.whole and not sample.known and not sample.laid_out,
        "damaged pages, generic reader": lambda sample: not sample.whole and not sample.known and not sample.laid_out,
        "whole pages, own reader": lambda sample: sample.whole and sample.known,
        "damaged pages, own reader": lambda sample: not sample.whole and sample.known,
        "layouts of no portal": lambda sample: sample.laid_out and not sample.known,
    }
    for name, belongs in groups.items():
        some = [(bounded(confidence), sample.right) for sample, confidence in told if belongs(sample)]
        if some:
            right = sum(pair[1] for pair in some) / len(some)
            print(f"{what}: {name}: error {calibration_error(bins(some)):.4f} over {len(some)} values, {right:.3f} right")


def bounded(confidence: float) -> float:
    return min(calibration.HIGHEST, max(calibration.LOWEST, confidence))


if __name__ == "__main__":
    sys.exit(main())
