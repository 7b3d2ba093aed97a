"""A room's page: every question Chromium asks its host is answered here, mostly with no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineCertificateError,
    QWebEngineDesktopMediaRequest,
    QWebEngineFileSystemAccessRequest,
    QWebEngineFullScreenRequest,
    QWebEngineLoadingInfo,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineRegisterProtocolHandlerRequest,
    QWebEngineWebAuthUxRequest,
)

from stoa.engine import refusal
from stoa.engine.chromium import SCHEME
from stoa.engine.console import WINDOW, Console, dialog
from stoa.engine.filter_proxy import USER
from stoa.engine.refusal import NOBODY, ON_OWN_PAGES, Refusal
from stoa.engine.scheme import WARM_PATH

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtNetwork import QAuthenticator

_Type = QWebEnginePermission.PermissionType

# What Chromium asks for, as the contract names it. What is not here is refused.
PERMISSION_NAMES: dict[QWebEnginePermission.PermissionType, tuple[str, ...]] = {
    _Type.MediaVideoCapture: ("camera",),
    _Type.MediaAudioCapture: ("microphone",),
    _Type.MediaAudioVideoCapture: ("camera", "microphone"),
    _Type.Geolocation: ("location",),
    _Type.ClipboardReadWrite: ("clipboard",),
    _Type.Notifications: ("notifications",),
}


class RoomPage(QWebEnginePage):
    """The page of one mini-app. Its parent is the profile, so that it goes first."""

    did_refuse = Signal(object)
    did_write_console = Signal(object)
    did_flood = Signal()
    did_request_permission = Signal(object, object)

    def __init__(
        self, app_id: str, proxy_token: str, declared: Callable[[], Collection[str]], profile: QWebEngineProfile
    ) -> None:
        super().__init__(profile, profile)
        self._app_id = app_id
        self._proxy_token = proxy_token
        self._declared = declared
        self._console = Console(declared)
        self._asked_about = QUrl()
        # Until the engine tells of another address, at once and before anything that comes from there.
        self._is_home: bool | None = None
        self._is_discarded = False
        # Until the person's first press in the room (view.py): the engine lets a page's synthesizer sound at once.
        self.setAudioMuted(True)
        self.urlChanged.connect(self._on_url_changed)
        self.permissionRequested.connect(self._on_permission_requested)
        self.proxyAuthenticationRequired.connect(self.answer_proxy)
        self.fullScreenRequested.connect(self._on_full_screen_requested)
        self.certificateError.connect(self._on_certificate_error)
        self.registerProtocolHandlerRequested.connect(self._on_protocol_handler_requested)
        self.fileSystemAccessRequested.connect(self._on_file_system_access_requested)
        self.desktopMediaRequested.connect(self._on_desktop_media_requested)
        self.webAuthUxRequested.connect(self._on_web_auth_requested)
        self.printRequested.connect(self._on_print_requested)
        self.loadingChanged.connect(self._on_loading_changed)
        self.lifecycleStateChanged.connect(self._on_lifecycle_state_changed)

    def is_home(self) -> bool:
        """Whether the page shows the room's own origin now. Asked at every call, and it is where it was at most."""
        if self._is_home is None:
            url = self.url()
            self._is_home = url.scheme() == SCHEME and url.host() == self._app_id
        return self._is_home

    def is_of_the_app(self) -> bool:
        """Whether the page shows a page of the mini-app, and not the one a room is made ready on."""
        return self.is_home() and self.url().path() != WARM_PATH

    def is_audible(self) -> bool:
        """Whether the person hears the page now, or did a moment ago."""
        return self.recentlyAudible() and not self.isAudioMuted()

    def writes_too_much(self) -> bool:
        """Whether its console lines come faster than they are read."""
        return self._console.is_torrent()

    def answer_proxy(self, _url: QUrl, authenticator: QAuthenticator, _host: str) -> None:
        """Tell the filter proxy whose request it is. Nothing else than this proxy is ever asked through."""
        authenticator.setUser(USER)
        authenticator.setPassword(self._proxy_token)

    def acceptNavigationRequest(
        self,
        url: QUrl | str,
        _kind: QWebEnginePage.NavigationType,
        is_main_frame: bool,  # noqa: FBT001  Qt's signature
    ) -> bool:
        """Only the room's own origin; frames may also be blank or made of the page's own text."""
        url = self._asked_about = QUrl(url)
        if url.scheme() == SCHEME and url.host() == self._app_id:
            return True
        if not is_main_frame and url.scheme() in {"about", "blob"}:
            return True
        self.did_refuse.emit(Refusal(refusal.shown(url), ON_OWN_PAGES))
        return False

    def createWindow(self, _kind: QWebEnginePage.WebWindowType) -> None:  # type: ignore[override]  # none is made
        """No windows."""
        self.did_refuse.emit(WINDOW)

    def chooseFiles(
        self,
        mode: QWebEnginePage.FileSelectionMode,
        old_files: Sequence[str],
        accepted_mime_types: Sequence[str],
    ) -> list[str]:
        """The host's own file dialog, if the manifest asks for files."""
        if "files" not in self._declared():
            self.did_refuse.emit(refusal.of_permission("files"))
            return []
        return list(super().chooseFiles(mode, old_files, accepted_mime_types))

    def javaScriptAlert(self, _origin: QUrl | str, _text: str) -> None:
        """Nothing: host.alert is the host's own."""
        self.did_refuse.emit(dialog("alert"))

    def javaScriptConfirm(self, _origin: QUrl | str, _text: str) -> bool:
        """No: host.confirm is the host's own."""
        self.did_refuse.emit(dialog("confirm"))
        return False

    def javaScriptPrompt(self, _origin: QUrl | str, _text: str, _default: str) -> tuple[bool, str]:
        """No answer."""
        self.did_refuse.emit(dialog("prompt"))
        return False, ""

    def javaScriptConsoleMessage(
        self, level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, line: int, source: str
    ) -> None:
        """Keep the page's console out of the host's own log; tell whoever listens."""
        if not self._console.admits():
            if self._console.is_flood():
                self.did_flood.emit()
            return
        name = level.name.removesuffix("MessageLevel").lower()
        said, refused = self._console.read(name, message, line, source)
        if said is not None:
            self.did_write_console.emit(said)
        if refused is not None:
            self.did_refuse.emit(refused)

    def _on_url_changed(self) -> None:
        self._is_home = None

    def _on_loading_changed(self, info: QWebEngineLoadingInfo) -> None:
        # About mailto:, ssh: and all that another program could answer nobody is asked: the engine just stops.
        stopped = info.status() is QWebEngineLoadingInfo.LoadStatus.LoadStoppedStatus
        if stopped and info.url().scheme() != SCHEME and info.url() != self._asked_about:
            self.did_refuse.emit(Refusal(refusal.shown(info.url()), ON_OWN_PAGES))

    def _on_lifecycle_state_changed(self, state: QWebEnginePage.LifecycleState) -> None:
        # Whoever wakes a discarded page, the engine then restores it, with what was typed into its fields: codes and
        # card numbers too. That has not begun to load when this comes, and a reload in its place restores no field.
        was_discarded, self._is_discarded = self._is_discarded, state is QWebEnginePage.LifecycleState.Discarded
        if was_discarded:
            self.triggerAction(QWebEnginePage.WebAction.Reload)

    def _on_permission_requested(self, permission: QWebEnginePermission) -> None:
        names = PERMISSION_NAMES.get(permission.permissionType())
        if names is None or not self.is_home():
            self.did_refuse.emit(Refusal(permission.permissionType().name, NOBODY))
            permission.deny()
            return
        missing = [name for name in names if name not in self._declared()]
        for name in missing:
            self.did_refuse.emit(refusal.of_permission(name))
        if missing:
            permission.deny()
            return
        self.did_request_permission.emit(names, permission)

    def _on_certificate_error(self, error: QWebEngineCertificateError) -> None:
        error.rejectCertificate()
        self.did_refuse.emit(Refusal(error.url().host(), f"its certificate is not good: {error.description()}"))

    def _on_full_screen_requested(self, request: QWebEngineFullScreenRequest) -> None:
        request.reject()
        self.did_refuse.emit(Refusal("fullscreen", NOBODY))

    def _on_protocol_handler_requested(self, request: QWebEngineRegisterProtocolHandlerRequest) -> None:
        request.reject()
        self.did_refuse.emit(Refusal(f"answering {request.scheme()}: links", NOBODY))

    def _on_file_system_access_requested(self, request: QWebEngineFileSystemAccessRequest) -> None:
        request.reject()
        self.did_refuse.emit(Refusal("files and folders", NOBODY))

    def _on_desktop_media_requested(self, request: QWebEngineDesktopMediaRequest) -> None:
        request.cancel()
        self.did_refuse.emit(Refusal("display-capture", NOBODY))

    def _on_web_auth_requested(self, request: QWebEngineWebAuthUxRequest) -> None:
        request.cancel()
        self.did_refuse.emit(Refusal("passkeys", NOBODY))

    def _on_print_requested(self) -> None:
        self.did_refuse.emit(dialog("print"))
