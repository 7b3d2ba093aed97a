"""Who calls over the bridge."""

from __future__ import annotations

from stoa.records import Record


class Caller(Record):
    """Who calls: fixed when the channel is made, never read from a message.

    ``room_key`` is ``<account>/<app key>`` and names the storage of one account and mini-app (an installed app and
    the same id opened from a folder have different keys). ``declared`` holds the manifest's permission names.
    """

    account_id: str
    app_id: str
    app_name: str
    room_key: str
    room_id: int
    scene: str = "launcher"
    declared: frozenset[str] = frozenset()

    @property
    def app_key(self) -> str:
        """The part of the room key that names the mini-app, under which grants and consents are kept."""
        return self.room_key.partition("/")[2]
