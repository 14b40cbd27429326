"""Which words name the same thing."""

from reportgen.facts.words.topics import coverage, score


def test_likeness_does_not_hang_on_the_order_of_a_set() -> None:
    """Weights are summed to the last digit, so that a bound is met or missed in each run alike (ten times 0.1 is 1)."""
    pairs = frozenset(["甲乙", "丙丁", "戊己", "庚辛", "壬癸", "子丑", "寅卯", "辰巳", "午未", "申酉"])
    weight = dict.fromkeys(pairs, 0.1)
    assert score(pairs, pairs, weight) == 1
    assert coverage([pairs - {"甲乙"}], pairs, weight) == [0.9]
