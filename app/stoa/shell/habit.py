"""Whether a sign of what a person is about to do is worth acting on. A rule only: it counts, and knows no clock."""

from __future__ import annotations

# So often a sign may lead nowhere in a row. Ctrl begins many things beside a step to the next tab: who never steps so
# pays for it three times in a start of the program, and who does finds the tab ready nearly always.
NOWHERE_MAX = 3


class Habit:
    """Follows one sign. It is likely to lead somewhere again as long as it did one of the last few times."""

    def __init__(self) -> None:
        self._nowhere = 0

    @property
    def is_likely(self) -> bool:
        """Whether to act on the sign now."""
        return self._nowhere < NOWHERE_MAX

    def lead_somewhere(self) -> None:
        """The sign was followed by what it announces."""
        self._nowhere = 0

    def lead_nowhere(self) -> None:
        """The sign was followed by something else, or by nothing."""
        self._nowhere += 1
