"""Remembered answers, and what was refused."""

import pytest

from stoa.database import ConstraintError, open_memory
from stoa.miniapp.grants import Answer, GrantStore
from stoa.services.identity.store import AccountStore
from stoa.services.permissions.store import REFUSALS_PER_APP, WHAT_MAX_CHARS, GrantTable, RefusalLog

APP, OTHER_APP = "org.example.maps", "org.example.notes"


@pytest.fixture
def database():
    database = open_memory()
    yield database
    database.close()


@pytest.fixture
def ada(database):
    return AccountStore(database).add("Ada", b"png", 1).id


@pytest.fixture
def ben(database):
    return AccountStore(database).add("Ben", b"png", 2).id


@pytest.fixture
def grants(database) -> GrantStore:
    return GrantTable(database, lambda: 5)


@pytest.fixture
def log(database):
    return RefusalLog(database)


def test_nothing_is_remembered_at_first(grants, ada):
    assert grants.remembered(ada, APP, "camera") is None
    assert grants.all_of(ada, APP) == {}


def test_answer_is_remembered_for_its_account_app_and_permission_alone(grants, ada, ben):
    grants.remember(ada, APP, "camera", Answer.ALWAYS)
    assert grants.remembered(ada, APP, "camera") is Answer.ALWAYS
    assert grants.remembered(ben, APP, "camera") is None
    assert grants.remembered(ada, OTHER_APP, "camera") is None
    assert grants.remembered(ada, APP, "location") is None


def test_later_answer_replaces_the_earlier(grants, ada):
    grants.remember(ada, APP, "camera", Answer.ALWAYS)
    grants.remember(ada, APP, "camera", Answer.NEVER)
    assert grants.all_of(ada, APP) == {"camera": Answer.NEVER}


def test_once_is_not_remembered_and_ends_the_answer_before(grants, ada):
    grants.remember(ada, APP, "camera", Answer.NEVER)
    grants.remember(ada, APP, "camera", Answer.ONCE)
    assert grants.remembered(ada, APP, "camera") is None


def test_one_answer_or_all_can_be_forgotten(grants, ada, ben):
    for permission in ("camera", "location", "microphone"):
        grants.remember(ada, APP, permission, Answer.ALWAYS)
    grants.remember(ben, APP, "camera", Answer.ALWAYS)
    grants.forget(ada, APP, "camera")
    assert set(grants.all_of(ada, APP)) == {"location", "microphone"}
    grants.forget(ada, APP)
    assert grants.all_of(ada, APP) == {}
    assert grants.all_of(ben, APP) == {"camera": Answer.ALWAYS}


def test_uninstalling_forgets_the_answers_of_all_accounts(database, grants, ada, ben):
    for account in (ada, ben):
        grants.remember(account, APP, "camera", Answer.ALWAYS)
        grants.remember(account, OTHER_APP, "camera", Answer.ALWAYS)
    GrantTable(database, lambda: 5).forget_app(APP)
    assert grants.all_of(ada, APP) == grants.all_of(ben, APP) == {}
    assert grants.all_of(ben, OTHER_APP) == {"camera": Answer.ALWAYS}


def test_answers_and_refusals_go_with_their_account(database, grants, log, ada, ben):
    grants.remember(ada, APP, "camera", Answer.ALWAYS)
    log.add(ada, APP, "camera", "not declared", None, 1)
    AccountStore(database).set_current(ben)
    AccountStore(database).remove(ada)
    assert grants.all_of(ada, APP) == {}
    assert log.newest(APP) == []


def test_answer_of_an_unknown_account_is_refused(grants):
    with pytest.raises(ConstraintError):
        grants.remember("nobody", APP, "camera", Answer.ALWAYS)


def test_refusals_come_newest_first_whatever_the_clock_says(log, ada):
    log.add(ada, APP, "https://a.example", "not in network", "add it", 900)
    log.add(ada, APP, "https://b.example", "not in network", None, 100)
    newest = log.newest(APP)
    assert [(entry.what, entry.fix, entry.at) for entry in newest] == [
        ("https://b.example", None, 100),
        ("https://a.example", "add it", 900),
    ]


def test_same_refusal_again_is_counted_and_comes_first(log, ada):
    log.add(ada, APP, "camera", "not declared", None, 1)
    log.add(ada, APP, "location", "not declared", None, 2)
    log.add(ada, APP, "camera", "not declared", "add it", 3)
    assert [(entry.what, entry.times, entry.at, entry.fix) for entry in log.newest(APP)] == [
        ("camera", 2, 3, "add it"),
        ("location", 1, 2, None),
    ]


def test_refusals_can_be_read_for_one_account_and_up_to_a_number(log, ada, ben):
    for n in range(5):
        log.add(ada, APP, f"a{n}", "no", None, n)
        log.add(ben, APP, f"b{n}", "no", None, n)
    assert [entry.what for entry in log.newest(APP, 2, ben)] == ["b4", "b3"]
    assert [entry.what for entry in log.newest(APP, 3)] == ["b4", "a4", "b3"]


def test_log_keeps_the_newest_of_each_app(log, ada):
    log.add(ada, OTHER_APP, "kept", "no", None, 1)
    for n in range(REFUSALS_PER_APP + 20):
        log.add(ada, APP, f"https://{n}.example", "no", None, n)
    kept = log.newest(APP, 10_000)
    assert len(kept) == REFUSALS_PER_APP
    assert kept[0].what == f"https://{REFUSALS_PER_APP + 19}.example"
    assert kept[-1].what == "https://20.example"
    assert [entry.what for entry in log.newest(OTHER_APP)] == ["kept"]


def test_long_address_is_cut(log, ada):
    log.add(ada, APP, "https://x.example/" + "a" * 10_000, "no", None, 1)
    (entry,) = log.newest(APP)
    assert len(entry.what) == WHAT_MAX_CHARS
    assert entry.what.endswith("…")


def test_refusal_after_its_account_is_gone_is_dropped(log):
    log.add("nobody", APP, "camera", "no", None, 1)
    assert log.newest(APP) == []


def test_log_of_one_app_can_be_cleared(log, ada):
    log.add(ada, APP, "camera", "no", None, 1)
    log.add(ada, OTHER_APP, "camera", "no", None, 1)
    log.clear(APP)
    assert log.newest(APP) == []
    assert len(log.newest(OTHER_APP)) == 1
