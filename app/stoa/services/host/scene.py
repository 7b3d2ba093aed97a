"""How a mini-app comes to be opened."""

from __future__ import annotations

from enum import StrEnum


class Scene(StrEnum):
    """How the mini-app came to be opened."""

    LAUNCHER = "launcher"
    POST = "post"
    LINK = "link"
    APP = "app"
    ATTACH = "attach"
    SHARE = "share"
    WORKBENCH = "workbench"
