"""The buttons of a card, made when first needed, and what each of them says was wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from stoa.shell.feed.card_layout import survey_action_text
from stoa.shell.feed.card_parts import CountButton, JumpRow, MenuButton, OptionRow, PictureButton, TextLink
from stoa.shell.feed.star_row import StarRow
from stoa.shell.feed.survey_face import Action
from stoa.shell.feed.wording import jump_subtitle, number_text
from stoa.ui.button import Button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from stoa.services.feed.posts import Post
    from stoa.shell.feed.card_layout import CardContent, CardLayout
    from stoa.shell.feed.dressing import Dressing
    from stoa.shell.feed.survey_face import SurveyFace
    from stoa.shell.feed.wishes import Wishes


class CardControls(QObject):
    """Speaks for whatever post its card shows."""

    def __init__(self, dressing: Dressing, wishes: Wishes, card: QWidget) -> None:
        super().__init__(card)
        self._dressing = dressing
        self._wishes = wishes
        self._card = card
        self._post: Post | None = None
        theme = dressing.theme
        self.like = CountButton(theme, "heart", "heart-filled", "warm_text", card)
        self.comment = CountButton(theme, "comment", "comment", "accent", card)
        self.bookmark = CountButton(theme, "bookmark", "bookmark-filled", "accent", card)
        self.menu = MenuButton(theme, card)
        self.more: TextLink | None = None
        self.picture: PictureButton | None = None
        self.jump: JumpRow | None = None
        self.action: Button | None = None
        self.options: list[OptionRow] = []
        self.stars: StarRow | None = None
        self.like.clicked.connect(lambda: self._wishes.like_pressed.emit(self._post))
        self.comment.clicked.connect(lambda: self._wishes.comments_pressed.emit(self._post))
        self.bookmark.clicked.connect(lambda: self._wishes.bookmark_pressed.emit(self._post))
        self.menu.clicked.connect(self._on_menu_clicked)

    def show_post(self, content: CardContent, layout: CardLayout) -> None:
        """Fills and places the buttons; those the post does not need are hidden."""
        self._post = content.post
        self._show_counts(content.post, layout)
        self.menu.setGeometry(layout.menu)
        self._show_more(layout)
        self._show_picture(content.post, layout)
        self._show_jump(content.post, layout)
        self._show_survey(content, layout)

    def _show_counts(self, post: Post, layout: CardLayout) -> None:
        style = self._dressing.style
        like = self.tr("Unlike") if post.liked else self.tr("Like")
        comment, bookmark = self.tr("Comments"), self.tr("Bookmark")
        if post.bookmarked:
            bookmark = self.tr("Remove bookmark")
        counted = self.tr("{name}, {number}")
        if post.likes:
            like = counted.format(name=like, number=number_text(post.likes))
        if post.comments:
            comment = counted.format(name=comment, number=number_text(post.comments))
        self.like.show_count(post.likes, on=post.liked, name=like, rect=layout.like, style=style)
        self.comment.show_count(post.comments, on=False, name=comment, rect=layout.comment, style=style)
        self.bookmark.show_count(0, on=post.bookmarked, name=bookmark, rect=layout.bookmark, style=style)

    def _show_more(self, layout: CardLayout) -> None:
        if layout.more is None:
            _hide(self.more)
            return
        if self.more is None:
            self.more = TextLink(self._dressing.theme, self.tr("More"), self._card)
            self.more.clicked.connect(lambda: self._wishes.more_pressed.emit(self._post))
        self.more.setGeometry(layout.more)
        self.more.show()

    def _show_picture(self, post: Post, layout: CardLayout) -> None:
        # The picture of a page is only there to lead to the page, and the row below it does.
        if layout.picture is None or post.picture is None:
            _hide(self.picture)
            return
        if self.picture is None:
            self.picture = PictureButton(self._dressing.theme, self._card)
            self.picture.clicked.connect(lambda: self._wishes.picture_pressed.emit(self._post))
        self.picture.setGeometry(layout.picture)
        self.picture.show()

    def _show_jump(self, post: Post, layout: CardLayout) -> None:
        if layout.jump is None:
            _hide(self.jump)
            return
        if self.jump is None:
            self.jump = JumpRow(self._dressing.theme, self._card)
            self.jump.clicked.connect(lambda: self._wishes.jump_pressed.emit(self._post))
            self.jump.hovered.connect(lambda: self._wishes.jump_hovered.emit(self._post))
        icon = self._dressing.app_icon(post.jump.app_id, post.jump.app_name) if post.jump is not None else None
        title = post.jump.title if post.jump is not None else self.tr("Read on {site}").format(site=post.author.name)
        self.jump.show_jump(title, jump_subtitle(post), icon, layout.jump, self._dressing.style)
        self.jump.show()

    def _show_survey(self, content: CardContent, layout: CardLayout) -> None:
        face, theme = content.face, self._dressing.theme
        self._show_stars(face, layout)
        while len(self.options) < len(layout.options):
            row, index = OptionRow(theme, self._card), len(self.options)
            row.clicked.connect(lambda _checked=False, index=index: self._wishes.option_pressed.emit(self._post, index))
            self.options.append(row)
        for index, row in enumerate(self.options):
            if face is None or index >= len(layout.options):
                row.hide()
                continue
            pressable = face.open_to_me
            row.show_option(face.options[index], layout.options[index], self._dressing.style, pressable=pressable)
            row.show()
        if face is None or layout.action is None:
            _hide(self.action)
            return
        if self.action is None:
            self.action = Button(theme, "", parent=self._card)
            self.action.clicked.connect(lambda: self._wishes.survey_pressed.emit(self._post))
        self.action.setText(survey_action_text(face))
        self.action.set_kind("primary" if face.action is Action.VOTE else "plain")
        self.action.setEnabled(face.action_enabled)
        size = self.action.sizeHint()
        rect = layout.action
        left = rect.right() + 1 - size.width() if self._dressing.style.rtl else rect.left()
        self.action.setGeometry(left, rect.y(), size.width(), size.height())
        self.action.show()

    def _show_stars(self, face: SurveyFace | None, layout: CardLayout) -> None:
        if face is None or layout.stars is None:
            _hide(self.stars)
            return
        if self.stars is None:
            self.stars = StarRow(self._dressing.theme, self._card)
            self.stars.pressed.connect(lambda index: self._wishes.option_pressed.emit(self._post, index))
        self.stars.setGeometry(layout.stars)
        self.stars.show_stars(face.options, self._dressing.style, pressable=face.open_to_me)
        self.stars.show()

    def _on_menu_clicked(self) -> None:
        corner = QPoint(0 if self._dressing.style.rtl else self.menu.width(), self.menu.height())
        self._wishes.menu_pressed.emit(self._post, self.menu.mapToGlobal(corner))


def _hide(widget: QWidget | None) -> None:
    if widget is not None and not widget.isHidden():
        widget.hide()
