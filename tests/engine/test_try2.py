import time, os, signal, pytest
def wait(rooms, s):
    t=time.time(); rooms.until(lambda: time.time()-t>s)
@pytest.mark.parametrize("how", ["reload","load", "reload2","scripts"])
def test_a(rooms, how):
    room = rooms.open()
    page=room.page
    pid=page.renderProcessPid(); os.kill(pid, signal.SIGKILL); rooms.until(lambda: room.state=='crashed'); wait(rooms,.1)
    if how=='load': room.open('/','x')
    elif how=='scripts': page.scripts().insert(room._host.relay); room.reload()
    else: room.reload()
    wait(rooms,.5);
    if how=='reload2': room.reload(); wait(rooms,.5)
    page.runJavaScript("typeof qt + typeof QWebChannel", 1, lambda r: print(how,"qt", r)); wait(rooms,.1)
    page.runJavaScript("typeof stoa", 0, lambda r: print(how, r)); wait(rooms,.1)
    room.reload(); wait(rooms,.5)
    page.runJavaScript("typeof qt + typeof QWebChannel", 1, lambda r: print(how,"qt", r)); wait(rooms,.1)
