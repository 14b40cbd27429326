"""Learn from labelled cases what each trait weighs for each status, and write it to reportgen/precedents/weights.tsv.

usage: python scripts/learn.py FILE...

A multinomial logistic regression over the traits that enough cases have. The pieces of words are many and say much the
same, so each counts a tenth of a measure before the usual penalty on large weights. Of tables that are to tell how
well strange ones are judged, none may be given.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from reportgen import norms, precedents
from reportgen.facts.reading import read
from reportgen.labelled import labelled
from reportgen.precedents.weights import BIAS, UNIT, WEIGHTS
from reportgen.records import Status

ROOT = Path(__file__).parent.parent
LEAST = 40  # cases that have a trait
PIECE = 0.1  # what a piece of words counts where a measure counts 1
PENALTY = 1.0  # the inverse of its strength
ROUNDS = 300


def learned(cases: Iterable[tuple[set[str], Status]]) -> dict[str, list[int]]:
    """Give each trait's weights in thousandths, in the order of `Status`; those that are all zero are left out."""
    found, labels = zip(*cases, strict=True)
    counts = Counter(trait for traits in found for trait in traits)
    kept = sorted(trait for trait, count in counts.items() if count >= LEAST)
    place = {trait: at for at, trait in enumerate(kept)}
    scale = np.array([1.0 if trait.startswith(BIAS) else PIECE for trait in kept])
    at = [(row, place[trait]) for row, traits in enumerate(found) for trait in sorted(traits) if trait in place]
    rows, columns = zip(*at, strict=True)
    matrix = csr_matrix((scale[list(columns)], (rows, columns)), shape=(len(found), len(kept)))
    model = LogisticRegression(C=PENALTY, max_iter=ROUNDS).fit(matrix, [str(label) for label in labels])
    order = [list(model.classes_).index(status.value) for status in Status]
    weights = np.rint(model.coef_[order].T * scale[:, None] * UNIT).astype(int).tolist()
    bias = np.rint(model.intercept_[order] * UNIT).astype(int).tolist()
    return {BIAS: bias} | {trait: told for trait, told in zip(kept, weights, strict=True) if any(told)}


def main(paths: list[Path]) -> None:
    known = norms.load(ROOT / "templates" / "norms.toml")
    cases = [
        (precedents.traits(read(case.item, case.period, known)), case.label)
        for path in paths
        for case in labelled(path, known)
    ]
    weights = learned(cases)
    head = f"# {len(cases)} labelled cases, {len(weights)} traits; weights in thousandths for {', '.join(Status)}"
    rows = ("\t".join((trait, *map(str, told))) for trait, told in weights.items())
    text = "\n".join((head, *rows)) + "\n"
    (ROOT / "reportgen" / "precedents" / WEIGHTS).write_text(text, encoding="utf-8")
    print(head.removeprefix("# "))


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
