from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, QRect
from PySide6.QtGui import QFont

from stoa.services.feed.posts import Author, Jump, Origin, Post
from stoa.services.surveys.api import Question, QuestionKind, Survey
from stoa.shell.feed.card_style import FOLDED_LINES, MOST_LINES, CardStyle, reads_rtl
from stoa.shell.feed.glide import Glide
from stoa.shell.feed.survey_face import face
from stoa.shell.feed.wording import age_text, jump_subtitle, meta_text, new_posts_text, number_text, survey_note

M, H, D = 60_000, 3_600_000, 86_400_000
NOW = 1_767_225_600_000
POST = Post(
    1, NOW - 12 * M, Author("Corner Kitchen", "kitchen"), None, "text", None, None, None, Origin.ACCOUNT, None, 0, 0,
    False, False,
)  # fmt: skip


@pytest.fixture(autouse=True)
def english():
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (1284, "1,284"), (9999, "9,999"), (12_400, "12.4K"), (250_000, "250K"), (3_400_000, "3.4M")],
)
def test_counts_are_grouped_and_then_short(number: int, text: str):
    assert number_text(number) == text


@pytest.mark.parametrize(
    ("passed", "text"),
    [(0, "now"), (12 * M, "12 min"), (H, "1 h"), (3 * D, "3 d"), (9 * D, "23 Dec 2025")],
)
def test_ages_are_short(passed: int, text: str):
    assert age_text(NOW - passed, NOW) == text


def test_the_line_under_a_name_says_what_the_post_came_with():
    jump = Jump("org.stoa.recipes", "Recipes", "/", "Shakshuka", "20 min")
    assert meta_text(POST, NOW) == "@kitchen · 12 min"
    assert meta_text(replace(POST, jump=jump), NOW) == "@kitchen · 12 min · shared from Recipes"
    assert meta_text(replace(POST, jump=jump, survey_id="s"), NOW) == "@kitchen · 12 min · survey from Recipes"
    assert meta_text(replace(POST, survey_id="s"), NOW) == "@kitchen · 12 min · survey"
    assert meta_text(replace(POST, author=Author("K", "")), NOW) == "12 min"
    assert jump_subtitle(replace(POST, jump=jump)) == "Recipes · 20 min"
    assert jump_subtitle(replace(POST, url="https://www.blog.example/x")) == "blog.example"


@pytest.mark.parametrize(
    ("changes", "note"),
    [
        ({"voters": 1}, "1 vote"),
        ({"voters": 1284, "closes_at": NOW + 2 * D}, "1,284 votes · closes in 2 days"),
        ({"closes_at": NOW + 40 * M}, "0 votes · closes in 40 min"),
        ({"closes_at": NOW + 5 * H}, "0 votes · closes in 5 h"),
        ({"closed": True}, "0 votes · closed"),
        ({"voters": 1, "voted": True, "can_change": True}, "1 vote · you can change your vote"),
        ({"voters": 1, "voted": True}, "1 vote · results after closing"),
    ],
)
def test_the_line_under_a_survey_says_how_it_stands(changes: dict[str, object], note: str):
    question = Question(kind=QuestionKind.SINGLE, text="Where?", options=["a", "b"])
    values: dict[str, object] = {
        "id": "s", "title": "T", "questions": [question], "created_at": 0, "closed": False, "mine": False,
        "voted": False, "voters": 0,
    }  # fmt: skip
    assert survey_note(face(Survey(**(values | changes)), None, None, NOW), NOW) == note


def test_the_pill_counts_up_to_a_page():
    assert new_posts_text(1, 24) == "1 new post"
    assert new_posts_text(3, 24) == "3 new posts"
    assert new_posts_text(24, 24) == "23+ new posts"


def test_a_text_reads_as_its_first_letter_does():
    assert reads_rtl("123 صباح", otherwise=False)
    assert not reads_rtl("hello صباح", otherwise=True)
    assert reads_rtl("123", otherwise=True)


def test_a_long_text_is_folded_and_a_shorter_one_is_not(theme):
    style = CardStyle(theme, rtl=False, ratio=1.0)
    at = QRect(0, 0, 300, 0)
    long = style.paragraph("line\n" * (MOST_LINES + 1), style.body, at, most=MOST_LINES)
    short = style.paragraph("line\n" * (MOST_LINES - 2) + "end", style.body, at, most=MOST_LINES)
    assert (long.folded, long.layout.lineCount()) == (True, FOLDED_LINES)
    assert (short.folded, short.layout.lineCount()) == (False, MOST_LINES - 1)


def test_one_line_is_shortened_to_its_place(theme):
    style = CardStyle(theme, rtl=False, ratio=1.0)
    words = style.words("word " * 100, QFont(style.body), QRect(10, 0, 120, 20), "text")
    assert words.text.text().endswith("…")
    assert words.text.size().width() <= 120


def test_gliding_covers_the_whole_distance(theme, qtbot):
    theme.motion = True
    moved: list[int] = []
    glide = Glide(theme, moved.append, theme)
    glide.by(500)
    qtbot.waitUntil(lambda: sum(moved) == 500)
    assert len(moved) > 1
    moved.clear()
    glide.by(-300)
    qtbot.waitUntil(lambda: sum(moved) == -300)


def test_what_is_far_or_must_not_move_is_reached_at_once(theme):
    moved: list[int] = []
    Glide(theme, moved.append, theme).by(500)
    theme.motion = True
    Glide(theme, moved.append, theme).by(50_000)
    assert moved == [500, 50_000]
