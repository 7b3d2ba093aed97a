"""The keys of accounts and mini-apps: made once, found again, forgotten."""

import threading

from tests.unit.services_identity.world import without_keyring

from stoa.services.identity.keys import Place
from stoa.services.identity.vault import Vault


def test_vault_makes_each_key_once_and_finds_it_after_a_restart(folder):
    first = Vault(lambda: without_keyring(folder))
    secret, other = first.account_secret("ada"), first.account_secret("ben")
    assert len(secret) == len(other) == 32
    assert secret != other
    second = Vault(lambda: without_keyring(folder))
    assert second.account_secret("ada") == secret
    assert second.signing_key("org.x.y").thumbprint() == first.signing_key("org.x.y").thumbprint()


def test_vault_looks_for_the_place_once_and_only_when_asked(folder):
    asked = []

    def choose():
        asked.append(1)
        return without_keyring(folder)

    vault = Vault(choose)
    assert asked == []
    assert "files" in vault.where()
    assert vault.place() is Place.FILES
    vault.account_secret("ada")
    vault.signing_key("org.x.y")
    assert asked == [1]


def test_forgotten_account_gets_another_secret(folder):
    vault = Vault(lambda: without_keyring(folder))
    before = vault.account_secret("ada")
    vault.forget("ada")
    vault.forget("ada")
    assert list(folder.iterdir()) == []
    assert vault.account_secret("ada") != before


def test_lost_keys_are_made_anew(folder):
    vault = Vault(lambda: without_keyring(folder))
    before = vault.account_secret("ada")
    (folder / "account-ada").write_bytes(b"cut short")
    after = Vault(lambda: without_keyring(folder)).account_secret("ada")
    assert len(after) == 32
    assert after != before


def test_calls_at_once_get_one_secret(folder):
    vault = Vault(lambda: without_keyring(folder))
    start = threading.Barrier(8)
    secrets = []

    def ask():
        start.wait()
        secrets.append(vault.account_secret("ada"))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(secrets) == 8
    assert len(set(secrets)) == 1


def test_each_mini_app_has_a_signing_key_of_its_own(folder):
    vault = Vault(lambda: without_keyring(folder))
    assert vault.signing_key("org.x.one").thumbprint() != vault.signing_key("org.x.two").thumbprint()
