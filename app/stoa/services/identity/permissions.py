"""What a mini-app may be allowed of signing in."""

from __future__ import annotations

from stoa.contract.permission import Consent, Permission

PERMISSIONS = (Permission("identity", "Sign-in", "know you under a private name", Consent.MEDIATED),)
