"""Every colour, radius, distance and text size of Stoa; nothing else names one.

The values are those of the design, with one kind of addition: where a design colour would carry text below
WCAG AA (4.5 : 1), a ``…_text`` or ``…_fill`` neighbour stands in and the design colour stays for decoration.
``faint`` never carries text, not even of what is disabled; it is strong enough for icons and edges (3 : 1).
"""

from __future__ import annotations

from stoa.records import Record


class Tokens(Record):
    """The colours of one theme, each ``#rrggbb``; ``scrim`` and ``shadow`` are ``#aarrggbb``."""

    dark: bool
    background: str
    panel: str
    card: str
    line: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_soft: str
    warm: str
    warm_soft: str
    good: str
    good_soft: str
    warm_text: str
    warm_fill: str
    good_text: str
    on_accent: str
    on_warm: str
    hover: str
    raised: str
    scrim: str
    shadow: str


LIGHT = Tokens(
    dark=False,
    background="#F5F3EF",
    panel="#FBFAF7",
    card="#FFFFFF",
    line="#E7E3DB",
    text="#1D1C1A",
    muted="#6F6A62",
    faint="#8C857B",
    accent="#2F5BC7",
    accent_soft="#E6ECFA",
    warm="#C4572F",
    warm_soft="#FBEAE2",
    good="#2F7D5B",
    good_soft="#E2F1EA",
    warm_text="#B24B26",
    warm_fill="#C1542D",
    good_text="#2A7353",
    on_accent="#FFFFFF",
    on_warm="#FFFFFF",
    hover="#F0EDE7",
    raised="#FFFFFF",
    scrim="#66161410",
    shadow="#12281E0A",
)

DARK = Tokens(
    dark=True,
    background="#131416",
    panel="#18191C",
    card="#1F2124",
    line="#2C2F34",
    text="#ECE9E3",
    muted="#A09B92",
    faint="#7C7871",
    accent="#8AA8FF",
    accent_soft="#232C45",
    warm="#F08A63",
    warm_soft="#3A2620",
    good="#6CC29B",
    good_soft="#1E3129",
    warm_text="#F08A63",
    warm_fill="#F08A63",
    good_text="#6CC29B",
    on_accent="#131416",
    on_warm="#131416",
    hover="#2A2D31",
    raised="#2A2D31",
    scrim="#99060607",
    shadow="#50000000",
)

# Text and the surface it stands on, by token name: what tests hold to WCAG AA in both themes.
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in ("text", "muted") for ground in ("background", "panel", "card", "hover", "raised")),
    *(("text", ground) for ground in ("accent_soft", "warm_soft", "good_soft", "line")),
    *(("muted", ground) for ground in ("accent_soft", "warm_soft", "good_soft")),
    *(("accent", ground) for ground in ("background", "panel", "card", "accent_soft")),
    *(("warm_text", ground) for ground in ("background", "panel", "card", "warm_soft")),
    *(("good_text", ground) for ground in ("background", "panel", "card", "good_soft")),
    ("on_accent", "accent"),
    ("on_warm", "warm_fill"),
)

# Icons, edges of fields and other marks that mean something, and what they stand on: held to 3 : 1.
MARK_PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in ("faint", "muted") for ground in ("background", "panel", "card", "hover", "raised")),
    *((ink, ground) for ink in ("accent", "warm", "good") for ground in ("background", "panel", "card", "raised")),
    ("accent", "accent_soft"),
    ("warm", "warm_soft"),
    ("good", "good_soft"),
    ("good", "accent_soft"),
)

SPACE_1, SPACE_2, SPACE_3, SPACE_4, SPACE_5, SPACE_6, SPACE_7 = 4, 8, 12, 16, 20, 24, 32

RADIUS_CARD = 16
RADIUS_CONTROL = 10
RADIUS_TILE = 18

CONTROL_HEIGHT = 36
ICON = 20
ICON_SMALL = 16
TILE = 64
RAIL = 72
TOP_BAR = 60
FEED_MIN, FEED_MAX = 420, 620
# What is beside the feed needs as much as it has alone in the narrowest window.
STAGE_MIN = 320
NARROW = 900
SLIM = 480
FOCUS_RING = 2

MOTION_SHORT, MOTION_LONG = 120, 180

# Role → (pixels at the usual system text size, weight 1 to 1000).
TEXT_ROLES: dict[str, tuple[float, int]] = {
    "title": (20.0, 600),
    "heading": (15.0, 600),
    "strong": (14.0, 600),
    "body": (14.0, 400),
    "label": (13.0, 600),
    "meta": (12.5, 400),
    "chip": (11.5, 600),
    "tiny": (11.0, 500),
}

FONT_FAMILIES = ("Inter", "Inter Variable", "Segoe UI", "SF Pro Text", "Noto Sans", "Cantarell", "DejaVu Sans")

# Gradients for generated avatars and tiles, top-left to bottom-right. White initials stand on them.
GRADIENTS: tuple[tuple[str, str], ...] = (
    ("#E8A15C", "#C4572F"),
    ("#5DBB95", "#2F7D5B"),
    ("#8A8F98", "#4A4D54"),
    ("#B184E0", "#7440B8"),
    ("#F07C9B", "#C43A66"),
    ("#5BB2C5", "#23738A"),
    ("#DA9A26", "#A8640C"),
    ("#5B8DEF", "#2F5BC7"),
)
# The mark of Stoa itself, on the rail and in the window icon.
MARK_GRADIENT = ("#2F5BC7", "#24479C")
ON_GRADIENT = "#FFFFFF"
