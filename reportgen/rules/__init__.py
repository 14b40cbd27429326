"""The rules, in four families: done, on track, behind, doubt. Importing this package fills the register."""

from reportgen.rules import behind, done, doubt, on_track, unsaid

__all__ = ["behind", "done", "doubt", "on_track", "unsaid"]
