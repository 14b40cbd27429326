"""The rules, in four families: done, on track, behind, doubt. Importing this package fills the register."""

from reportgen.rules import behind, beside, done, doubt, on_track, unsaid

__all__ = ["behind", "beside", "done", "doubt", "on_track", "unsaid"]
