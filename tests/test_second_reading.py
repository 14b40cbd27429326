"""The second reading: what precedents may do to a ruling, and what they may not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen import second_reading as module
from reportgen.facts.reading import Reading, read
from reportgen.judge import judge
from reportgen.norms import Norms
from reportgen.precedents import Probabilities
from reportgen.records import Cell, Finding, Item, Status
from reportgen.second_reading import CODE, Ruling, second_reading, weighed
from tests.facts.readings import AUGUST

ITEM = Item(
    no=1,
    target=Cell(text="新建驿站10座。"),
    plan=Cell(text="建成6座。"),
    progress=Cell(text="已建成5座，第6座正在装修，水电未通。"),
)
SHARES = st.lists(st.floats(0.001, 1), min_size=3, max_size=3)


def told(done: float, on_track: float, behind: float) -> Probabilities:
    return {Status.DONE: done, Status.ON_TRACK: on_track, Status.BEHIND: behind}


def doubt(code: str) -> Finding:
    return Finding(code, "存疑", None, (), "存疑", "请核实")


def ruling(status: Status, *doubts: Finding) -> Ruling:
    decided = Finding("T202", "试", status, (), "试")
    return Ruling((decided, *doubts), status, (decided,), doubts, review=bool(doubts))


@pytest.fixture
def reading(norms: Norms) -> Reading:
    return read(ITEM, AUGUST, norms)


def reread(
    one: Ruling, reading: Reading, norms: Norms, second: Probabilities, monkeypatch: pytest.MonkeyPatch
) -> Ruling:
    """Read a ruling again by precedents of these probabilities."""
    monkeypatch.setattr(module, "probabilities", lambda *_: second)
    return second_reading(one, reading, norms)


@given(SHARES, st.sampled_from(Status), st.booleans())
def test_weighed_probabilities_add_up_to_one(norms: Norms, shares: list[float], status: Status, review: bool) -> None:
    """They are shares of 1, and precedents that know nothing leave the rules as right as they have proved to be."""
    one = replace(ruling(status), review=review)
    parts = told(*(share / sum(shares) for share in shares))
    assert sum(weighed(one, parts, norms.precedents).values()) == pytest.approx(1)
    even = weighed(one, told(1 / 3, 1 / 3, 1 / 3), norms.precedents)
    assert even[status] * 100 == pytest.approx(float(norms.precedents.doubted if review else norms.precedents.sure))


def test_a_sure_ruling_is_asked_about_and_never_overruled(
    reading: Reading, norms: Norms, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Precedents against it mark it, with the words that speak so and a question; its status stands."""
    found = reread(ruling(Status.ON_TRACK), reading, norms, told(0.001, 0.009, 0.99), monkeypatch)
    assert found.status is Status.ON_TRACK
    assert found.review
    assert [finding.rule for finding in found.doubts] == [CODE]
    assert found.doubts[0].spans
    assert "能否按期完成" in found.doubts[0].question


def test_a_doubtful_ruling_may_be_overruled_and_stays_marked(
    reading: Reading, norms: Norms, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the rules doubt and precedents are clear, these decide; rules that say the same decide with them."""
    doubtful = ruling(Status.BEHIND, doubt("Q414"))
    same = Finding("T201", "同", Status.ON_TRACK, (), "同")
    doubtful = replace(doubtful, findings=(*doubtful.findings, same))
    found = reread(doubtful, reading, norms, told(0.004, 0.99, 0.006), monkeypatch)
    assert found.status is Status.ON_TRACK
    assert found.review
    assert [finding.rule for finding in found.deciding] == ["T201", CODE]
    assert found.deciding[-1].title == "似可按正常推进掌握"
    assert found.deciding[-1].text.startswith("计划“建成6座”，报“")


def test_an_open_question_is_left_to_the_rules(reading: Reading, norms: Norms, monkeypatch: pytest.MonkeyPatch) -> None:
    """Precedents that lean only a little overrule nothing."""
    found = reread(ruling(Status.BEHIND, doubt("Q414")), reading, norms, told(0.1, 0.5, 0.4), monkeypatch)
    assert found.status is Status.BEHIND
    assert found.review


@pytest.mark.parametrize(
    ("code", "review"), [("Q406", False), ("Q414", False), ("Q415", False), ("Q416", True), ("Q402", True)]
)
def test_what_only_lacks_evidence_is_confirmed(
    reading: Reading, norms: Norms, monkeypatch: pytest.MonkeyPatch, code: str, review: bool
) -> None:
    """What only reckoning speaks for needs no question where precedents agree; what is told otherwise still does."""
    found = reread(ruling(Status.BEHIND, doubt(code)), reading, norms, told(0.01, 0.01, 0.98), monkeypatch)
    assert found.status is Status.BEHIND
    assert found.review is review


@pytest.mark.parametrize(
    ("open_", "settled"),
    [("到期能否达到待核实", "到期有望达到"), ("略低于计划数，待核实", "略低于计划数")],
)
def test_a_confirmed_sentence_leaves_nothing_open(
    reading: Reading, norms: Norms, monkeypatch: pytest.MonkeyPatch, open_: str, settled: str
) -> None:
    """Where the doubt is lifted, no printed reason says that it is to be verified."""
    doubtful = ruling(Status.ON_TRACK, doubt("Q406"))
    said = replace(doubtful.deciding[0], text=f"计划“建成6座”，{open_}")
    found = reread(replace(doubtful, deciding=(said,)), reading, norms, told(0.01, 0.98, 0.01), monkeypatch)
    assert not found.review
    assert [finding.text for finding in found.deciding] == [f"计划“建成6座”，{settled}"]


def test_nothing_doubtful_is_confirmed_as_done(reading: Reading, norms: Norms, monkeypatch: pytest.MonkeyPatch) -> None:
    """That the last one is there nobody takes from words that are like those of other items."""
    assert reread(ruling(Status.DONE, doubt("Q406")), reading, norms, told(0.99, 0.005, 0.005), monkeypatch).review


def test_findings_that_collide_are_not_confirmed(
    reading: Reading, norms: Norms, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A ruling marked without a doubt of its own is marked as its findings speak against each other: they still do."""
    both = replace(ruling(Status.BEHIND), review=True)
    assert reread(both, reading, norms, told(0.005, 0.005, 0.99), monkeypatch).review


@pytest.mark.parametrize("code", ["Q402", "Q404", "Q405"])
def test_what_is_vague_or_at_odds_is_for_the_unit_to_tell(
    reading: Reading, norms: Norms, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    """Where the report does not say enough, or says two things, precedents decide nothing."""
    found = reread(ruling(Status.BEHIND, doubt(code)), reading, norms, told(0.001, 0.998, 0.001), monkeypatch)
    assert found.status is Status.BEHIND
    assert found.review


@pytest.mark.parametrize("report", ["/", "", "\u200b"])
def test_nothing_reported_is_not_read_again(norms: Norms, monkeypatch: pytest.MonkeyPatch, report: str) -> None:
    """An empty report has no words to go by."""
    empty = read(replace(ITEM, progress=Cell(text=report)), AUGUST, norms)
    one = ruling(Status.ON_TRACK, doubt("Q401"))
    assert reread(one, empty, norms, told(0, 0, 1), monkeypatch) is one


def test_an_office_may_go_by_the_rules_alone(norms: Norms) -> None:
    """With `weigh` off no finding, mark or share comes from precedents."""
    verdict = judge(ITEM, AUGUST, norms.by_rules_alone)
    assert verdict.probabilities is None
    assert CODE not in [finding.rule for finding in verdict.findings]
    assert judge(ITEM, AUGUST, norms).probabilities is not None
