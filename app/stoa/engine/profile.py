"""One profile for one account and mini-app: its storage, its switches, its scheme handler and interceptor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEngineProfile,
    QWebEngineProfileBuilder,
    QWebEngineSettings,
)

from stoa.engine.console import DOWNLOAD

if TYPE_CHECKING:
    from pathlib import Path

    from stoa.engine.refusal import Refuse

_Attribute = QWebEngineSettings.WebAttribute

SETTINGS_OFF = (
    _Attribute.JavascriptCanOpenWindows,
    _Attribute.JavascriptCanAccessClipboard,
    _Attribute.JavascriptCanPaste,
    _Attribute.PluginsEnabled,
    _Attribute.PdfViewerEnabled,
    _Attribute.ScreenCaptureEnabled,
    _Attribute.LocalContentCanAccessFileUrls,
    _Attribute.LocalContentCanAccessRemoteUrls,
    _Attribute.HyperlinkAuditingEnabled,
    _Attribute.AllowRunningInsecureContent,
    _Attribute.AllowGeolocationOnInsecureOrigins,
    _Attribute.AllowWindowActivationFromJavaScript,
    _Attribute.DnsPrefetchEnabled,
    _Attribute.NavigateOnDropEnabled,
    _Attribute.AutoLoadIconsForPage,
    _Attribute.TouchIconsEnabled,
    _Attribute.FullScreenSupportEnabled,
    _Attribute.ErrorPageEnabled,
    _Attribute.BackForwardCacheEnabled,
    _Attribute.FocusOnNavigationEnabled,
)
SETTINGS_ON = (_Attribute.WebRTCPublicInterfacesOnly, _Attribute.PlaybackRequiresUserGesture)
_CACHE_MAX_BYTES = 32 * 1024 * 1024


def make_profile(name: str, storage: Path, language: str, refuse: Refuse) -> QWebEngineProfile:
    """A profile that keeps its data under ``storage``. Two live profiles must never share a folder."""
    storage.mkdir(parents=True, exist_ok=True)
    builder = QWebEngineProfileBuilder()
    builder.setPersistentStoragePath(str(storage / "data"))
    builder.setCachePath(str(storage / "cache"))
    builder.setHttpCacheMaximumSize(_CACHE_MAX_BYTES)
    builder.setPersistentPermissionsPolicy(QWebEngineProfile.PersistentPermissionsPolicy.AskEveryTime)
    profile = builder.createProfile(name)
    profile.setPushServiceEnabled(False)
    profile.setSpellCheckEnabled(False)
    profile.setHttpAcceptLanguage(language)
    refuse_downloads(profile, refuse)
    harden(profile.settings())
    return profile


def refuse_downloads(profile: QWebEngineProfile, refuse: Refuse) -> None:
    """Save nothing that a page starts by itself."""

    def on_download_requested(download: QWebEngineDownloadRequest) -> None:
        download.cancel()
        refuse(DOWNLOAD)

    profile.downloadRequested.connect(on_download_requested)


def harden(settings: QWebEngineSettings) -> None:
    """Switch off what no mini-app may do, whatever its manifest says."""
    for attribute in SETTINGS_OFF:
        settings.setAttribute(attribute, False)
    for attribute in SETTINGS_ON:
        settings.setAttribute(attribute, True)
    # By default one click anywhere hands mailto:, ssh: or vscode: to the system without asking.
    settings.setUnknownUrlSchemePolicy(QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes)
