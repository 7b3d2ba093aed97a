"""Values that do not change: ``class Point(Record)`` with ``x: int`` and ``y: int = 0`` in its body.

A record is what ``@dataclass(frozen=True, slots=True)`` makes, for the tools of ``dataclasses`` too (``replace``,
``fields``, ``asdict``). Those write the source of six methods for each class and compile it when the class is imported,
0.7 ms; a start imports more than a hundred. Here the methods are there once, and a class knows its fields.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def _which(names: Sequence[str], written: dict[str, Any], wish: str) -> list[str]:
    return [name for name in names if not isinstance(given := written.get(name), Field) or getattr(given, wish)]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class RecordType(type):
    """Turns the annotated names of a class into fields, those of its base first."""

    __match_args__: tuple[str, ...]
    # What was given to a field in the body: its default, or a ``dataclasses.field``.
    _written_: dict[str, Any]
    _setters_: tuple[Callable[[Any, Any], None], ...]
    # All that is compared, at once.
    _compared_: Callable[[Any], Any]

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> RecordType:
        """As ``type``."""
        above = [base for base in bases if isinstance(base, RecordType)]
        own = [key for key, note in body.get("__annotations__", {}).items() if "ClassVar[" not in str(note)]
        names = (*(key for base in above for key in base.__match_args__), *own)
        written = {key: value for base in above for key, value in base._written_.items()}
        written |= {key: body.pop(key) for key in own if key in body}
        body |= {"__slots__": tuple(own), "__match_args__": names, "_written_": written}
        made = super().__new__(cls, name, bases, body)
        made._setters_ = tuple(getattr(made, key).__set__ for key in names)
        compared = _which(names, written, "compare")
        made._compared_ = attrgetter(*compared) if compared else lambda _: ()
        return made


class _Fields:
    """The fields as ``dataclasses`` knows them, made when they are first asked for."""

    def __get__(self, record: object, kind: Any) -> dict[str, Field[Any]]:
        body = {"__annotations__": dict.fromkeys(kind.__match_args__, Any), **kind._written_}
        made: Any = dataclass(type(kind.__name__, (), body))
        kind.__dataclass_fields__ = made.__dataclass_fields__
        return kind.__dataclass_fields__  # type: ignore[no-any-return]


class Record(metaclass=RecordType):
    """The base of all records: made with its fields in order or by name, compared and hashed by them."""

    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    else:
        __dataclass_fields__ = _Fields()

    def __init__(self, *values: Any, **named: Any) -> None:
        setters = type(self)._setters_
        if named or len(values) != len(setters):
            values = _all_of(type(self), values, named)
        for put, value in zip(setters, values, strict=True):
            put(self, value)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        kind = type(self)
        return kind._compared_(self) == kind._compared_(other) if type(other) is kind else NotImplemented

    def __hash__(self) -> int:
        return hash(type(self)._compared_(self))

    def __repr__(self) -> str:
        kind = type(self)
        shown = [f"{key}={getattr(self, key)!r}" for key in _which(kind.__match_args__, kind._written_, "repr")]
        return f"{kind.__qualname__}({', '.join(shown)})"

    def __reduce__(self) -> tuple[Any, ...]:
        kind: RecordType = type(self)
        return kind, tuple(getattr(self, key) for key in kind.__match_args__)


def _all_of(kind: RecordType, values: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, ...]:
    """A value for each field. Raises TypeError."""
    names = kind.__match_args__
    if len(values) > len(names):
        raise TypeError(f"{kind.__qualname__} has {len(names)} fields, and {len(values)} values were given")
    rest = names[len(values) :]
    values += tuple([named[name] if name in named else _default(kind, name) for name in rest])
    if wrong := named.keys() - rest:
        raise TypeError(f"{kind.__qualname__} has no such field, or one that has its value already: {sorted(wrong)}")
    return values


def _default(kind: RecordType, name: str) -> object:
    written = kind._written_.get(name, MISSING)
    if isinstance(written, Field):
        written = written.default if written.default_factory is MISSING else written.default_factory()
    if written is MISSING:
        raise TypeError(f"{kind.__qualname__} needs a value for {name}")
    return written
