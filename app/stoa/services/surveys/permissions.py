"""What a mini-app may be allowed of surveys."""

from __future__ import annotations

from stoa.contract.permission import Consent, Permission

PERMISSIONS = (Permission("surveys", "Surveys", "make surveys and vote in your name", Consent.ASK),)
