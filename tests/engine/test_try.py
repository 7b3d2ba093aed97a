import time, os, signal
def wait(rooms, s):
    t=time.time(); rooms.until(lambda: time.time()-t>s)
def test_a(rooms):
    app = rooms.make_app({"f.bin": bytes(range(256))*10, "u.html":"<title>ü</title><script src=/_stoa/stoa.js></script>"})
    room = rooms.open(app)
    w=rooms.said(room)
    room.page.loadStarted.connect(lambda: print('   S'))
    room.page.loadFinished.connect(lambda ok: print('   F',ok))
    room.page.urlChanged.connect(lambda ok: print('   U',ok.toString()))
    room.did_change_state.connect(lambda s: print('   state', s))
    print(rooms.run(room, "const r=await fetch('/f.bin',{headers:{Range:'bytes=-5'}}); return [...new Uint8Array(await r.arrayBuffer())]"))
    print(rooms.run(room, "const r=await fetch('/f.bin',{method:'HEAD'}); return [r.status,await r.text()]"))
    print("storage", rooms.run(room, "await stoa.storage.set({key:'a',value:1}); return (await stoa.storage.get({key:'a'})).value"))
    print("-- open #b"); room.open('/#b','post'); wait(rooms,.5); print(room.state, room.path)
    print("-- open #c"); room.open('/#c','post'); wait(rooms,.5); print(room.state, room.path)
    print("-- reload #c"); room.reload(); wait(rooms,.5); print(room.state, room.path)
    print("-- open same"); room.open('/#c','post'); wait(rooms,.5); print(room.state, room.path)
    print("-- u.html"); room.open('/u.html','post'); wait(rooms,.5); print(room.state, room.path, rooms.run(room,"return [document.title, document.characterSet]"))
    print("-- about:blank"); rooms.run(room,"document.title='x'; location='about:blank'"); wait(rooms,.5); print(room.state, room.path, w.refusals[-1:])
    print("-- reload"); room.reload(); wait(rooms,.5); print(room.state, room.path)
    print("storage", rooms.run(room, "await stoa.storage.set({key:'a',value:1}); return (await stoa.storage.get({key:'a'})).value"))
    print("-- kill"); pid=room.page.renderProcessPid(); os.kill(pid, signal.SIGKILL); wait(rooms,.5); print(room.state, room.path, room.page.url())
    print("-- reload"); room.reload(); wait(rooms,.5); print(room.state, room.path, room.page.renderProcessPid()!=pid)
    print("storage", rooms.run(room, "await stoa.storage.set({key:'a',value:1}); return (await stoa.storage.get({key:'a'})).value"))
    print("-- hang"); room.page.runJavaScript("while(true){}"); t=time.time(); rooms.until(lambda: room.state.value=='hung'); print('after', time.time()-t)
    t=time.time(); print("-- reload"); room.reload(); rooms.until(lambda: room.state.value=='running'); print(room.state, room.path, time.time()-t)
    print("storage", rooms.run(room, "await stoa.storage.set({key:'a',value:1}); return (await stoa.storage.get({key:'a'})).value"))
    print("-- chrome://crash"); room.page.runJavaScript("location='chrome://crash'"); wait(rooms,.4); print(room.state, w.refusals[-1])
    print("-- hang at load")
    (app.root/'h.html').write_text("<script src=/h.js></script>"); (app.root/'h.js').write_text("while(1){}")
    room.open('/h.html','x'); t=time.time(); rooms.until(lambda: room.state.value=='hung'); print('after', time.time()-t)
    print("-- open"); room.open('/','x'); rooms.until(lambda: room.state.value=='running'); print(room.state, room.path)
    print("-- open same no frag"); room.open('/','post'); wait(rooms,.5); print(room.state, room.path)
    for n in (100000,):
        room.page.runJavaScript("for(let i=0;i<%d;i++) console.log(i); 0"%n); t=time.time(); k=0; mx=0
        while time.time()-t<4:
            a=time.time(); rooms.deck.window(); 
            from PySide6.QtWidgets import QApplication
            QApplication.processEvents(); mx=max(mx,time.time()-a)
        print("console flood: longest block", mx, len(w.console))
