"""The permissions of the contract as a whole, without its models: to add a service's, add them here."""

from __future__ import annotations

from stoa.services.host.permissions import PERMISSIONS as HOST
from stoa.services.identity.permissions import PERMISSIONS as IDENTITY
from stoa.services.share.permissions import PERMISSIONS as SHARE
from stoa.services.surveys.permissions import PERMISSIONS as SURVEYS

PERMISSIONS = {permission.name: permission for permission in (*HOST, *IDENTITY, *SHARE, *SURVEYS)}
PERMISSION_NAMES = frozenset(PERMISSIONS)
