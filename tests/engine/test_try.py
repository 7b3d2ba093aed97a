import os, signal, pytest, shiboken6
from PySide6.QtWidgets import QApplication
HOW=os.environ.get("HOW","")
def test_a(rooms):
    room= rooms.open()
    if 'two' in HOW: other=rooms.open()
    page=room.page
    os.kill(room.page.renderProcessPid(), signal.SIGKILL); rooms.until(lambda: room.state=='crashed')
    if 'setback' in HOW: page.setWebChannel(room._web_channel, 1)
    if 'load' in HOW: room.page.load(room._url('/')); 
    if 'sync' in HOW:
        rooms.deck.take(room.view); room.view.hide(); rooms.pool.rooms.clear(); rooms.pool._front=None
        if 'pe' in HOW: QApplication.processEvents()
        room.destroy_now()
    if 'onlypage' in HOW:
        rooms.pool.rooms.clear(); rooms.pool._front=None
        shiboken6.delete(room.view); 
        if 'pe' in HOW: QApplication.processEvents()
        print('A'); shiboken6.delete(room.page); print('B'); 
        if 'pe2' in HOW: QApplication.processEvents()
        shiboken6.delete(room._profile); print('C')
def test_b(rooms):
    rooms.open(path="/recipe/17#step")
    print('opened')
    for i in range(3): rooms.open()
    print('still')
