"""Names in templates followed from the types of what they are given, through includes, loops and assignments."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Literal

from jinja2 import Environment, TemplateNotFound, nodes
from jinja2.runtime import LoopContext

# What is known of a value: its type as annotated, a method, or None for nothing.
Kind = Any
ANYTHING: object = Any
WORDS: object = Literal
UNION: object = typing.Union
Names = dict[str, Kind]
Fault = tuple[str, int, str]


def misnamed(templates: Environment, entry: str, context: Mapping[str, type]) -> Iterator[Fault]:
    """Yield (template, line, fault) for each name, attribute or include that does not exist, by file and line."""
    follower = _Follower(templates)
    follower.template(entry, dict(context), 0, entry)
    yield from sorted(follower.faults)


@dataclass(frozen=True, slots=True)
class _Method:
    """A method, and what it returns."""

    returns: Kind


class _Follower:
    """Walks templates as they would run, with the kinds of the names at each place."""

    def __init__(self, templates: Environment) -> None:
        self._templates = templates
        self._current = ""
        self.faults: set[Fault] = set()

    def template(self, name: str, names: Names, line: int, asker: str) -> None:
        """Walk a template that another one includes on some line."""
        try:
            source = self._source(name)
        except TemplateNotFound:
            self.faults.add((asker, line, f"there is no template {name!r}"))
            return
        before, self._current = self._current, name
        self._all(self._templates.parse(source, name).body, dict(names))
        self._current = before

    def _source(self, name: str) -> str:
        assert self._templates.loader is not None
        return self._templates.loader.get_source(self._templates, name)[0]

    def _all(self, children: Iterable[nodes.Node], names: Names) -> None:
        for child in children:
            self.visit(child, names)

    def visit(self, node: nodes.Node, names: Names) -> Kind:
        """Walk a node, and tell the kind of an expression as far as it is known."""
        if visit := VISITS.get(type(node)):
            return visit(self, node, names)
        self._all(node.iter_child_nodes(), names)
        return None

    def _fault(self, node: nodes.Node, fault: str) -> None:
        self.faults.add((self._current, node.lineno, fault))

    def named(self, node: nodes.Name, names: Names) -> Kind:
        if node.name not in names and node.name not in self._templates.globals:
            self._fault(node, f"{node.name!r} is not a name here{_offer(node.name, names)}")
        return names.get(node.name)

    def constant(self, node: nodes.Const, _: Names) -> Kind:
        return Literal[node.value] if isinstance(node.value, str) else type(node.value)

    def attribute(self, node: nodes.Getattr, names: Names) -> Kind:
        owner = _plain(self.visit(node.node, names))
        if owner is None or isinstance(owner, _Method):
            return None
        if _is(owner, Mapping):
            pairs = types.GenericAlias(tuple, (types.GenericAlias(tuple, typing.get_args(owner)), ...))
            return _Method(pairs) if node.attr == "items" else None
        members = _members(owner)
        if node.attr not in members:
            name = (typing.get_origin(owner) or owner).__name__
            self._fault(node, f"{name} has no {node.attr!r}{_offer(node.attr, members)}")
        return members.get(node.attr)

    def item(self, node: nodes.Getitem, names: Names) -> Kind:
        self.visit(node.arg, names)
        owner = self.visit(node.node, names)
        return owner if isinstance(node.arg, nodes.Slice) else _element(owner)

    def call(self, node: nodes.Call, names: Names) -> Kind:
        called = self.visit(node.node, names)
        self._all([*node.args, *node.kwargs], names)
        return called.returns if isinstance(called, _Method) else None

    def loop(self, node: nodes.For, names: Names) -> None:
        inner = names | {"loop": LoopContext}
        bind(node.target, self._looped(node.iter, names), inner)
        self._all([*([node.test] if node.test else []), *node.body], inner)
        self._all(node.else_, names)

    def _looped(self, node: nodes.Node, names: Names) -> Kind:
        """Tell the kind of what a loop runs over; of words written out, those words."""
        if not isinstance(node, nodes.List | nodes.Tuple):
            return _element(self.visit(node, names))
        kinds = [self.visit(item, names) for item in node.items]
        words = [word for kind in kinds if typing.get_origin(kind) is WORDS for word in typing.get_args(kind)]
        return Literal[tuple(words)] if len(words) == len(kinds) > 0 else next(iter(kinds), None)

    def assign(self, node: nodes.Assign, names: Names) -> None:
        bind(node.target, self.visit(node.node, names), names)

    def pair(self, node: nodes.Tuple, names: Names) -> Kind:
        kinds = [self.visit(item, names) for item in node.items]
        known = (Any if kind is None or isinstance(kind, _Method) else kind for kind in kinds)
        return types.GenericAlias(tuple, tuple(known))

    def macro(self, node: nodes.Macro, names: Names) -> None:
        names[node.name] = None
        self._all(node.body, names | {argument.name: None for argument in node.args})

    def include(self, node: nodes.Include, names: Names) -> None:
        self.visit(node.template, names)
        if isinstance(node.template, nodes.Const):
            wanted = [node.template.value]
        else:
            pattern = re.compile(self._pattern(node.template, names))
            wanted = [name for name in self._templates.list_templates() if pattern.fullmatch(name)]
        for name in wanted:
            self.template(name, names, node.lineno, self._current)

    def _pattern(self, node: nodes.Node, names: Names) -> str:
        """Write the names that a computed include may have as a pattern."""
        if isinstance(node, nodes.Concat):
            return "".join(self._pattern(part, names) for part in node.nodes)
        kind = self.visit(node, names)
        if typing.get_origin(kind) is WORDS:
            return f"(?:{'|'.join(re.escape(word) for word in typing.get_args(kind))})"
        return "[^/]*"


VISITS: dict[type[nodes.Node], Callable[[_Follower, Any, Names], Kind]] = {
    nodes.Name: _Follower.named,
    nodes.Const: _Follower.constant,
    nodes.Getattr: _Follower.attribute,
    nodes.Getitem: _Follower.item,
    nodes.Call: _Follower.call,
    nodes.For: _Follower.loop,
    nodes.Assign: _Follower.assign,
    nodes.Tuple: _Follower.pair,
    nodes.Macro: _Follower.macro,
    nodes.Include: _Follower.include,
}


def bind(target: nodes.Node, kind: Kind, names: Names) -> None:
    """Give the names of an assignment's or loop's target their kinds."""
    if isinstance(target, nodes.Name):
        names[target.name] = None if kind is ANYTHING else kind
    elif isinstance(target, nodes.Tuple):
        parts = typing.get_args(kind) if _is(kind, tuple) else ()
        known = parts if len(parts) == len(target.items) and ... not in parts else [None] * len(target.items)
        for item, part in zip(target.items, known, strict=True):
            bind(item, part, names)


def _plain(kind: Kind) -> Kind:
    """Take None out of a union; words written out are plain text."""
    if typing.get_origin(kind) is WORDS:
        return str
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is UNION:
        parts = [part for part in typing.get_args(kind) if part is not types.NoneType]
        return parts[0] if len(parts) == 1 else None
    return None if kind is ANYTHING else kind


def _is(kind: Kind, base: type) -> bool:
    origin = typing.get_origin(kind)
    return isinstance(origin, type) and issubclass(origin, base)


def _element(kind: Kind) -> Kind:
    """Tell what a loop over this kind, or an item of it, gives."""
    kind = _plain(kind)
    parts = typing.get_args(kind)
    if _is(kind, Mapping):
        return None
    if _is(kind, Iterable) and parts:
        return parts[0] if len(parts) == 1 or parts[-1] is Ellipsis else None
    return None


def _members(owner: Kind) -> dict[str, Kind]:
    """Name what a value has, with the kinds of fields, properties and methods."""
    kind = typing.get_origin(owner) or owner
    found: dict[str, Kind] = {name: None for name in dir(kind) if not name.startswith("_")}
    for name in found:
        member = getattr(kind, name, None)
        if isinstance(member, property):
            found[name] = _hints(member.fget).get("return")
        elif isinstance(member, types.FunctionType):
            found[name] = _Method(_hints(member).get("return"))
    return found | {name: hint for name, hint in _hints(kind).items() if not name.startswith("_")}


def _hints(thing: object) -> dict[str, Kind]:
    try:
        return typing.get_type_hints(thing)
    except (NameError, TypeError):
        return {}


def _offer(name: str, known: Iterable[str]) -> str:
    close = get_close_matches(name, known, 1)
    return f"; {close[0]!r} is" if close else ""
