"""Text that can hardly be told from its ground, in the light or the dark theme.

Only pairs that are set for one and the same selector are judged, and only where both colours are certain: what meets
by cascade is left to axe, which sees the page as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stoa.check.colours import DARK, LIGHT, ratio, resolved, shown
from stoa.check.stylesheet import Rule, rules
from stoa.miniapp.errors import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stoa.check.subject import Subject

# WCAG 2.2, 1.4.3: 4.5 to 1, and 3 to 1 for large text (24 px, or 18.66 px when it is bold).
ENOUGH, ENOUGH_FOR_LARGE = 4.5, 3.0
_LARGE_PX, _LARGE_BOLD_PX = 24.0, 18.66
_ROOT = re.compile(r"(?:\s*(?::root|html|body|:host)\s*,?)+")
_ROOT_OF_THEME = re.compile(r"""(?::root|html)?\[data-theme\s*=\s*["']?(light|dark)["']?\]""")
_EXEMPT = re.compile(r":disabled|\[disabled|\[aria-disabled|::|:not\(")
_SIZE = re.compile(r"(?<![\w.])([\d.]+)(px|rem)\b")
_BOLD = re.compile(r"\b(?:bold(?:er)?|[7-9]00)\b")
_THEME_NAMES = ("light", "dark")
_COLOURS = frozenset({"color", "background", "background-color"})
_Names = dict[int, dict[str, str | None]]


def validate(subject: Subject) -> Iterator[Finding]:
    """An error below 3 to 1, which is too little for any text; a warning below 4.5 to 1."""
    every = [rule for style in subject.styles for rule in rules(style)]
    names = _custom_properties(every)
    for (_, theme), found in _by_selector(every).items():
        if all(rule.certain for rule in found) and len({rule.where.partition(":")[0] for rule in found}) == 1:
            said = {name: value for rule in found for name, value in rule.declarations.items()}
            yield from _judged(found[-1].where, said, theme, names[theme])


def _by_selector(every: list[Rule]) -> dict[tuple[str, int], list[Rule]]:
    """The rules that colour the same elements in a theme, in their order. A style attribute stands alone."""
    found: dict[tuple[str, int], list[Rule]] = {}
    for rule in every:
        if _EXEMPT.search(rule.selector) or not _COLOURS.intersection(rule.declarations):
            continue
        scheme = _ROOT_OF_THEME.search(rule.selector)
        themes = rule.themes if scheme is None else (_THEME_NAMES.index(scheme[1]),)
        for theme in themes:
            found.setdefault((rule.selector or rule.where, theme), []).append(rule)
    return found


def _judged(where: str, said: Mapping[str, str], theme: int, names: Mapping[str, str | None]) -> Iterator[Finding]:
    text, ground = said.get("color"), said.get("background-color", said.get("background"))
    if text is None or ground is None or "opacity" in said:
        return
    one, other = resolved(text, theme, names), resolved(ground, theme, names)
    if one is None or other is None:
        return
    contrast = ratio(one, other)
    if contrast < (ENOUGH_FOR_LARGE if _is_large(said) else ENOUGH):
        yield _finding(where, theme, f"{shown(one)} on {shown(other)}", contrast)


def _finding(where: str, theme: int, pair: str, contrast: float) -> Finding:
    # Rounded down: 4.499 must not be shown as the 4.5 that would do.
    told = f"{int(contrast * 100) / 100:.2f}"
    sentence = f"in the {_THEME_NAMES[theme]} theme, {pair} has a contrast of {told} to 1"
    if contrast < ENOUGH_FOR_LARGE:
        return Finding("error", where, sentence, "take colours that are at least 4.5 to 1 apart")
    fix = "take colours that are at least 4.5 to 1 apart; 3 to 1 is enough for text of 24 px"
    return Finding("warning", where, sentence, fix)


def _is_large(said: Mapping[str, str]) -> bool:
    size = _SIZE.search(said.get("font-size", said.get("font", "")))
    if size is None:
        return False
    pixels = float(size[1]) * (16 if size[2] == "rem" else 1)
    is_bold = _BOLD.search(said.get("font-weight", said.get("font", ""))) is not None
    return pixels >= (_LARGE_BOLD_PX if is_bold else _LARGE_PX)


def _custom_properties(every: list[Rule]) -> _Names:
    """The custom properties of each theme. None stands for one of which the value is not certain."""
    themes: _Names = {LIGHT: {}, DARK: {}}
    special: _Names = {LIGHT: {}, DARK: {}}
    unsure: set[str] = set()
    for rule in every:
        own = {name: value for name, value in rule.declarations.items() if name.startswith("--")}
        scheme = _ROOT_OF_THEME.fullmatch(rule.selector.strip())
        if not own:
            continue
        if not rule.certain or (scheme is None and _ROOT.fullmatch(rule.selector) is None):
            unsure.update(own)
        elif scheme is not None:
            _put(special[_THEME_NAMES.index(scheme[1])], own)
        elif len(rule.themes) == 1:
            _put(special[rule.themes[0]], own)
        else:
            for theme in themes:
                _put(themes[theme], own)
    return {theme: {**themes[theme], **special[theme], **dict.fromkeys(unsure)} for theme in themes}


def _put(names: dict[str, str | None], own: Mapping[str, str]) -> None:
    for name, value in own.items():
        names[name] = value if names.get(name, value) == value else None
