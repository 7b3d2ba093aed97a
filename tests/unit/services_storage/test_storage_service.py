"""Values kept for one account and mini-app, and their limits."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoa.contract.caller import Caller
from stoa.contract.errors import BridgeError, ErrorCode, StoaError
from stoa.contract.sizes import VALUE_MAX_BYTES
from stoa.contract.wire import Nothing, read
from stoa.database import DatabaseBusyError, DiskFullError, open_memory
from stoa.services.identity.store import AccountStore
from stoa.services.storage.api import APP_MAX_BYTES, AREA, Entry, KeyRef, Value
from stoa.services.storage.handlers import StorageHandlers
from stoa.services.storage.store import StorageTable
from stoa.services.storage.values import KEYS_MAX, Stored, Totals, check_room, stored


def caller(room_key="ada/org.example.notes"):
    return Caller("ada", "org.example.notes", "Notes", room_key, 1)


@pytest.fixture
def table():
    database = open_memory()
    yield StorageTable(database)
    database.close()


@pytest.fixture
def storage(table):
    return StorageHandlers(table)


def put(storage, key, value, who=None):
    storage.set(who or caller(), Entry(key=key, value=value))


def kept(storage, key, who=None):
    return read(Value, json.loads(storage.get(who or caller(), KeyRef(key=key)).text)).value


def code_of(action):
    with pytest.raises(BridgeError) as caught:
        action()
    return caught.value.code


def test_every_method_of_the_area_is_answered(storage):
    assert set(storage.handlers()) == {method.name for method in AREA.methods}


def test_missing_key_is_null(storage):
    assert kept(storage, "nothing") is None


@pytest.mark.parametrize("value", [None, True, 0, -1.5, "", "ελένη 🦉", [1, [None]], {"a": {"b": []}}], ids=repr)
def test_value_comes_back_as_it_was(storage, value):
    put(storage, "k", value)
    assert kept(storage, "k") == value


def test_a_value_that_somebody_else_has_broken_is_no_answer(storage, table):
    put(storage, "k", "x")
    table._database.execute("UPDATE stored_values SET value = '\"x' WHERE key = 'k'")
    with pytest.raises(StoaError, match="damaged"):
        kept(storage, "k")


def test_second_value_replaces_the_first(storage):
    put(storage, "k", "x" * 1000)
    put(storage, "k", 1)
    assert kept(storage, "k") == 1
    assert storage.usage(caller(), Nothing()).bytes == 2


def test_rooms_do_not_see_each_other(storage):
    other = caller("ben/org.example.notes")
    put(storage, "k", "ada's")
    put(storage, "k", "ben's", other)
    storage.clear(other, Nothing())
    assert kept(storage, "k") == "ada's"
    assert kept(storage, "k", other) is None


def test_removed_and_cleared_keys_are_gone(storage):
    for key in "abc":
        put(storage, key, key)
    storage.remove(caller(), KeyRef(key="a"))
    storage.remove(caller(), KeyRef(key="a"))
    assert storage.usage(caller(), Nothing()).keys == ["b", "c"]
    storage.clear(caller(), Nothing())
    assert storage.usage(caller(), Nothing()).keys == []


def test_usage_counts_the_bytes_of_keys_and_values(storage):
    put(storage, "ü", "é")
    usage = storage.usage(caller(), Nothing())
    assert (usage.bytes, usage.limit, usage.keys) == (2 + 4, APP_MAX_BYTES, ["ü"])


def test_value_of_one_megabyte_fits_and_one_byte_more_does_not(storage):
    put(storage, "k", "x" * (VALUE_MAX_BYTES - 2))
    assert code_of(lambda: put(storage, "k", "x" * (VALUE_MAX_BYTES - 1))) is ErrorCode.TOO_LARGE
    assert len(kept(storage, "k")) == VALUE_MAX_BYTES - 2


def test_eleventh_megabyte_is_refused_and_nothing_is_lost(storage):
    megabyte = "x" * (VALUE_MAX_BYTES - 2)
    for n in range(9):
        put(storage, f"k{n}", megabyte)
    put(storage, "last", "small")
    before = storage.usage(caller(), Nothing())
    assert code_of(lambda: put(storage, "last", megabyte)) is ErrorCode.TOO_LARGE
    assert storage.usage(caller(), Nothing()) == before
    assert kept(storage, "last") == "small"
    storage.remove(caller(), KeyRef(key="k0"))
    put(storage, "last", megabyte)


def test_replacing_a_value_in_a_full_room_counts_the_new_one_only():
    entry = Stored("k", "1", 100)
    check_room(Totals(APP_MAX_BYTES - 100, 0), entry)
    assert code_of(lambda: check_room(Totals(APP_MAX_BYTES - 99, 0), entry)) is ErrorCode.TOO_LARGE


def test_keys_without_number_are_refused():
    entry = Stored("k", "1", 2)
    check_room(Totals(2 * (KEYS_MAX - 1), KEYS_MAX - 1), entry)
    assert code_of(lambda: check_room(Totals(2 * KEYS_MAX, KEYS_MAX), entry)) is ErrorCode.TOO_MANY


@pytest.mark.parametrize("value", ["\ud800", float("inf"), [float("nan")], {"\udfff": 1}], ids=repr)
def test_what_json_in_utf8_cannot_hold_is_refused(value):
    assert code_of(lambda: stored("k", value)) is ErrorCode.INVALID_PARAMS


def test_key_with_half_a_surrogate_pair_is_refused():
    assert code_of(lambda: stored("\ud800", 1)) is ErrorCode.INVALID_PARAMS


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20)
)
NAMES = st.text(max_size=8)
FLAT = st.lists(SCALARS, max_size=3) | st.dictionaries(NAMES, SCALARS, max_size=3)
JSON = SCALARS | FLAT | st.dictionaries(NAMES, SCALARS | FLAT, max_size=3)


@given(JSON)
def test_any_json_value_is_kept_as_text_that_gives_it_back(value):
    entry = stored("k", value)
    assert json.loads(entry.text) == value
    assert entry.size == len(entry.text.encode()) + 1


@pytest.mark.parametrize(
    ("error", "sentence"), [(DiskFullError("/home/ada"), "disk"), (DatabaseBusyError("/home/ada"), "cannot write")]
)
def test_disk_that_refuses_is_told_without_the_persons_folders(storage, table, monkeypatch, error, sentence):
    def refuse(*_):
        raise error

    monkeypatch.setattr(table, "put", refuse)
    with pytest.raises(BridgeError, match=sentence) as caught:
        put(storage, "k", 1)
    assert caught.value.code is ErrorCode.INTERNAL
    assert "ada" not in caught.value.sentence


def test_what_is_kept_goes_with_its_account():
    database = open_memory()
    accounts, table = AccountStore(database), StorageTable(database)
    ada, ben = accounts.add("Ada", b"x", 1), accounts.add("Ben", b"x", 2)
    for room in (f"{ada.id}/org.example.notes", f"{ada.id}/org.example.other", f"{ben.id}/org.example.notes"):
        table.put(room, stored("k", 1), check_room)
    accounts.remove(ada.id)
    assert database.rows("SELECT room_key FROM stored_values") == [(f"{ben.id}/org.example.notes",)]
    database.close()
