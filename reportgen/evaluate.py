"""Labelled cases judged, and how often the verdicts agree with the labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.judge import judge_all
from reportgen.labelled import Labelled, labelled
from reportgen.norms import Norms
from reportgen.records import Status, Verdict


@dataclass(frozen=True, slots=True)
class Outcome:
    """One case with its label and the verdict on it. `key` is its id, or the number of the item."""

    key: str | int
    label: Status
    accept: tuple[Status, ...]
    verdict: Verdict

    @property
    def strict(self) -> bool:
        return self.verdict.status is self.label

    @property
    def acceptable(self) -> bool:
        return self.verdict.status in (self.accept or (self.label,))


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The outcomes, and the rates over them as fractions of 1 (0 of 0 is 1)."""

    outcomes: tuple[Outcome, ...]

    @property
    def strict(self) -> float:
        return _rate(outcome.strict for outcome in self.outcomes)

    @property
    def acceptable(self) -> float:
        return _rate(outcome.acceptable for outcome in self.outcomes)

    @property
    def behind_recall(self) -> float:
        """Of the cases labelled behind, the share that is judged so."""
        return _rate(outcome.strict for outcome in self.outcomes if outcome.label is Status.BEHIND)

    @property
    def reviewed(self) -> float:
        return _rate(outcome.verdict.needs_review for outcome in self.outcomes)

    @property
    def unmarked(self) -> Evaluation:
        """The evaluation of those verdicts that are not marked for review."""
        return Evaluation(tuple(outcome for outcome in self.outcomes if not outcome.verdict.needs_review))

    @property
    def confusion(self) -> dict[Status, dict[Status, int]]:
        pairs = Counter((outcome.label, outcome.verdict.status) for outcome in self.outcomes)
        return {label: {status: pairs[label, status] for status in Status} for label in Status}

    @property
    def precision(self) -> dict[str, tuple[int, int]]:
        """For each rule that decided: how often its status was acceptable, of how often."""
        right: Counter[str] = Counter()
        total: Counter[str] = Counter()
        for outcome in self.outcomes:
            for code in {finding.rule for finding in outcome.verdict.deciding}:
                total[code] += 1
                right[code] += outcome.acceptable
        return {code: (right[code], total[code]) for code in sorted(total)}


def _rate(hits: Iterable[bool]) -> float:
    counted = list(hits)
    return sum(counted) / len(counted) if counted else 1.0


def evaluate(paths: Sequence[Path], norms: Norms) -> Evaluation:
    """Judge the labelled cases of all files: .jsonl, or a table with its .truth.json beside it (name either)."""
    cases = (case for path in paths for case in labelled(path, norms))
    return Evaluation(tuple(Outcome(case.key, case.label, case.accept, _judged(case, norms)) for case in cases))


def _judged(case: Labelled, norms: Norms) -> Verdict:
    (verdict,) = judge_all([case.item], case.period, norms)
    return verdict
