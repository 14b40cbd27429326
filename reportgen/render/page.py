"""From the Briefing to the page: the office's templates filled in, and the result checked."""

from __future__ import annotations

import re
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.ext import Extension
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from reportgen.errors import SettingsError
from reportgen.render import theme as themes
from reportgen.render.symbols import INSTEAD
from reportgen.render.tree import ORIGIN, Element, Vocabulary, parse

if TYPE_CHECKING:
    from reportgen.briefing import Briefing, Chart
    from reportgen.labels import Labels

ENTRY = "page.html.j2"
# What XML, and so neither file, can hold.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
START_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|(?P<br><br\s*/?>)|<(?P<tag>[A-Za-z][\w-]*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Page:
    """What both writers print: the checked tree, the title on one line, the charts by name, and the folder
    of the templates, which has the look of the charts too.
    """

    root: Element
    title: str
    charts: Mapping[str, Chart]
    templates: Path


def render(briefing: Briefing, labels: Labels, templates: Path, instead: Mapping[int, str] = INSTEAD) -> Page:
    """Fill in the templates of a folder and check the result against its theme.

    The templates see `briefing` and `labels`; `instead` has what is printed in some characters' stead. A fault is a
    SettingsError that names the template and the line.
    """
    vocabulary = Vocabulary.of(themes.load(templates / "theme.toml"))
    try:
        markup = fill(environment(templates, (Origins,), instead), ENTRY, {"briefing": briefing, "labels": labels})
        root = parse(markup, vocabulary)
        _check_charts(root, briefing.charts)
    except SettingsError as error:
        raise SettingsError(f"{templates}/{error}") from error
    titles = (node.text.replace("\n", "") for node in root.walk() if node.tag == "h1")
    charts = {name: _printable_chart(chart, instead) for name, chart in briefing.charts.items()}
    return Page(root, next(titles, ""), charts, templates)


def _check_charts(root: Element, charts: Mapping[str, Chart]) -> None:
    for node in root.walk():
        if node.tag == "figure" and node.get("data-chart") not in charts:
            known = ", ".join(charts) or "none"
            name = node.get("data-chart")
            raise SettingsError(
                f"{ENTRY}: a figure names the chart {name!r}, but the briefing has {known}; correct it."
            )


def environment(
    templates: Path, extensions: Sequence[type[Extension]] = (), instead: Mapping[int, str] = INSTEAD
) -> SandboxedEnvironment:
    """Make the templates' sandbox: misspelt names stop the run, values are escaped, nothing else is reachable."""
    return SandboxedEnvironment(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=partial(_printable, instead=instead),
        extensions=extensions,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def fill(sandbox: SandboxedEnvironment, entry: str, context: Mapping[str, object]) -> str:
    """Fill in a template; a fault is a SettingsError that names the template and the line."""
    try:
        return sandbox.get_template(entry).render(context)
    except TemplateSyntaxError as error:
        raise SettingsError(f"{error.name or entry}:{error.lineno}: {error.message}; correct it.") from error
    except TemplateError as error:
        raise SettingsError(f"{_where(error, sandbox, entry)}: {error.message}; correct the template.") from error
    except (TypeError, ValueError, ArithmeticError) as error:
        raise SettingsError(f"{_where(error, sandbox, entry)}: {error}; correct the template.") from error


class Origins(Extension):
    """Give every tag in a template an attribute that names the template and the line."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 (Jinja gives it)
        return START_TAG.sub(lambda found: _with_origin(found, source, name or ENTRY), source)


def _with_origin(found: re.Match[str], source: str, name: str) -> str:
    origin = f'{ORIGIN}="{name}:{source.count(chr(10), 0, found.start()) + 1}"'
    if found["br"]:
        return f"<br {origin}/>"
    return f"<{found['tag']} {origin}" if found["tag"] else found[0]


def _printable_chart(chart: Chart, instead: Mapping[int, str]) -> Chart:
    names = tuple(name.translate(instead) for name in chart.categories)
    return replace(chart, categories=names, alt=chart.alt.translate(instead))


def _printable(value: object, instead: Mapping[int, str]) -> object:
    """Keep a value's line ends as breaks, put signs that print for those that do not, drop what no file can hold."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    clean = UNPRINTABLE.sub("", value.translate(instead).replace("\r\n", "\n").replace("\r", "\n"))
    return Markup("<br/>").join(escape(line) for line in clean.split("\n")) if "\n" in clean else clean


def _where(error: Exception, sandbox: SandboxedEnvironment, entry: str) -> str:
    """Find the innermost line of a template that an error passed through."""
    assert isinstance(sandbox.loader, FileSystemLoader)
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        for folder in sandbox.loader.searchpath:
            if Path(frame.filename).is_relative_to(folder):
                return f"{Path(frame.filename).relative_to(folder)}:{frame.lineno}"
    return entry
