"""WeasyPrint, loaded without detours and kept from doing over and over what is done once."""

from __future__ import annotations

import ctypes.util
import gc
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from weasyprint.text.fonts import FontConfiguration

# Many objects live until the end of the layout; collecting them over and over only costs time.
PATIENT = (200_000, 50, 100)


@lru_cache(maxsize=1)
def load() -> Any:
    """Import WeasyPrint, quiet about what is not a fault."""
    with _no_library_search():
        import weasyprint
        import weasyprint.urls
    for name in ("weasyprint", "fontTools"):
        logging.getLogger(name).setLevel(logging.ERROR)
    _list_pages_once()
    return weasyprint


@lru_cache(maxsize=1)
def fonts() -> FontConfiguration:
    """Keep one configuration a process: making one reads all fonts of the machine."""
    load()
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


@contextmanager
def patient_collector() -> Iterator[None]:
    """Collect garbage more rarely for a while."""
    usual = gc.get_threshold()
    gc.set_threshold(*PATIENT)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@contextmanager
def _no_library_search() -> Iterator[None]:
    """Let libraries be loaded by their names alone.

    WeasyPrint tries the names that each has on other systems first, and for every one of those ctypes starts ldconfig,
    gcc and ld: a third of the import. On Linux the right names load without a search.
    """
    usual = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None  # noqa: ARG005 (the name is not looked for)
    try:
        yield
    finally:
        ctypes.util.find_library = usual


def _list_pages_once() -> None:
    """Let pydyf keep its list of pages: it makes the list anew for every tagged box, so time grows with its square."""
    from weasyprint.pdf import pydyf

    listed = pydyf.PDF.page_references.fget

    def page_references(pdf: Any) -> tuple[bytes, ...]:
        known: tuple[int, tuple[bytes, ...]] = getattr(pdf, "listed_pages", (0, ()))
        count = len(pdf.pages["Kids"])
        if known[0] != count:
            pdf.listed_pages = known = (count, listed(pdf))
        return known[1]

    pydyf.PDF.page_references = property(page_references)
