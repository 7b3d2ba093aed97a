"""What a person wants done to a post, by pointer or by key: one object that all cards of a list speak through."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal


class Wishes(QObject):
    """Each signal carries the post (an object, as Qt knows no posts)."""

    like_pressed = Signal(object)
    bookmark_pressed = Signal(object)
    comments_pressed = Signal(object)
    menu_pressed = Signal(object, QPoint)
    more_pressed = Signal(object)
    picture_pressed = Signal(object)
    jump_pressed = Signal(object)
    jump_hovered = Signal(object)
    option_pressed = Signal(object, int)
    survey_pressed = Signal(object)
    link_pressed = Signal(str)
