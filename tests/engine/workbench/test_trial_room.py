"""A mini-app under a launch profile: each condition reaches the page, and everything it does is seen."""

from __future__ import annotations

import pytest

from stoa.engine.spec import RoomState
from stoa.trial.launch_profile import Fault, LaunchProfile, Network, Permissions
from tests.engine.workbench.conftest import READY as PAGE

SHARES = {"permissions": [{"name": "share", "reason": "to share"}, {"name": "identity", "reason": "to greet"}]}


def test_the_conditions_of_a_profile_reach_the_page(bench):
    profile = LaunchProfile(
        theme="dark", reduced_motion=True, locale="de-DE", time_zone="Asia/Tokyo", clock=1_700_000_000_000,
        text_percent=150, path="/r/7", query={"a": "b c"}, start={"x": 1}, scene="post",
    )  # fmt: skip
    trial = bench.trial(profile=profile)
    script = """
      const context = await stoa.host.context();
      return [matchMedia('(prefers-color-scheme: dark)').matches, matchMedia('(prefers-reduced-motion)').matches,
        Intl.DateTimeFormat().resolvedOptions().timeZone, (1.5).toLocaleString(), Date.now(), new Date().getTime(),
        getComputedStyle(document.documentElement).fontSize, location.pathname + location.search,
        context.theme.colorScheme, context.theme.reducedMotion, context.locale, context.scene, context.start]
    """
    assert bench.run(trial.room, script) == [
        True, True, "Asia/Tokyo", "1,5", 1_700_000_000_000, 1_700_000_000_000, "24px", "/r/7?a=b+c",
        "dark", True, "de-DE", "post", {"x": 1},
    ]  # fmt: skip


def test_what_a_page_is_told_of_the_persons_taste_stays_when_the_devtools_have_started(bench):
    trial = bench.trial(profile=LaunchProfile(theme="dark", reduced_motion=True))
    page, answers = trial.inspector.page, []
    has_started = "document.querySelector('.panel') !== null"
    bench.until(lambda: page.runJavaScript(has_started, 0, answers.append) or True in answers)
    script = "return ['color-scheme: dark', 'reduced-motion'].map((name) => matchMedia(`(prefers-${name})`).matches)"
    assert bench.run(trial.room, script) == [True, True]
    trial.apply(trial.profile.model_copy(update={"reduced_motion": False}))
    bench.until(lambda: bench.run(trial.room, script) == [True, False])


def test_a_locale_from_right_to_left_turns_the_page_around(bench):
    trial = bench.trial(profile=LaunchProfile(locale="ar"))
    assert bench.run(trial.room, "return (await stoa.host.context()).direction") == "rtl"


def test_a_change_of_theme_reaches_the_running_page(bench):
    trial = bench.trial()
    bench.run(trial.room, "window.heard = []; stoa.on('theme.didChange', (t) => heard.push(t.colorScheme))")
    trial.apply(trial.profile.model_copy(update={"theme": "dark"}))
    bench.until(lambda: bench.run(trial.room, "return heard") == ["dark"])
    bench.until(lambda: bench.run(trial.room, "return matchMedia('(prefers-color-scheme: dark)').matches"))


def test_without_a_network_a_page_is_offline_and_online_again(bench):
    trial = bench.trial(profile=LaunchProfile(network=Network(state="offline")))
    assert bench.run(trial.room, "return navigator.onLine") is False
    trial.apply(LaunchProfile())
    bench.until(lambda: bench.run(trial.room, "return navigator.onLine"))


@pytest.mark.parametrize(("fault", "code"), [
    (Fault(method="share.post", kind="deny"), "denied"),
    (Fault(method="share.*", kind="error", code="cancelled"), "cancelled"),
    (Fault(method="*", kind="error", code="not_found"), "not_found"),
])  # fmt: skip
def test_a_fault_answers_in_the_host_s_place(bench, fault, code):
    trial = bench.trial(manifest=SHARES)
    trial.apply(LaunchProfile(faults=(fault,)))
    script = "return stoa.share.post({path: '/', title: 'A'}).then(() => 'ok', (error) => error.code)"
    assert bench.run(trial.room, script) == code
    assert [entry.verdict for entry in trial.journal if entry.name == "share.post"] == [code]


