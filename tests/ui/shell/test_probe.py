from tests.support.quiet_program import write_app


def test_probe(start, bundled, turns):
    for n in range(14):
        write_app(
            bundled,
            f"org.example.many{n}",
            f"Many apps of mine {n}",
            ("share",),
            network=["https://a.long.example.org"],
        )
    app = start()
    room = app.open("org.example.recipes")
    room.call("host.setTitle", title="A rather long title of the page that goes on and on")
    room.call("host.setBackButton", visible=True)
    app.window.show_place("apps")
    for w in (1360, 880, 360):
        app.window.resize(w, 700)
        turns.settle()
        print(
            w,
            app.window.width(),
            app.stage.width(),
            app.stage.minimumSizeHint().width(),
            app.stage.frame.header.capsule.geometry(),
            app.stage.frame.header.width(),
            app.stage.frame.header.minimumSizeHint(),
        )
        app.window.grab().save(f"/tmp/stoa/shots/k/head{w}.png")
    for n in range(14):
        app.open(f"org.example.many{n}")
    for w in (1360, 880, 360):
        app.window.resize(w, 700)
        turns.settle()
        print(
            w,
            app.window.width(),
            app.stage.width(),
            app.stage.minimumSizeHint().width(),
            app.stage.tabs.minimumSizeHint(),
            app.window._splitter.sizes(),
        )
        app.window.grab().save(f"/tmp/stoa/shots/k/tabs{w}.png")
