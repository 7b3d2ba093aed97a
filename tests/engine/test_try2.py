import time, os, signal, pytest
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtCore import QUrl
from stoa.engine.room import Room, _CHANNEL_WORLD
from stoa.engine.channel import RoomChannel
def wait(rooms, s):
    t=time.time(); rooms.until(lambda: time.time()-t>s)
@pytest.mark.parametrize("how", ["plain","blank","hist","discard","two"])
def test_a(rooms, how, monkeypatch):
    room = rooms.open()
    page=room.page
    orig=RoomChannel.receive
    pid=page.renderProcessPid(); os.kill(pid, signal.SIGKILL); rooms.until(lambda: room.state=='crashed'); wait(rooms,.1)
    got=[]
    room.channel._receive_raw=lambda raw, reply: (got.append(raw))
    room.channel._arrived=lambda : (got.append('arrived'))
    if how=='blank': page.load(QUrl('about:blank')); wait(rooms,.3); page.load(QUrl("data:text/html,x")); wait(rooms,.3)
    if how=='discard':
        room.view.hide(); 
        from PySide6.QtWebEngineCore import QWebEnginePage
        page.setLifecycleState(QWebEnginePage.LifecycleState.Discarded); wait(rooms,.2)
        room.view.show(); page.setLifecycleState(QWebEnginePage.LifecycleState.Active); wait(rooms,.2)
    room.reload(); wait(rooms,.5); print(how, room.state, room.path, room.page.renderProcessPid()!=pid)
    if how=='two':
        os.kill(page.renderProcessPid(), signal.SIGKILL); rooms.until(lambda: room.state=='crashed'); wait(rooms,.1)
        room.reload(); wait(rooms,.5); print(how, room.state, room.path, room.page.renderProcessPid()!=pid)
    page.runJavaScript("stoa.storage.get({key:'a'}); 0")
    wait(rooms,.3)
    print(how, 'GOT', got)
    page.runJavaScript("try { qt.webChannelTransport.onmessage=(m)=>console.log('FROM HOST '+m.data.slice(0,100)); qt.webChannelTransport.send(JSON.stringify({type:3,id:1})); 'sent' } catch(e) {String(e)}", 1, lambda r: print(how,"sent", r)); wait(rooms,.3)
    print([c.text for c in rooms.said(room).console if 'FROM' in c.text])
