"""The engine's own resolver, which has nothing to look up: the filter proxy does that, for declared servers only."""

from __future__ import annotations

from PySide6.QtWebEngineCore import QWebEngineGlobalSettings

# Nobody answers on the port for what is to be thrown away (RFC 863), and nobody else has a certificate for loopback.
NOBODY = "https://127.0.0.1:9/"


def ask_only(place: str) -> None:
    """Let the engine ask one name server, over HTTPS, and never the system's. It may be told again at any time.

    Raises ValueError where the address is none.
    """
    mode = QWebEngineGlobalSettings.DnsMode()
    mode.secureMode = QWebEngineGlobalSettings.SecureDnsMode.SecureOnly
    mode.serverTemplates = [place]
    if not QWebEngineGlobalSettings.setDnsMode(mode):
        raise ValueError(f"{place} is no address of a name server")
