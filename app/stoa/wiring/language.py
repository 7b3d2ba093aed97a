"""The language of the window: English in the source, others from compiled translations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

LANGUAGES = ("en", "de")
# Languages that are written from right to left turn the window round, translated or not.
_RIGHT_TO_LEFT = {"ar", "fa", "he", "ur", "yi"}


def install_language(qt_app: QApplication, wanted: str, resources: Path) -> str:
    """Load the translation for ``wanted`` (a language tag, or ``system``); returns the language in use."""
    system = QLocale.system().name().partition("_")[0]
    language = wanted if wanted in LANGUAGES else system
    if system in _RIGHT_TO_LEFT and wanted == "system":
        qt_app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    if language not in LANGUAGES:
        language = "en"
    if language != "en":
        for folder, name in (
            (str(resources / "i18n"), f"stoa_{language}"),
            (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{language}"),
        ):
            translator = QTranslator(qt_app)
            if translator.load(name, folder):
                qt_app.installTranslator(translator)
    QLocale.setDefault(QLocale(language))
    return language
