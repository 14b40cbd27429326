"""From the Briefing to the page: the office's templates filled in, and the result checked."""

from __future__ import annotations

import re
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.ext import Extension
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from reportgen.errors import SettingsError
from reportgen.render import theme as themes
from reportgen.render.tree import ORIGIN, Element, Vocabulary, parse

if TYPE_CHECKING:
    from reportgen.briefing import Briefing, Chart

ENTRY = "page.html.j2"
LANGUAGE = "zh-CN"
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
    lang: str = LANGUAGE


def render(briefing: Briefing, labels: Mapping[str, Any], templates: Path) -> Page:
    """Fill in the templates of a folder and check the result against its theme.

    The templates see `briefing` and `labels`. A fault is a SettingsError that names the template and the line.
    """
    vocabulary = Vocabulary.of(themes.load(templates / "theme.toml"))
    root = parse(fill(templates, {"briefing": briefing, "labels": labels}), vocabulary)
    _check_charts(root, briefing.charts)
    titles = (node.text.replace("\n", "") for node in root.walk() if node.tag == "h1")
    return Page(root, next(titles, ""), briefing.charts, templates)


def _check_charts(root: Element, charts: Mapping[str, Chart]) -> None:
    for node in root.walk():
        if node.tag == "figure" and node.get("data-chart") not in charts:
            known = ", ".join(charts) or "none"
            name = node.get("data-chart")
            raise SettingsError(
                f"{ENTRY}: a figure names the chart {name!r}, but the briefing has {known}; correct it."
            )


def environment(templates: Path) -> SandboxedEnvironment:
    """Make the templates' sandbox: misspelt names stop the run, values are escaped, nothing else is reachable."""
    return SandboxedEnvironment(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_printable,
        extensions=[Origins],
        trim_blocks=True,
        lstrip_blocks=True,
    )


def fill(templates: Path, context: Mapping[str, object]) -> str:
    """Fill in the entry template; the markup's tags tell where they came from."""
    try:
        return environment(templates).get_template(ENTRY).render(context)
    except TemplateSyntaxError as error:
        raise SettingsError(f"{error.name or ENTRY}:{error.lineno}: {error.message}; correct it.") from error
    except TemplateError as error:
        raise SettingsError(f"{_where(error, templates)}: {error.message}; correct the template.") from error
    except (TypeError, ValueError, ArithmeticError) as error:
        raise SettingsError(f"{_where(error, templates)}: {error}; correct the template.") from error


class Origins(Extension):
    """Give every tag in a template an attribute that names the template and the line."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 (Jinja's)
        return START_TAG.sub(lambda found: _with_origin(found, source, name or ENTRY), source)


def _with_origin(found: re.Match[str], source: str, name: str) -> str:
    origin = f'{ORIGIN}="{name}:{source.count(chr(10), 0, found.start()) + 1}"'
    if found["br"]:
        return f"<br {origin}/>"
    return f"<{found['tag']} {origin}" if found["tag"] else found[0]


def _printable(value: object) -> object:
    """Keep a value's line ends as breaks, and drop what no file can hold."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    clean = UNPRINTABLE.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    return Markup("<br/>").join(escape(line) for line in clean.split("\n")) if "\n" in clean else clean


def _where(error: Exception, templates: Path) -> str:
    """Find the innermost line of a template that an error passed through."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.is_relative_to(templates):
            return f"{path.relative_to(templates)}:{frame.lineno}"
    return ENTRY
