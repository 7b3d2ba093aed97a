"""What the kernel tells of a process, and what is set for one; here of processes that are no renderers."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from stoa.engine import renderer
from stoa.engine.renderer import Load

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the kernel tells this on Linux only")
WAITING = "import threading; threading.Thread(target=input).start(); print(flush=True)"


@pytest.fixture
def process() -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen([sys.executable, "-c", WAITING], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as started:
        assert started.stdout is not None
        started.stdout.readline()
        yield started
        started.kill()


def test_every_thread_is_put_behind_and_memory_bounded(process: subprocess.Popen[bytes]) -> None:
    renderer.confine(process.pid)
    threads = [int(thread.name) for thread in Path(f"/proc/{process.pid}/task").iterdir()]
    assert len(threads) == 2
    assert {os.getpriority(os.PRIO_PROCESS, thread) for thread in threads} == {max(renderer.NICE, _own_nice())}
    limits = Path(f"/proc/{process.pid}/limits").read_text("ascii").splitlines()
    assert next(line for line in limits if "data size" in line).split()[3] == str(renderer.DATA_MAX_BYTES)


def test_the_load_is_what_the_process_takes(process: subprocess.Popen[bytes]) -> None:
    load = renderer.load(process.pid)
    assert load.data > 0
    assert load.threads == 2


def test_a_process_is_ended(process: subprocess.Popen[bytes]) -> None:
    renderer.kill(process.pid)
    assert process.wait(10) < 0


def test_threads_of_the_engines_pool_do_not_count() -> None:
    done = threading.Event()
    before = renderer.own_threads(os.getpid())
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert renderer.own_threads(os.getpid()) == before + 1
        Path(f"/proc/self/task/{thread.native_id}/comm").write_text("ThreadPoolForeg", "ascii")
        assert renderer.own_threads(os.getpid()) == before
    finally:
        done.set()
        thread.join()


def test_a_process_that_is_gone_takes_nothing_and_needs_no_limit() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as started:
        started.wait()
    for pid in (0, -1, started.pid):
        renderer.confine(pid)
        assert renderer.load(pid) == Load()
        assert renderer.own_threads(pid) == 0


def test_the_program_knows_its_own_size() -> None:
    before = renderer.host_bytes()
    kept = bytearray(b"x") * (64 << 20)
    assert renderer.host_bytes() - before > len(kept) // 2


def _own_nice() -> int:
    return os.getpriority(os.PRIO_PROCESS, 0)
