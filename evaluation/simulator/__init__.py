"""Stories grown by chance, of which everything is known: who took the claim from whom, the roots, what changed where.

A claim is a sentence with slots (actor, number, bound, unit, place, time, purpose, hedge). A root says it; outlets copy,
rewrite and relay it, and change it on the way; other events that share its names stand between. One seed gives one story.

    from evaluation.simulator import simulate, simulate_readings

What comes out are `sayso.evaluate.story.Story` values, or readings with vectors for measuring speed without the model.
`python -m evaluation.simulator --help` writes either into files.
"""

from .growing import grow
from .rates import RATES, Rates
from .readings import SimulatedReading, read_perfectly, simulate_readings
from .stories import simulate, simulate_story

__all__ = [
    "RATES",
    "Rates",
    "SimulatedReading",
    "grow",
    "read_perfectly",
    "simulate",
    "simulate_readings",
    "simulate_story",
]
