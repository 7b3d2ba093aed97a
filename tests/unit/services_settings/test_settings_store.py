"""Settings by name, for the installation and for each account."""

import pytest

from stoa.database import ConstraintError, open_database, open_memory
from stoa.services.identity.store import AccountStore
from stoa.services.settings.store import SettingsStore


@pytest.fixture
def database():
    database = open_memory()
    yield database
    database.close()


@pytest.fixture
def settings(database):
    return SettingsStore(database)


def test_default_holds_until_something_is_set(settings):
    assert settings.get("theme", "system") == "system"
    settings.set("theme", "dark")
    assert settings.get("theme", "system") == "dark"
    settings.remove("theme")
    assert settings.get("theme", "system") == "system"


@pytest.mark.parametrize("value", [True, 7, 1.5, "ελένη", "", [1, [2]], {"x": None, "tabs": ["a"]}], ids=repr)
def test_every_kind_of_value_comes_back(settings, value):
    settings.set("v", value)
    assert settings.get("v", type(value)()) == value


def test_value_of_another_kind_gives_the_default(settings):
    settings.set("splitter", "wide")
    assert settings.get("splitter", [400, 800]) == [400, 800]
    settings.set("motion", 1)
    assert settings.get("motion", True) is True
    settings.set("motion", False)
    assert settings.get("motion", 3) == 3


def test_whole_number_serves_where_a_fraction_is_expected(settings):
    settings.set("zoom", 2)
    zoom = settings.get("zoom", 1.0)
    assert zoom == 2.0
    assert isinstance(zoom, float)


def test_without_a_default_any_kind_is_given(settings):
    settings.set("draft", {"text": "x"})
    assert settings.get("draft", None) == {"text": "x"}
    assert settings.get("other", None) is None


@pytest.mark.parametrize("value", [float("nan"), {1, 2}, object()], ids=["nan", "set", "object"])
def test_what_json_cannot_hold_is_a_mistake_of_the_program(settings, value):
    with pytest.raises((TypeError, ValueError)):
        settings.set("v", value)
    assert settings.get("v", None) is None


def test_accounts_have_settings_of_their_own_which_go_with_them(database, settings):
    accounts = AccountStore(database)
    ada, ben = accounts.add("Ada", b"png", 1), accounts.add("Ben", b"png", 2)
    settings.set("theme", "light")
    settings.of_account(ada.id).set("theme", "dark")
    assert settings.get("theme", "") == "light"
    assert settings.of_account(ada.id).get("theme", "") == "dark"
    assert settings.of_account(ben.id).get("theme", "") == ""
    settings.of_account(ben.id).set("theme", "system")
    settings.of_account(ben.id).remove("theme")
    assert settings.of_account(ben.id).get("theme", "") == ""
    accounts.remove(ada.id)
    assert settings.of_account(ada.id).get("theme", "") == ""
    with pytest.raises(ConstraintError):
        settings.of_account(ada.id).set("theme", "dark")


def test_settings_survive_a_restart(tmp_path):
    first = open_database(tmp_path / "stoa.db").database
    SettingsStore(first).set("window", {"width": 1200})
    first.close()
    second = open_database(tmp_path / "stoa.db").database
    assert SettingsStore(second).get("window", {}) == {"width": 1200}
    second.close()


def test_what_is_kept_already_is_not_written_again(database, settings):
    ada = AccountStore(database).add("Ada", None, 1)
    for kept in (settings, settings.of_account(ada.id)):
        kept.set("tabs", ["a"])
        written = database.row("SELECT total_changes()")
        kept.set("tabs", ["a"])
        assert database.row("SELECT total_changes()") == written
        kept.set("tabs", ["b"])
        assert kept.get("tabs", []) == ["b"]
        assert database.row("SELECT total_changes()") != written
