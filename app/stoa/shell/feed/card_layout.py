"""Where everything in a card lies, at one width: made once for a row and kept while the row is near the view."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QRect

from stoa.records import Record
from stoa.services.feed.posts import Origin
from stoa.shell.feed.card_style import (
    AVATAR,
    END_MARGIN,
    FLATTEST,
    GAP,
    HIGHEST,
    MARGIN,
    MOST_LINES,
    OPTION_GAP,
    PADDING,
    STAR_ICON,
    CardStyle,
    Paragraph,
    Words,
)
from stoa.shell.feed.links import Link, find_links, utf16_length
from stoa.shell.feed.survey_face import Action
from stoa.shell.feed.wording import meta_text, number_text, survey_note
from stoa.ui.tokens import CONTROL_HEIGHT, SPACE_2, SPACE_3

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from stoa.services.feed.posts import Post
    from stoa.shell.feed.survey_face import SurveyFace
    from stoa.ui.chip import ChipTone

translate = QCoreApplication.translate
_MENU_SIDE = 34
# Icon, the room round it and the room before the number, in a button of the action row.
_ACTION_PAD, ACTION_ICON, ACTION_GAP = 6, 20, 5


class CardContent(Record):
    """What a card shows: a post, its survey, the size of its picture in pixels, and whether its text is unfolded."""

    post: Post
    face: SurveyFace | None
    survey_gone: bool
    picture_id: str | None
    picture_size: QSize | None
    unfolded: bool
    now: int


class ChipPlace(NamedTuple):
    """A chip of the header line."""

    rect: QRect
    text: str
    tone: ChipTone
    icon: str | None


@dataclass(slots=True)
class CardLayout:
    """Places in a row, in pixels from the row's top left; the card itself is ``card``, the row ends a gap below it."""

    width: int
    card: QRect = field(default_factory=QRect)
    avatar: QRect = field(default_factory=QRect)
    menu: QRect = field(default_factory=QRect)
    like: QRect = field(default_factory=QRect)
    comment: QRect = field(default_factory=QRect)
    bookmark: QRect = field(default_factory=QRect)
    more: QRect | None = None
    picture: QRect | None = None
    jump: QRect | None = None
    action: QRect | None = None
    note_icon: QRect | None = None
    options: list[QRect] = field(default_factory=list)
    stars: QRect | None = None
    chips: list[ChipPlace] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    @property
    def height(self) -> int:
        """The height of the row without the gap below it."""
        return self.card.height()


def lay_out(content: CardContent, width: int, style: CardStyle) -> CardLayout:
    """Lays a card out in a row of ``width`` pixels."""
    return _Builder(content, width, style).build()


