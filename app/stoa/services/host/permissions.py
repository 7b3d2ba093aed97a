"""What a mini-app may be allowed of the host itself."""

from __future__ import annotations

from stoa.contract.permission import Consent, Permission

PERMISSIONS = (
    Permission("camera", "Camera", "use the camera", Consent.ASK),
    Permission("microphone", "Microphone", "use the microphone", Consent.ASK),
    Permission("location", "Location", "know where this device is", Consent.ASK),
    Permission("clipboard", "Clipboard", "read the clipboard", Consent.ASK),
    Permission("notifications", "Notifications", "show notifications", Consent.ASK),
    Permission("files", "Files", "open and save files you choose", Consent.MEDIATED),
)
