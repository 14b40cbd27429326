"""Every rule cites the norms that it goes by, so that the printed rulebook tells all that is in force."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator
from types import FunctionType

import pytest

from reportgen.facts.reading import Reading
from reportgen.norms import Norms
from reportgen.rule import Rule
from reportgen.rules import REGISTER


@pytest.mark.parametrize("entry", REGISTER.values(), ids=REGISTER)
def test_a_rule_cites_what_it_goes_by(entry: Rule, norms: Norms) -> None:
    """All keys of the norms that a rule reads, itself or by the helpers that it calls, are among its sources."""
    read = {key for function in _called(entry.judgement) for key in _keys(function, norms)}
    cited = set(entry.sources)
    assert {key for key in read if not cited & {key, key.partition(".")[0]}} == set()


def test_what_stands_under_another_name_is_found(norms: Norms) -> None:
    """A section that a function calls by a name of its own is read all the same."""

    def judgement(reading: Reading, norms: Norms) -> tuple[str, ...]:
        words, _ = norms.matching, reading
        return (*words.levels, *norms.phrases.not_, *reading.norms.phrases.slow)

    assert set(_keys(judgement, norms)) == {"matching.levels", "phrases.not", "phrases.slow"}


def _called(function: Callable[..., object]) -> list[FunctionType]:
    """List a rule's function and all functions of the package of rules that it calls."""
    found: list[FunctionType] = []
    waiting: list[object] = [function]
    while waiting:
        one = inspect.unwrap(waiting.pop())  # type: ignore[arg-type]  # what is no function unwraps to itself
        if isinstance(one, FunctionType) and one.__module__.startswith("reportgen.rules.") and one not in found:
            found.append(one)
            names = (node.id for node in ast.walk(_tree(one)) if isinstance(node, ast.Name))
            waiting += [one.__globals__.get(name) for name in names]
    return found


def _keys(function: Callable[..., object], norms: Norms) -> Iterator[str]:
    """Give the keys that a function reads as norms.section.key, or by a name that it gives a section."""
    tree = _tree(function)
    names = dict(_sections(tree))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute):
            continue
        section = _section(node.value) or (names.get(node.value.id, "") if isinstance(node.value, ast.Name) else "")
        if section:
            fields = type(getattr(norms, section)).model_fields
            yield f"{section}.{fields[node.attr].alias or node.attr}"


def _sections(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Pair the names that a function gives to sections with these."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            target, value = node.targets[0], node.value
            pairs: list[tuple[ast.expr, ast.expr]] = [(target, value)]
            if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                pairs = list(zip(target.elts, value.elts, strict=True))
            yield from ((name.id, _section(held)) for name, held in pairs if isinstance(name, ast.Name))


def _section(node: ast.AST) -> str:
    """Name the section that stands as norms.section or reading.norms.section."""
    match node:
        case ast.Attribute(value=ast.Name(id="norms") | ast.Attribute(attr="norms"), attr=section):
            return section
    return ""


def _tree(function: Callable[..., object]) -> ast.AST:
    return ast.parse(textwrap.dedent(inspect.getsource(function)))
