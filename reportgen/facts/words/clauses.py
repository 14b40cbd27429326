"""Clauses: a cell cut into statements, and how far each of the facts is that stand in one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby, pairwise
from operator import attrgetter
from typing import TypeVar

from reportgen.facts.words.dates import moments
from reportgen.facts.words.ladders import ladder_named
from reportgen.facts.words.levels import is_rate
from reportgen.facts.words.lines import lines
from reportgen.facts.words.phrases import RESPECTIVELY, aspect_of, says
from reportgen.facts.words.quantities import quantities
from reportgen.facts.words.stages import milestones
from reportgen.facts.words.statements import Sentence, Statement
from reportgen.facts.words.stocks import with_stocks
from reportgen.facts.words.terms import terms
from reportgen.facts.words.units import metres, same_unit
from reportgen.norms import Norms
from reportgen.records import HUNDRED, Aspect, Cell, Milestone, Moment, Quantity, Span
from reportgen.text import BRACKETS, Folded, Piece, fold, folded, pieces

OF_ALL = re.compile(r"[^\d,。;()]{0,3}\((?:总数?|总计|总长|共计?|设计|计划|全部)[^\d()]{0,3}")  # 46根(共188根)
ASIDE = re.compile(r"\((?:其中[^()]*)?\d[^()]*\)")


def statements(cell: Cell, as_of: date, norms: Norms) -> tuple[Statement, ...]:
    """Cut a cell into statements, in order; a blank cell has none."""
    return () if cell.blank else statements_of(folded(cell), as_of, norms)


def statements_of(source: Folded, as_of: date, norms: Norms) -> tuple[Statement, ...]:
    """Cut a folded text into statements, in order."""
    if not source.text:
        return ()
    cut = list(pieces(source.text))
    numbers = with_stocks(source, cut, quantities(source, norms.quantities), as_of.year, norms)
    if named := lines(source, cut, norms):
        numbers = tuple(sorted((*numbers, *named), key=lambda q: q.span.start))
    times = moments(source, as_of, norms.dates)
    steps = [step for ladder in norms.ladders for step in milestones(source, cut, ladder, norms)]
    ends = list(terms(source, times, as_of, norms.dates, norms.ladders))
    running = [moment for moment, _ in ends]
    times = tuple(m for m in times if not any(m.span.overlaps(end.span) for end in running))  # 3天内铺完
    times = tuple(m for m in (*times, *running) if not _tells_as_of(source, m))
    steps += [step for _, step in ends if step is not None]
    if ends:
        numbers = tuple(q for q in numbers if not any(m.span.start <= q.span.start < m.span.end for m, _ in ends))
    clauses = [list(group) for _, group in groupby(cut, key=attrgetter("clause"))]
    spans = [source.span(*clause[0].clause) for clause in clauses]
    sentences = {place: Sentence(source, *place) for place in dict.fromkeys(map(attrgetter("sentence"), cut))}
    facts = zip(_by_clause(spans, numbers), _by_clause(spans, times), _by_clause(spans, steps), strict=True)
    told = [
        _statement(sentences[clause[0].sentence], span, clause, said, as_of, norms)
        for span, clause, said in zip(spans, clauses, facts, strict=True)
    ]
    return (*told[:1], *(_each_carried(clause, before) for before, clause in pairwise(told)))


def _each_carried(clause: Statement, before: Statement) -> Statement:
    """Let a clause that only says how many each holds (每期约80人) be as far as what it is of (计划举办2期)."""
    if clause.aspect is not None or not clause.text.startswith("每") or clause.sentence is not before.sentence:
        return clause
    return replace(clause, aspect=before.aspect, aspects=(before.aspect,) * len(clause.quantities))


Fact = TypeVar("Fact", Quantity, Moment, Milestone)


def _by_clause(clauses: Sequence[Span], facts: Sequence[Fact]) -> list[tuple[Fact, ...]]:
    """Sort facts by the clause they stand in; one that stands in none (in a list's marker) falls away."""
    if not facts:
        return [()] * len(clauses)
    found: list[list[Fact]] = [[] for _ in clauses]
    for fact in facts:
        at = bisect_right(clauses, fact.span.start, key=lambda clause: clause.end)
        if at < len(clauses) and clauses[at].start <= fact.span.start:
            found[at].append(fact)
    return [tuple(one) for one in found]


_Facts = tuple[tuple[Quantity, ...], tuple[Moment, ...], tuple[Milestone, ...]]


def _statement(sentence: Sentence, span: Span, cut: list[Piece], facts: _Facts, as_of: date, norms: Norms) -> Statement:
    source, (start, end) = sentence.source, cut[0].clause
    text, (numbers, times, steps) = source.text[start:end], facts
    told = aspect_of(BRACKETS.sub("", text), norms.phrases) or aspect_of(ASIDE.sub("", text), norms.phrases)
    aspect, steps = _dated(told, text, facts, as_of, norms)
    to_come = aspect is Aspect.INTENDED and told is not aspect

    def own_aspect(quantity: Quantity) -> Aspect | None:
        return Aspect.UNDER_WAY if _partly_done(quantity, numbers, source) else _aspect_at(source, cut, quantity, norms)

    claims_all = aspect is Aspect.REACHED and says(norms.phrases.whole_claims, text)
    claims = claims_all or (aspect is Aspect.REACHED and says(norms.phrases.clause_claims, text))
    return Statement(
        source=source,
        start=start,
        end=end,
        text=text,
        span=span,
        pieces=_stretches(source, span, cut),
        sentence=sentence,
        aspect=aspect,
        quantities=numbers,
        aspects=tuple(aspect if to_come else own_aspect(quantity) or told for quantity in numbers),
        milestones=_only_first(tuple(_in_part(step, numbers, source, norms) for step in steps), norms),
        moments=times,
        claims=claims,
        claims_all=claims_all,
    )


def _stretches(source: Folded, clause: Span, cut: Sequence[Piece]) -> tuple[Span, ...]:
    """The stretches between 、 of a clause, which mostly is one whole."""
    first = cut[0]
    if (first.start, first.end) == first.clause:
        return (clause,)
    return tuple([source.span(piece.start, piece.end) for piece in cut])


def _dated(
    told: Aspect | None, text: str, facts: _Facts, as_of: date, norms: Norms
) -> tuple[Aspect | None, tuple[Milestone, ...]]:
    """Tell how far a clause is by its words and days, and its steps with it."""
    numbers, times, steps = facts
    if _to_come(told, text, times, as_of, norms):
        return Aspect.INTENDED, tuple(replace(step, aspect=Aspect.INTENDED) for step in steps)
    if told is not None or not steps:
        return told, steps
    aspect, happened = _happened(steps, numbers, times, as_of)
    return aspect, _only_begun(happened, norms) if times and says(norms.phrases.sets_out, text) else happened


def _to_come(aspect: Aspect | None, text: str, times: Sequence[Moment], as_of: date, norms: Norms) -> bool:
    """Tell whether the days named make a clause speak of what is to come (9月20日前发布招标文件, read in August)."""
    ahead = any(moment.start > as_of or moment.before for moment in times)
    if not ahead or any(moment.end <= as_of for moment in times):
        return False
    if aspect is not Aspect.REACHED:
        return aspect in (None, Aspect.UNDER_WAY)
    before = any(moment.before for moment in times)
    rest = before and "已" not in text and says(norms.phrases.rest, text)  # 其余8月20日前安装结束
    return rest or not says(norms.phrases.happened, text)


def _happened(
    steps: tuple[Milestone, ...], numbers: Sequence[Quantity], times: Sequence[Moment], as_of: date
) -> tuple[Aspect | None, tuple[Milestone, ...]]:
    """Take as reached what a clause without a word of aspect dates back (9月12日到齐), or counts (摸底71名)."""
    if times and all(moment.end <= as_of for moment in times):
        return Aspect.REACHED, tuple(replace(step, aspect=Aspect.REACHED) for step in steps)
    if numbers and not times:
        return None, tuple(step if step.made else replace(step, aspect=Aspect.REACHED) for step in steps)
    return None, steps


def _only_begun(steps: Iterable[Milestone], norms: Norms) -> tuple[Milestone, ...]:
    """Take steps that last as under way where the day is that on which they set out (桩基7月26日开打)."""
    found = ((step, ladder_named(step.ladder, norms).steps[step.rank]) for step in steps)
    return tuple(step if kind.event else replace(step, aspect=Aspect.UNDER_WAY) for step, kind in found)


def _only_first(steps: tuple[Milestone, ...], norms: Norms) -> tuple[Milestone, ...]:
    """Take steps that last as under way where no more than the first piece is told (首片箱梁架设完成)."""
    told = [step for step in steps if step.aspect is Aspect.REACHED]
    some = [step for step in told if says(norms.phrases.first_piece, fold(step.said.text))]
    return tuple(_only_begun([step], norms)[0] if step in some else step for step in steps) if some else steps


def _in_part(step: Milestone, numbers: Sequence[Quantity], source: Folded, norms: Norms) -> Milestone:
    """Take a step as under way where a share of it short of all is told (抹灰完成80%); a rate (合格率95%) is none."""
    if step.aspect is not Aspect.REACHED:
        return step
    near = [q for q in numbers if step.said.start <= q.span.start < step.said.end]
    share = any(q.is_share and q.value < HUNDRED and not is_rate(q.of) and not is_rate(q.noun) for q in near)
    short = share or any(_short_of_all(done, whole, source, norms) for done, whole in pairwise(near))
    return replace(step, aspect=Aspect.UNDER_WAY) if short else step


def _short_of_all(done: Quantity, whole: Quantity, source: Folded, norms: Norms) -> bool:
    """Tell whether a number is less than that of all behind it in brackets, whatever its unit (2公里(共9000米))."""
    if OF_ALL.fullmatch(source.text, source.past(done.span), source.at(whole.span)) is None:
        return False
    lengths = [metres(q.value, q.unit, norms.matching) for q in (done, whole)]
    if lengths[0] is not None and lengths[1] is not None:
        return lengths[0] < lengths[1]
    return done.value < whole.value and same_unit(done.unit, whole.unit, norms)


def _tells_as_of(source: Folded, moment: Moment) -> bool:
    """Tell whether a day only says how far the telling reaches (截至9月7日)."""
    return source.text.endswith(("截至", "截止", "截止到", "截至到", "截止至"), 0, source.at(moment.span))


def _partly_done(quantity: Quantity, among: Sequence[Quantity], source: Folded) -> bool:
    """True where each of the things counted has a share told, and one is short of all (3所分别完成90%、85%)."""
    shares = [q for q in among if q.is_share and q.span.start > quantity.span.start and not is_rate(q.of)]
    between = source.text[source.past(quantity.span) : source.at(shares[0].span)] if shares else ""
    return not quantity.is_share and RESPECTIVELY in between and any(share.value < HUNDRED for share in shares)


def _aspect_at(source: Folded, cut: list[Piece], quantity: Quantity, norms: Norms) -> Aspect | None:
    """Tell the aspect of the piece that a number stands in, where its clause has several.

    What brackets tell of some (4座正在施工(其中2座架梁完毕)) does not hold of the number before them.
    """
    if len(cut) == 1:
        aside = ASIDE.search(source.text, source.past(quantity.span), cut[0].end)
        text = source.text[cut[0].start : cut[0].end]
        return aspect_of(text.replace(aside[0], ""), norms.phrases) if aside else None
    piece = cut[bisect_left(cut, quantity.span.start, key=lambda piece: source.offsets[piece.end - 1])]
    return aspect_of(source.text[piece.start : piece.end], norms.phrases)
