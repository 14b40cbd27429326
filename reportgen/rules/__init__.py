"""The rules, in four families: done, on track, behind, doubt, and the register that they enter."""

from reportgen.rule import REGISTER
from reportgen.rules import behind, beside, done, doubt, on_track, own_words, unsaid

__all__ = ["REGISTER", "behind", "beside", "done", "doubt", "on_track", "own_words", "unsaid"]
