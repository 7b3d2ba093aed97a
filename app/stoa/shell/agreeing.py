"""Asks before an installed mini-app runs for the first time, and before an update that asks for more is placed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.miniapp.grants import Asks, additions, asks_of
from stoa.miniapp.risk import risk, risk_of
from stoa.shell.sheets.first_start import FirstStartSheet
from stoa.shell.sheets.update import Update, UpdateSheet

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from PySide6.QtWidgets import QWidget

    from stoa.contract.permission import Permission
    from stoa.miniapp.app import MiniApp
    from stoa.miniapp.catalog import Arrival
    from stoa.shell.agreed import Agreed
    from stoa.shell.apps import Apps
    from stoa.shell.questions import Questions
    from stoa.ui.theme import Theme


class Agreeing:
    """Asks on a sheet, and holds the answer in ``agreed``."""

    def __init__(
        self, agreed: Agreed, apps: Apps, permissions: Mapping[str, Permission], questions: Questions,
        theme: Theme, over: QWidget, spawn: Callable[[Coroutine[object, object, object]], object],
    ) -> None:  # fmt: skip
        self._agreed = agreed
        self._apps = apps
        self._permissions = permissions
        self._questions = questions
        self._theme = theme
        self._over = over
        self._spawn = spawn
        self._asking: set[str] = set()

    def ask(self, app: MiniApp, start: Callable[[], None]) -> None:
        """Ask, and call ``start`` if the answer is yes. Pressed again while the question stands, nothing more comes."""
        if app.key not in self._asking:
            self._asking.add(app.key)
            self._spawn(self._ask(app, start))

    def asks_for_more(self, installed: MiniApp, arrival: Arrival) -> bool:
        """Whether an update asks for more than the version that is installed."""
        return bool(additions(asks_of(installed.manifest), arrival.package.manifest))

    async def may_update(self, installed: MiniApp, arrival: Arrival) -> bool:
        """Ask whether an update that asks for more may take the place of what is installed."""
        manifest, signed = arrival.package.manifest, arrival.package.signed is not None
        before = asks_of(installed.manifest)
        more = additions(before, manifest)
        update = Update(installed, manifest, more, risk_of(installed), risk(manifest, signed=signed))
        icon = self._apps.icon(installed)
        answer = await self._questions.ask(
            lambda: UpdateSheet(self._theme, self._over, update, icon, self._permissions)
        )
        if answer is True and self._agreed.get(installed.key) is not None:
            # Before it is placed: were the program to end in between, the old version would run as before.
            after = asks_of(manifest)
            self._agreed.agree(
                installed.key,
                Asks(
                    before.permissions | after.permissions,
                    before.network | after.network,
                    before.script | after.script,
                ),
            )
        return answer is True

    async def _ask(self, app: MiniApp, start: Callable[[], None]) -> None:
        try:
            answer = await self._questions.ask(lambda: self._sheet(app))
        finally:
            self._asking.discard(app.key)
        if answer is True:
            self._agreed.agree(app.key, asks_of(app.manifest))
            start()

    def _sheet(self, app: MiniApp) -> FirstStartSheet:
        icon = self._apps.icon(app)
        return FirstStartSheet(self._theme, self._over, app, icon, risk_of(app), self._permissions)
