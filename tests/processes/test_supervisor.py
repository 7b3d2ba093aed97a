"""The process in front of the program: what it starts again, what it lets end, and what it passes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from stoa.supervisor import FALLS, FALLS_MAX, FALLS_SECONDS, Patience, opens_window, restarted

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="supervised on Linux only")

# Not signal.pause(): a signal that comes just before it is answered only after the next one, which never comes.
WAIT = "[__import__('time').sleep(0.05) for _ in iter(int, 1)]"

# A program that says who it is and then does what its file tells, one line for each start.
PROGRAM = """
import os, signal, sys
# Whoever runs the tests in the background or under nohup leaves these ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)
sys.path.insert(0, sys.argv.pop(1))
from stoa.supervisor import Patience, supervise
supervisor = os.getpid()
script = sys.argv.pop(1)
patience = Patience()
if os.environ.get("HASTE"):
    patience.after_fall = lambda held=patience.after_fall: None if held() is None else 0.0
code = supervise(patience)
if code is not None:
    sys.exit(code)
lines = open(script).read().splitlines()
open(script, "w").write("\\n".join(lines[1:]))
print("started", " ".join(sys.argv[1:]), flush=True)
exec(lines[0])
"""


@pytest.fixture
def begin(tmp_path):
    """Starts the program with what each of its starts does; every process is in a group of its own."""
    begun = []

    def start(*deeds, arguments=("open", "a-folder"), **environment):
        script = tmp_path / "script"
        script.write_text("\n".join(deeds))
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(ROOT / "app"), str(script), *arguments],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            start_new_session=True, env={**os.environ, **environment},
        )  # fmt: skip
        begun.append(process)
        return process

    yield start
    for process in begun:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def fall(name):
    return f"os.kill(os.getpid(), signal.{name})"


def program_of(process):
    """The program's process, once it says that it has started."""
    assert process.stdout.readline().startswith("started")
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    assert len(children) == 1
    return int(children[0])


@pytest.mark.parametrize("code", [0, 1, 3])
def test_an_exit_code_passes_through(begin, code):
    process = begin(f"sys.exit({code})")
    out, _ = process.communicate(timeout=60)
    assert (process.returncode, out) == (code, "started open a-folder\n")


@pytest.mark.parametrize("name", ["SIGSEGV", "SIGABRT", "SIGKILL", "SIGTRAP"])
def test_a_fall_is_followed_by_a_start_without_what_was_to_be_opened(begin, name):
    process = begin(fall(name), "sys.exit(0)")
    out, told = process.communicate(timeout=60)
    assert process.returncode == 0
    assert out.splitlines() == ["started open a-folder", "started open --restarted a-folder"]
    assert told == "Stoa ended unexpectedly and is started again.\n"


def test_too_many_falls_are_the_end_and_it_is_said(begin):
    process = begin(*[fall("SIGABRT")] * (FALLS_MAX + 1), HASTE="1")
    out, told = process.communicate(timeout=60)
    assert len(out.splitlines()) == FALLS_MAX
    assert process.returncode == 128 + signal.SIGABRT
    assert f"Stoa fell {FALLS_MAX} times within a minute and is not started again." in told


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_wish_to_end_is_passed_on_and_no_fall(begin, name):
    wait = f"signal.signal(signal.{name}, lambda *_: sys.exit(7)); print('ready', flush=True); {WAIT}"
    process = begin(wait)
    program_of(process)
    assert process.stdout.readline() == "ready\n"
    process.send_signal(getattr(signal, name))
    out, told = process.communicate(timeout=60)
    assert (process.returncode, out, told) == (7, "", "")


def test_a_program_that_ends_by_a_wish_ends_the_supervisor_in_the_same_way(begin):
    process = begin(fall("SIGTERM"))
    out, told = process.communicate(timeout=60)
    assert (process.returncode, out.count("started"), told) == (-signal.SIGTERM, 1, "")


