"""Where keys are kept, and what happens when that place is not there."""

import os
import stat
import sys

import pytest
from tests.unit.services_identity.world import without_keyring

from stoa.services.identity import keys
from stoa.services.identity.keys import FileSecrets, Place, SecretsError, choose_secrets, system_keyring


class Ring:
    """A keyring in memory that can be locked or lose what it is given."""

    def __init__(self):
        self.entries = {}
        self.locked = False
        self.forgetful = False

    def get_password(self, service, username):
        self._open()
        return self.entries.get((service, username))

    def set_password(self, service, username, password):
        self._open()
        if not self.forgetful:
            self.entries[service, username] = password

    def delete_password(self, service, username):
        self._open()
        del self.entries[service, username]

    def _open(self):
        if self.locked:
            raise RuntimeError("org.freedesktop.Secret.Error.IsLocked")


@pytest.fixture
def ring():
    return Ring()


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_file_store_keeps_replaces_and_removes(folder):
    store = FileSecrets(folder)
    assert store.read("a") is None
    store.write("a", b"one")
    store.write("a", b"two")
    store.write("b", b"")
    assert (store.read("a"), store.read("b")) == (b"two", b"")
    store.remove("a")
    store.remove("a")
    assert store.read("a") is None
    assert [entry.name for entry in folder.iterdir()] == ["b"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows folders of a user are private by their access list")
def test_files_can_be_read_by_the_user_only(folder):
    folder.mkdir(parents=True, mode=0o755)
    (folder / "a.new").write_bytes(b"left by a start that was killed")
    (folder / "a.new").chmod(0o644)
    old_mask = os.umask(0)
    try:
        FileSecrets(folder).write("a", b"secret")
    finally:
        os.umask(old_mask)
    assert (mode(folder), mode(folder / "a")) == (0o700, 0o600)
    assert (folder / "a").read_bytes() == b"secret"


def test_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").touch()
    store = FileSecrets(tmp_path / "file" / "keys")
    for action in (lambda: store.read("a"), lambda: store.write("a", b"x"), lambda: store.remove("a")):
        with pytest.raises(SecretsError, match="cannot be read or written"):
            action()


def test_without_a_keyring_files_are_chosen_and_settings_says_so(folder):
    chosen = without_keyring(folder)
    chosen.store.write("a", b"x")
    assert (folder / "a").read_bytes() == b"x"
    assert str(folder) in chosen.where
    assert "files that only you can read" in chosen.where


def test_with_a_keyring_nothing_secret_is_written_to_files(folder, ring):
    chosen = choose_secrets(folder, lambda: ring)
    chosen.store.write("a", b"secret")
    assert chosen.store.read("a") == b"secret"
    assert "keyring" in chosen.where
    assert chosen.place is Place.KEYRING
    assert [entry.read_bytes() for entry in folder.iterdir()] == [b""]
    chosen.store.remove("a")
    chosen.store.remove("a")
    assert chosen.store.read("a") is None
    assert ring.entries == {}


def test_keyring_that_came_later_takes_over_what_was_in_files(folder, ring):
    without_keyring(folder).store.write("a", b"secret")
    store = choose_secrets(folder, lambda: ring).store
    assert store.read("a") == b"secret"
    assert not (folder / "a").exists()
    assert store.read("a") == b"secret"


def test_file_stays_when_the_keyring_does_not_keep_what_it_takes(folder, ring):
    without_keyring(folder).store.write("a", b"secret")
    ring.forgetful = True
    with pytest.raises(SecretsError, match="did not keep"):
        choose_secrets(folder, lambda: ring).store.read("a")
    assert (folder / "a").read_bytes() == b"secret"


def test_locked_keyring_is_told_and_leaves_files_alone(folder, ring):
    without_keyring(folder).store.write("a", b"secret")
    ring.locked = True
    with pytest.raises(SecretsError, match="unlock it"):
        choose_secrets(folder, lambda: ring).store.read("a")
    assert (folder / "a").exists()


def test_entry_of_another_program_is_told(folder, ring):
    ring.entries[keys.SERVICE, "a"] = "not base64!"
    with pytest.raises(SecretsError, match="remove that entry"):
        choose_secrets(folder, lambda: ring).store.read("a")


def test_keys_in_a_keyring_that_is_not_there_now_are_not_made_anew(folder, ring):
    choose_secrets(folder, lambda: ring).store.write("a", b"secret")
    chosen = without_keyring(folder)
    assert "cannot be reached" in chosen.where
    assert chosen.place is Place.UNREACHABLE
    store = chosen.store
    for action in (lambda: store.read("a"), lambda: store.write("a", b"x"), lambda: store.remove("a")):
        with pytest.raises(SecretsError, match=r"delete .*kept-in-keyring"):
            action()
    assert choose_secrets(folder, lambda: ring).store.read("a") == b"secret"
    (folder / "kept-in-keyring").unlink()
    assert without_keyring(folder).store.read("a") is None


class Working:
    priority = 5


class Unfit:
    priority = 0


def test_only_named_keyrings_that_work_are_taken(monkeypatch):
    module = type(sys)("test_only_keyring")
    module.Working, module.Unfit = Working, Unfit
    monkeypatch.setitem(sys.modules, "test_only_keyring", module)
    names = [("not_installed", "Keyring"), ("test_only_keyring", "Missing"), ("test_only_keyring", "Unfit")]
    monkeypatch.setattr(keys, "_BACKENDS", {})
    monkeypatch.setattr(keys, "_BACKENDS_ELSEWHERE", names)
    assert system_keyring() is None
    monkeypatch.setattr(keys, "_BACKENDS_ELSEWHERE", [*names, ("test_only_keyring", "Working")])
    assert isinstance(system_keyring(), Working)


def test_stores_in_plain_text_or_none_at_all_are_not_on_any_list():
    modules = [module for backends in keys._BACKENDS.values() for module, _ in backends]
    modules += [module for module, _ in keys._BACKENDS_ELSEWHERE]
    assert set(modules) == {
        "keyring.backends.macOS",
        "keyring.backends.Windows",
        "keyring.backends.SecretService",
        "keyring.backends.kwallet",
    }
