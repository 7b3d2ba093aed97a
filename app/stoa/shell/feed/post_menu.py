"""What the three dots of a card offer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from stoa.services.feed.posts import Origin
from stoa.shell.feed.links import find_links, host_of
from stoa.ui.button import Button
from stoa.ui.label import Label
from stoa.ui.menu import Menu
from stoa.ui.sheet import Sheet
from stoa.ui.tokens import SPACE_3

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from stoa.services.feed.posts import Post
    from stoa.services.surveys.api import Survey
    from stoa.ui.theme import Theme

# A text may hold hundreds of addresses; a menu of these is read by nobody.
_MOST_LINKS = 5


class PostMenu(QObject):
    """Shows the menu of a post; each signal follows one of its items."""

    link_chosen = Signal(str)
    share_chosen = Signal(object)
    delete_chosen = Signal(object)
    starter_removal_chosen = Signal()
    export_chosen = Signal(str, str)
    copied = Signal()

    def __init__(self, theme: Theme, owner: QWidget) -> None:
        super().__init__(owner)
        self._theme = theme
        self._owner = owner

    def show_menu(self, post: Post, viewer: str, corner: QPoint, votes_of: Survey | None = None) -> Menu:
        """Opens the menu with its far corner at a point of the screen. ``votes_of`` is a survey to be exported."""
        menu = Menu(self._theme, self._owner)
        if post.text:
            menu.add(self.tr("Copy text"), "copy", lambda: self._copy(post.text))
        if post.url is not None:
            url = post.url
            menu.add(self.tr("Copy link"), "link", lambda: self._copy(url))
        menu.add(self.tr("Share to an app…"), "share", lambda: self.share_chosen.emit(post))
        links = dict.fromkeys(link.url for link in find_links(post.text))
        for url in list(links)[:_MOST_LINKS]:
            text = self.tr("Open {site}").format(site=host_of(url))
            menu.add(text, "external", partial(self.link_chosen.emit, url))
        if votes_of is not None:
            survey_id, title = votes_of.id, votes_of.title
            menu.add(self.tr("Export votes…"), "download", lambda: self.export_chosen.emit(survey_id, title))
        own, starter = post.account_id == viewer, post.origin is Origin.STARTER
        if own or starter:
            menu.addSeparator()
        if own:
            menu.add(self.tr("Delete post…"), "trash", lambda: self.delete_chosen.emit(post))
        if starter:
            menu.add(self.tr("Remove all sample posts"), "trash", self.starter_removal_chosen.emit)
        corner.setX(corner.x() - menu.sizeHint().width())
        menu.popup(corner)
        return menu

    def _copy(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self.copied.emit()


def deletion_sheet(theme: Theme, window: QWidget) -> Sheet:
    """A sheet that asks whether to delete a post; its answer is True or None."""
    translate = QApplication.translate
    sheet = Sheet(theme, window, translate("Feed", "Delete this post?"), width=380)
    sheet.header.addWidget(Label(theme, translate("Feed", "Delete this post?"), "title", wrap=True))
    text = translate("Feed", "It goes with its comments and likes, and cannot be brought back.")
    sheet.body.addWidget(Label(theme, text, "body", "muted", wrap=True))
    keep, delete = Button(theme, translate("Feed", "Keep it")), Button(theme, translate("Feed", "Delete"), kind="warm")
    keep.clicked.connect(sheet.refuse)
    delete.clicked.connect(lambda: sheet.answer(value=True))
    row = QHBoxLayout()
    row.setSpacing(SPACE_3)
    row.addWidget(keep, 1)
    row.addWidget(delete, 1)
    sheet.footer.addLayout(row)
    sheet.focus_first(keep)
    return sheet
