import time, os, signal, pytest
from PySide6.QtWebChannel import QWebChannel
from stoa.engine.room import Room, _CHANNEL_WORLD
def wait(rooms, s):
    t=time.time(); rooms.until(lambda: time.time()-t>s)
@pytest.mark.parametrize("how", ["keep","new","pid","commit","none-late", "newpage"])
def test_a(rooms, how, monkeypatch):
    room = rooms.open()
    page=room.page
    def begin():
        room._ready=False; room.set_state("loading")
    def cut():
        room.watchdog.rest()
        if how in("new","pid","none-late"): page.setWebChannel(None)
        room.set_state("crashed")
    room._begin=begin; room._cut_off=cut
    print("storage", rooms.run(room, "return (await stoa.storage.get({key:'a'})).value"))
    pid=page.renderProcessPid(); os.kill(pid, signal.SIGKILL); rooms.until(lambda: room.state=='crashed'); wait(rooms,.1)
    if how=='new':
        c=QWebChannel(page); c.registerObject('stoa',room.channel); page.setWebChannel(c,_CHANNEL_WORLD)
    def setit(*a): page.setWebChannel(room._web_channel,_CHANNEL_WORLD)
    if how=='pid': page.renderProcessPidChanged.connect(setit)
    if how=='commit': page.loadStarted.connect(lambda: (page.setWebChannel(None), setit()))
    if how=='none-late': page.loadStarted.connect(setit)
    if how=='newpage': page.load(room._url('/_stoa/warm')); wait(rooms,.3); page.setWebChannel(None); setit()
    room.reload(); wait(rooms,.5); print(how, room.state, room.path, room.page.renderProcessPid()!=pid)
    try: print(how, "storage", rooms.run(room, "return (await stoa.storage.get({key:'a'})).value", 1500))
    except AssertionError: print(how, "NO")
    page.runJavaScript("typeof qt", 1, lambda r: print(how,"qt", r)); wait(rooms,.1)
    room.reload() ; wait(rooms,.5)
    try: print(how, "storage2", rooms.run(room, "return (await stoa.storage.get({key:'a'})).value", 1500))
    except AssertionError: print(how, "NO2")
