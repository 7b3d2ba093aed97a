"""What permissions are called in the language of the window; their English words stand with the services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from stoa.contract.permission import Permission

# Marks the words for translation; a test keeps them in step with the services.
WORDS = (
    QT_TRANSLATE_NOOP("Permission", "Camera"),
    QT_TRANSLATE_NOOP("Permission", "use the camera"),
    QT_TRANSLATE_NOOP("Permission", "Microphone"),
    QT_TRANSLATE_NOOP("Permission", "use the microphone"),
    QT_TRANSLATE_NOOP("Permission", "Location"),
    QT_TRANSLATE_NOOP("Permission", "know where this device is"),
    QT_TRANSLATE_NOOP("Permission", "Clipboard"),
    QT_TRANSLATE_NOOP("Permission", "read the clipboard"),
    QT_TRANSLATE_NOOP("Permission", "Notifications"),
    QT_TRANSLATE_NOOP("Permission", "show notifications"),
    QT_TRANSLATE_NOOP("Permission", "Files"),
    QT_TRANSLATE_NOOP("Permission", "open and save files you choose"),
    QT_TRANSLATE_NOOP("Permission", "Sign-in"),
    QT_TRANSLATE_NOOP("Permission", "know you under a private name"),
    QT_TRANSLATE_NOOP("Permission", "Sharing"),
    QT_TRANSLATE_NOOP("Permission", "share its pages with you as posts you approve"),
    QT_TRANSLATE_NOOP("Permission", "Surveys"),
    QT_TRANSLATE_NOOP("Permission", "make surveys and vote in your name"),
)


def permission_title(permission: Permission) -> str:
    """The permission in one or two words, for lists."""
    return QCoreApplication.translate("Permission", permission.title)


def permission_sentence(permission: Permission) -> str:
    """What completes "NAME wants to …"."""
    return QCoreApplication.translate("Permission", permission.sentence)
