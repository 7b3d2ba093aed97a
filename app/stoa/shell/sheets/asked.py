"""Rows that say what a mini-app may ask for and where it may connect, for the sheets before it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from stoa.shell.permission_words import permission_sentence, permission_title
from stoa.ui.row import Row
from stoa.ui.tokens import SPACE_2

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stoa.contract.permission import Permission
    from stoa.miniapp.manifest import PermissionRequest
    from stoa.ui.theme import Theme

_ICONS = {
    "camera": "camera", "microphone": "microphone", "location": "location", "clipboard": "clipboard",
    "notifications": "bell", "files": "file", "identity": "user", "share": "share", "surveys": "survey",
}  # fmt: skip


def permission_rows(
    theme: Theme, requests: Iterable[PermissionRequest], permissions: Mapping[str, Permission]
) -> list[Row]:
    """One row for each permission: its name, what it means, and the mini-app's own reason as a quotation."""
    rows = []
    for request in requests:
        known = permissions.get(request.name)
        title = request.name if known is None else permission_title(known)
        text = "" if known is None else permission_sentence(known)
        if request.reason:
            template = QCoreApplication.translate("Asked", "{0} — “{1}”")
            text = template.format(text, request.reason) if text else f"“{request.reason}”"
        rows.append(Row(theme, title, text, before=_ICONS.get(request.name, "lock"), padding=SPACE_2))
    return rows


def network_row(theme: Theme, network: Iterable[str]) -> Row:
    """Where it may connect, or that it may not."""
    hosts = "\n".join(network)
    if hosts:
        title = QCoreApplication.translate("Asked", "May reach these servers, and no others")
        return Row(theme, title, hosts, before="globe", padding=SPACE_2)
    title = QCoreApplication.translate("Asked", "No network")
    text = QCoreApplication.translate("Asked", "It cannot reach anything outside this machine.")
    return Row(theme, title, text, before="globe-off", padding=SPACE_2)


def script_rows(theme: Theme, relaxations: Iterable[str]) -> list[Row]:
    """One row for each rule for scripts that is relaxed."""
    titles = {
        "inline": QCoreApplication.translate("Asked", "Scripts inside its pages"),
        "wasm": QCoreApplication.translate("Asked", "Compiled code (WebAssembly)"),
    }
    return [Row(theme, titles.get(name, name), before="code", padding=SPACE_2) for name in relaxations]
