"""The left column: what is on the bench, under which conditions, and what the check finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stoa.trial.launch_profile import FrameKind, LaunchProfile, NetworkState, PermissionAnswer
from stoa.ui.button import IconButton
from stoa.ui.card import Card
from stoa.ui.chip import Chip
from stoa.ui.label import Label
from stoa.ui.row import Icon
from stoa.ui.scroll_area import ScrollArea
from stoa.ui.tokens import ICON_SMALL, SPACE_1, SPACE_2, SPACE_3, SPACE_4, SPACE_5, TOP_BAR
from stoa.workbench.choice_row import ChoiceRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from stoa.miniapp.app import MiniApp
    from stoa.miniapp.errors import Finding
    from stoa.ui.theme import Theme

_WIDTH = 300
_FINDINGS_MAX = 40
_LOCALES = ("en", "de", "fr", "es", "pt-BR", "tr", "ar", "he", "ja", "zh-CN")
_ZONES = ("UTC", "Europe/Berlin", "America/New_York", "America/Los_Angeles", "Asia/Kolkata", "Asia/Tokyo")
_TEXT_SIZES = (75, 100, 125, 150, 200)
_NOON_2026 = 1_767_268_800_000


class ProfilePanel(QWidget):
    """``did_choose`` gives a whole profile whenever one of its conditions is chosen."""

    did_choose = Signal(object)
    edit_pressed = Signal(str)
    open_pressed = Signal()
    reload_pressed = Signal()
    profiles_pressed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(self.tr("Workbench"))
        self._profile = LaunchProfile()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(SPACE_4 + 2, SPACE_4, SPACE_4 + 2, SPACE_4)
        self._column.setSpacing(0)
        self._column.addWidget(self._app_card())
        self._column.addSpacing(SPACE_3)
        simulate = QHBoxLayout()
        simulate.addWidget(Label(theme, self.tr("Simulate"), "heading"), 1)
        self.profiles = IconButton(theme, "menu", self.tr("Launch profiles"), side=32, size=ICON_SMALL)
        self.profiles.clicked.connect(lambda: self.profiles_pressed.emit(self.profiles))
        simulate.addWidget(self.profiles)
        self._column.addLayout(simulate)
        self.rows: dict[str, ChoiceRow] = {}
        for key, name, choices in self._conditions():
            self._add_row(key, name, choices)
        self._column.addSpacing(SPACE_5)
        self._findings = QVBoxLayout()
        self._findings.setSpacing(SPACE_3)
        self._column.addLayout(self._findings)
        self._column.addStretch(1)
        column.addWidget(ScrollArea(theme, content), 1)
        theme.did_change.connect(self.update)
        self.show_profile(self._profile)
        self.show_app(None, "")

    def show_app(self, app: MiniApp | None, folder: str) -> None:
        """Show what is on the bench."""
        self._card.setVisible(app is not None)
        if app is not None:
            manifest = app.manifest
            self._name.setText(manifest.short_name or manifest.name)
            self._about.setText(f"{folder} · {manifest.version.name}" if app.has_manifest else folder)
            self._about.setToolTip(folder)

    def show_profile(self, profile: LaunchProfile) -> None:
        """Show which conditions hold."""
        self._profile = profile
        shown = {
            "frame": profile.frame.kind, "theme": profile.theme, "motion": profile.reduced_motion,
            "text": profile.text_percent, "locale": profile.locale, "direction": profile.direction,
            "zone": profile.time_zone, "clock": profile.clock, "account": profile.account, "scene": profile.scene,
            "network": profile.network.state, "permissions": profile.permissions.default,
            "contract": profile.contract_version, "storage": profile.storage,
        }  # fmt: skip
        for key, value in shown.items():
            self.rows[key].set_chosen(value)
        width, height = profile.frame.size
        kind = dict(self._frames())
        name = next(text for text, value in kind.items() if value == profile.frame.kind)
        self.rows["frame"].set_chosen(profile.frame.kind, f"{name} {width} \N{MULTIPLICATION SIGN} {height}")
        self.rows["path"].set_chosen(profile.path)
        count = len(profile.faults)
        self.rows["faults"].set_chosen(count, self.tr("None") if count == 0 else self.tr("{0} faults").format(count))

    def show_findings(self, findings: Sequence[Finding] | None) -> None:
        """List what the check found; None while nothing was checked."""
        _empty(self._findings)
        self._chip_findings.setVisible(bool(findings))
        if findings is None:
            return
        self._findings.addWidget(Label(self.theme, self.tr("Findings"), "heading"))
        if not findings:
            self._findings.addWidget(Label(self.theme, self.tr("Nothing to change."), "meta", "muted", wrap=True))
        one, many = self.tr("1 finding"), self.tr("{0} findings").format(len(findings))
        self._chip_findings.set_chip(one if len(findings) == 1 else many, "warm")
        for finding in findings[:_FINDINGS_MAX]:
            self._findings.addWidget(self._finding(finding))
        if len(findings) > _FINDINGS_MAX:
            more = self.tr("… and {0} more").format(len(findings) - _FINDINGS_MAX)
            self._findings.addWidget(Label(self.theme, more, "meta", "muted"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the panel, the line under its head, and its edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("background"))
        painter.fillRect(0, 0, self.width(), TOP_BAR, self.theme.color("panel"))
        painter.fillRect(0, TOP_BAR - 1, self.width(), 1, self.theme.color("line"))
        edge = 0 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else self.width() - 1
        painter.fillRect(edge, 0, 1, self.height(), self.theme.color("line"))

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_5, 0, SPACE_3, 0)
        title = Label(self.theme, self.tr("Workbench"), "heading")
        title.setFixedHeight(TOP_BAR)
        head.addWidget(title, 1)
        self.open_button = IconButton(self.theme, "folder-open", self.tr("Open a folder"))
        self.reload_button = IconButton(self.theme, "reload", self.tr("Reload"))
        self.open_button.clicked.connect(self.open_pressed)
        self.reload_button.clicked.connect(self.reload_pressed)
        head.addWidget(self.open_button)
        head.addWidget(self.reload_button)
        return head

    def _app_card(self) -> QWidget:
        self._card = Card(self.theme, margin=SPACE_3)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        self._name = Label(self.theme, "", "strong", elide=True)
        self._about = Label(self.theme, "", "meta", "muted", elide=True)
        column.addWidget(self._name)
        column.addWidget(self._about)
        chips = QHBoxLayout()
        chips.setSpacing(SPACE_2)
        chips.setContentsMargins(0, SPACE_1, 0, 0)
        chips.addWidget(Chip(self.theme, self.tr("reloads on save"), "good", "lightning"))
        self._chip_findings = Chip(self.theme, "", "warm")
        chips.addWidget(self._chip_findings)
        chips.addStretch(1)
        column.addLayout(chips)
        return self._card

    def _finding(self, finding: Finding) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE_2)
        tone = "warm" if finding.severity == "error" else "muted"
        line.addWidget(Icon(self.theme, "alert", tone, size=ICON_SMALL), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(self.theme, finding.sentence, "label", wrap=True))
        text = finding.where if finding.fix is None else f"{finding.where} · {finding.fix}"
        words.addWidget(Label(self.theme, text, "meta", "muted", wrap=True))
        line.addLayout(words, 1)
        return row

    def _add_row(self, key: str, name: str, choices: Sequence[tuple[str, Any]]) -> None:
        row = ChoiceRow(self.theme, name)
        more = {"frame", "network", "permissions", "clock", "path", "faults"}
        row.set_choices(choices, [(self.tr("More …"), lambda: self.edit_pressed.emit(key))] if key in more else ())
        row.did_choose.connect(lambda value: self._choose(key, value))
        self.rows[key] = row
        self._column.addWidget(row)

    def _choose(self, key: str, value: Any) -> None:
        self.did_choose.emit(changed(self._profile, key, value))

    def _frames(self) -> list[tuple[str, Any]]:
        return [
            (self.tr("Phone"), FrameKind.PHONE), (self.tr("Tablet"), FrameKind.TABLET),
            (self.tr("Pane"), FrameKind.PANE), (self.tr("Custom"), FrameKind.CUSTOM),
        ]  # fmt: skip

    def _conditions(self) -> list[tuple[str, str, list[tuple[str, Any]]]]:
        scenes = ("workbench", "launcher", "post", "link", "app", "attach", "share")
        return [
            ("frame", self.tr("Frame"), self._frames()),
            ("theme", self.tr("Theme"), [
                (self.tr("As the host"), "host"), (self.tr("Light"), "light"), (self.tr("Dark"), "dark"),
            ]),
            ("motion", self.tr("Motion"), [(self.tr("Full"), False), (self.tr("Reduced"), True)]),
            ("text", self.tr("Text size"), [(f"{size} %", size) for size in _TEXT_SIZES]),
            ("locale", self.tr("Language"), [(self.tr("As the host"), ""), *((one, one) for one in _LOCALES)]),
            ("direction", self.tr("Direction"), [
                (self.tr("By language"), "auto"), (self.tr("Left to right"), "ltr"), (self.tr("Right to left"), "rtl"),
            ]),
            ("zone", self.tr("Time zone"), [(self.tr("This computer's"), ""), *((one, one) for one in _ZONES)]),
            ("clock", self.tr("Clock"), [
                (self.tr("Running"), None), (self.tr("Noon, 1 January 2026 (UTC)"), _NOON_2026),
            ]),
            ("account", self.tr("Account"), [(self.tr("Tester {0}").format(number), number) for number in range(1, 6)]),
            ("scene", self.tr("Scene"), [(one, one) for one in scenes]),
            ("path", self.tr("Path"), [("/", "/")]),
            ("network", self.tr("Network"), [
                (self.tr("Online"), NetworkState.ONLINE), (self.tr("Offline"), NetworkState.OFFLINE),
                (self.tr("Slow"), NetworkState.SLOW),
            ]),
            ("permissions", self.tr("Permissions"), [
                (self.tr("Ask each time"), PermissionAnswer.ASK), (self.tr("All granted"), PermissionAnswer.GRANTED),
                (self.tr("All refused"), PermissionAnswer.REFUSED),
            ]),
            ("contract", self.tr("Bridge"), [(self.tr("This host's"), 1), (self.tr("None, as in a browser"), 0)]),
            ("storage", self.tr("Storage"), [
                (self.tr("Kept"), "kept"), (self.tr("Fresh"), "fresh"), (self.tr("Full"), "full"),
            ]),
            ("faults", self.tr("Faults"), [(self.tr("None"), 0)]),
        ]  # fmt: skip


_FIELDS = {
    "theme": "theme", "motion": "reduced_motion", "text": "text_percent", "locale": "locale", "direction": "direction",
    "zone": "time_zone", "clock": "clock", "account": "account", "scene": "scene", "path": "path",
    "contract": "contract_version", "storage": "storage",
}  # fmt: skip
_PARTS = {"frame": ("frame", "kind"), "network": ("network", "state"), "permissions": ("permissions", "default")}


def changed(profile: LaunchProfile, key: str, value: Any) -> LaunchProfile:
    """The profile with one condition chosen, by the name of its row."""
    if key == "faults":
        return profile.model_copy(update={"faults": ()})
    if key in _PARTS:
        part, field = _PARTS[key]
        return profile.model_copy(update={part: getattr(profile, part).model_copy(update={field: value})})
    return profile.model_copy(update={_FIELDS[key]: value})


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
