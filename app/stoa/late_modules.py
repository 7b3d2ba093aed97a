"""Modules that are read when something in them is asked for, and not when they are imported.

A start imports much that it does not use: the binding of Qt writes stubs, pydantic looks for plugins, tokens are signed
when somebody signs in. ``postpone`` lets such an import make an empty module, which fills itself at the first look for
a name that it has not. Who imports one of the program's own must name the module (``from package import module``), for
``from module import name`` is such a look.
"""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec, PathFinder
from threading import RLock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from importlib.abc import Loader
    from types import ModuleType

# Parts of Python that others import for rare cases: to describe what has no description, to find out about the machine,
# to read archives, to show the source of what went wrong.
STANDARD = frozenset({
    "bz2", "hashlib", "hmac", "inspect", "ipaddress", "locale", "lzma", "platform", "random", "secrets", "tokenize",
    "uuid",
})  # fmt: skip


def postpone(
    names: Collection[str],
    classes: Mapping[str, str] | None = None,
    known: Mapping[str, Mapping[str, object]] | None = None,
) -> None:
    """Read the modules of these names late from now on. Call before they are imported.

    ``classes`` has a class of some of them that others only ask about whether something is one of its kind: nothing is,
    as long as nobody has read the module, so that question does not read it. ``known`` has members of some of them that
    are there without reading, as they stand elsewhere too.
    """
    sys.meta_path.insert(0, _Finder(frozenset(names), classes or {}, known or {}))


def stand_in(name: str, **members: object) -> None:
    """Let an import of this name give a module of these members, and read nothing. Call before it is imported."""
    sys.meta_path.insert(0, _StandIn(name, members))


def is_waiting(module: ModuleType) -> bool:
    """Whether a module that is imported has not been read yet."""
    loader: object = getattr(getattr(module, "__spec__", None), "loader", None)
    return isinstance(loader, _Late) and not loader.begun


class _Finder:
    """Finds them where Python finds them, and puts a loader that waits before their own."""

    def __init__(
        self, names: frozenset[str], classes: Mapping[str, str], known: Mapping[str, Mapping[str, object]]
    ) -> None:
        self._names, self._classes, self._known = names, classes, known

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> Any:
        """As ``importlib`` asks for it."""
        spec: ModuleSpec | None = PathFinder.find_spec(name, path, target) if name in self._names else None
        if spec is not None and spec.loader is not None:
            spec.loader = _Late(spec.loader, self._classes.get(name), self._known.get(name, {}))  # type: ignore[assignment]
        return spec


class _Late:
    """Makes a module that knows what it is, and little yet of what is in it; ``begun`` when somebody looked."""

    def __init__(self, loader: Loader, asked_about: str | None, known: Mapping[str, object]) -> None:
        self._loader, self._asked_about, self._known = loader, asked_about, known
        # Another thread that looks meanwhile waits until everything is there.
        self._lock = RLock()
        self.begun = False

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """Python's own."""
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        """Leave it empty, but for what fills it and what is known."""

        def look(name: str) -> object:
            # The importer itself asks whether this is a package, which is known already.
            if name == "__path__":
                raise AttributeError(name)
            if name == self._asked_about and not self.begun:
                return _Unread(name, (), {"module": module})
            self._fill(module)
            try:
                return module.__dict__[name]
            except KeyError:
                raise AttributeError(f"module {module.__name__!r} has no attribute {name!r}") from None

        module.__dict__.update(self._known, __getattr__=look)

    def _fill(self, module: ModuleType) -> None:
        with self._lock:
            if self.begun:
                return
            self.begun = True
            look = module.__dict__["__getattr__"]
            self._loader.exec_module(module)
            # Only now: whoever comes meanwhile has to wait. It may have put one of its own there.
            if module.__dict__.get("__getattr__") is look:
                del module.__dict__["__getattr__"]

    def __getattr__(self, name: str) -> Any:
        """What else a loader can do (``get_source`` for tracebacks, for one) is the real one's to do."""
        return getattr(self._loader, name)


class _Unread(type):
    """The kind of a class that was not read yet. Who keeps such a class is answered by the real one later."""

    module: ModuleType

    def __instancecheck__(cls, instance: object) -> bool:
        return not is_waiting(cls.module) and isinstance(instance, getattr(cls.module, cls.__name__))


class _StandIn:
    """Finds one module, and makes it itself."""

    def __init__(self, name: str, members: dict[str, object]) -> None:
        self._name, self._members = name, members

    def find_spec(self, name: str, *_where: object) -> ModuleSpec | None:
        """As ``importlib`` asks for it."""
        return ModuleSpec(name, self) if name == self._name else None  # type: ignore[arg-type]  # as above

    def create_module(self, spec: ModuleSpec) -> None:
        """Python's own."""

    def exec_module(self, module: ModuleType) -> None:
        """Fill it."""
        module.__dict__.update(self._members)
