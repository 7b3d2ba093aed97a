def test_it_runs(app):
    room = app.open("org.example.recipes")
    assert room.is_ready
    assert app.stage.tabs.keys == [f"{app.account_id}/org.example.recipes"]
