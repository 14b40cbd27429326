"""How like items were judged: the probabilities of each status by an item's words alone, apart from all rules."""

from reportgen.precedents.traits import traits
from reportgen.precedents.weights import Probabilities, probabilities, speaking

__all__ = ["Probabilities", "probabilities", "speaking", "traits"]
