# ruff: noqa: E501, ISC004  a page reads better as it is than cut to fit

"""Roads to the person and to other rooms: nothing arrives at the sink, the page says ``won`` or the host hears it."""

from __future__ import annotations

Texts = tuple[str, ...]
_WAIT = "await new Promise((next) => setTimeout(next, 150))"
_A = "const a = document.createElement('a'); document.body.append(a);"
_WAV = "data:audio/wav;base64,UklGRiwAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQgAAACAgICAgICAgA=="

PERSON: tuple[Texts, ...] = (
    ("alert", "a message box", "", "alert('x')"),
    ("alert-storm", "a hundred message boxes", "", "for (let i = 0; i < 100; i++) alert(i)"),
    ("alert-frame", "a message box out of a frame", "", "const f = document.createElement('iframe'); document.body.append(f); f.contentWindow.alert('x')"),
    ("confirm", "a question box", "", "confirm('x')"),
    ("prompt", "a box that asks for a word", "", "prompt('x')"),
    ("print", "printing", "", f"print(); {_WAIT}"),
    ("own-window", "a window for a page of its own", "", "open('/empty.html')"),
    ("own-window-link", "a link to a new window", "", f"{_A} a.href = '/empty.html'; a.target = '_blank'; a.click(); {_WAIT}"),
    ("own-window-form", "a form into a new window", '<form target=_blank action="/empty.html"></form>', f"document.forms[0].submit(); {_WAIT}"),
    ("blob-window", "a window for a page made of text", "", "open(URL.createObjectURL(new Blob(['x'], {type: 'text/html'})))"),
    ("save-blob", "a download of text", "", f"{_A} a.href = URL.createObjectURL(new Blob(['x'])); a.download = 'x.exe'; a.click(); {_WAIT}"),
    ("save-data", "a download of a data address", "", f"{_A} a.href = 'data:application/octet-stream,x'; a.download = 'x.exe'; a.click(); {_WAIT}"),
    ("save-file", "a download by going to a file", "", f"location = '/file.bin'; {_WAIT}"),
    ("save-frame", "a download in a frame", '<iframe src="/file.bin"></iframe>', _WAIT),
    ("mail-program", "starting the mail program", "", f"location = 'mailto:mail-program@example.org'; {_WAIT}"),
    ("mail-program-frame", "starting the mail program out of a frame", "", f"const f = document.createElement('iframe');"
     f" f.src = 'mailto:mail-program-frame@example.org'; document.body.append(f); {_WAIT}"),
    ("shell-program", "starting a program by ssh:", "", f"{_A} a.href = 'ssh://shell-program/'; a.click(); {_WAIT}"),
    ("protocol-handler", "answering a kind of links", "", f"navigator.registerProtocolHandler('web+road', '/x?%s'); {_WAIT}", "only for pages from the web"),
    ("copy-command", "writing the clipboard by command", "<textarea>x</textarea>",
     "document.querySelector('textarea').select(); if (document.execCommand('copy')) won('copied')"),
    ("copy", "writing the clipboard", "", "await navigator.clipboard.writeText('x'); won('copied')", "only a page that is looked at may"),
    ("paste", "reading the clipboard", "", "await navigator.clipboard.readText(); won('pasted')", "only a page that is looked at may"),
    ("paste-command", "reading the clipboard by command", "<textarea></textarea>",
     "document.querySelector('textarea').focus(); if (document.execCommand('paste')) won('pasted')"),
    ("notification", "notifications", "", "await Notification.requestPermission(); new Notification('x'); " + _WAIT),
    ("camera", "the camera", "", "await navigator.mediaDevices.getUserMedia({video: true}); won('camera')"),
    ("microphone", "the microphone", "", "await navigator.mediaDevices.getUserMedia({audio: true}); won('microphone')"),
    ("place", "where the person is", "", "await new Promise((next) => navigator.geolocation.getCurrentPosition(next, next, {timeout: 100}))", "nothing here knows the place"),
    ("fonts", "the fonts of this machine", "", "if ((await queryLocalFonts()).length) won('fonts')", "only after a press"),
    ("sound", "sound before a press", "", f"await new Audio('{_WAV}').play(); won('sound')"),
    ("sound-context", "sound before a press, by a context", "", "const c = new AudioContext(); const o = c.createOscillator();"
     " o.connect(c.destination); o.start(); c.resume(); await new Promise((next) => setTimeout(next, 900))"),
    ("wake-lock", "keeping the screen on", "", "await navigator.wakeLock.request('screen'); won('awake')", "only a page that is looked at may"),
    ("screens", "the screens of this machine", "", "if ((await getScreenDetails()).screens.length) won('screens')", "only after a press"),
    ("idle", "whether the person is there", "", "await new IdleDetector().start(); won('idle')", "asked after a press"),
    ("sensor", "motion of the machine", "", f"const s = new Accelerometer(); s.onactivate = () => won('sensor'); s.start(); {_WAIT}", "no sensor here"),
    ("midi", "instruments", "", "await navigator.requestMIDIAccess(); won('midi')", "the engine asks nobody here"),
    ("persist", "storage that is never cleared", "", "if (await navigator.storage.persist()) won('persistent')", "the engine says no itself"),
    ("full-screen", "the whole screen", "", "await document.documentElement.requestFullscreen(); won('full')", "only after a press"),
    ("foreign-address", "an address of somebody else", "", "history.replaceState(0, '', 'https://bank.example.org/'); won('address')", "same-origin everywhere"),
)  # fmt: skip

