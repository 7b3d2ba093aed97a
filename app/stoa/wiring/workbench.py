"""The workbench in the window: made when somebody goes there, with testers of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QPoint

from stoa import __version__
from stoa.contract.errors import StoaError
from stoa.miniapp.app import Source
from stoa.shell.file_dialog import choose_folder, choose_to_open, choose_to_save
from stoa.trial.launch_profile import LaunchProfile, read_profile, write_profile
from stoa.trial.recording import write_recording
from stoa.trial.written_test import written_test
from stoa.ui.menu import Menu
from stoa.wiring.asked_here import AskedHere
from stoa.wiring.bench_checks import BenchChecks
from stoa.wiring.bench_sheets import sheet_of
from stoa.workbench.backing import TrialParts
from stoa.workbench.bench import Bench
from stoa.workbench.home import TrialHome
from stoa.workbench.page import WorkbenchPage
from stoa.workbench.player import StepError
from stoa.workbench.profile_sheets import NameSheet

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from stoa.miniapp.app import MiniApp
    from stoa.wiring.afterwards import Afterwards
    from stoa.wiring.program import Program

_SETTING = "launch_profiles"
_FOLDERS_SHOWN = 8
translate = QCoreApplication.translate


class Workbench(QObject):
    """The page and all that it needs of the window: sheets, dialogs, settings."""

    def __init__(self, program: Program, rest: Afterwards) -> None:
        super().__init__(program.window)
        self._program = program
        self._rest = rest
        self._home = TrialHome(program.paths.data / "workbench", program.stores.clock)
        parts = TrialParts(
            self._home, rest.proxy, program.theme, program.stores.clock, rest.tasks.spawn, program.language, __version__
        )
        self._bench = Bench(parts, AskedHere(program.theme, program.window, rest.questions, self._app), self)
        self.page = WorkbenchPage(program.theme, self._bench, program.stores.clock, self._is_installed)
        self._checks = BenchChecks(self.page, program.stores.clock, self._save)
        self._connect(self.page)

    def open(self, folder: Path) -> None:
        """Put a folder on the bench, and remember it among the folders that were opened."""
        try:
            self._program.stores.launches.add_folder(folder.resolve(), self._program.stores.clock())
        except StoaError as error:
            self._program.navigation.toast(str(error), "warm")
        self._bench.open(folder)

    def close(self) -> None:
        """End the trial and close the testers' databases."""
        self._bench.close()
        self._home.close()

    def _app(self) -> MiniApp | None:
        return self._bench.app

    def _is_installed(self, app_id: str) -> bool:
        apps = self._program.apps.all()
        return any(app.app_id == app_id and app.source is not Source.FOLDER for app in apps)

    def _connect(self, page: WorkbenchPage) -> None:
        spawn = self._rest.tasks.spawn
        page.open_pressed.connect(self._on_open_pressed)
        page.export_pressed.connect(lambda tab: spawn(self._save(*tab.exported())))
        page.panel.edit_pressed.connect(lambda key: spawn(self._edit(key)))
        page.panel.profiles_pressed.connect(self._on_profiles_pressed)
        page.panel.findings.check_pressed.connect(lambda: spawn(self._checks.run()))
        page.panel.findings.report_pressed.connect(lambda: spawn(self._checks.report()))
        page.tests.replay_pressed.connect(lambda: spawn(self._replay()))
        page.tests.save_pressed.connect(lambda: spawn(self._save_test()))

    def _on_open_pressed(self) -> None:
        """Offer the folders that were opened before, and the dialog."""
        page = self.page
        menu = Menu(self._program.theme, page)
        for folder in self._program.stores.launches.folders()[:_FOLDERS_SHOWN]:
            menu.add(str(folder), "folder", partial(self.open, folder))
        if menu.actions():
            menu.addSeparator()
        choose = translate("Workbench", "Choose a folder …")
        menu.add(choose, "folder-open", lambda: self._rest.tasks.spawn(self._choose()))
        button = page.panel.open_button
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    async def _choose(self) -> None:
        folder = await choose_folder(self._program.window, translate("Workbench", "Open a folder with a mini-app"))
        if folder is not None:
            self.open(folder)

    # Launch profiles

    def _on_profiles_pressed(self, button: QWidget) -> None:
        page, spawn = self.page, self._rest.tasks.spawn
        menu = Menu(self._program.theme, page)
        kept = self._kept()
        newcomer = LaunchProfile()
        menu.add(translate("Workbench", "As a newcomer"), None, lambda: page.bench.set_profile(newcomer),
                 checked=page.bench.profile == newcomer)  # fmt: skip
        for name, text in sorted(kept.items()):
            menu.add(name, None, partial(self._use, text), checked=page.bench.profile.name == name)
        menu.addSeparator()
        menu.add(translate("Workbench", "Save as …"), "plus", lambda: spawn(self._keep()))
        menu.add(translate("Workbench", "Edit as text …"), "edit", lambda: spawn(self._edit("")))
        menu.add(translate("Workbench", "Import …"), "upload", lambda: spawn(self._import()))
        menu.add(translate("Workbench", "Export …"), "download", lambda: spawn(self._export()))
        if page.bench.profile.name in kept:
            menu.add(translate("Workbench", "Remove"), "trash", self._forget)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _kept(self) -> dict[str, str]:
        empty: dict[str, str] = {}
        return self._program.stores.settings.get(_SETTING, empty)

    def _use(self, text: str) -> None:
        try:
            self._bench.set_profile(read_profile(text))
        except StoaError as error:
            self._program.navigation.toast(str(error), "warm")

    async def _keep(self) -> None:
        bench = self._bench
        title = translate("Workbench", "Save the launch profile")
        name = await self._ask(lambda: NameSheet(self._program.theme, self._program.window, title, bench.profile.name))
        if isinstance(name, str):
            profile = bench.profile.model_copy(update={"name": name})
            self._program.stores.settings.set(_SETTING, {**self._kept(), name: write_profile(profile)})
            bench.set_profile(profile)

    def _forget(self) -> None:
        name = self._bench.profile.name
        kept = {known: text for known, text in self._kept().items() if known != name}
        self._program.stores.settings.set(_SETTING, kept)

    async def _edit(self, key: str) -> None:
        """One condition in its sheet, or all of them as text."""
        bench, program = self._bench, self._program
        sheet = lambda: sheet_of(key, program.theme, program.window, bench, program.stores.clock)  # noqa: E731  when its turn comes
        profile = await self._ask(sheet)
        if isinstance(profile, LaunchProfile):
            bench.set_profile(profile)

    async def _import(self) -> None:
        title = translate("Workbench", "Import a launch profile")
        file = await choose_to_open(self._program.window, title, "JSON (*.json)")
        if file is not None:
            try:
                text = file.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as error:
                self._program.navigation.toast(f"{file.name}: {error}", "warm")
            else:
                self._use(text)

    async def _export(self) -> None:
        profile = self._bench.profile
        await self._save(f"{profile.name}.json", write_profile(profile))

    # Recordings

    async def _replay(self) -> None:
        page = self.page
        page.tests.say(translate("Workbench", "Replaying …"))
        try:
            difference = await page.bench.replay()
        except StepError as error:
            page.tests.show_stuck(error.number, str(error))
        except StoaError as error:
            page.tests.say(str(error), "warm")
        else:
            if difference is None:
                page.tests.say(translate("Workbench", "The replay did the same as the recording."), "good")
            else:
                page.tests.show_difference(difference)

    async def _save_test(self) -> None:
        """Keep the recording as a test, and beside it as data, so that it can be looked at again."""
        bench = self._bench
        if bench.recording is None:
            return
        name = bench.recording.app_id.rpartition(".")[2]
        place = await self._save(f"test_{name}.py", written_test(bench.recording, name))
        if place is not None:
            try:
                place.with_suffix(".recording.json").write_text(write_recording(bench.recording), encoding="utf-8")
            except OSError as error:
                self._program.navigation.toast(str(error), "warm")

    async def _save(self, name: str, text: str) -> Path | None:
        place = await choose_to_save(self._program.window, translate("Workbench", "Save"), name)
        if place is None:
            return None
        try:
            place.write_text(text, encoding="utf-8", newline="")
        except OSError as error:
            failed = translate("Workbench", "The file could not be saved: {0}")
            self._program.navigation.toast(failed.format(error.strerror), "warm")
            return None
        return place

    async def _ask(self, make: Any) -> object:
        return await self._rest.questions.ask(make)
