"""Makes the enumerations of Qt's binding in a fifth of the time that Python takes.

The binding makes Python enumerations of all that a class has when the class is first touched: some 240 before the first
paint, with 3,000 members. Python's own way builds each member three times over, in order to allow for whatever somebody
may write into the body of a class; the binding's members are names with whole numbers. That was a fifth of a start.

What comes out is the same, attribute for attribute (a test compares all of Qt's). Where that cannot be promised (a name
that an enumeration has already, a Python whose enumerations keep more than is known here) Python makes it as always.
"""

from __future__ import annotations

import sys
from enum import KEEP, Enum, EnumType, Flag
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

# What the binding says, and nobody else: neither where the class will stand, nor what it is mixed with.
_OF_THE_BINDING = {"module": None, "qualname": None, "type": None, "start": 1, "boundary": KEEP}
# Each enumeration has its own; those for what cannot be looked up (the last from Python 3.13 on) stay empty.
_CONTAINERS = {
    "_member_names_", "_member_map_", "_value2member_map_", "_unhashable_values_", "_unhashable_values_map_",
}  # fmt: skip
_OF_CLASSES = {"__dict__", "__weakref__", "__module__", "__qualname__"}
_KNOWN = {
    *_CONTAINERS, *_OF_CLASSES, "__doc__", "__new__", "__repr__", "__str__", "__format__", "__reduce_ex__",
    "__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__",
    "_generate_next_value_", "_new_member_", "_use_args_", "_member_type_", "_value_repr_",
    "_boundary_", "_flag_mask_", "_singles_mask_", "_all_bits_", "_inverted_",
}  # fmt: skip

# Python's typing knows nothing of what an enumeration keeps.
_python: Any = EnumType
_python_creates = _python._create_
# By kind (``IntEnum``, ``Flag``): what every enumeration of it has, and which names its members cannot have.
_common: dict[type[Enum], tuple[dict[str, Any], frozenset[str]] | None] = {}


def install() -> None:
    """Have them made this way from now on. Call before anything of Qt is imported."""
    _python._create_ = _create


def made(kind: type[Enum], name: str, members: Sequence[tuple[str, int]]) -> type[Enum] | None:
    """The enumeration ``name`` with ``members``, names and values in order; None where Python has to make it."""
    if kind not in _common:
        _common[kind] = _find_common(kind)
    if (common := _common[kind]) is None:
        return None
    body, taken = common
    if not all(type(value) is int and key[0] != "_" and key not in taken for key, value in members):
        return None
    body = {**body, **{key: type(body[key])() for key in _CONTAINERS if key in body}}
    made: Any = type.__new__(EnumType, name, (kind,), body)
    _add_members(made, members)
    if issubclass(made, Flag):
        _set_masks(made)
    return made  # type: ignore[no-any-return]


def _create(kind: type[Enum], class_name: str, names: Any, **options: Any) -> type[Enum]:
    if options == _OF_THE_BINDING and isinstance(names, list) and all(isinstance(member, tuple) for member in names):
        quick = made(kind, class_name, names)
        if quick is not None:
            return quick
    # Python takes the module out of the frame that is two above its own, and here is one in between.
    module = options.pop("module") or sys._getframe(2).f_globals.get("__name__")  # noqa: SLF001
    return _python_creates(kind, class_name, names, module=module, **options)  # type: ignore[no-any-return]


def _find_common(kind: type[Enum]) -> tuple[dict[str, Any], frozenset[str]] | None:
    sample = _python_creates(kind, "Sample", (), **{**_OF_THE_BINDING, "module": __name__})
    if not _KNOWN.issuperset(vars(sample)):
        return None
    common = {key: value for key, value in vars(sample).items() if key not in _OF_CLASSES}
    return common, frozenset({"mro"}.union(*map(vars, kind.__mro__)))


def _add_members(made: Any, members: Sequence[tuple[str, int]]) -> None:
    names, by_name, by_value = made._member_names_, made._member_map_, made._value2member_map_
    new, is_int, is_flag = made._new_member_, made._use_args_, issubclass(made, Flag)
    for key, value in members:
        # A further name for the same value is an alias.
        member = by_value.get(value)
        if member is None:
            member = by_value[value] = new(made, value) if is_int else new(made)
            member._value_, member._name_, member.__objclass__ = value, key, made
            member._sort_order_ = len(names)
            # Flags that are none, or several at once, are not counted among the members.
            if not is_flag or (value and not value & (value - 1)):
                names.append(key)
        by_name[key] = member
        type.__setattr__(made, key, member)


def _set_masks(made: Any) -> None:
    singles = [made._member_map_[name]._value_ for name in made._member_names_]
    mask = 0
    for value in made._value2member_map_:
        mask |= value
    made._flag_mask_ = mask
    made._singles_mask_ = sum(singles)
    made._all_bits_ = 2 ** mask.bit_length() - 1
    if singles != sorted(singles):
        made._iter_member_ = made._iter_member_by_def_
