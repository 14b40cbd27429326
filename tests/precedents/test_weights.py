"""The probabilities of each status, and the weights they come from."""

import json
import re
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.norms import Norms
from reportgen.precedents import probabilities, speaking
from reportgen.precedents.weights import BIAS, WEIGHTS
from reportgen.records import Status
from tests.conftest import LEARNED, ROOT
from tests.precedents.items import reading

DATA = ROOT / "tests" / "data"


def rows() -> list[str]:
    return (resources.files("reportgen.precedents") / WEIGHTS).read_text(encoding="utf-8").splitlines()


@given(st.text(), st.text(), st.text())
def test_probabilities_add_up_to_one(norms: Norms, target: str, plan: str, progress: str) -> None:
    """Whatever the texts, every status has a share, and all together are 1."""
    told = probabilities(reading(norms, target=target, plan=plan, progress=progress))
    assert set(told) == set(Status)
    assert all(0 <= share <= 1 for share in told.values())
    assert sum(told.values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("plan", "progress", "status"),
    [
        ("全部建成。", "10座驿站已全部建成并投入使用。", Status.DONE),
        ("建成6座。", "已建成7座，其余3座正在装修。", Status.ON_TRACK),
        ("建成6座。", "因选址争议，尚未开工，正在协调。", Status.BEHIND),
    ],
)
def test_plain_items_go_by_their_words(norms: Norms, plan: str, progress: str, status: Status) -> None:
    """What anybody would say of an item is likeliest."""
    told = probabilities(reading(norms, target="新建驿站10座。", plan=plan, progress=progress))
    assert max(told, key=told.__getitem__) is status


def test_the_clause_that_speaks_most_comes_first(norms: Norms) -> None:
    """The words shown for a status are clauses of the report; those that speak for another are not among them."""
    one = reading(norms, target="新建驿站", progress="食堂已投用。因选址争议，主楼尚未开工。")
    told = [statement.span.text for statement in speaking(one, Status.BEHIND, Status.DONE)]
    assert told[0] in ("因选址争议", "主楼尚未开工")
    assert "食堂已投用" not in told


def test_every_weight_is_sound() -> None:
    """Each row holds a trait of its own and a whole number for each status; one row is what every item has."""
    told = [line.split("\t") for line in rows()[1:]]
    assert all(len(row) == 1 + len(Status) for row in told)
    assert all(re.fullmatch(r"-?\d+", weight) for row in told for weight in row[1:])
    traits = [row[0] for row in told]
    assert len(set(traits)) == len(traits)
    assert traits[0] == BIAS
    assert all(re.match("[报计旁目#]", trait) for trait in traits)


def test_the_weights_are_learned_from_what_the_makefile_names() -> None:
    """Their first line counts the cases of these files; what is held back to measure by is not among them."""
    held_back = {"unseen/*", "untouched/*", "published.jsonl", "2025-08.txt", "2025-05.txt"}
    assert not held_back & set(LEARNED)
    count = 0
    for path in (path for name in LEARNED for path in DATA.glob(name)):
        if path.name.endswith(".truth.json"):
            count += len(json.loads(path.read_text(encoding="utf-8"))["items"])
        elif path.suffix == ".jsonl":
            count += sum(1 for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    assert rows()[0].startswith(f"# {count} labelled cases, ")
