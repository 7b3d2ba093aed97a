"""Keeps the launcher in step with the apps there are, and does what is pressed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from stoa.miniapp.app import MiniApp, Source
from stoa.miniapp.risk import risk_of
from stoa.miniapp.search import AppIndex
from stoa.shell.file_dialog import choose_folder
from stoa.shell.launcher import Launcher, Tile
from stoa.shell.refusal_words import told
from stoa.shell.risk_words import grade_title
from stoa.shell.sheets.question import HostQuestionSheet

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from pathlib import Path

    from stoa.services.launches.store import LaunchStore
    from stoa.shell.apps import Apps
    from stoa.shell.navigation import Navigation
    from stoa.shell.questions import Questions
    from stoa.shell.window import MainWindow
    from stoa.ui.theme import Theme

_RECENT = 6
_LATER_MS = 1000
# Nobody reads on beyond these; another letter finds it.
FOUND_MAX = 100


class LauncherDesk(QObject):
    """Empty until the first ``refresh``. ``removal_confirmed`` and ``settings_pressed`` come with the key of an app.

    ``bench_pressed`` gives the folder that is to go on the workbench.
    """

    removal_confirmed = Signal(str)
    settings_pressed = Signal(str)
    review_pressed = Signal()
    bench_pressed = Signal(object)

    def __init__(
        self, theme: Theme, window: MainWindow, apps: Apps, launches: LaunchStore, navigation: Navigation,
        questions: Questions, spawn: Callable[[Coroutine[object, object, object]], object],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._apps = apps
        self._launches = launches
        self._navigation = navigation
        self._questions = questions
        self._spawn = spawn
        self._indexed: list[MiniApp] = []
        self._index: AppIndex[MiniApp] = AppIndex(())
        self.page = Launcher(theme, self._find)
        page = self.page
        page.app_pressed.connect(navigation.open_app)
        page.app_hovered.connect(lambda key: navigation.prepare(apps.by_key(key)))
        page.folder_requested.connect(lambda: spawn(self.choose_folder()))
        page.link_entered.connect(navigation.open_text)
        page.review_pressed.connect(self.review_pressed)
        page.settings_pressed.connect(self.settings_pressed)
        page.bench_pressed.connect(self._on_bench_pressed)
        page.uninstall_pressed.connect(lambda key: spawn(self.ask_to_remove(key)))
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self.refresh)
        page.installEventFilter(self)
        # Not at once: the launcher is behind now, and the app that opens needs this thread.
        navigation.did_open_app.connect(lambda _key: self._later.start())
        navigation.did_install.connect(self.refresh)
        navigation.did_find_change.connect(self.refresh)
        navigation.did_break.connect(page.broken.show_broken)
        navigation.did_mend.connect(page.broken.close_card)
        page.broken.retry_pressed.connect(self._on_retry_pressed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be in step whenever the page comes into sight."""
        if event.type() is QEvent.Type.Show and self._later.isActive():
            self.refresh()
        return super().eventFilter(watched, event)

    def refresh(self) -> None:
        """Show the apps there are now."""
        self._later.stop()
        apps = self._apps.all()
        if apps != self._indexed:
            self._indexed, self._index = apps, AppIndex(apps)
        tiles = [self._tile(app) for app in apps]
        self.page.set_apps(tiles, self._launches.recent(self._navigation.account_id, _RECENT))
        problems = [f"{path}: {told(sentence)}" for path, sentence in self._apps.problems()]
        self.page.show_problem("\n".join(problems[:3]) or None)

    async def choose_folder(self) -> None:
        """Let the person choose a folder and open it."""
        folder = await choose_folder(self._window, self.tr("Open a mini-app folder"))
        if folder is not None:
            self._navigation.open_path(folder)
            self.refresh()

    async def ask_to_remove(self, key: str) -> None:
        """Ask whether an app is to be uninstalled, or its folder forgotten."""
        app = self._apps.by_key(key)
        if app is None or app.source is Source.BUNDLED:
            self._navigation.toast(self.tr("The apps that came with Stoa stay."), "neutral")
            return
        if app.source is Source.FOLDER:
            text = self.tr("Its files stay where they are; what it stored here is deleted.")
        else:
            text = self.tr("The app, and what it stored for every account, are deleted.")
        title = self.tr("Remove {0}?").format(_name(app))
        sheet = lambda: HostQuestionSheet(  # noqa: E731  made only when its turn comes
            self._theme, self._window, title, text, self.tr("Remove"), destructive=True
        )
        if await self._questions.ask(sheet) is True:
            self.removal_confirmed.emit(key)

    def _on_retry_pressed(self, path: Path) -> None:
        """What was mended opens; what was not gets a card with what is wrong now."""
        self.page.broken.close_card(path)
        self._navigation.open_path(path)
        self.refresh()

    def _on_bench_pressed(self, key: str) -> None:
        app = self._apps.by_key(key)
        if app is not None:
            self.bench_pressed.emit(app.root)

    def _find(self, text: str) -> list[str]:
        """The keys of the apps that a search means, best first."""
        return [app.key for app in self._index.search(text, None if not text else FOUND_MAX)]

    def _tile(self, app: MiniApp) -> Tile:
        removable, grade = app.source is not Source.BUNDLED, grade_title(risk_of(app))
        return Tile(
            app.key, _name(app), self._apps.icon(app), self._note(app), removable, grade, app.source is Source.FOLDER
        )

    def _note(self, app: MiniApp) -> str:
        return self.tr("from folder") if app.source is Source.FOLDER else ""


def _name(app: MiniApp) -> str:
    return app.manifest.short_name or app.manifest.name
