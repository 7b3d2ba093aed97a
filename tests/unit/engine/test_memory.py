"""What the system says about memory, from files of the test's own."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from stoa.engine.memory import give_back, is_pressed, process_bytes, saves_power

if TYPE_CHECKING:
    from pathlib import Path

MEMINFO = "MemTotal:       1000 kB\nMemFree:  5 kB\nMemAvailable:    {} kB\nHugePages_Total: 0\n"


def pressure(proc: Path, avg10: str) -> Path:
    (proc / "pressure").mkdir()
    (proc / "pressure" / "memory").write_text(f"some avg10={avg10} avg60=90.00 avg300=90.00 total=9\nfull avg10=0\n")
    return proc


@pytest.mark.parametrize(("avg10", "short"), [("0.00", False), ("4.99", False), ("5.00", True), ("61.30", True)])
def test_memory_is_short_when_tasks_waited_for_it(tmp_path: Path, avg10: str, *, short: bool) -> None:
    assert is_pressed(pressure(tmp_path, avg10)) is short


@pytest.mark.parametrize(("left", "short"), [(49, True), (50, False), (900, False)])
def test_without_pressure_information_what_is_left_counts(tmp_path: Path, left: int, *, short: bool) -> None:
    (tmp_path / "meminfo").write_text(MEMINFO.format(left))
    assert is_pressed(tmp_path) is short


def test_a_system_that_tells_nothing_is_never_short_of_memory(tmp_path: Path) -> None:
    assert is_pressed(tmp_path) is False
    assert process_bytes(1, tmp_path) == 0


def test_a_process_takes_its_proportional_share(tmp_path: Path) -> None:
    (tmp_path / "7").mkdir()
    (tmp_path / "7" / "smaps_rollup").write_text("5581-7ffd ---p 0 00:00 0 [rollup]\nRss: 900 kB\nPss: 300 kB\n")
    assert process_bytes(7, tmp_path) == 300 * 1024


@pytest.mark.skipif(sys.platform != "linux", reason="only there the system tells")
def test_this_process_takes_something() -> None:
    assert process_bytes(os.getpid()) > 1_000_000


@pytest.mark.parametrize(("text", "saves"), [("low-power\n", True), ("balanced\n", False)])
def test_the_power_profile_says_whether_to_save(tmp_path: Path, text: str, *, saves: bool) -> None:
    profile = tmp_path / "platform_profile"
    assert saves_power(profile) is False
    profile.write_text(text)
    assert saves_power(profile) is saves


@pytest.mark.skipif(sys.platform != "linux", reason="only its C library keeps what was freed")
def test_giving_back_leaves_everything_as_it_was() -> None:
    kept = [bytes(1000) for _ in range(1000)]
    give_back()
    for thread in threading.enumerate():
        if thread.name == "give-back":
            thread.join(10)
            assert not thread.is_alive()
    assert all(len(block) == 1000 for block in kept)


# The largest block that was ever freed would be the limit from then on, and the next ones would stay in the heap.
_LARGE_BLOCKS = """
import ctypes, sys
from stoa.engine.memory import keep_house
library = ctypes.CDLL(None)
library.malloc.restype, library.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
if sys.argv[1] == "kept": keep_house()
library.free(library.malloc(8 << 20))
begin = library.malloc(2 << 20)
print(any(a <= begin < b for a, b in ([int(end, 16) for end in line.split()[0].split("-")]
                                      for line in open("/proc/self/maps") if "[heap]" in line)))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only its C library can be told")
def test_a_large_block_is_no_part_of_the_heap() -> None:
    told = [
        subprocess.run([sys.executable, "-c", _LARGE_BLOCKS, how], capture_output=True, text=True, check=True).stdout
        for how in ("kept", "as it is")
    ]
    assert told == ["False\n", "True\n"]
