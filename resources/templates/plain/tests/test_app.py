"""What this mini-app promises, tried on the real host: run `stoa test` with this folder."""


def test_a_note_is_kept(miniapp):
    miniapp.page.get_by_label("Your note").fill("Water the plants")
    miniapp.page.get_by_role("button", name="Keep").click()
    miniapp.bridge.expect_call("storage.set", key="note", value="Water the plants")
    miniapp.page.get_by_text("Kept.").wait_for()
    miniapp.reload()
    assert miniapp.page.get_by_label("Your note").input_value() == "Water the plants"
