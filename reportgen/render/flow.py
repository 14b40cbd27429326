"""Where blocks come to stand on their pages: counted beforehand by both writers, each in its own unit of length."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(slots=True)
class Flow:
    """A page as high as `height`, and what is `used` of it so far.

    `kept` is how much of that goes along with the next block. Space above a block stays at the top of a page.
    """

    height: float
    used: float = 0.0
    kept: float = 0.0
    pages: int = 1
    off_grid: bool = False

    def take(
        self,
        pieces: Iterable[float],
        *,
        before: float = 0.0,
        after: float = 0.0,
        again: float = 0.0,
        keeps: bool = False,
    ) -> None:
        """Count a block of pieces (lines, rows) that pages end between.

        `again` is what a further page begins with; a block that `keeps` stands on the page of the next one's beginning.
        """
        space = before
        taken = 0.0
        for piece in pieces:
            if self.used + space + piece > self.height and self.used > self.kept:
                self.used = again if taken else self.kept
                self.pages += 1
            self.used += space + piece
            taken += space + piece
            space = 0.0
        self.used += after
        self.kept = self.kept + taken + after if keeps else 0.0

    def end_on(self, pages: int, used: float) -> None:
        """Go on after a block that has ended so many pages and takes so much of the one it ends on."""
        self.pages, self.used, self.kept = self.pages + pages, used, 0.0

    def to_grid(self, pitch: float, error: float, need: float) -> float:
        """Tell what lacks to the next line of the grid, if what stands above is off it by more than `error`.

        A block that needs more room than is left begins a page, and nothing lacks.
        """
        lacking = -self.used % pitch if self.off_grid else 0.0
        self.off_grid = False
        return lacking if error < lacking < pitch - error and self.used + lacking + need <= self.height else 0.0
