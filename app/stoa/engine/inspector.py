"""Chromium's DevTools on one room: to be docked beside it, and to be spoken to in their own protocol.

The DevTools page that the engine brings holds a connection to the inspected page. A script in it lends that
connection to the host: commands go in by ``runJavaScript``, answers and the events asked for come back as console
lines of the DevTools page that begin with a secret. So no debugging port is ever opened for it.

While a room is inspected it can neither sleep nor be discarded (an engine rule): let it go first.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView

from stoa.chance import token
from stoa.contract.errors import StoaError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from PySide6.QtWidgets import QWidget

    Answer = Callable[[dict[str, Any]], None]
    Failed = Callable[[StoaError], None]

# The DevTools count their own commands from 1; ours must never meet them.
_FIRST_ID = 1_000_000_000
_MAIN_WORLD = QWebEngineScript.ScriptWorldId.MainWorld.value
# As they start, the DevTools take back what a page is told of the person's taste (dark, less motion), each feature by
# its empty value: what they leave open stays as the host asked for it.
_LEND = """
(() => {
  const secret = %(secret)s, domains = new Set(%(domains)s), first = %(first)d;
  const media = 'Emulation.setEmulatedMedia', wanted = new Map();
  const features = (text) => text.includes(media) && JSON.parse(text).params?.features || [];
  const note = (text) => {
    for (const { name, value } of features(text)) wanted.set(name, value);
    return text;
  };
  const keep = (text) => {
    const theirs = new Map(features(text).map(({ name, value }) => [name, value || wanted.get(name) || '']));
    if (theirs.size === 0) return text;
    const all = [...new Map([...wanted, ...theirs])].map(([name, value]) => ({ name, value }));
    const command = JSON.parse(text);
    return JSON.stringify({ ...command, params: { ...command.params, features: all } });
  };
  const lend = () => {
    const api = globalThis.DevToolsAPI, host = globalThis.InspectorFrontendHost;
    if (!api?.dispatchMessage || !host?.sendMessageToBackend) { setTimeout(lend, 20); return; }
    let kept = new Set();
    globalThis.__stoaKeep = (events) => { kept = new Set(events); };
    const dispatch = api.dispatchMessage.bind(api);
    api.dispatchMessage = (message) => {
      const told = typeof message === 'string' ? JSON.parse(message) : message;
      const ours = told.id >= first;
      const isWanted = domains.has(told.method) || domains.has(told.method?.split('.')[0]);
      if (ours || isWanted) { console.debug(secret + JSON.stringify(told)); }
      return ours || kept.has(told.method) ? undefined : dispatch(message);
    };
    const send = host.sendMessageToBackend.bind(host);
    host.sendMessageToBackend = (text) => send(keep(text));
    globalThis.__stoaSend = (text) => send(note(text));
    console.debug(secret + '{}');
  };
  lend();
})()
"""
# The DevTools' own setting, which follows a system that the engine never asks about (see docs/decisions/0021).
# While they are still being put together there are no settings, and a change may go unheard: it is made again until it
# shows. Of several wishes the last counts.
_WEAR = """
((value, other) => {
  const wish = globalThis.stoaWish = {};
  const isWorn = () =>
    document.documentElement.classList.contains('theme-with-dark-background') === (value === 'dark');
  let isSet = false;
  const wear = (left) => import('devtools://devtools/bundled/core/common/common.js')
    .then(({ Settings }) => {
      if (globalThis.stoaWish !== wish) return;
      const setting = Settings.Settings.instance().moduleSetting('ui-theme');
      if (setting.get() === value && !isWorn()) setting.set(other);
      setting.set(value);
      isSet = true;
    })
    .catch(() => {})
    .then(() => {
      const isDone = (isSet && isWorn()) || globalThis.stoaWish !== wish;
      if (left && !isDone) setTimeout(() => wear(left - 1), 50);
    });
  wear(200);
})(%s)
"""
# They listen to this call only once their first panel is there; what comes earlier is lost.
_REVEAL = """
(() => {
  const reveal = (left) => {
    if (document.querySelector('.panel')) globalThis.DevToolsAPI?.revealSourceLine?.(%s);
    else if (left) setTimeout(() => reveal(left - 1), 50);
  };
  reveal(200);
})()
"""


class InspectorError(StoaError):
    """The DevTools refused a command, or were gone before they answered."""


class Inspector(QObject):
    """Speaks to the DevTools of one page. ``did_tell`` gives an event and its values.

    ``did_begin`` comes once they listen and have answered what was asked of them before.

    ``domains`` are the parts of the DevTools protocol whose events are wanted, ``Network`` or ``Page``, and single
    events: ``Debugger.paused``. They have to be switched on by their own ``enable`` commands.
    """

    did_begin = Signal()
    did_tell = Signal(str, object)

    def __init__(self, inspected: QWebEnginePage, domains: Iterable[str] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._secret = f"stoa-{token(16)} "
        self._domains = sorted(domains)
        self._next_id = _FIRST_ID
        self._waiting: dict[int, tuple[Answer, Failed]] = {}
        self._held: list[str] = []
        # What a page is to find done before it does anything.
        self._first: set[int] = set()
        self._begun = False
        self._dark = False
        self._view: QWebEngineView | None = None
        # Off the record and of its own: nothing of a mini-app comes near the settings of the DevTools.
        self._profile = QWebEngineProfile(self)
        # In any other language they would open with a bar that offers to translate them.
        self._profile.setHttpAcceptLanguage("en")
        self.page = _DevToolsPage(self._profile, self._secret, self._on_told)
        self.page.loadFinished.connect(self._on_load_finished)
        self.page.setInspectedPage(inspected)

    @property
    def is_listening(self) -> bool:
        """Whether commands are answered now; those given before wait until they are."""
        return self._begun

    def send(
        self,
        command: str,
        params: Mapping[str, Any] | None = None,
        answer: Answer = lambda _values: None,
        failed: Failed = lambda _error: None,
    ) -> None:
        """Give a command, for example ``Emulation.setTimezoneOverride``. ``answer`` or ``failed`` is called once."""
        number, self._next_id = self._next_id, self._next_id + 1
        self._waiting[number] = (answer, failed)
        text = json.dumps({"id": number, "method": command, "params": dict(params or {})})
        if self._begun:
            self._pass(text)
        else:
            self._held.append(text)

    def keep(self, *events: str) -> None:
        """Tell the DevTools no more of these events, which are answers to what the host asked; of all others again."""
        if self._begun:
            self.page.runJavaScript(f"__stoaKeep({json.dumps(events)})", _MAIN_WORLD)

    def view(self) -> QWidget:
        """A widget that shows the DevTools. It goes with the inspector."""
        if self._view is None:
            self._view = QWebEngineView()
            self._view.setPage(self.page)
            self._view.setAcceptDrops(False)
        return self._view

    def wear(self, *, dark: bool) -> None:
        """Show the DevTools dark or light."""
        self._dark = dark
        if self._begun:
            self.page.runJavaScript(_WEAR % ("'dark', 'default'" if dark else "'default', 'dark'"), _MAIN_WORLD)

    def reveal(self, source: str, line: int) -> None:
        """Show a line, counted from 1, of a file in the Sources panel: the DevTools' own call for those around them."""
        if self._begun:
            place = f"{json.dumps(source)}, {max(0, line - 1)}, 0"
            self.page.runJavaScript(_REVEAL % place, _MAIN_WORLD)

    def end(self) -> None:
        """Let the page go. Whoever still waits is told."""
        self._begun = False
        self._held.clear()
        self.page.setInspectedPage(None)  # type: ignore[arg-type]  # None lets it go
        waiting, self._waiting = self._waiting, {}
        for _answer, failed in waiting.values():
            failed(InspectorError("The page is no longer inspected."))
        if self._view is not None:
            self._view.deleteLater()
        # The page before its profile, or the engine warns of trouble.
        self.page.deleteLater()
        self.page.destroyed.connect(self.deleteLater)

    def _pass(self, text: str) -> None:
        self.page.runJavaScript(f"__stoaSend({json.dumps(text)})", _MAIN_WORLD)

    def _on_load_finished(self, ok: bool) -> None:  # noqa: FBT001  Qt's signature
        if ok:
            values = {"secret": json.dumps(self._secret), "domains": json.dumps(self._domains), "first": _FIRST_ID}
            self.page.runJavaScript(_LEND % values, _MAIN_WORLD)

    def _on_told(self, text: str) -> None:
        told = json.loads(text)
        if not told:
            self._begin()
        elif "id" not in told:
            self.did_tell.emit(told["method"], told.get("params", {}))
        elif told["id"] in self._waiting:
            answer, failed = self._waiting.pop(told["id"])
            if "error" in told:
                failed(InspectorError(str(told["error"].get("message", "The DevTools refused this."))))
            else:
                answer(told.get("result", {}))
            if told["id"] in self._first:
                self._first.discard(told["id"])
                self._tell_begun()

    def _begin(self) -> None:
        self._begun = True
        held, self._held = self._held, []
        self._first = set(self._waiting)
        for command in held:
            self._pass(command)
        self.wear(dark=self._dark)
        self._tell_begun()

    def _tell_begun(self) -> None:
        if self._begun and not self._first:
            self.did_begin.emit()


class _DevToolsPage(QWebEnginePage):
    """The DevTools' own page; what it writes with the secret in front is meant for the host, the rest for nobody."""

    def __init__(self, profile: QWebEngineProfile, secret: str, told: Callable[[str], None]) -> None:
        super().__init__(profile, profile)
        self._secret = secret
        self._told = told

    def javaScriptConsoleMessage(
        self, _level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, _line: int, _source: str
    ) -> None:
        """Take what the script says."""
        if message.startswith(self._secret):
            self._told(message.removeprefix(self._secret))