class _Builder:
    """Goes down the card; ``y`` is where the next part begins. All rects are mirrored as they are made."""

    def __init__(self, content: CardContent, width: int, style: CardStyle) -> None:
        self.content = content
        self.style = style
        self.made = CardLayout(width)
        self.left = MARGIN + PADDING
        self.inner = max(120, width - self.left - END_MARGIN - PADDING)
        self.y = PADDING

    def build(self) -> CardLayout:
        """All parts from top to bottom."""
        self._header()
        self._text()
        self._picture()
        if self.content.face is not None:
            self._survey(self.content.face)
        elif self.content.survey_gone:
            self._note(translate("Feed", "This survey is no longer there."), icon=False)
        self._jump()
        self._actions()
        made = self.made
        card = QRect(MARGIN, 0, made.width - MARGIN - END_MARGIN, self.y)
        made.card = self.style.mirrored(card, made.width)
        return made

    def _rect(self, x: int, y: int, width: int, height: int) -> QRect:
        """A rect given from the beginning of the card's content, as it lies in the row."""
        return self.style.mirrored(QRect(self.left + x, y, width, height), self.made.width)

    def _header(self) -> None:
        style, made, post = self.style, self.made, self.content.post
        scale = max(1.0, style.text_scale)
        line = round(19 * scale)
        made.avatar = self._rect(0, self.y, AVATAR, AVATAR)
        made.menu = self._rect(self.inner - _MENU_SIDE, self.y + (AVATAR - _MENU_SIDE) // 2, _MENU_SIDE, _MENU_SIDE)
        end = self._chips(self.inner - _MENU_SIDE - SPACE_2)
        start = AVATAR + SPACE_3 - 1
        room = max(40, end - start)
        top = self.y + max(0, (AVATAR - 2 * line) // 2)
        made.words.append(style.words(post.author.name, style.name, self._rect(start, top, room, line), "text"))
        meta = meta_text(post, self.content.now)
        made.words.append(style.words(meta, style.meta, self._rect(start, top + line, room, line), "muted"))
        self.y += max(AVATAR, 2 * line) + SPACE_3

    def _chips(self, end: int) -> int:
        """Places the chips from the end of the header line; where they begin."""
        face = self.content.face
        chips: list[tuple[str, ChipTone, str | None]] = []
        if face is not None:
            closed = translate("Feed", "closed")
            chips.append((closed, "neutral", None) if face.closed else (translate("Feed", "live"), "good", "live"))
        if self.content.post.origin is Origin.STARTER:
            chips.append((translate("Feed", "sample"), "neutral", None))
        for text, tone, icon in chips:
            width = self.style.width_of(text, self.style.chip) + 18 + (18 if icon else 0)
            height = self.style.chip_height
            rect = self._rect(end - width, self.y + (AVATAR - height) // 2, width, height)
            self.made.chips.append(ChipPlace(rect, text, tone, icon))
            end -= width + SPACE_2
        return end

    def _text(self) -> None:
        text = self.content.post.text
        if not text:
            return
        links = find_links(text)
        most = 0 if self.content.unfolded else MOST_LINES
        at = self._rect(0, self.y, self.inner, 0)
        # What came from elsewhere begins with its title, in a line of its own.
        head, _, rest = text.partition("\n")
        title = utf16_length(head) if rest and self.content.post.origin is Origin.SYNDICATED else 0
        body = self.style.paragraph(text, self.style.body, at, links=links, most=most, title=title)
        self.made.paragraphs.append(body)
        self.made.links = links
        self.y += body.height
        if body.folded:
            width = self.style.width_of(translate("Feed", "More"), self.style.button) + 2 * SPACE_2
            self.made.more = self._rect(-SPACE_2, self.y, width, self.style.line + 4)
            self.y += self.style.line + 4
        self.y += SPACE_3

    def _picture(self) -> None:
        size = self.content.picture_size
        if self.content.picture_id is None:
            return
        share = size.height() / size.width() if size is not None and size.width() > 0 else FLATTEST
        height = round(self.inner * min(HIGHEST, max(FLATTEST, share)))
        self.made.picture = self._rect(0, self.y, self.inner, height)
        self.y += height + SPACE_3 - 2

    def _survey(self, face: SurveyFace) -> None:
        style, made = self.style, self.made
        if face.heading != self.content.post.text:
            heading = style.paragraph(face.heading, style.heading, self._rect(0, self.y, self.inner, 0))
            made.paragraphs.append(heading)
            self.y += heading.height + SPACE_2
        if face.stars:
            height = style.star_height(counted=face.options[0].percent is not None)
            inset = (style.star_cell - STAR_ICON) // 2
            made.stars = self._rect(-inset, self.y, min(self.inner + 2 * inset, 5 * style.star_cell), height)
            self.y += height + OPTION_GAP
        for _ in face.options if not face.stars else ():
            made.options.append(self._rect(0, self.y, self.inner, style.option_height))
            self.y += style.option_height + OPTION_GAP
        if face.explanation:
            text = style.paragraph(face.explanation, style.meta, self._rect(0, self.y, self.inner, 0), tone="muted")
            made.paragraphs.append(text)
            self.y += text.height
        if face.action is not None:
            self.y += 2
            made.action = self._rect(0, self.y, min(self.inner, 160), CONTROL_HEIGHT)
            self.y += CONTROL_HEIGHT + SPACE_2
        self._note(survey_note(face, self.content.now), icon=True)

    def _note(self, text: str, *, icon: bool) -> None:
        style, start = self.style, 0
        self.y += 2
        if icon:
            self.made.note_icon = self._rect(0, self.y, 15, style.note_height)
            start = 21
        rect = self._rect(start, self.y, self.inner - start, 0)
        note = style.paragraph(text, style.meta, rect, tone="muted")
        self.made.paragraphs.append(note)
        self.y += note.height + SPACE_2 - 2

    def _jump(self) -> None:
        post = self.content.post
        if post.jump is None and post.url is None:
            return
        self.made.jump = self._rect(0, self.y, self.inner, self.style.jump_height)
        self.y += self.style.jump_height + SPACE_2

    def _actions(self) -> None:
        style, made, post = self.style, self.made, self.content.post
        height, x = style.row_height, -_ACTION_PAD
        for name, number in (("like", post.likes), ("comment", post.comments)):
            text = style.width_of(number_text(number), style.meta) + ACTION_GAP if number else 0
            width = 2 * _ACTION_PAD + ACTION_ICON + text
            setattr(made, name, self._rect(x, self.y, width, height))
            x += width + SPACE_3 - 4
        side = 2 * _ACTION_PAD + ACTION_ICON
        made.bookmark = self._rect(self.inner - side + _ACTION_PAD, self.y, side, height)
        self.y += height + SPACE_3 - 1


def row_height(layout: CardLayout) -> int:
    """The height of the whole row: the card and the gap below it."""
    return layout.height + GAP


def survey_action_text(face: SurveyFace) -> str:
    """What the button of a survey says."""
    if face.action is Action.VOTE:
        return translate("Feed", "Vote")
    if face.action is Action.LOOK:
        return translate("Feed", "Results") if not face.hidden else translate("Feed", "Look")
    return translate("Feed", "Change answers") if face.voted else translate("Feed", "Answer")
