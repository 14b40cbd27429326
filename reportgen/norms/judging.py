"""What the judge goes by: thresholds, phrases, and the words that tie a report to what is asked."""

from __future__ import annotations

from decimal import Decimal

from pydantic import Field

from reportgen.norms.section import Phrases, Section


class Thresholds(Section):
    """Figures that decide; shares in %, points in percentage points."""

    source: str
    behind_points: Decimal
    built_points: Decimal
    seasonal_points: Decimal
    small_from: Decimal
    forecast_likely: Decimal
    forecast_sure: Decimal
    rest_unsure: Decimal
    near_plan: Decimal
    about_met: Decimal
    stage_slack: Decimal
    floor_days: int
    stage_points: Decimal
    closing_share: Decimal
    percent_gap: Decimal
    implausible_times: Decimal


class PhraseNorms(Section):
    """Regular expressions over folded text, by what they say."""

    source: str
    not_: Phrases = Field(alias="not")
    intended: Phrases
    under_way: Phrases
    weakly_under_way: Phrases
    partial: Phrases
    reached: Phrases
    whole_claims: Phrases
    clause_claims: Phrases
    ahead: Phrases
    slow: Phrases
    formerly: Phrases = ()
    opens: Phrases = ()
    excepted: Phrases = ()
    trouble: Phrases = ()
    slip: Phrases
    blocked: Phrases
    cause: Phrases
    nothing: Phrases
    remedies: Phrases
    cured: Phrases
    vague: Phrases
    idle: Phrases
    asides: Phrases
    recurring: Phrases
    dealing: Phrases
    schemes: Phrases = ()
    keeps_on: Phrases
    from_then: Phrases
    begun_then: Phrases
    open_ended: Phrases
    rest: Phrases
    of_these: Phrases
    not_due: Phrases
    last_ones: Phrases
    last_round: Phrases
    season_over: Phrases
    season: Phrases
    this_season: Phrases
    beside: Phrases
    share_of_works: Phrases
    adjusted: Phrases
    awaiting: Phrases
    starts: Phrases
    beginning: Phrases
    still: Phrases
    making: Phrases
    side_approvals: Phrases
    waits: Phrases
    hinges: Phrases
    money: Phrases
    unsettled: Phrases
    approvals: Phrases
    owed: Phrases
    whole_task: Phrases
    asks_for_all: Phrases
    to_the_end: Phrases
    ended: Phrases
    closing: Phrases
    few: Phrases
    all_targets: Phrases
    about_to: Phrases
    failed_tender: Phrases


class Implied(Section):
    """Verbs of a target that ask for a certain step of a ladder."""

    ladder: str
    step: str
    words: Phrases


class MatchingNorms(Section):
    """What helps to tell which words answer which requirement."""

    source: str
    generic: tuple[str, ...]
    kept: tuple[str, ...]
    counted: tuple[str, ...]
    implied: tuple[Implied, ...]
    renovation: Phrases
    levels: Phrases
    works: tuple[str, ...]
    running: tuple[str, ...]
    standing: Phrases
    occasions: tuple[str, ...]
    seasonal: Phrases
    collective: tuple[str, ...]
    lines: Phrases
    averages: tuple[str, ...]
    waters: Phrases
    accumulating: tuple[str, ...]
    joint: Phrases
    measures: tuple[str, ...]
    rises: Phrases
    falls: Phrases
    wholes: tuple[str, ...]
    bases: Phrases
    preparing: Phrases
    aids: Phrases
    groundwork: Phrases
    sweeping: tuple[str, ...]
    days: tuple[str, ...]
    tasks: tuple[str, ...]
    descriptors: Phrases
    sites: tuple[str, ...]
    not_sites: tuple[str, ...]
    structures: tuple[str, ...]
    batches: Phrases
    capacities: tuple[str, ...]
    small_units: tuple[str, ...]
    ready: tuple[str, ...]
    filled: tuple[str, ...]
    new_works: Phrases
    large: Phrases
    linear: Phrases
    buildings: Phrases
    preparatory: Phrases
    chosen: Phrases
    filed: Phrases
    handled: Phrases
    settled: Phrases
    prepared: Phrases
    daily: Phrases
    actions: tuple[str, ...]
    persons: tuple[str, ...]
    at_once: tuple[str, ...]
    metres: tuple[str, ...]
    kilometres: tuple[str, ...]
    areas: tuple[str, ...]
    designed: tuple[str, ...]
    concerning: Phrases = ()
    ready_for: Phrases = ()
    coverage: Phrases = ()
    site_ready: Phrases = ()
    signed_up: Phrases = ()
    cut_by: Phrases = ()
    facilities: Phrases
    totals: Phrases
