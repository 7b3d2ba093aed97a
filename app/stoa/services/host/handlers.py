"""Answers what a mini-app asks of the host, by way of the surface its room stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from stoa.services.host.api import (
    Alert,
    BackButton,
    Capabilities,
    ClosingConfirmation,
    Confirm,
    Confirmed,
    Context,
    FileToSave,
    Link,
    OpenApp,
    Opened,
    Saved,
    Title,
    Toast,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.contract.caller import Caller
    from stoa.contract.method import Handlers
    from stoa.contract.wire import Nothing


class Surface(Protocol):
    """One room's place in the window: what the host does there on the mini-app's behalf."""

    def ready(self) -> None:
        """End the splash."""
        ...

    def context(self) -> Context:
        """Where and how the mini-app runs now."""
        ...

    def toast(self, toast: Toast) -> None:
        """Show a short notice with the mini-app's name."""
        ...

    async def alert(self, alert: Alert) -> None:
        """Show a notice; return when it is closed."""
        ...

    async def confirm(self, question: Confirm) -> bool:
        """Ask; True for yes."""
        ...

    def set_title(self, title: str) -> None:
        """Show a title beside the name; empty for none."""
        ...

    def set_back_button(self, visible: bool) -> None:  # noqa: FBT001  one flag, as on the wire
        """Show or hide the back button."""
        ...

    def set_closing_confirmation(self, confirmation: ClosingConfirmation) -> None:
        """Ask before closing, or not."""
        ...

    async def open_link(self, url_text: str) -> bool:
        """Ask, then open a web address in the person's browser."""
        ...

    async def open_app(self, app: OpenApp) -> bool:
        """Ask, then open another mini-app. Raises BridgeError not_found."""
        ...

    async def save_file(self, file: FileToSave) -> bool:
        """Let the person choose a place and write the file there."""
        ...

    def close(self) -> None:
        """Close the room once the answer is on its way."""
        ...


class HostHandlers:
    """``surface`` finds the place of the room that calls; ``capabilities`` what it may do now."""

    def __init__(self, surface: Callable[[Caller], Surface], capabilities: Callable[[Caller], Capabilities]) -> None:
        self._surface = surface
        self._capabilities = capabilities

    def handlers(self) -> Handlers:
        """The handlers of the area host, by method name."""
        surface = self._surface
        return {
            "host.ready": lambda caller, _: surface(caller).ready(),
            "host.context": lambda caller, _: surface(caller).context(),
            "host.capabilities": lambda caller, _: self._capabilities(caller),
            "host.toast": self._toast,
            "host.alert": self._alert,
            "host.confirm": self._confirm,
            "host.setTitle": self._set_title,
            "host.setBackButton": self._set_back_button,
            "host.setClosingConfirmation": self._set_closing_confirmation,
            "host.openLink": self._open_link,
            "host.openApp": self._open_app,
            "host.saveFile": self._save_file,
            "host.close": self._close,
        }

    def _toast(self, caller: Caller, toast: Toast) -> None:
        self._surface(caller).toast(toast)

    async def _alert(self, caller: Caller, alert: Alert) -> None:
        await self._surface(caller).alert(alert)

    async def _confirm(self, caller: Caller, question: Confirm) -> Confirmed:
        return Confirmed(confirmed=await self._surface(caller).confirm(question))

    def _set_title(self, caller: Caller, title: Title) -> None:
        self._surface(caller).set_title(title.title)

    def _set_back_button(self, caller: Caller, button: BackButton) -> None:
        self._surface(caller).set_back_button(button.visible)

    def _set_closing_confirmation(self, caller: Caller, confirmation: ClosingConfirmation) -> None:
        self._surface(caller).set_closing_confirmation(confirmation)

    async def _open_link(self, caller: Caller, link: Link) -> Opened:
        return Opened(opened=await self._surface(caller).open_link(link.url))

    async def _open_app(self, caller: Caller, app: OpenApp) -> Opened:
        return Opened(opened=await self._surface(caller).open_app(app))

    async def _save_file(self, caller: Caller, file: FileToSave) -> Saved:
        return Saved(saved=await self._surface(caller).save_file(file))

    def _close(self, caller: Caller, _params: Nothing) -> None:
        self._surface(caller).close()
