"""Opened mini-apps and remembered folders."""

from pathlib import Path

import pytest

from stoa.database import open_memory
from stoa.services.identity.store import AccountStore
from stoa.services.launches.store import LaunchStore


@pytest.fixture
def database():
    database = open_memory()
    yield database
    database.close()


@pytest.fixture
def launches(database):
    return LaunchStore(database)


@pytest.fixture
def ada(database):
    return AccountStore(database).add("Ada", b"png", 1).id


@pytest.fixture
def ben(database):
    return AccountStore(database).add("Ben", b"png", 2).id


def test_recent_has_each_app_once_newest_first(launches, ada):
    for at, app in enumerate(["a", "b", "c", "a"]):
        launches.opened(ada, app, at)
    assert launches.recent(ada) == ["a", "c", "b"]
    assert launches.recent(ada, 2) == ["a", "c"]


def test_clock_set_back_does_not_reorder_recent(launches, ada):
    launches.opened(ada, "a", 2_000_000)
    launches.opened(ada, "b", 1_000)
    assert launches.recent(ada) == ["b", "a"]


def test_accounts_have_recents_of_their_own(launches, ada, ben):
    launches.opened(ada, "a", 1)
    launches.opened(ben, "b", 2)
    assert launches.recent(ada) == ["a"]
    assert launches.recent(ben) == ["b"]


def test_most_used_counts_openings(launches, ada):
    for at, app in enumerate(["a", "b", "b", "c", "c", "d"]):
        launches.opened(ada, app, at)
    assert launches.most_used(ada, 3) == ["c", "b", "d"]


def test_uninstalled_app_leaves_every_list(launches, ada, ben):
    launches.opened(ada, "a", 1)
    launches.opened(ben, "a", 1)
    launches.opened(ben, "b", 2)
    launches.forget_app("a")
    assert launches.recent(ada) == []
    assert launches.recent(ben) == ["b"]


def test_folders_come_newest_first_and_can_be_forgotten(launches, tmp_path):
    one, two, gone = tmp_path / "one", tmp_path / "zwei ü", tmp_path / "gone"
    for at, folder in enumerate([one, two, gone, one]):
        launches.add_folder(folder, at)
    assert launches.folders() == [one, gone, two]
    launches.forget_folder(gone)
    launches.forget_folder(tmp_path / "never there")
    assert launches.folders() == [one, two]


def test_folder_is_remembered_by_its_whole_path(launches, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    launches.add_folder(relative := Path("app"), 1)
    assert launches.folders() == [tmp_path / "app"]
    launches.forget_folder(relative)
    assert launches.folders() == []