ROOMS: tuple[Texts, ...] = (
    ("other-fetch", "reading another app's file", "", "if ((await (await fetch('miniapp://@other@/secret.txt')).text()).includes('secret')) won('read')"),
    ("other-fetch-blind", "asking for another app's file without reading", "", "await fetch('miniapp://@other@/secret.txt', {mode: 'no-cors'}); won('asked')"),
    ("other-picture", "showing another app's picture", "", "const i = new Image(); i.src = 'miniapp://@other@/secret.svg'; await i.decode(); won('shown')"),
    ("other-script", "running another app's script", "", "await new Promise((done, failed) => { const s = document.createElement('script');"
     " s.src = 'miniapp://@other@/plain.js'; s.onload = done; s.onerror = failed; document.body.append(s); }); won('run')"),
    ("other-module", "importing another app's script", "", "if ((await import('miniapp://@other@/secret.js')).default) won('imported')"),
    ("other-style", "taking another app's stylesheet", "", "await new Promise((done, failed) => { const l = document.createElement('link');"
     " l.rel = 'stylesheet'; l.href = 'miniapp://@other@/secret.css'; l.onload = done; l.onerror = failed; document.head.append(l); }); won('styled')"),
    ("other-frame", "showing another app's page in a frame", "", "const f = document.createElement('iframe');"
     " addEventListener('message', (e) => e.data === 'here' && won('framed')); f.src = 'miniapp://@other@/secret.html';"
     f" document.body.append(f); {_WAIT}; {_WAIT}"),
    ("other-page", "going to another app's page", "", f"location = 'miniapp://@other@/won.html'; {_WAIT}"),
    ("other-worker", "importScripts of another app's script", "", f"new Worker('/worker.js').onmessage = () => won('run'); {_WAIT}"
     "//WORKER importScripts('miniapp://@other@/plain.js'); postMessage('run')"),
)  # fmt: skip
# What the other app has; its files are there in every configuration.
OTHER_FILES = {
    "secret.txt": "secret",
    "secret.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>',
    "secret.js": "export default 'secret'",
    "plain.js": "self.secret = 1",
    "secret.css": "body { color: red }",
    "secret.html": '<!doctype html><script src="/tell.js"></script>',
    "tell.js": "parent.postMessage('here', '*')",
    "won.html": '<!doctype html><title>x</title><script src="/won.js"></script>',
    "won.js": "console.log('WON went there')",
}
