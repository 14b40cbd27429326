"""What a row is asked for and does not tell: figures, shares, whether a thing is done."""

from __future__ import annotations

import re
from functools import lru_cache

from reportgen.ingest.audit.counts import PEOPLE, RUN, WORKS, Count, Said, noun, served
from reportgen.norms import AuditNorms

CLAIM = re.compile(r"(?:完成|竣工|完工|投用|到位|建成)[。;!]?$")
ALL = re.compile(r"全部|全面|均|都|各|双")
DONE = re.compile(r"竣工|完工|建成|投用|验收|全部|已完成")
DIGIT = re.compile(r"\d|[一二两三四五六七八九十百千万半]")
FIGURE = re.compile(r"\d(?![\d.]*%)")
SHARE = re.compile(r"\d%|[一二三四五六七八九]成|过半")
PLAN_SHARE = re.compile(r"\d+(?:\.\d+)?%")
RATE_OF_ALL = re.compile(r"(?:完成|达标)率[^,。;\d]{0,6}$")
REST = re.compile(r"(?:剩余|其余|余下)[^,。;]{2,}")
FAMILIES = (PEOPLE, frozenset({"场", "期"}), frozenset({"台", "套", "件"}))
CLAUSE = re.compile(r"[^,。;]+")
STEP_DONE = re.compile(r"完成|建成|到位|投用")
# Words that tell how far a thing is; a text without any of them only names it.
ASPECT = re.compile(
    r"[已完正在将拟待启开进推建装成未无没经继续过达到了按]|施工(?!图)|顺利|竣工|结顶|封顶|"
    r"办[理结]|落实|举办|验收|发放|组织|制定|形成|实施|停|受|提前"
)
SHORTEST_TEXT = 4  # characters
SEVERAL = 3  # things, from which 已完成 should say how many
OPEN_END = re.compile(r"等[。;]?$")
SOFT = re.compile(r"做好|加强|推进|提升|提高|深化|优化|增多|查漏补缺|进一步|持续|积极")
STEP = re.compile(
    r"[\d%]|完(?!善)|竣|开工|结顶|封顶|验收|投用|运[行营]|通车|招标|采购|安装|设计|施工|印发|公布|签|进场|办结|上[架墙线]"
)
HARD = re.compile(rf"{STEP.pattern}|[一二两三四五六七八九十百]|完善")


def claimed_without_figure(target: Said, progress: Said) -> Count | None:
    """Find the number asked for where the progress claims completion in general and gives none."""
    told = progress.text
    if DIGIT.search(told) or ALL.search(told) or not CLAIM.search(told):
        return None
    return next((count for count in target.counts if count.value >= SEVERAL), None)


def omitted(target: Said, progress: Said) -> Count | None:
    """Find a count of services or things asked for that the progress leaves out while it answers others.

    A thing that the progress speaks of as not yet done needs no number.
    """
    asked, told = target.by_unit, progress.by_unit
    if len(asked) < 2 or told.keys().isdisjoint(asked) or ALL.search(progress.text):
        return None
    for unit, wants in asked.items():
        family = next((family for family in FAMILIES if unit in family), {unit})
        if unit in WORKS or family & told.keys() or served(wants[0], target):
            continue
        name = noun(wants[0], target)
        if not RUN.fullmatch(name):
            continue  # 小区9个、1126户: another measure of the same things
        clauses = [clause for clause in CLAUSE.findall(progress.text) if name in clause]
        if all(STEP_DONE.search(clause) for clause in clauses):
            return wants[0]
    return None


def share_untold(plan: Said, progress: Said) -> str | None:
    """Find a share that the plan asks for, where the progress gives neither share nor number nor completion.

    Numbers alone do not answer a rate over several of them (完成率≥85%).
    """
    match, told = PLAN_SHARE.search(plan.text), progress.text
    if not match or not told or SHARE.search(told) or DONE.search(told):
        return None
    of_several = RATE_OF_ALL.search(match.string, 0, match.start()) and len(progress.counts) > 1
    return match.group() if of_several or not progress.counts else None


def rest_uncounted(target: Said, progress: Said) -> str | None:
    """Find a rest that is spoken of without its number, where the target asks for one."""
    rests = (match.group() for match in REST.finditer(progress.text))
    rest = next((rest for rest in rests if not FIGURE.search(rest)), None)
    several = rest and any(count.value >= SEVERAL for count in target.counts)
    # What is told of the others gives the rest.
    return rest if several and target.by_unit.keys().isdisjoint(progress.by_unit) else None


def only_named(progress: Said) -> bool:
    """Tell a text that names steps without saying whether they are done or under way."""
    told = progress.text
    return len(told) >= SHORTEST_TEXT and not DIGIT.search(told) and not ASPECT.search(told)


def open_ended(progress: Said) -> bool:
    """Tell a text that breaks its list off: 绿化造坡等."""
    return OPEN_END.search(progress.text) is not None


def unbounded(target: Said, norms: AuditNorms) -> str | None:
    """Find the soft word with which a target begins that holds no number and no step to check it by."""
    match = _begins_soft(norms.soft, norms.softened).match(target.text)
    return match[1] if match and not STEP.search(target.text) else None


@lru_cache(maxsize=8)
def _begins_soft(soft: tuple[str, ...], softened: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(softened)})*({'|'.join(soft)})")


def unmeasurable(plan: Said) -> str | None:
    """Find the soft words of a plan that holds no number and no step to check it by."""
    match = SOFT.search(plan.text)
    return match.group() if match and not HARD.search(plan.text) else None
