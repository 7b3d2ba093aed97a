import os, signal
HOW=os.environ.get("HOW","")
from stoa.engine.room import Room
if 'nocut' in HOW: Room._cut_off=lambda self: self.watchdog.rest()
if 'noterm' in HOW: Room._on_renderer_terminated=lambda self,a,b: None
def test_a(rooms):
    room= rooms.open()
    if 'nowatch' in HOW: room.watchdog.rest()
    other=rooms.open()
    if 'nostop' in HOW: rooms.pool._stop_timer=lambda room: None
    n=[]
    if 'noterm' in HOW: room.page.renderProcessTerminated.connect(lambda *a: n.append(1))
    os.kill(room.page.renderProcessPid(), signal.SIGKILL); rooms.until(lambda: room.state=='crashed' or n)
    if 'nodl' in HOW: Room.deleteLater=lambda self: None
def test_b(rooms):
    rooms.open(path="/recipe/17#step")
    print('opened')
    for i in range(3): rooms.open()
    print('still')
