"""What the card says when a page has ended, by why it did."""

from __future__ import annotations

import pytest
from tests.support.quiet_parts import QuietWarden

from stoa.engine.ending import Ending
from stoa.shell.room_endings import words_of_end


@pytest.mark.parametrize(
    ("ending", "title", "reason"),
    [
        (Ending.CRASHED, "Cards crashed", "Its page stopped."),
        (Ending.MEMORY, "Cards needed too much memory", "more memory than an app may"),
        (Ending.THREADS, "Cards did too much at once", "more workers, frames or sounds than an app may"),
        (Ending.FLOOD, "Cards sent too much at once", "more lines to its console than Stoa can read"),
    ],
)
def test_the_card_says_why_and_offers_to_load_again(qapp, ending, title, reason):
    shown, text, button = words_of_end("Cards", QuietWarden(ending))
    assert (shown, button) == (title, "Reload")
    assert reason in text
    assert "kept" in text


def test_a_page_that_has_to_wait_gets_no_button_and_says_how_long(qapp):
    title, text, button = words_of_end("Cards", QuietWarden(Ending.MEMORY, True, 30.0, 12.0))
    assert (title, button) == ("Cards stops again and again", None)
    assert "more memory" in text
    assert "30 seconds" in text


def test_after_the_wait_it_can_be_loaded_again(qapp):
    title, text, button = words_of_end("Cards", QuietWarden(Ending.CRASHED, True, 30.0, 0.0))
    assert (title, button) == ("Cards stops again and again", "Reload")
    assert "30" not in text
