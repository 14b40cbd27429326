"""A second reading of each verdict, by precedents alone: it asks, lifts a doubt, or decides what the rules doubt.

The rules and the precedents know nothing of each other, so that where they agree there is less to verify, and where
they do not there is more. Bayes' rule joins them; how often the rules were right on tables of other places is in the
norms.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from reportgen.facts.reading import Reading
from reportgen.facts.words import topics
from reportgen.norms import Norms, PrecedentNorms
from reportgen.precedents import Probabilities, probabilities, speaking
from reportgen.records import HUNDRED, Check, Finding, Span, Status
from reportgen.rules.asking import UNTOLD
from reportgen.rules.wording import BRIEF, asked, reported, settled, shortened, source
from reportgen.text import fold, folded

CODE, TITLE = "P501", "与先例比对"
MEANING = (  # for the rulebook, as the docstring of a rule is
    "只凭用词和数字、时间，看同类事项以往多判为哪一类，再与规则的判定合看（贝叶斯公式）。"
    "两者不一致的，提示待核实；规则判正常或滞后、只因依据不足存疑，先例又明确同意的，不再提示；"
    "先例明显偏向另一类的，改列为另一类，仍提示待核实。没有存疑的判定，先例不改。"
)
# Doubts for want of evidence, which precedents may lift, and those about what the words come to, which they may decide.
# What is vague, unsaid or at odds stays as it is.
WANTING = frozenset({"Q406", "Q414", "Q415"})
UNDECIDED = WANTING | {"Q416"}
NAMES = {Status.DONE: "已完成", Status.ON_TRACK: "按序时推进", Status.BEHIND: "滞后"}
COMES_TO = {Status.DONE: "似已全部完成", Status.ON_TRACK: "似可按正常推进掌握", Status.BEHIND: "按期完成难度较大"}


@dataclass(frozen=True, slots=True)
class Ruling:
    """All findings, the status they settle, those that decided it, and those that doubt it.

    `review` also where nothing decided, or findings collide; `probabilities` are there if precedents were asked.
    """

    findings: tuple[Finding, ...]
    status: Status
    deciding: tuple[Finding, ...]
    doubts: tuple[Finding, ...]
    review: bool
    probabilities: Probabilities | None = None

    def doubted_only_for(self, codes: frozenset[str]) -> bool:
        """Tell whether all doubts there are, if any, come from some rules."""
        return codes.issuperset(doubt.rule for doubt in self.doubts)


def second_reading(ruling: Ruling, reading: Reading, norms: Norms) -> Ruling:
    """Weigh a ruling against precedents; where nothing is reported there is nothing to read again.

    Only a ruling that the rules themselves doubt is overruled, and then it stays marked.
    """
    if not norms.precedents.weigh or not reading.report:
        return ruling
    told = weighed(ruling, probabilities(reading), norms.precedents)
    likeliest = max(told, key=told.__getitem__)
    ruling, likely = replace(ruling, probabilities=told), told[ruling.status] * 100
    if not ruling.review:
        return _doubted(ruling, told, reading) if likely < norms.precedents.review_below else ruling
    if likely >= norms.precedents.confirm_from and _may_be_confirmed(ruling):
        return _confirmed(ruling)
    clear = likeliest is not ruling.status and told[likeliest] * 100 >= norms.precedents.overrule_from
    return _overruled(ruling, likeliest, reading) if clear and ruling.doubted_only_for(UNDECIDED) else ruling


def weighed(ruling: Ruling, second: Probabilities, norms: PrecedentNorms) -> Probabilities:
    """Join both readings by Bayes' rule, the rules being right as often as they have proved to be."""
    right = float((norms.doubted if ruling.review else norms.sure) / HUNDRED)
    wrong = (1 - right) / (len(Status) - 1)
    joint = {status: (right if status is ruling.status else wrong) * second[status] for status in Status}
    return {status: share / sum(joint.values()) for status, share in joint.items()}


def _may_be_confirmed(ruling: Ruling) -> bool:
    """Tell a ruling that only lacks evidence, not a number: of how many there are precedents know little.

    So nothing is taken as done by them, and nothing lifts the doubt where the months before are not told.
    """
    untold = any(doubt.question.endswith(UNTOLD) for doubt in ruling.doubts)
    wanting = bool(ruling.doubts) and ruling.doubted_only_for(WANTING)
    return wanting and not untold and ruling.status is not Status.DONE


def _confirmed(ruling: Ruling) -> Ruling:
    """Lift the doubts of a ruling; its sentences then leave nothing open either."""
    deciding = tuple(replace(finding, text=settled(finding.text)) for finding in ruling.deciding)
    return replace(ruling, deciding=deciding, doubts=(), review=False)


def _overruled(ruling: Ruling, status: Status, reading: Reading) -> Ruling:
    """Decide by precedents, and by what rules there are that say the same; the doubt remains."""
    words = _speaking(reading, status, ruling.status)
    check = _answered(reading, words)
    ask = f"{source(check.requirement)}“{shortened(asked(check), BRIEF)}”，" if check else ""
    text = f"{ask}报“{shortened(words.text)}”，{COMES_TO[status]}"
    asks = "何时可以完成" if status is Status.BEHIND else _asks(ruling.status, status)
    # Its title is printed as the ground of the verdict, where nobody asks for precedents.
    found = Finding(CODE, COMES_TO[status], status, (words,), text, f"{reported(words)}，{asks}，请核实")
    deciding = (*(finding for finding in ruling.findings if finding.status is status), found)
    return replace(ruling, findings=(*ruling.findings, found), status=status, deciding=deciding, doubts=(found,))


def _doubted(ruling: Ruling, told: Probabilities, reading: Reading) -> Ruling:
    """Doubt a ruling that precedents speak against."""
    second = max((status for status in Status if status is not ruling.status), key=told.__getitem__)
    words = _speaking(reading, second, ruling.status)
    text = f"{reported(words)}，同类事项多为{NAMES[second]}"
    found = Finding(CODE, TITLE, None, (words,), text, f"{reported(words)}，{_asks(ruling.status, second)}，请核实")
    return replace(ruling, findings=(*ruling.findings, found), doubts=(found,), review=True)


def _answered(reading: Reading, words: Span) -> Check | None:
    """What is asked, by the plan if there is one, that words of the report name most of; else what is open last."""
    named = topics.names(fold(words.text), reading.norms.matching)

    def nearness(check: Check) -> tuple[int, bool, date]:
        return len(named & check.requirement.topic), not check.sure, check.requirement.due

    return max(reading.plan or reading.target, key=nearness, default=None)


def _asks(status: Status, other: Status) -> str:
    """What tells whether one status holds or the other."""
    if Status.DONE in (status, other):
        return "年度目标是否已全部完成"
    return "能否按期完成" if other is Status.BEHIND else "是否可按正常推进掌握"


def _speaking(reading: Reading, status: Status, other: Status) -> Span:
    """The clause of the report that speaks most for one status over another; failing such, the whole report."""
    if told := speaking(reading, status, other):
        return told[0].span
    whole = folded(reading.item.progress)
    return whole.span(0, len(whole.text))