def test_a_silent_fault_never_answers(bench):
    trial = bench.trial(profile=LaunchProfile(faults=(Fault(method="storage.get", kind="silent"),)))
    script = """
      const late = new Promise((resolve) => setTimeout(() => resolve('silent'), 300));
      return Promise.race([stoa.storage.get({key: 'a'}), late])
    """
    assert bench.run(trial.room, script) == "silent"


def test_a_late_answer_is_the_real_one(bench):
    trial = bench.trial(profile=LaunchProfile(faults=(Fault(method="storage.*", kind="delay", delay_ms=30),)))
    script = "await stoa.storage.set({key: 'a', value: 5}); return (await stoa.storage.get({key: 'a'})).value"
    assert bench.run(trial.room, script) == 5


def test_a_post_lands_in_the_tester_s_own_feed(bench):
    trial = bench.trial(manifest=SHARES)
    receipt = bench.run(trial.room, "return stoa.share.post({path: '/r', title: 'A', text: 'Hi'})")
    assert trial.posts == [receipt["postId"]]
    post = trial.stores.feed.get(trial.stores.account.id, receipt["postId"])
    assert (post.text, post.jump.title, post.author.name) == ("Hi", "A", "Tester 1")


def test_a_refused_permission_is_denied_and_an_undeclared_one_stays_undeclared(bench):
    trial = bench.trial(manifest=SHARES, profile=LaunchProfile(permissions=Permissions(default="refused")))
    script = """
      const code = (call) => call.then(() => 'ok', (error) => error.code);
      return [await code(stoa.share.post({path: '/', title: 'A'})), await code(stoa.surveys.mine())]
    """
    assert bench.run(trial.room, script) == ["denied", "not_declared"]


def test_each_tester_is_somebody_else(bench):
    app = bench.make_app({"index.html": PAGE, "a.js": "stoa.host.ready()"}, SHARES)
    subjects = []
    for account in (1, 2, 1):
        trial = bench.trial(app=app, profile=LaunchProfile(account=account))
        subjects.append(bench.run(trial.room, "return (await stoa.identity.signIn({scopes: ['profile']})).subject"))
        trial.end()
    assert subjects[0] == subjects[2] != subjects[1]


def test_storage_is_kept_fresh_or_full_as_the_profile_says(bench):
    app = bench.make_app({"index.html": PAGE, "a.js": "stoa.host.ready()"})
    write = "localStorage.a = 1; await stoa.storage.set({key: 'a', value: 1}); return 1"
    read = "return [localStorage.a ?? null, (await stoa.storage.get({key: 'a'})).value]"
    trial = bench.trial(app=app)
    bench.run(trial.room, write)
    trial.end()
    trial = bench.trial(app=app)
    assert bench.run(trial.room, read)[1] == 1
    trial.end()
    trial = bench.trial(app=app, profile=LaunchProfile(storage="fresh"))
    assert bench.run(trial.room, read) == [None, None]
    trial.end()
    trial = bench.trial(app=app, profile=LaunchProfile(storage="full"))
    full = "return stoa.storage.set({key: 'b', value: 1}).then(() => 'ok', (error) => error.code)"
    assert bench.run(trial.room, full) == "too_large"


def test_a_host_without_a_bridge_offers_none(bench):
    trial = bench.trial(profile=LaunchProfile(contract_version=0))
    assert bench.run(trial.room, "return typeof stoa") == "undefined"


