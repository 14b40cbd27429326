"""What the judge goes by: phrases, and the words that tie a report to what is asked."""

from __future__ import annotations

from functools import cached_property

from pydantic import Field

from reportgen.norms.section import Phrases, Section, Words


class PhraseNorms(Section):
    """Regular expressions over folded text, by what they say."""

    source: str
    not_: Phrases = Field(alias="not")
    intended: Phrases
    under_way: Phrases
    weakly_under_way: Phrases
    partial: Phrases
    reached: Phrases
    happened: Phrases
    beside_report: Phrases
    whole_claims: Phrases
    clause_claims: Phrases
    ahead: Phrases
    slow: Phrases
    formerly: Phrases
    opens: Phrases
    excepted: Phrases
    others: Phrases
    not_yet: Phrases
    so_many_left: Phrases
    left_undone: Phrases
    rest_is: Phrases
    last_of_all: Phrases
    among: Phrases
    as_planned: Phrases
    excused: Phrases
    first_one: Phrases
    first_round: Phrases
    later_round: Phrases
    trouble: Phrases
    slip: Phrases
    blocked: Phrases
    suspended: Phrases
    cause: Phrases
    nothing: Phrases
    remedies: Phrases
    harmless: Phrases
    catches_up: Phrases
    new_standard: Phrases
    back_pay: Phrases
    pays: Phrases
    paid: Phrases
    paid_to_offices: Phrases
    paying: Phrases
    bounced: Phrases
    cured: Phrases
    vague: Phrases
    boilerplate: Phrases
    idle: Phrases
    asides: Phrases
    matters: Phrases
    matters_settled: Phrases
    recurring: Phrases
    dealing: Phrases
    bargaining: Phrases
    keeps_on: Phrases
    from_then: Phrases
    begun_then: Phrases
    sets_out: Phrases
    first_piece: Phrases
    open_ended: Phrases
    rest: Phrases
    corrected: Phrases
    of_these: Phrases
    some_ones: Phrases
    not_due: Phrases
    last_ones: Phrases
    last_round: Phrases
    season_over: Phrases
    season: Phrases
    this_season: Phrases
    delayed: Phrases
    beside: Phrases
    further: Phrases
    again: Phrases
    share_of_works: Phrases
    adjusted: Phrases
    awaiting: Phrases
    starts: Phrases
    beginning: Phrases
    by_and_by: Phrases
    drafts: Phrases
    preparations: Phrases
    once: Phrases
    takes_effect: Phrases
    still: Phrases
    making: Phrases
    side_approvals: Phrases
    together: Phrases
    grants: Phrases
    lodged: Phrases
    granted: Phrases
    waits: Phrases
    explains: Phrases
    hinges: Phrases
    money: Phrases
    approvals: Phrases
    owed: Phrases
    whole_task: Phrases
    asks_for_all: Phrases
    to_the_end: Phrases
    ended: Phrases
    closing: Phrases
    all_but: Phrases
    built_first: Phrases
    signs: Phrases
    few: Phrases
    undone_ones: Phrases
    all_targets: Phrases
    about_to: Phrases
    failed_tender: Phrases
    awarded: Phrases


class Implied(Section):
    """Verbs of a target that ask for a certain step of a ladder."""

    ladder: str
    step: str
    words: Phrases


class Service(Section):
    """What asks for a service, a document or a policy, and what tells in other words that it is there.

    So does any step of a `ladder`, if one is named.
    """

    asked: Phrases
    told: Phrases
    ladder: str = ""


class MatchingNorms(Section):
    """What helps to tell which words answer which requirement."""

    source: str
    generic: Words
    kept: Words
    counted: Words
    implied: tuple[Implied, ...]
    services: tuple[Service, ...]
    renovation: Phrases
    levels: Phrases
    works: Words
    running: Words
    standing: Phrases
    occasions: Words
    seasonal: Phrases
    lines: Phrases
    averages: Words
    waters: Phrases
    accumulating: Words
    joint: Phrases
    measures: Words
    extents: Words
    rises: Phrases
    falls: Phrases
    risen: Phrases
    reduces: Phrases
    moved_from: Phrases
    risen_to: Phrases
    fallen_to: Phrases
    more_than: Phrases
    net: Words
    gone: Phrases
    added: Phrases
    moved_to: Phrases
    in_hand: Phrases
    wholes: Words
    not_wholes: Phrases
    bases: Phrases
    preparing: Phrases
    aids: Phrases
    groundwork: Phrases
    sweeping: Words
    days: Words
    tasks: Words
    descriptors: Phrases
    sites: Words
    not_sites: Words
    not_site_endings: Words
    structures: Words
    rooms: Words
    lots: Words
    deeds: Words
    districts: Words
    roads: Words
    other_sites: Words
    left_ones: Words
    batches: Phrases
    capacities: Words
    holders: Words
    small_units: Words
    ready: Words
    being_built: Words
    some_have: Words
    served: Words
    benefits: Words
    filled: Words
    new_works: Phrases
    large: Phrases
    linear: Phrases
    buildings: Phrases
    preparatory: Phrases
    tenders: Phrases
    chosen: Phrases
    settled_who: Phrases
    filed: Phrases
    handled: Phrases
    settled: Phrases
    prepared: Phrases
    fitted_out: Phrases
    looked_at: Words
    daily: Phrases
    in_all: Phrases
    weekly: Phrases
    monthly: Phrases
    opposites: tuple[Words, ...]
    halves: tuple[Words, ...]
    hired: Words
    papers: Phrases
    none_to_leave: Phrases
    none_left: Phrases
    full_rates: tuple[Words, ...]
    quality: Phrases
    certified: Phrases
    entitled: Words
    paid_out: Phrases
    handed_out: Words
    titled: Words
    checked: Phrases
    appraised: Words
    complaints: Words
    faults: Phrases
    mended: Words
    faulty: Words
    rate_bases: Phrases
    lacking: Phrases
    running_needs: Phrases
    actions: Words
    persons: Words
    doses: Words
    at_once: Words
    metres: Words
    kilometres: Words
    areas: Words
    groups: Phrases
    no_doubles: Phrases
    designed: Words
    concerning: Phrases
    elsewhere: Phrases
    ready_for: Phrases
    coverage: Phrases
    covered_share: Phrases
    every_one: Words
    purposes: Words
    effects: Phrases
    site_ready: Phrases
    signed_up: Phrases
    cut_by: Phrases
    facilities: Phrases
    totals: Phrases
    taught: Words
    brought: Phrases
    additions: Words
    all_there_are: Words

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of sites that are told by more than a letter."""
        return tuple(kind for kind in self.sites if len(kind) > 1)

    @cached_property
    def services_and_none_left(self) -> tuple[Service, ...]:
        """The kinds of services, with that of what is to leave none, which none that is left tells as done."""
        return (*self.services, Service(asked=self.none_to_leave, told=self.none_left))
