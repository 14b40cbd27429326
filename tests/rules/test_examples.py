"""The examples in the rules' docstrings are their documentation and their tests."""

import pytest

from reportgen.facts.reading import read
from reportgen.norms import Norms
from reportgen.rule import Example, Rule, rule
from reportgen.rules import REGISTER

CASES = [(entry, example) for entry in REGISTER.values() for example in entry.examples]


@pytest.mark.parametrize(("entry", "example"), CASES, ids=[f"{r.code}-{r.examples.index(e)}" for r, e in CASES])
def test_rule_fires_on_its_examples_only(entry: Rule, example: Example, norms: Norms) -> None:
    """A rule fires on its 中 examples, and not on its 不中 examples."""
    found = entry.findings(read(example.item, example.period, norms), norms)
    assert bool(found) is example.fires
    assert all(finding.text for finding in found)


@pytest.mark.parametrize(
    ("code", "source", "docstring", "says"),
    [
        ("D101", "thresholds", "中：进展 甲\n不中：进展 乙", "taken"),
        ("X999", "thresholds", "中：进展 甲\n不中：进展 乙", "malformed"),
        ("D199", "thresholds", "中：进展 甲", "example"),
        ("D198", "nowhere", "中：进展 甲\n不中：进展 乙", "nowhere is no key"),
        ("D197", "thresholds.nowhere", "中：进展 甲\n不中：进展 乙", "thresholds.nowhere is no key"),
        ("D196", "phrases.not_", "中：进展 甲\n不中：进展 乙", "no key"),  # the file's own name for it is `not`
        ("D195", "thresholds.about_met.more", "中：进展 甲\n不中：进展 乙", "no key"),
        ("D194", "ladders.name", "中：进展 甲\n不中：进展 乙", "no key"),
    ],
)
def test_register_refuses(code: str, source: str, docstring: str, says: str) -> None:
    """The register refuses a taken or malformed code, a missing example and an unknown source."""

    def judgement(*_: object) -> None: ...

    judgement.__doc__ = docstring
    with pytest.raises(ValueError, match=says):
        rule(code, "试", source=source)(judgement)  # type: ignore[arg-type]  # a stand-in without evidence
