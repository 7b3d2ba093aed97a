"""Serves the files of one mini-app to its own room, and to nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QFile, QIODevice, QUrl, Signal
from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob, QWebEngineUrlScheme, QWebEngineUrlSchemeHandler

from stoa.engine.chromium import SCHEME
from stoa.logbook import Log
from stoa.miniapp.files import Served, Unsatisfiable, byte_range

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from stoa.engine.standby import Standby
    from stoa.miniapp.app import MiniApp

log = Log(__name__)

SDK_PATH = "/_stoa/stoa.js"
WARM_PATH = "/_stoa/warm"
# A room that waits for its press stands on this page: its origin and the SDK, and none of the app's own code.
_WARM_PAGE = b'<!doctype html><meta charset="utf-8"><title></title><script src="/_stoa/stoa.js"></script>'
_NOT_FOUND = b"<!doctype html><meta charset=utf-8><title>Not found</title><p>This mini-app has no such page."


def register_scheme() -> None:
    """Make ``miniapp://`` known to the engine. Call once, before the first profile.

    Not ServiceWorkersAllowed: a service worker could answer a navigation without the policy header. Not
    CorsEnabled: any origin of the profile could read the files.
    """
    scheme = QWebEngineUrlScheme(SCHEME.encode())
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme | QWebEngineUrlScheme.Flag.FetchApiAllowed)
    QWebEngineUrlScheme.registerScheme(scheme)


class SchemeHandler(QWebEngineUrlSchemeHandler):
    """Answers GET and HEAD of the room's own origin from the mini-app's folder.

    ``headers`` gives the policy headers as they stand now; they go on every response, as workers take theirs from it.
    What ``standby`` wants is answered without its body, which comes when it is let go.
    ``did_start`` comes before each answer: a page that starts workers by the hundred asks for their scripts first.
    """

    did_start = Signal()

    def __init__(
        self, app: MiniApp, headers: Callable[[], dict[str, str]], sdk: bytes, standby: Standby | None = None
    ) -> None:
        super().__init__()
        self._app = app
        self._headers = headers
        self._sdk = sdk
        self._standby = standby

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Answer one request; a fault here must not leave it hanging."""
        try:
            self.did_start.emit()
            self._serve(job)
        except Exception:
            log.exception("engine.scheme_failed", app_id=self._app.manifest.app_id)
            job.fail(QWebEngineUrlRequestJob.Error.RequestFailed)

    def _serve(self, job: QWebEngineUrlRequestJob) -> None:
        url = job.requestUrl()
        if not self.is_own(job, url):
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
            return
        path = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
        if path == SDK_PATH:
            self._reply_bytes(job, "text/javascript", self._sdk)
        elif path == WARM_PATH:
            self._reply_bytes(job, "text/html", _WARM_PAGE)
        elif (served := self._app.serve(path)) is None:
            # fail(UrlNotFound) would leave a fetch's body unsettled for ever.
            self._reply_bytes(job, "text/html", _NOT_FOUND)
        elif self._standby is not None and self._standby.wants(url):
            headers, body = self._standby.hold(job, lambda: self._file(path))
            self._set_headers(job, headers)
            job.reply(QByteArray(served.content_type.encode()), body)
        else:
            self._reply_file(job, served)

    def _file(self, path: str) -> Path | None:
        served = self._app.serve(path)
        return None if served is None else served.path

    def is_own(self, job: QWebEngineUrlRequestJob, url: QUrl) -> bool:
        """Whether a page of this mini-app, or the host, asks to read something of this mini-app."""
        own = self._app.manifest.app_id
        initiator = job.initiator()
        return (
            bytes(job.requestMethod().data()) in {b"GET", b"HEAD"}
            and url.host() == own
            and (initiator.isEmpty() or (initiator.scheme() == SCHEME and initiator.host() == own))
        )

    def _reply_bytes(self, job: QWebEngineUrlRequestJob, media_type: str, data: bytes) -> None:
        buffer = QBuffer(job)
        # The engine hands on whatever body it is given, to a HEAD too.
        buffer.setData(QByteArray(b"" if _is_head(job) else data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._set_headers(job, self._headers())
        job.reply(QByteArray(media_type.encode()), buffer)

    def _reply_file(self, job: QWebEngineUrlRequestJob, served: Served) -> None:
        file = QFile(str(served.path), job)
        if _is_head(job):
            self._reply_bytes(job, served.content_type, b"")
            return
        if not file.open(QIODevice.OpenModeFlag.ReadOnly):
            self._reply_bytes(job, "text/html", _NOT_FOUND)
            return
        wanted = bytes(job.requestHeaders().get(QByteArray(b"Range"), QByteArray()).data()).decode("latin-1")
        part = byte_range(wanted, file.size()) if wanted else None
        if isinstance(part, Unsatisfiable):
            # Replying would crash the host: the engine seeks past the end.
            job.fail(QWebEngineUrlRequestJob.Error.RequestFailed)
            return
        if part is not None:
            # The engine seeks for "bytes=5-", and not for "bytes=-5", where it would send the first five.
            file.seek(part[0])
        self._set_headers(job, self._headers())
        job.reply(QByteArray(served.content_type.encode()), file)

    @staticmethod
    def _set_headers(job: QWebEngineUrlRequestJob, headers: Mapping[str, str]) -> None:
        # The values must be lists: Qt iterates a bare QByteArray byte by byte, and the policy is silently void.
        lists = {QByteArray(name.encode()): [QByteArray(value.encode())] for name, value in headers.items()}
        job.setAdditionalResponseHeaders(lists)  # type: ignore[arg-type]  # the stub knows one value for each name


def _is_head(job: QWebEngineUrlRequestJob) -> bool:
    return bytes(job.requestMethod().data()) == b"HEAD"
