"""The contract as a whole: to add a service, add its area here and its handlers in wiring."""

from __future__ import annotations

from stoa.services.host.api import AREA as HOST
from stoa.services.identity.api import AREA as IDENTITY
from stoa.services.share.api import AREA as SHARE
from stoa.services.storage.api import AREA as STORAGE
from stoa.services.surveys.api import AREA as SURVEYS

AREAS = (HOST, IDENTITY, SHARE, SURVEYS, STORAGE)
METHOD_PERMISSIONS = {method.name: method.permission for area in AREAS for method in area.methods}
# The version of the contract from which on a call or an event exists.
SINCE = {method.name: method.since for area in AREAS for method in area.methods} | {
    event.name: event.since for area in AREAS for event in area.events
}
