"""A page with fields of every kind, and a frame with some: what fills them in, and what reads them."""

from __future__ import annotations

FORM = """<title>App</title><script src="/_stoa/stoa.js"></script><script src="/late.js" defer></script>
<body style="margin:0"><form>
<input id="name"><input name="plain"><textarea id="note"></textarea><input type="checkbox" id="tick">
<input type="radio" name="r" value="1"><input type="radio" name="r" value="2" id="second">
<select id="pick"><option>a</option><option>b</option></select>
<input type="password" id="word"><input id="code" autocomplete="one-time-code">
<input id="card" autocomplete="cc-number">
<input type="file" id="file"></form><iframe src="/inner.html"></iframe>
<div id="inner" style="height:80px;overflow:auto"><div style="height:900px"></div></div><div id="late"></div></body>"""
INNER = '<form><input id="inside"><input id="pin" autocomplete="one-time-code"></form>'
LATE = """const more = '<input id="made"><p style="height:4000px">';
setTimeout(() => { document.querySelector("#late").innerHTML = more; }, 150);
window.state = history.state; window.heard = []; addEventListener("input", (e) => heard.push(e.target.id));
stoa.host.ready();"""
FILL = """const set = (id, value) => { document.getElementById(id).value = value; };
await new Promise((next) => setTimeout(next, 400));
set("name", "Ada"); document.querySelector("[name=plain]").value = "x"; set("note", "two\\nlines");
set("word", "open sesame"); set("code", "123456"); set("card", "4111"); set("made", "late too");
document.getElementById("tick").checked = true; document.getElementById("second").checked = true;
document.getElementById("pick").selectedIndex = 1;
document.getElementById("inner").scrollTop = 120; scrollTo(0, 900);
frames[0].document.getElementById("inside").value = "Eve"; frames[0].document.getElementById("pin").value = "0815";"""
READ = """const at = (id) => document.getElementById(id)?.value;
return { name: at("name"), plain: document.querySelector("[name=plain]").value, note: at("note"), made: at("made"),
tick: document.getElementById("tick").checked, second: document.getElementById("second").checked, pick: at("pick"),
secrets: [at("word"), at("code"), at("card")], inner: document.getElementById("inner").scrollTop, y: scrollY,
path: location.pathname + location.search + location.hash, heard: window.heard,
state: window.state };"""
