"""Asks the tester by the host's own sheets (see ``stoa.trial.person.Asked``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from stoa.miniapp.grants import Answer
from stoa.services.host.api import Confirm
from stoa.shell.sheets.consent import ConsentSheet
from stoa.shell.sheets.permission import PermissionSheet
from stoa.shell.sheets.question import AlertSheet, ConfirmSheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from stoa.contract.caller import Caller
    from stoa.contract.permission import Permission
    from stoa.miniapp.app import MiniApp
    from stoa.services.host.api import Alert
    from stoa.services.identity.api import Scope
    from stoa.services.share.cards import ComposedCard
    from stoa.shell.questions import Questions
    from stoa.ui.theme import Theme

translate = QCoreApplication.translate


class AskedHere:
    """``app`` gives the mini-app on the bench; what is asked when there is none any more is refused."""

    def __init__(self, theme: Theme, window: QWidget, questions: Questions, app: Callable[[], MiniApp | None]) -> None:
        self._theme = theme
        self._window = window
        self._questions = questions
        self._app = app

    async def permission(self, caller: Caller, permission: Permission) -> bool:  # noqa: ARG002  the protocol's
        """Whether the mini-app may, this time."""
        app = self._app()
        if app is None:
            return False
        reason = next((one.reason for one in app.manifest.permissions if one.name == permission.name), "")
        answer = await self._questions.ask(
            lambda: PermissionSheet(self._theme, self._window, app, None, permission, reason)
        )
        return answer in {Answer.ONCE, Answer.ALWAYS}

    async def sign_in(self, caller: Caller, asked: list[Scope], subject: str) -> set[Scope] | None:  # noqa: ARG002
        """Which scopes; None when the sheet was closed."""
        app = self._app()
        if app is None:
            return None
        answer = await self._questions.ask(lambda: ConsentSheet(self._theme, self._window, app, None, asked, subject))
        return answer if isinstance(answer, set) else None

    async def compose(self, caller: Caller, card: ComposedCard) -> bool:
        """Whether the card is posted, into the tester's own feed."""
        text = "\n".join(part for part in (card.title, card.subtitle, card.text, card.path) if part)
        title = translate("AskedHere", "Post this to the tester's feed?")
        question = Confirm(title=title, text=text[:1000], confirm=translate("AskedHere", "Post"))
        return await self._confirm(caller.app_name, question)

    async def alert(self, alert: Alert) -> None:
        """Read a notice."""
        await self._questions.ask(lambda: AlertSheet(self._theme, self._window, self._name(), None, alert))

    async def confirm(self, question: Confirm) -> bool:
        """Answer a question."""
        return await self._confirm(self._name(), question)

    async def _confirm(self, name: str, question: Confirm) -> bool:
        answer = await self._questions.ask(lambda: ConfirmSheet(self._theme, self._window, name, None, question))
        return answer is True

    def _name(self) -> str:
        app = self._app()
        return "" if app is None else app.manifest.name