def test_a_wish_to_end_is_heard_between_a_fall_and_the_next_start(begin):
    process = begin(*[fall("SIGSEGV")] * 3, "sys.exit(0)")
    for _ in range(2):
        assert process.stdout.readline().startswith("started")
    # The third start waits for a second.
    process.send_signal(signal.SIGTERM)
    out, _ = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGTERM
    assert out == ""


def test_a_fall_after_a_wish_to_end_is_not_followed_by_a_start(begin):
    process = begin(
        f"signal.signal(signal.SIGTERM, lambda *_: {fall('SIGSEGV')}); print('ready', flush=True); {WAIT}",
        "sys.exit(0)",
    )
    program_of(process)
    assert process.stdout.readline() == "ready\n"
    process.send_signal(signal.SIGTERM)
    out, _ = process.communicate(timeout=60)
    assert (process.returncode, out) == (-signal.SIGTERM, "")


def test_input_and_output_are_the_programs_own(begin):
    process = begin("print(input()[::-1]); print('told', file=sys.stderr)")
    assert process.communicate("stoa\n", timeout=60) == ("started open a-folder\naots\n", "told\n")


def test_the_program_outlives_a_supervisor_that_is_killed_and_can_be_ended(begin):
    process = begin("input(); print('still here', flush=True)")
    program = program_of(process)
    process.kill()
    process.wait(60)
    os.kill(program, 0)
    assert process.communicate("\n", timeout=60)[0] == "still here\n"


def test_the_signals_of_the_program_are_as_they_were(begin):
    process = begin("print(len(signal.pthread_sigmask(signal.SIG_BLOCK, ())), signal.getsignal(signal.SIGCHLD).name)")
    assert process.communicate(timeout=60)[0].splitlines()[1] == "0 SIG_DFL"


def test_the_supervisor_imports_next_to_nothing():
    looking = (
        f"import sys; sys.path.insert(0, {str(ROOT / 'app')!r}); before = set(sys.modules)\n"
        "import stoa.supervisor; print(*sorted(set(sys.modules) - before))"
    )
    # With ``site``, as in every start: it has read ``os`` and what that needs.
    bare = [sys.executable, "-I", "-c", looking]
    found = subprocess.run(bare, capture_output=True, text=True, check=True).stdout.split()
    # All of it is in memory twice: the program writes into its own copy.
    assert set(found) - {"__future__"} == {"stoa", "stoa.supervisor"}


def test_patience_ends_with_the_falls_of_one_minute():
    now = [0.0]
    patience = Patience(lambda: now[0])
    assert [patience.after_fall() for _ in range(FALLS_MAX)] == [0.0, 1.0, 4.0, None]
    now[0] = FALLS_SECONDS + 1
    assert patience.after_fall() == 0.0


def test_falls_that_are_far_apart_are_each_the_first():
    now = [0.0]
    patience = Patience(lambda: now[0])
    for _ in range(3 * FALLS_MAX):
        now[0] += FALLS_SECONDS
        assert patience.after_fall() == 0.0


@pytest.mark.parametrize(
    ("line", "opens"),
    [
        ("", True),
        ("run", True),
        ("--size 800x600", True),
        ("open x.ma --theme dark", True),
        ("check folder", False),
        ("keys org.example.app", False),
        ("--version", False),
        ("run --help", False),
        ("run --no-supervisor", False),
        ("--no-supervisor", False),
    ],
)
def test_only_what_opens_the_window_is_supervised(line, opens):
    assert opens_window(line.split()) is opens


@pytest.mark.parametrize(
    ("line", "again"),
    [
        ("", "run --restarted"),
        ("--theme dark", "run --restarted --theme dark"),
        ("open x.ma", "open --restarted x.ma"),
        ("run --restarted", "run --restarted"),
    ],
)
def test_a_restart_says_that_it_is_one(line, again):
    assert restarted(line.split()) == again.split()


def test_a_wish_to_end_is_no_fall():
    assert not FALLS & {signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT}
