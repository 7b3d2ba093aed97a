"""The filter in a process of its own: it cannot be taken off again."""

from __future__ import annotations

import json
import platform
import subprocess
import sys
import threading

import pytest

from tests.support.outside import OUTSIDE

SCRIPT = """
import json, socket, threading
from stoa.engine.datagrams import are_refused, refuse_datagrams
from stoa.engine.outside import Outside

seen = {}
def look(name):
    seen[name] = are_refused()

look("before")
outside = Outside({})
seen["told"] = refuse_datagrams()
seen["told again"] = refuse_datagrams()
look("after")
thread = threading.Thread(target=look, args=["a thread from after"])
thread.start()
thread.join()
done = threading.Event()
outside.run(lambda: (look("outside"), done.set()))
done.wait(30)
for family in (socket.AF_INET, socket.AF_INET6):
    socket.socket(family, socket.SOCK_DGRAM).close()
    socket.socket(family, socket.SOCK_STREAM).close()
seen["resolver"] = bool(socket.getaddrinfo("127.0.0.1", 80))
print(json.dumps(seen))
"""


@pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in {"x86_64", "aarch64"}, reason="only there the filter is known"
)
def test_threads_from_before_are_refused_nothing_and_those_from_after_what_the_engine_asks_for():
    done, said = threading.Event(), []

    def run():
        said.append(subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False))
        done.set()

    # This process may have the filter by now, as it may have had an engine.
    OUTSIDE.run(run)
    assert done.wait(60)
    assert said[0].returncode == 0, said[0].stderr
    assert json.loads(said[0].stdout) == {
        "before": False, "told": True, "told again": True, "after": True, "a thread from after": True, "outside": False,
        "resolver": True,
    }  # fmt: skip
