"""A second implementation of the rules, slow and obvious, to compare the program with.

It reads a contest folder (contest.yaml and long-form CSV) and computes the standings in the shape
of `biwu rank --format json`. It is written from the rules alone and shares nothing with the C code:
every number is a Fraction, every step is done in the order in which the rules tell it, and nothing
is done twice as fast where it could be done plainly.

Keys of contest.yaml that change the result and that are not computed here raise NotComputed, so
that a comparison never passes because both sides ignored a rule.

    python3 -m reference FOLDER
"""

from .number import Fault, NotComputed
from .standings import standings

__all__ = ["Fault", "NotComputed", "standings"]
