"""Does a measure still work? Eight questions, and the verdict that the five deciding answers allow.

An answer counts once it has a word of proof; else it is as good as not given. A verdict is spoken only where no answer
that is still missing could change it: what is not verified is never called effective.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

QUESTIONS = tuple(f"Q{n}" for n in range(1, 9))
ANSWERED = tuple(q for q in QUESTIONS if q != "Q5")  # Q5 asks for numbers
DECIDING = ("Q1", "Q2", "Q3", "Q4", "Q6")
ANSWERS = ("yes", "partly", "no")
EFFECTIVE, PARTLY, ENDED, NOT_VERIFIED = "effective", "partly", "ended", "not_verified"

_ENOUGH = {  # answers with which a question speaks for "effective"
    "Q1": ("yes",),
    "Q2": ("yes",),
    "Q3": ("yes", "partly"),
    "Q4": ("yes", "partly"),
    "Q6": ("yes", "partly"),
}


def verdict(answers: Mapping[str, str]) -> str:
    """Judge a measure by Q1, Q2, Q3, Q4 and Q6; what is no answer there is not verified.

    Ended: Q1 is no. Effective: Q1 and Q2 are yes, Q3, Q4 and Q6 at least partly. Partly: one of these is known to fail.
    """
    known = {q: answers[q] for q in DECIDING if answers.get(q) in ANSWERS}
    if "Q1" not in known:
        return NOT_VERIFIED
    if known["Q1"] == "no":
        return ENDED
    if any(answer not in _ENOUGH[q] for q, answer in known.items()):
        return PARTLY
    return EFFECTIVE if len(known) == len(DECIDING) else NOT_VERIFIED


def verified(check: Mapping[str, str]) -> dict[str, str]:
    """Keep the answers that have a word of proof."""
    return {q: check[q] for q in ANSWERED if check.get(q) and check.get(f"{q}_word")}


@dataclass(frozen=True)
class Rate:
    """How many of the checked measures are still effective; ``due`` counts those not checked too."""

    effective: int
    partly: int
    ended: int
    due: int

    @property
    def checked(self) -> int:
        return self.effective + self.partly + self.ended

    @property
    def share(self) -> Fraction | None:
        """Effective measures among those checked; None where none was."""
        return Fraction(self.effective, self.checked) if self.checked else None


def rate(verdicts: Iterable[str]) -> Rate:
    """Count verdicts, one a measure that is due."""
    told = list(verdicts)
    return Rate(told.count(EFFECTIVE), told.count(PARTLY), told.count(ENDED), len(told))
