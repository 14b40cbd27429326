"""Mistakes in an office's templates, found without printing anything: each with its file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from jinja2 import TemplateSyntaxError

from reportgen.render import charts
from reportgen.render.page import ENTRY, START_TAG, environment
from reportgen.render.template_names import misnamed
from reportgen.render.tree import Vocabulary

TEMPLATES, PAGES = "*.j2", ".html.j2"
TAG_END = re.compile(r"(?:\{\{.*?\}\}|\{%.*?%\}|\"[^\"]*\"|[^>\"{])*", re.DOTALL)
LITERAL = re.compile(r"([\w-]+)\s*=\s*\"([^\"{]*)\"")


def mistakes(folder: Path, vocabulary: Vocabulary, context: Mapping[str, type]) -> Iterator[str]:
    """Yield a sentence a mistake: broken syntax, unknown tags and classes, misspelt names.

    `context` has the types of the names that the templates are given. Names are looked into only where the syntax of
    all templates is sound.
    """
    found = [sentence for path in sorted(folder.rglob(TEMPLATES)) for sentence in _in_file(path, folder, vocabulary)]
    yield from found
    if any("syntax" in sentence for sentence in found):
        return
    for entry, given in ((ENTRY, context), (charts.TEMPLATE, {"chart": charts.Drawing})):
        for name, line, fault in misnamed(environment(folder), entry, given):
            yield f"{folder / name}:{line}: {fault}; correct it."


def _in_file(path: Path, folder: Path, vocabulary: Vocabulary) -> Iterator[str]:
    try:
        source = path.read_text(encoding="utf-8")
        environment(folder).parse(source, path.name)
    except UnicodeDecodeError:
        yield f"{path}: this is not UTF-8 text, so its syntax cannot be read; save it as UTF-8."
        return
    except TemplateSyntaxError as error:
        yield f"{path}:{error.lineno}: wrong template syntax: {error.message}; correct it."
        return
    if not path.name.endswith(PAGES):
        return
    for tag in START_TAG.finditer(source):
        if name := tag["tag"]:
            attributes = dict(LITERAL.findall(_attributes(source, tag.end())))
            if fault := vocabulary.misfit(name, attributes):
                yield f"{path}:{source.count(chr(10), 0, tag.start()) + 1}: {fault}; correct it."


def _attributes(source: str, start: int) -> str:
    found = TAG_END.match(source, start)
    return found[0] if found else ""
