"""The words of the feed that depend on numbers and times, in the language of the person."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from stoa.shell.feed.ages import Unit, age, remaining
from stoa.shell.feed.links import host_of

if TYPE_CHECKING:
    from stoa.services.feed.posts import Post
    from stoa.shell.feed.survey_face import OptionFace, SurveyFace

translate = QCoreApplication.translate
DOT = " · "
# From here a count is shown in thousands: "12.4K".
_SHORT_FROM = 10_000


def number_text(number: int) -> str:
    """A count, grouped as the language does, short from ten thousand."""
    locale = QLocale()
    if number < _SHORT_FROM:
        return locale.toString(number)
    power, pattern = (
        (1_000_000, translate("Feed", "{n}M")) if number >= 1_000_000 else (1_000, translate("Feed", "{n}K"))
    )
    return pattern.format(n=locale.toString(number / power, "f", 1 if number < 100 * power else 0))


def age_text(then: int, now: int) -> str:
    """How long ago: "12 min", "1 h", "3 d", or the date."""
    unit, number = age(then, now)
    if unit is Unit.NOW:
        return translate("Feed", "now")
    if unit is Unit.MINUTES:
        return translate("Feed", "{n} min").format(n=number)
    if unit is Unit.HOURS:
        return translate("Feed", "{n} h").format(n=number)
    if unit is Unit.DAYS:
        return translate("Feed", "{n} d").format(n=number)
    return date_text(then, now)


def date_text(moment: int, now: int) -> str:
    """The day of a moment, with the year where it is another one."""
    day = datetime.fromtimestamp(moment / 1000).astimezone()
    today = datetime.fromtimestamp(now / 1000).astimezone()
    pattern = translate("Feed", "d MMM") if day.year == today.year else translate("Feed", "d MMM yyyy")
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def meta_text(post: Post, now: int) -> str:
    """The line under the author's name: handle, age, and what the post came with."""
    parts = [f"@{post.author.handle.removeprefix('@')}"] if post.author.handle else []
    parts.append(age_text(post.created_at, now))
    if post.survey_id is not None:
        parts.append(
            translate("Feed", "survey from {app}").format(app=post.jump.app_name)
            if post.jump
            else translate("Feed", "survey")
        )
    elif post.jump is not None:
        parts.append(translate("Feed", "shared from {app}").format(app=post.jump.app_name))
    return DOT.join(parts)


def jump_subtitle(post: Post) -> str:
    """The second line of a jump or of a syndicated post's link."""
    if post.jump is not None:
        return DOT.join(part for part in (post.jump.app_name, post.jump.subtitle) if part)
    return host_of(post.url or "")


def votes_text(voters: int) -> str:
    """How many have voted."""
    return (
        translate("Feed", "1 vote")
        if voters == 1
        else translate("Feed", "{n} votes").format(n=QLocale().toString(voters))
    )


def survey_note(face: SurveyFace, now: int) -> str:
    """The line under a survey: votes, when it closes, whether the vote can be changed, when results show."""
    parts = [votes_text(face.voters)]
    if not face.inline and face.questions > 1:
        parts.insert(0, translate("Feed", "{n} questions").format(n=face.questions))
    if face.average is not None and face.voters:
        parts.append(translate("Feed", "{mean} stars on average").format(mean=QLocale().toString(face.average, "f", 1)))
    if face.closed:
        parts.append(translate("Feed", "closed"))
    elif face.closes_at is not None:
        parts.append(_closing_text(face.closes_at, now))
    if face.voted and face.open_to_me:
        parts.append(translate("Feed", "you can change your vote"))
    elif face.hidden and face.voted:
        parts.append(translate("Feed", "results after closing"))
    return DOT.join(parts)


def _closing_text(closes_at: int, now: int) -> str:
    unit, number = remaining(closes_at, now)
    if unit is Unit.MINUTES:
        return translate("Feed", "closes in {n} min").format(n=number)
    if unit is Unit.HOURS:
        return translate("Feed", "closes in {n} h").format(n=number)
    return (
        translate("Feed", "closes in 1 day")
        if number == 1
        else translate("Feed", "closes in {n} days").format(n=number)
    )


def option_name(option: OptionFace) -> str:
    """What a screen reader says about an option."""
    parts = [option.text]
    if option.text.startswith("★"):
        parts = [translate("Feed", "{n} of 5 stars").format(n=len(option.text))]
    if option.order is not None:
        parts.append(translate("Feed", "place {n}").format(n=option.order))
    if option.percent is not None:
        parts.append(translate("Feed", "{n} percent").format(n=option.percent))
    if option.mine and option.order is None:
        parts.append(translate("Feed", "your choice"))
    if option.right:
        parts.append(translate("Feed", "right answer"))
    return ", ".join(parts)


def new_posts_text(count: int, most: int) -> str:
    """The pill at the top."""
    if count >= most:
        return translate("Feed", "{n}+ new posts").format(n=QLocale().toString(most - 1))
    return (
        translate("Feed", "1 new post")
        if count == 1
        else translate("Feed", "{n} new posts").format(n=QLocale().toString(count))
    )


def spoken_card(post: Post, now: int, face: SurveyFace | None) -> tuple[str, str]:
    """The accessible name and description of a card."""
    name = translate("Feed", "Post by {name}, {meta}").format(name=post.author.name, meta=meta_text(post, now))
    parts = [post.text]
    if face is not None:
        parts.append(face.heading)
        parts.append(survey_note(face, now))
    if post.jump is not None:
        parts.append(f"{post.jump.title}, {jump_subtitle(post)}")
    if post.picture is not None:
        parts.append(translate("Feed", "With a picture"))
    return name, ". ".join(part for part in parts if part)
