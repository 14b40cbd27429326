"""Progress: the statements of a report, and which requirement each speaks of."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property

from reportgen.facts.told.owners import owners
from reportgen.facts.words.phrases import says
from reportgen.facts.words.sites import Sites
from reportgen.facts.words.statements import Statement, earlier, numbers_before, numbers_in
from reportgen.facts.words.topics import abbreviates, namer, share
from reportgen.norms import Norms
from reportgen.records import Requirement, Span
from reportgen.text import fold

# Two lists of names that share this much of the shorter one name the same thing.
SAME_TOPIC = 0.5


_Owned = tuple[Statement, frozenset[int], frozenset[str]]  # with the topics and the sites that it speaks of


@dataclass(frozen=True)  # without slots, so that what is looked at often is worked out once
class Progress:
    """The progress set against one list of requirements: each statement with the topic it speaks of."""

    requirements: tuple[Requirement, ...]
    statements: tuple[Statement, ...]
    topics: tuple[frozenset[str], ...]
    owners: tuple[frozenset[int], ...]
    sites: Sites
    norms: Norms
    targets: tuple[frozenset[str], ...] = ()  # topics of the targets that a plan is a part of
    _found: dict[tuple[str, frozenset[str]], tuple[Statement, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )  # what was looked up before: each requirement is held against the same statements many times

    def about(self, requirement: Requirement) -> tuple[Statement, ...]:
        """The statements that speak of a requirement, or of nothing in particular."""
        key = requirement.words, requirement.topic
        if key not in self._found:
            self._found[key] = self._about(requirement)
        return self._found[key]

    def _about(self, requirement: Requirement) -> tuple[Statement, ...]:
        told = list(zip(self.statements, self.owners, self.sites.told, strict=True))
        if len(self.topics) > 1 and requirement.topic:
            told = self._of_topic(told, requirement)
        if sites := self.sites.asked(requirement.words):
            # Beside what is told of a site by name, a count (2家已投用) is of others.
            told = [one for one in told if one[2] & sites or not (one[2] or self.sites.counted(one[0]))]
        opposites = self._opposites(requirement)
        return tuple([statement for statement, _, _ in told if not _of_other_side(statement, opposites)])

    def _of_topic(self, told: Sequence[_Owned], requirement: Requirement) -> list[_Owned]:
        """Leave out what speaks of another of several topics, by its name or by that before it."""
        alike, wholes = self._alike(requirement), self._wholes(requirement)
        namesakes = self._namesakes(requirement, [self.topics[at] for at in alike])
        topics = alike | {at for at, topic in enumerate(self.topics) if topic in wholes}
        unnamed = not any(owner & topics for owner in self.owners)
        told = [one for one in told if not self._of_namesake(one[0], namesakes)]
        at_step = {one[0] for one in told if unnamed and _tells_step(one[0], requirement)}
        return [one for one in told if one[0] in at_step or self._is_owned(one, topics, requirement)]

    def _is_owned(self, told: _Owned, topics: set[int], requirement: Requirement) -> bool:
        """Tell whether a clause speaks of some topics, or of what a place asked for holds (甲幼儿园学位270个)."""
        _, owner, here = told
        if not owner or owner & topics:
            return True
        held = self.words("，".join(self.norms.matching.capacities))
        return bool(here) and requirement.unit in self.sites.units and all(self.topics[at] & held for at in owner)

    def _alike(self, requirement: Requirement) -> set[int]:
        """The places of the topics that name the same thing as a requirement."""
        return {at for at, topic in enumerate(self.topics) if share(topic, requirement.topic) >= SAME_TOPIC}

    def _namesakes(
        self, requirement: Requirement, alike: Sequence[frozenset[str]]
    ) -> list[tuple[frozenset[str], frozenset[str]]]:
        """The words that tell another number of the same thing from a requirement (乡镇, 城区), and its own."""
        own = requirement.topic
        others = (r for r in self.requirements if r.quantity and r.topic in alike and own - r.topic)
        return [(self.words(r.words) & (r.topic - own), own - r.topic) for r in others]

    def _of_namesake(self, statement: Statement, namesakes: Sequence[tuple[frozenset[str], frozenset[str]]]) -> bool:
        """Tell whether a statement speaks by its name of another number of the same thing, not of the one asked for."""
        if not namesakes:
            return False
        steps = self.words("，".join(fold(step.span.text) for step in statement.milestones))
        said = self.words(statement.text) - steps
        if statement.counts and not any(said & (other | own) for other, own in namesakes):
            said = self._named_before(statement, namesakes)
        return any(said & other and not said & own for other, own in namesakes)

    def _named_before(
        self, statement: Statement, namesakes: Sequence[tuple[frozenset[str], frozenset[str]]]
    ) -> frozenset[str]:
        """What the last clause before it in its sentence names that names one of them (初中…，已交付学位1240个)."""
        told = (self.words(s.text) for s in reversed(earlier(statement, self.statements)))
        return next((said for said in told if any(said & (other | own) for other, own in namesakes)), frozenset())

    def _opposites(self, requirement: Requirement) -> list[tuple[str, str]]:
        """The sides (室内) that a requirement asks for alone, each with the other one (室外)."""
        pairs = (side for pair in self.norms.matching.opposites for side in (pair, pair[::-1]))
        return [(own, other) for own, other in pairs if own in requirement.words and other not in requirement.words]

    def _wholes(self, requirement: Requirement) -> tuple[frozenset[str], ...]:
        """The targets that a plan is a part of: those it names best, or all (9月底完成参保) if it names none."""
        shares = [share(topic, requirement.topic) for topic in self.targets]
        best = max(shares, default=0.0)
        return tuple(topic for topic, named in zip(self.targets, shares, strict=True) if named == best)

    def of_its_own(self, statement: Statement) -> bool:
        """Tell whether a statement stands in the progress itself, not among problems and next steps, which count none.

        Where the progress says nothing, the first cell that says something takes its place.
        """
        return statement.source is self.statements[0].source

    @cached_property
    def own(self) -> tuple[Statement, ...]:
        """The statements that stand in the progress itself."""
        return tuple(filter(self.of_its_own, self.statements))

    def after(self, statement: Statement) -> tuple[Statement, ...]:
        """The statements of the progress itself that stand behind one of them."""
        return tuple(s for s in self.own if s.start > statement.start)

    def owned(self, requirement: Requirement) -> tuple[Statement, ...]:
        """The statements that speak of a requirement itself, by name or going on about it."""
        if not self.words(requirement.words) & requirement.topic:
            return ()  # named by the clause before only
        topics = self._alike(requirement)
        pairs = zip(self.statements, self.owners, strict=True)
        owned = {statement for statement, owner in pairs if owner & topics}
        return tuple(statement for statement in self.about(requirement) if statement in owned)

    def only_about(self, requirement: Requirement) -> tuple[Statement, ...]:
        """The statements that speak of a requirement by name."""
        return tuple([s for s in self.about(requirement) if self.is_named(requirement, s)])

    def is_named(self, requirement: Requirement, statement: Statement) -> bool:
        """Tell whether a statement speaks of a requirement by name."""
        return bool(requirement.topic & self.words(statement.text))

    def names_another(self, words: frozenset[str], requirement: Requirement) -> bool:
        """Tell whether words name what another requirement counts better than this one (城区充电桩, 乡镇充电桩)."""
        own = len(words & requirement.topic)
        others = (other.topic for other in self.requirements if other.quantity and other.topic != requirement.topic)
        return any(len(words & topic) > own or (not own and abbreviates(words, topic)) for topic in others)

    def joined_by(self, more: Sequence[Statement]) -> Progress:
        """The progress with statements at its end that name nothing."""
        nothing = (frozenset[int](),) * len(more)
        sites = replace(self.sites, told=(*self.sites.told, *(frozenset[str]() for _ in more)))
        return replace(self, statements=(*self.statements, *more), owners=(*self.owners, *nothing), sites=sites)

    @cached_property
    def corrections(self) -> tuple[Set[Span], Set[Span]]:
        """The numbers that the report itself takes back, and those that hold instead.

        8月报21条，经复核有3条未接通，应更正为18条: of the numbers of a unit in a sentence only the last holds.
        """
        void: set[Span] = set()
        right: set[Span] = set()
        for number in numbers_in(self.own):
            if says(self.norms.phrases.corrected, number.before + "#"):
                before = numbers_before(number, self.own)
                alike = {q.span for q in before if q.unit == number.unit}
                void |= alike
                right = (right - alike) | {number.span}
        return void, right

    @cached_property
    def counts_several(self) -> bool:
        """Whether numbers of several things are asked for, so that one that names none may be of any."""
        return len({requirement.topic for requirement in self.requirements if requirement.quantity}) > 1

    @cached_property
    def words(self) -> Callable[[str], frozenset[str]]:
        """What a text names, by the pairs of its letters."""
        return namer(self.norms.matching)


def _of_other_side(statement: Statement, opposites: Sequence[tuple[str, str]]) -> bool:
    """Tell whether a statement speaks of the other side than is asked for."""
    return any(other in statement.text and own not in statement.text for own, other in opposites)


def _tells_step(statement: Statement, requirement: Requirement) -> bool:
    """Tell whether a clause tells of the very step that is asked for (竣工验收10月进行), whatever it is owned by."""
    wanted = requirement.milestone
    return wanted is not None and any(step.is_at(wanted) for step in statement.milestones)


def progress(
    requirements: Sequence[Requirement],
    statements: Sequence[Statement],
    sites: Sites,
    norms: Norms,
    targets: Sequence[Requirement] = (),
) -> Progress:
    """Tell for each statement which of the requirements' topics it speaks of."""
    everything = (*requirements, *targets) if len(targets) > 1 else requirements
    topics = tuple(dict.fromkeys(requirement.topic for requirement in everything if requirement.topic))
    about = tuple(target.topic for target in targets)
    owned = owners(statements, requirements, topics, norms)
    return Progress(tuple(requirements), tuple(statements), topics, owned, sites, norms, about)
