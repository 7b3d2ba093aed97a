"""Of a page that hangs the script is named, and it goes on from there as if nobody had asked."""

from __future__ import annotations

from types import SimpleNamespace

from PySide6.QtCore import QObject, Signal

from stoa.engine.spec import RoomState
from stoa.workbench.hang import Hang, Place, place_in
from stoa.workbench.live_findings import LiveFindings

HANGS = """
stoa.host.ready();
function spin() {
  const end = performance.now() + 12000;
  while (performance.now() < end);
  document.title = 'through';
}
setTimeout(spin, 300);
"""


def test_a_page_that_hangs_tells_where_until_it_goes_on(bench):
    trial = bench.trial({"a.js": HANGS})
    bench.until(lambda: trial.room.state is RoomState.HUNG)
    bench.until(lambda: trial.hang.place is not None)
    assert str(trial.hang.place).startswith("spin (/a.js:5:")
    bench.until_shown(trial.room, "document.title", "through")
    bench.until(lambda: trial.room.state is RoomState.RUNNING)
    assert trial.hang.place is None


def test_a_page_that_hangs_from_its_first_script_on_tells_where(bench, made, tmp_path):
    folder = tmp_path / "app"
    folder.mkdir()
    (folder / "index.html").write_text("<!doctype html><script src='/a.js'></script>")
    (folder / "a.js").write_text("for (;;);")
    live = []
    LiveFindings(made).did_change.connect(lambda found: live.append(found) if "hangs" in str(found) else None)
    made.open(folder)
    made.trial.hang.look_from_the_first_script_on()
    bench.until(lambda: made.trial.hang.place is not None)
    assert str(made.trial.hang.place).startswith("/a.js:1:")
    bench.until(lambda: bool(live))
    assert [one.sentence for one in live[-1] if one.where.startswith("a.js:1:")] == ["the page hangs in a script"]


def test_whoever_stops_a_page_by_themselves_finds_it_there(bench):
    trial = bench.trial({"a.js": "stoa.host.ready(); setTimeout(() => { debugger; document.title = 'on'; }, 500)"})
    told = []
    trial.did_inspect.connect(lambda name, _values: told.append(name))
    # DevTools that nobody sees go on from a stop by themselves.
    trial.inspector.keep("Debugger.paused")
    bench.until(lambda: trial.room.state is RoomState.HUNG)
    # What is asked next is answered after anything that was asked because of the hang.
    trial.inspector.send("Debugger.setSkipAllPauses", {"skip": False}, lambda _values: told.append("answered"))
    bench.until(lambda: "answered" in told)
    assert [name for name in told if name.startswith("Debugger.")] == ["Debugger.paused"]
    assert trial.hang.place is None
    trial.inspector.send("Debugger.resume")
    bench.until_shown(trial.room, "document.title", "on")


class QuietTrial(QObject):
    """As much of a trial as a hang is looked up in; its DevTools only write down what they are asked."""

    did_change_state = Signal(object)
    did_inspect = Signal(str, object)

    def __init__(self):
        super().__init__()
        self.asked = []
        self.inspector = SimpleNamespace(keep=lambda *events: self.asked.append(events), send=self.send)
        self.failed = []

    def send(self, _command, failed):
        self.failed.append(failed)


def test_a_page_that_is_loaded_anew_before_it_was_stopped_can_be_stopped_in_the_devtools_again():
    trial = QuietTrial()
    hang = Hang(trial)
    trial.did_change_state.emit(RoomState.HUNG)
    assert trial.asked == [("Debugger.paused",)]
    trial.did_change_state.emit(RoomState.LOADING)
    assert trial.asked[1:] == [()]
    trial.did_inspect.emit("Debugger.paused", {"callFrames": [{"callFrameId": "1"}]})
    assert hang.place is None
    assert trial.asked[2:] == [], "whoever stopped it is not sent on"


def test_a_page_whose_scripts_cannot_be_stopped_has_no_place():
    trial = QuietTrial()
    hang = Hang(trial)
    trial.did_change_state.emit(RoomState.HUNG)
    trial.failed[0](None)
    assert trial.asked == [("Debugger.paused",), ()]
    assert hang.place is None


def test_the_place_is_in_the_mini_app_s_own_files():
    stack = """Error
    at eval (eval at call (miniapp://org.example.a/_stoa/stoa.js:9:1), <anonymous>:1:1)
    at call (miniapp://org.example.a/_stoa/stoa.js:9:1)
    at new Promise (<anonymous>)
    at async Wheel.turn (miniapp://org.example.a/js/wheel.js:7:3)
    at miniapp://org.example.a/js/a.js:12:1"""
    lines = stack.splitlines()
    assert place_in(stack) == Place("async Wheel.turn", "/js/wheel.js:7:3")
    assert str(place_in(stack)) == "async Wheel.turn (/js/wheel.js:7:3)"
    assert str(place_in("\n".join((*lines[:4], lines[5])))) == "/js/a.js:12:1"
    assert place_in("\n".join(lines[:4])) is None
    assert place_in("") is None
