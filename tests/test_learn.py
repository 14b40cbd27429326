"""Learning what traits weigh."""

import importlib.util
from types import ModuleType

import pytest

from reportgen.records import Status
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def learn() -> ModuleType:
    spec = importlib.util.spec_from_file_location("learn", ROOT / "scripts" / "learn.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_trait_weighs_for_the_status_it_stands_with(learn: ModuleType) -> None:
    """What stands with one status speaks for it, what stands with all for none, and what is rare is left out."""
    marks = {Status.DONE: "报投用", Status.ON_TRACK: "报在建", Status.BEHIND: "报未开"}
    cases = [({marks[status], "报项目"}, status) for status in Status for _ in range(50)]
    weights = learn.learned([*cases, ({"报稀罕"}, Status.DONE)])
    for at, status in enumerate(Status):
        told = weights[marks[status]]
        assert told[at] == max(told) > 0
    assert max(map(abs, weights.get("报项目", [0]))) < 50
    assert "报稀罕" not in weights
