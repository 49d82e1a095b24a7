"""Whom a pronoun means: "he", "she", "it" and "they" as sources, and whoever else is spoken of so."""

from sayso.extract.pronouns.rules import Pronouns
from sayso.extract.pronouns.weighing import Weighed, Weigher

__all__ = ["Pronouns", "Weighed", "Weigher"]