def test_nothing_of_a_pages_start_is_missed_and_its_first_script_finds_the_conditions(bench):
    look = """
      window.first = [navigator.onLine, Intl.DateTimeFormat().resolvedOptions().timeZone, (1.5).toLocaleString(),
        matchMedia('(prefers-color-scheme: dark)').matches];
      stoa.host.ready();
    """
    profile = LaunchProfile(theme="dark", locale="de-DE", time_zone="Asia/Tokyo", network=Network(state="offline"))
    for _ in range(3):
        trial = bench.trial({"a.js": look}, profile=profile)
        assert bench.run(trial.room, "return window.first") == [False, "Asia/Tokyo", "1,5", True]
        origin = f"miniapp://{trial.app.app_id}"
        bench.until(lambda made=trial: len(made.traffic.exchanges) == 3)
        asked = {one.url.removeprefix(origin) for one in trial.traffic.exchanges}
        assert asked == {"/", "/_stoa/stoa.js", "/a.js"}
        trial.end()


def test_requests_are_seen_with_the_rule_that_stopped_them(bench):
    trial = bench.trial()
    bench.run(trial.room, "await fetch('/a.js'); await fetch('https://tracker.example/x').catch(() => 0); return 1")
    bench.until(lambda: any(one.refused for one in trial.traffic.exchanges))
    refused = [one for one in trial.traffic.exchanges if one.refused]
    assert {one.url for one in refused} == {"https://tracker.example/x"}
    assert refused[0].fix == 'add "https://tracker.example" to network in manifest.json'
    bench.until(
        lambda: any(one.url.endswith("/a.js") and one.duration_ms is not None for one in trial.traffic.exchanges)
    )


def test_links_and_files_are_deeds_and_nothing_leaves(bench):
    trial = bench.trial(manifest={"permissions": [{"name": "files", "reason": "to save"}]})
    deeds = []
    trial.did_act.connect(deeds.append)
    script = """
      await stoa.host.openLink({url: 'https://example.org/'});
      await stoa.host.saveFile({name: 'a.csv', text: 'abc'});
      await stoa.host.toast({text: 'Done'}); return 1
    """
    bench.run(trial.room, script)
    assert [(deed.kind, deed.text) for deed in deeds] == [
        ("link", "https://example.org/"), ("file", "a.csv (3 characters)"), ("toast", "Done"),
    ]  # fmt: skip


def test_a_room_sleeps_and_wakes_with_its_conditions(bench):
    trial = bench.trial(profile=LaunchProfile(time_zone="Asia/Tokyo"))
    bench.run(trial.room, "window.told = 0; stoa.on('lifecycle.willSuspend', () => { told += 1; })")
    # A page that is still loading is not put to sleep, and it answers before that is over.
    bench.until(lambda: trial.room.state is RoomState.RUNNING)
    trial.suspend()
    bench.until(lambda: trial.room.state is RoomState.ASLEEP)
    trial.wake()
    assert bench.run(trial.room, "return told") == 1
    zone = "return Intl.DateTimeFormat().resolvedOptions().timeZone"
    bench.until(lambda: bench.run(trial.room, zone) == "Asia/Tokyo")


def test_a_crash_is_told_and_the_room_reloads(bench):
    trial = bench.trial()
    trial.crash()
    bench.until(lambda: trial.room.state is RoomState.CRASHED)
    trial.reload()
    bench.until(lambda: trial.room.state is RoomState.RUNNING)
    assert bench.run(trial.room, "return 1") == 1


def test_a_call_by_hand_is_answered_like_the_page_s(bench):
    trial = bench.trial()
    answers: list[str] = []
    trial.call('{"jsonrpc":"2.0","id":1,"method":"storage.set","params":{"key":"a","value":7}}', answers.append)
    bench.until(lambda: bool(answers))
    assert bench.run(trial.room, "return (await stoa.storage.get({key: 'a'})).value") == 7


def test_a_page_that_closes_itself_ends_the_trial(bench):
    trial = bench.trial()
    ended = []
    trial.did_end.connect(lambda: ended.append(1))
    trial.room.page.runJavaScript("stoa.host.close()", 0)
    bench.until(lambda: bool(ended))
    assert trial.room.state is RoomState.CLOSED
