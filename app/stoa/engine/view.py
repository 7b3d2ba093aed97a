"""The widget that shows a room's page."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, cast

import shiboken6
from PySide6.QtCore import QEvent, QMetaObject, QObject, Qt, QTimer
from PySide6.QtGui import QDrag, QResizeEvent
from PySide6.QtWebEngineCore import QWebEngineContextMenuRequest, QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from stoa.engine.chromium import has_gpu
from stoa.engine.console import DRAG
from stoa.engine.deck import LAST_FRAME_MS
from stoa.engine.last_look import LastLook, forget_drawn
from stoa.engine.page import RoomPage

if TYPE_CHECKING:
    from PySide6.QtCore import QChildEvent
    from PySide6.QtGui import QColor, QContextMenuEvent

_Edit = QWebEngineContextMenuRequest.EditFlag
_Action = QWebEnginePage.WebAction
_MENU = (
    (_Edit.CanUndo, _Action.Undo),
    (_Edit.CanRedo, _Action.Redo),
    (_Edit.CanCut, _Action.Cut),
    (_Edit.CanCopy, _Action.Copy),
    (_Edit.CanPaste, _Action.Paste),
    (_Edit.CanSelectAll, _Action.SelectAll),
)
# The size of a QEvent: what it is by, and two bytes of kind with flags, on a boundary of eight.
_EVENT_BYTES = 16
# What counts as the person doing something in the room; a page cannot make these itself.
PRESSES = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress}
)


class RoomView(QWebEngineView):
    """Shows one page. Its menu edits text and nothing else: no source, no saving, no new windows."""

    def __init__(self, page: QWebEnginePage, background: QColor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        page.setBackgroundColor(background)
        # Before the page: the widget that the engine draws in comes with it.
        self._was_pressed = False
        self._children: set[int] = set()
        # The canvas whose picture was given up, by its place in memory; 0 for none.
        self._bare = 0
        self.look: LastLook | None = None
        self.setPage(page)
        # What is dropped on a room is for the host: a folder or a package to open.
        self.setAcceptDrops(False)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(LAST_FRAME_MS)
        self._leaving.timeout.connect(self.hide)

    @property
    def canvas(self) -> QObject | None:
        """The widget that the engine draws in, another one with each renderer; None while there is none.

        The same as ``focusProxy``, for which the binding would look among all kinds of widgets (see ``child_place``).
        """
        place = self._canvas_place()
        return object_at(place) if place else None

    def _canvas_place(self) -> int:
        return next((place for place in self._children if object_at(place).inherits("QQuickWidget")), 0)

    def leave(self) -> None:
        """Hide the page and give up the keyboard now, and go when its last frame was taken. Another view covers it."""
        self.page().setVisible(False)
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.focusNextChild()
        self._leaving.start()

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001  Qt's signature
        """Come back, or go at once; a page whose view has not gone yet is seen again too."""
        if self._leaving.isActive():
            self._leaving.stop()
            self.page().setVisible(visible)
        if visible and self._bare:
            self._take_picture()
        if visible:
            self.look = None
        super().setVisible(visible)

    def take_look(self) -> bool:
        """Keep how the page looks now, still seen, for when it comes back; False where that takes too long."""
        if has_gpu():
            return False
        self.look = LastLook(self)
        return True

    def stay_away(self) -> None:
        """The view is not back by now: how it looked takes little from here on, whether its page sleeps or not."""
        if self.look is not None:
            self.look.pack()

    def fall_asleep(self) -> None:
        """Let the hidden page stand still, and free what was drawn of it, which hiding alone leaves where it is.

        That is what the engine keeps, and the view's own picture: both are made again as the view is shown, and until
        then there is a small one (``LastLook``). With a GPU the pictures are textures, and stay.
        """
        place = self._canvas_place()
        if has_gpu() or not place or not self.isHidden():
            self.page().setLifecycleState(QWebEnginePage.LifecycleState.Frozen)
            return
        forget_drawn(self.page())
        self._bare = place
        QMetaObject.invokeMethod(object_at(place), "destroyFramebufferObject")

    def _take_picture(self) -> None:
        """Make the view's own picture anew out of the engine's last one, before anything of the view is seen."""
        place, self._bare = self._bare, 0
        canvas = object_at(place)
        # As it becomes in a moment anyway. What is drawn now is the engine's last picture of a page that is seen.
        self.page().setVisible(True)
        QMetaObject.invokeMethod(canvas, "createFramebufferObject")
        # Told of its size the canvas draws at once; the page hears of sizes that are new only.
        size = canvas.property("size")
        QApplication.sendEvent(canvas, QResizeEvent(size, size))
        if self.look is not None:
            self.look.cover(self, canvas)

    def childEvent(self, event: QChildEvent) -> None:
        """Watch the widget that the engine draws in, until the person's first press there, and end drags."""
        place = child_place(event)
        if event.added():
            self._children.add(place)
            child = object_at(place)
            if not self._was_pressed:
                child.installEventFilter(self)
            if not child.isWidgetType():
                # A drag is made as a child of the view. It has no type yet, and goes on in an event loop of its own.
                QTimer.singleShot(0, self, self.end_drag)
        elif event.removed():
            self._children.discard(place)
            if place == self._bare:
                self._bare = 0
                self.look = None
        super().childEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the page be heard from the first press on."""
        if event.type() in PRESSES:
            watched.removeEventFilter(self)
            self._was_pressed = True
            self.page().setAudioMuted(False)
        return super().eventFilter(watched, event)

    def end_drag(self) -> None:
        """End what the engine began to drag: another window would get the page's links and files."""
        if any(isinstance(child, QDrag) for child in self.children()):
            QDrag.cancel()
            # Asked for, not kept: a view that holds its page keeps the whole room in memory.
            page = self.page()
            if isinstance(page, RoomPage):
                page.did_refuse.emit(DRAG)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the text under the pointer."""
        request = self.lastContextMenuRequest()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for flag, action in _MENU:
            if request is not None and request.editFlags() & flag:
                menu.addAction(self.page().action(action))
        if not menu.isEmpty():
            menu.popup(event.globalPos())
        event.accept()


def child_place(event: QChildEvent) -> int:
    """Where in memory the child is that an event is about.

    The binding's own ``child()`` looks for its kind among all that there are, and makes 74 classes of widgets with 163
    enumerations for it: 30 ms before the first page. Qt keeps the place of the child right behind the event's own part,
    and its interface for programs that are compiled already does not change within Qt 6.
    """
    (address,) = shiboken6.getCppPointer(event)
    return ctypes.c_size_t.from_address(address + _EVENT_BYTES).value


def object_at(place: int) -> QObject:
    """What is at a place in memory, as an object of no special kind."""
    return cast("QObject", shiboken6.wrapInstance(place, QObject))
