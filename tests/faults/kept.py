"""Inside the running program: whether everything that comes back after a fall is on the disk."""

from __future__ import annotations

from stoa.wiring.program import Program
from tests.support.living import living


def all_is_kept() -> bool:
    """Whether window, reading place, tabs and draft are kept as they are now."""
    program = living(Program)
    assert program is not None
    settings = program.stores.settings
    mine = settings.of_account(program.account.id)
    return (
        settings.get("window", {}) == program.window.state()
        and mine.get("feed", {}) == program.feed.scroll_state()
        and len(program.feed.scroll_state()) > 1
        and len(mine.get("tabs", {}).get("open", [])) == 2
        and bool(mine.get("draft", {}).get("text"))
    )
