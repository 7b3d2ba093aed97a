import time, os
from PySide6.QtCore import *
from PySide6.QtWebEngineCore import *
import stoa.engine.scheme as S
def test_b(rooms, monkeypatch):
    app = rooms.make_app({"f.bin": bytes(range(256))*10})
    E=QWebEngineUrlRequestJob.Error
    orig=S.SchemeHandler._serve
    def serve(self, job):
        p=job.requestUrl().path()
        if p.startswith('/fail'):
            job.fail(E(int(p[5:]))); return
        if p.startswith('/hdr'):
            print("HDR",p,{bytes(k.data()):bytes(v.data()) for k,v in job.requestHeaders().items()}, job.initiator().toString())
            job.fail(E.UrlNotFound); return
        if p.startswith('/seek'):
            f=QFile(str(app.root/'f.bin'),job); f.open(QIODevice.OpenModeFlag.ReadOnly); f.seek(2555); job.reply(b'application/octet-stream',f); return
        orig(self,job)
    monkeypatch.setattr(S.SchemeHandler,'_serve',serve)
    room = rooms.open(app)
    for e in E:
        for how in ('text','status'):
            try: print(e, how, rooms.run(room, "try{const r=await fetch('/fail%d'); return %s}catch(e){return e.message}"%(e.value, "[r.status, await Promise.race([r.text(),new Promise(s=>setTimeout(()=>s('HANG'),700))])]" if how=='text' else "[r.status,[...r.headers]]"), 3000))
            except AssertionError as x: print(e,how,'no answer')
    print(rooms.run(room, "const r=await fetch('/seek',{headers:{Range:'bytes=-5'}}); return [...new Uint8Array(await r.arrayBuffer())]"))
    rooms.run(room, "fetch('/hdr-fetch'); new Image().src='/hdr-img'; const s=document.createElement('script'); s.src='/hdr-script.js'; document.body.append(s); const i=document.createElement('iframe'); i.src='/hdr-frame'; document.body.append(i); try{new Worker('/hdr-worker')}catch(e){}; const v=document.createElement('video'); v.src='/hdr-video'; document.body.append(v); await new Promise(r=>setTimeout(r,300))")
    room.page.runJavaScript("location='/hdr-nav.html'")
    t=time.time(); rooms.until(lambda: time.time()-t>0.5)
    print(room.page.url())
