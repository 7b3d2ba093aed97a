"""One window for each data folder: handing over, taking over, and what cannot be."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtNetwork import QLocalSocket

from stoa.contract.errors import StoaError
from stoa.wiring import instance as instances
from stoa.wiring.instance import AlreadyRunningError, Instance


@pytest.fixture
def make(qapp):
    made = []

    def make_it(folder):
        made.append(Instance(folder))
        return made[-1]

    yield make_it
    for instance in made:
        instance.release()


@pytest.fixture
def first(make, tmp_path):
    made = make(tmp_path / "data")
    assert made.claim("")
    made.listen()
    made.heard = []
    made.did_ask.connect(made.heard.append)
    return made


SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from stoa.wiring.instance import Instance
app = QCoreApplication([])
print(Instance(Path(sys.argv[1])).claim(sys.argv[2]))
"""


def start_second(folder, target):
    """A second start in a process of its own, as it blocks while the first one answers."""
    return subprocess.Popen([sys.executable, "-c", SECOND, str(folder), target], stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("target", ["stoa://org.example.cards/deck/1", "", "/home/ädä/my app"])
def test_a_second_start_hands_its_target_over(first, qtbot, tmp_path, target):
    first.serve()
    second = start_second(tmp_path / "data", target)
    qtbot.waitUntil(lambda: bool(first.heard), timeout=20_000)
    assert second.communicate(timeout=20)[0].strip() == "False"
    assert first.heard == [target]


def test_what_comes_before_the_window_serves_waits_for_it(first, qtbot, tmp_path):
    second = start_second(tmp_path / "data", "stoa://org.example.cards/")
    qtbot.waitUntil(first._server.hasPendingConnections, timeout=20_000)
    assert first.heard == []
    first.serve()
    qtbot.waitUntil(lambda: bool(first.heard))
    assert second.communicate(timeout=20)[0].strip() == "False"


def test_after_release_the_next_start_is_the_one(first, make, tmp_path):
    first.release()
    assert make(tmp_path / "data").claim("")


def test_other_folders_are_other_windows(first, make, tmp_path):
    assert make(tmp_path / "other").claim("")


DYING = """
import os, sys
from PySide6.QtCore import QLockFile
lock = QLockFile(sys.argv[1])
lock.setStaleLockTime(0)
assert lock.tryLock(0)
os._exit(9)
"""


def test_the_lock_of_a_process_that_died_is_taken_over(make, tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    died = subprocess.run([sys.executable, "-c", DYING, str(folder / "stoa.lock")], check=False)
    assert died.returncode == 9
    assert (folder / "stoa.lock").exists()
    assert make(folder).claim("")


def test_one_that_does_not_answer_is_named(make, tmp_path, monkeypatch):
    monkeypatch.setattr(instances, "_WAIT_MS", 120)
    folder = tmp_path / "data"
    folder.mkdir()
    lock = QLockFile(str(folder / "stoa.lock"))
    assert lock.tryLock(0)
    with pytest.raises(AlreadyRunningError, match=r"does not answer\. End it, or choose another with --data-dir\."):
        make(folder).claim("stoa://org.example.cards/")
    lock.unlock()


def test_one_that_is_connected_to_and_says_nothing_is_named(first, make, tmp_path, monkeypatch):
    monkeypatch.setattr(instances, "_WAIT_MS", 120)
    with pytest.raises(AlreadyRunningError):
        make(tmp_path / "data").claim("")


def test_two_starts_at_once_wait_for_each_other(make, tmp_path, monkeypatch):
    folder = tmp_path / "data"
    folder.mkdir()
    lock = QLockFile(str(folder / "stoa.lock"))
    assert lock.tryLock(0)
    second = make(folder)
    served = threading.Event()

    def begin_to_listen_late(_milliseconds):
        """The other start reaches its server while this one waits."""
        monkeypatch.undo()
        script = (
            "import sys; from PySide6.QtCore import QCoreApplication; from PySide6.QtNetwork import QLocalServer\n"
            "app = QCoreApplication([]); server = QLocalServer(); server.listen(sys.argv[1]); print('up', flush=True)\n"
            "server.waitForNewConnection(10000); socket = server.nextPendingConnection()\n"
            "socket.waitForReadyRead(10000); socket.write(b'ok\\n'); socket.waitForBytesWritten(5000)\n"
            "socket.waitForDisconnected(5000)\n"
        )
        begin_to_listen_late.process = subprocess.Popen(
            [sys.executable, "-c", script, second._name], stdout=subprocess.PIPE, text=True
        )
        assert begin_to_listen_late.process.stdout.readline().strip() == "up"
        served.set()

    monkeypatch.setattr(instances.QThread, "msleep", begin_to_listen_late)
    assert second.claim("stoa://org.example.cards/") is False
    assert served.is_set()
    assert begin_to_listen_late.process.wait(timeout=20) == 0
    begin_to_listen_late.process.stdout.close()
    lock.unlock()


def test_a_data_folder_that_cannot_be_made_is_named(qapp, tmp_path):
    file = tmp_path / "a file"
    file.write_text("")
    with pytest.raises(StoaError, match=r"cannot be made: .*Choose another with --data-dir\."):
        Instance(file / "data")


def test_a_folder_that_cannot_be_written_to_is_named(make, tmp_path, monkeypatch):
    instance = make(tmp_path / "data")

    class Refused:
        LockError = QLockFile.LockError

        def tryLock(self, _wait):
            return False

        def error(self):
            return QLockFile.LockError.PermissionError

        def unlock(self):
            pass

    instance._lock = Refused()
    with pytest.raises(StoaError, match="cannot be written to: make it writable"):
        instance.claim("")


def connect(instance):
    socket = QLocalSocket()
    socket.connectToServer(instance._name)
    assert socket.waitForConnected(2000)
    return socket


@pytest.mark.parametrize(
    "raw",
    [b"nonsense\n", b"\xff\xfe\n", b"[" * 15_000 + b"\n", b"x" * 40_000, b'{"open": "' + b"x" * 20_000 + b'"}\n'],
)
def test_what_is_no_message_is_cut_off(first, qtbot, raw):
    first.serve()
    socket = connect(first)
    socket.write(raw)
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert first.heard == []


@pytest.mark.parametrize("message", [[1, 2], {"open": 5}, {}, "text"])
def test_a_message_without_a_target_shows_just_the_window(first, qtbot, message):
    first.serve()
    socket = connect(first)
    socket.write(json.dumps(message).encode() + b"\n")
    qtbot.waitUntil(lambda: bool(first.heard))
    assert first.heard == [""]
    socket.abort()


def test_a_message_in_pieces_is_put_together(first, qtbot):
    first.serve()
    socket = connect(first)
    for piece in (b'{"open": "stoa:', b'//org.example.cards/"}', b"\n"):
        socket.write(piece)
        socket.flush()
        qtbot.wait(20)
    qtbot.waitUntil(lambda: bool(first.heard))
    assert first.heard == ["stoa://org.example.cards/"]
    socket.abort()


def test_only_the_same_person_may_connect(first):
    assert Path(first._server.fullServerName()).stat().st_mode & 0o077 == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such bits")
def test_a_data_folder_that_is_made_is_for_nobody_else(make, tmp_path):
    make(tmp_path / "deep" / "data")
    assert (tmp_path / "deep" / "data").stat().st_mode & 0o077 == 0
