"""Starts the program again when it falls: a small process in front of it, of Python's innermost modules only.

Network and drawing live in the program's own process, so that a mistake in the engine can take the window down. The
supervisor forks before anything is imported, waits, and passes on what is asked of it. It never speaks to the program:
killed itself, it leaves an ordinary program behind, with a window that can be closed.

What is imported here stays in memory twice, as the program writes into its own copy of it: two fifths of this process
were ``typing``, ``collections`` and the enumerations of ``signal``, with what they import.
"""

from __future__ import annotations

import os
import sys
import time

# Checkers know it by its name; in ``typing`` it comes with a megabyte.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    from collections.abc import Callable, Collection, Sequence
else:
    # What ``signal`` makes enumerations of; its numbers do here.
    import _signal as signal

OFF = "--no-supervisor"
# Added by the supervisor: what the command line asked to open may be what the program fell over.
RESTARTED = "--restarted"
_WINDOW_COMMANDS = ("run", "open")
_NO_WINDOW = ("-h", "--help", "--version")

# A program that falls this often in a minute would fall for ever.
FALLS_MAX = 4
FALLS_SECONDS = 60.0
# The first time at once: a person is looking at where the window was.
_WAITS_SECONDS = (0.0, 1.0, 4.0)

# How programs end without meaning to. SIGKILL is how Linux ends one that takes too much memory.
_FALL_NAMES = ("SIGSEGV", "SIGABRT", "SIGBUS", "SIGILL", "SIGFPE", "SIGTRAP", "SIGSYS", "SIGKILL")
FALLS = frozenset(int(number) for name in _FALL_NAMES if (number := getattr(signal, name, None)) is not None)
_ASKED_NAMES = ("SIGTERM", "SIGINT", "SIGHUP")
# siginfo's si_code for what comes from the terminal: its whole foreground has it already, the program too.
_FROM_TERMINAL = 0x80


class Patience:
    """Says how long to wait before the next start. ``now`` gives seconds and never runs backwards."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._falls: list[float] = []

    def after_fall(self) -> float | None:
        """Note a fall; seconds until the next start, or None when there should be none."""
        now = self._now()
        self._falls = [at for at in [*self._falls, now] if now - at < FALLS_SECONDS]
        return _WAITS_SECONDS[len(self._falls) - 1] if len(self._falls) < FALLS_MAX else None


def main() -> None:
    """The program's command line, supervised where it opens a window."""
    if opens_window(sys.argv[1:]) and can_supervise():
        code = supervise(Patience())
        if code is not None:
            sys.exit(code)
    # Late: the supervisor itself has no use for it.
    from stoa.command import main as command_line  # noqa: PLC0415

    command_line()


def names_no_command(arguments: Sequence[str]) -> bool:
    """Whether a command line is one of ``run`` without its name."""
    return not arguments or (arguments[0].startswith("-") and arguments[0] not in _NO_WINDOW)


def opens_window(arguments: Sequence[str]) -> bool:
    """Whether a command line opens the window, and may be supervised."""
    if OFF in arguments or any(argument in _NO_WINDOW for argument in arguments):
        return False
    return names_no_command(arguments) or arguments[0] in _WINDOW_COMMANDS


def can_supervise() -> bool:
    """Whether this system can fork and wait as is needed here; elsewhere the program runs on its own."""
    return sys.platform == "linux"


def restarted(arguments: Sequence[str]) -> list[str]:
    """The command line of a start after a fall."""
    if RESTARTED in arguments:
        return list(arguments)
    if names_no_command(arguments):
        return ["run", RESTARTED, *arguments]
    return [arguments[0], RESTARTED, *arguments[1:]]


def supervise(patience: Patience) -> int | None:
    """Run the program in a process of its own, and again when it falls.

    Returns None in each of these processes, which go on from here as the program; in the supervisor, when the program
    has come to its end, returns its exit code (128 and the signal's number after too many falls), or ends by the
    signal that ended the program.
    """
    # Who started us may have chosen to ignore this one, and then nobody could be waited for.
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    asked = _asked()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, asked | {signal.SIGCHLD})
    while True:
        program = os.fork()
        if program == 0:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            return None
        code, wish = _wait(program, asked)
        if code >= 0:
            return code
        if wish is not None or -code not in FALLS:
            # Whoever asked for an end gets one, even if the program falls on its way out.
            return _end_by(-code if wish is None else wish)
        delay = patience.after_fall()
        if delay is None:
            _say(f"Stoa fell {FALLS_MAX} times within a minute and is not started again. Start it when you like: what")
            _say("was in front will stay closed. If it goes on, start it with --data-dir and an empty folder.")
            return 128 - code
        if (number := _heard_within(delay, asked)) is not None:
            return _end_by(number)
        _say("Stoa ended unexpectedly and is started again.")
        sys.argv[1:] = restarted(sys.argv[1:])


def _asked() -> set[signal.Signals]:
    """The signals that ask for an end, but for those that whoever started us asked to be ignored (nohup)."""
    numbers = {getattr(signal, name) for name in _ASKED_NAMES}
    return {number for number in numbers if signal.getsignal(number) != signal.SIG_IGN}


def _wait(program: int, asked: Collection[signal.Signals]) -> tuple[int, int | None]:
    """Wait for the program's end, passing on what is asked.

    Returns its exit code, or minus the signal that ended it, and the last signal that asked for an end.
    """
    wish: int | None = None
    while True:
        heard = signal.sigwaitinfo({*asked, signal.SIGCHLD})
        if heard.si_signo != signal.SIGCHLD:
            wish = heard.si_signo
        # In any case: one SIGCHLD may stand for several.
        ended, status = os.waitpid(program, os.WNOHANG)
        if ended == program:
            return os.waitstatus_to_exitcode(status), wish
        if heard.si_signo != signal.SIGCHLD and heard.si_code != _FROM_TERMINAL:
            os.kill(program, heard.si_signo)


def _heard_within(seconds: float, asked: Collection[signal.Signals]) -> int | None:
    """Wait, and return at once with the number of a signal that asks for an end."""
    heard = signal.sigtimedwait(asked, seconds)
    return None if heard is None else int(heard.si_signo)


def _end_by(number: int) -> int:
    """End as the program did, so that a shell sees what it would see without a supervisor."""
    if number in {getattr(signal, name) for name in _ASKED_NAMES}:
        signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {number})
        os.kill(os.getpid(), number)
    return 128 + number


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)  # noqa: T201  there is no window to say it in
