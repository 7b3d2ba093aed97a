"""What a mini-app may be allowed of sharing."""

from __future__ import annotations

from stoa.contract.permission import Consent, Permission

PERMISSIONS = (Permission("share", "Sharing", "share its pages with you as posts you approve", Consent.MEDIATED),)
