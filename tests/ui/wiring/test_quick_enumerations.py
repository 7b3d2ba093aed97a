"""The enumerations of Qt's binding: made the short way, they are what Python makes."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from enum import KEEP, Enum, EnumType, Flag, IntEnum, IntFlag

import pytest
from tests.support.early_modules import ROOT

from stoa.quick_enumerations import made

_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtWebEngineCore", "QtWebEngineWidgets")
_OF_PLACES = {"__dict__", "__weakref__", "__module__", "__qualname__", "_missing_", "_sbk_missing_"}
_KINDS = pytest.mark.parametrize("kind", [Enum, IntEnum, Flag, IntFlag])


def _told(enumeration):
    """All that an enumeration keeps, in words that do not depend on which of two it is."""
    told = {}
    for name, value in vars(enumeration).items():
        if name in _OF_PLACES:
            continue
        if name in enumeration._member_map_:
            told[name] = {**vars(value), "__objclass__": value.__objclass__ is enumeration, "is": int(value._value_)}
        elif name in {"_member_map_", "_value2member_map_"}:
            told[name] = [(key, member._name_) for key, member in value.items()]
        else:
            told[name] = getattr(value, "__func__", value)
    return told


def _enumerations_of(owner, seen):
    for name in dir(owner):
        value = getattr(owner, name, None)
        if isinstance(value, type) and value not in seen and value.__module__.startswith("PySide6"):
            seen.add(value)
            if isinstance(value, EnumType):
                yield value
            else:
                yield from _enumerations_of(value, seen)


@pytest.mark.parametrize("module", _MODULES)
def test_each_enumeration_of_the_binding_is_attribute_for_attribute_what_python_makes(module):
    found = list(_enumerations_of(importlib.import_module(f"PySide6.{module}"), set()))
    assert found
    for enumeration in found:
        kind = enumeration.__mro__[1]
        members = [(name, member._value_) for name, member in enumeration._member_map_.items()]
        python = kind(enumeration.__name__, members, boundary=KEEP)
        assert _told(made(kind, enumeration.__name__, members)) == _told(python)


@_KINDS
@pytest.mark.parametrize("members", [[], [("No", 0)], [("One", 1), ("Two", 2), ("First", 1)],
                                     [("Four", 4), ("Two", 2), ("Both", 6), ("None_", 0), ("All", -1)]])  # fmt: skip
def test_aliases_nothing_several_at_once_and_any_order_are_as_python_has_them(kind, members):
    python = kind("Example", members, boundary=KEEP)
    quick = made(kind, "Example", members)
    assert _told(quick) == _told(python)
    assert list(map(repr, quick)) == list(map(repr, python))
    assert type(quick) is EnumType
    assert quick.__mro__[1:] == python.__mro__[1:]


@pytest.mark.parametrize("kind", [Flag, IntFlag])
def test_flags_are_joined_taken_away_and_keep_what_nobody_named(kind):
    members = [("Two", 2), ("One", 1), ("Both", 3)]
    for one in (made(kind, "Example", members), kind("Example", members, boundary=KEEP)):
        assert one.One | one.Two is one.Both
        assert list(one.Both) == [one.Two, one.One]
        assert (one.Both & ~one.One) is one.Two
        assert one(9).value == 9
        assert one.One in one(9)


@_KINDS
@pytest.mark.parametrize("members", [[("name", 1)], [("_hidden_", 1)], [("mro", 1)], [("Text", "text")]])
def test_what_is_not_plain_is_left_to_python(kind, members):
    assert made(kind, "Example", members) is None


def test_the_program_has_the_binding_make_them_this_way_and_others_as_before():
    code = (
        "from stoa.wiring import prepare_imports; prepare_imports()\n"
        "import enum, PySide6.QtCore\n"
        # What Python puts where a member is to be.
        "python, enum._proto_member = enum._proto_member, None\n"
        "from PySide6.QtCore import QEvent, Qt\n"
        "from PySide6.QtWidgets import QSizePolicy\n"
        "assert Qt.Key(65) is Qt.Key.Key_A is Qt.Key_A and Qt.Key.Key_A.__objclass__ is Qt.Key\n"
        "assert QEvent(QEvent.Type.Paint).type() is QEvent.Type.Paint\n"
        "assert QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed).horizontalPolicy().name == 'Fixed'\n"
        "assert Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop in Qt.AlignmentFlag(0x21)\n"
        "keys = Qt.Key.Key_A | Qt.KeyboardModifier.ControlModifier\n"
        "assert keys.toCombined() == 0x4000041\n"
        "import pickle; assert pickle.loads(pickle.dumps(Qt.Key.Key_A)) is Qt.Key.Key_A\n"
        "enum._proto_member = python\n"
        "assert QEvent.Type(1007).value == 1007\n"
        "for names in ('One Two', ['One', 'Two'], {'One': 1, 'Two': 2}, [('One', 1), ('Two', 2)]):\n"
        "    assert [*enum.Flag('Example', names, boundary=enum.KEEP).__members__] == ['One', 'Two']\n"
        "assert enum.Enum('Example', 'One Two').__module__ == '__main__'\n"
    )
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "app")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environ)
    assert (done.returncode, done.stderr) == (0, "")
