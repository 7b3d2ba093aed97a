"""Keys, signed packages and who signed one, from the command line."""

from __future__ import annotations

import json
import stat
import sys

import pytest
from click.testing import CliRunner

from stoa import authoring
from stoa.cli import main
from stoa.contract.errors import StoaError
from stoa.miniapp.app import open_folder
from stoa.miniapp.author_key import fingerprint
from stoa.miniapp.key_file import public_key, read_key_file
from stoa.miniapp.package import open_package
from stoa.miniapp.reading import read_manifest
from stoa.miniapp.signers import KnownSigners
from stoa.services.identity.keys import Chosen, FileSecrets, Place
from stoa.services.identity.tokens import public_key_set
from stoa.services.identity.vault import Vault

MANIFEST = """{
  "app_id": "org.example.hello",
  "name": "Hello",
  "author": {
    "name": "Ann"
  }
}
"""


def invoke(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def hello(tmp_path):
    folder = tmp_path / "hello"
    folder.mkdir()
    (folder / "manifest.json").write_text(MANIFEST)
    (folder / "index.html").write_text("<!doctype html>")
    return folder


@pytest.fixture
def key(tmp_path):
    path = tmp_path / "ann.pem"
    assert invoke("keygen", path).exit_code == 0
    return path


@pytest.fixture
def ben(tmp_path):
    path = tmp_path / "ben.pem"
    assert invoke("keygen", path).exit_code == 0
    return path


def public(path):
    return public_key(read_key_file(path))


def verified(package, data):
    answer = invoke("verify", package, "--data-dir", data)
    return answer.exit_code, answer.output


def test_a_new_key_is_told_and_never_written_over(tmp_path, key):
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    before = key.read_bytes()
    answer = invoke("keygen", key)
    assert (answer.exit_code, key.read_bytes()) == (1, before)
    assert "is there already" in answer.output
    said = invoke("keygen", tmp_path / "more.pem").output
    assert f'"key": "{public(tmp_path / "more.pem")}"' in said
    assert fingerprint(public(tmp_path / "more.pem")) in said


def test_a_package_is_signed_the_same_each_time_and_verified(hello, key, tmp_path):
    refused = invoke("pack", hello, "--key", key)
    assert refused.exit_code == 1
    assert f'put "key": "{public(key)}" there' in refused.output
    first, second = tmp_path / "first.ma", tmp_path / "second.ma"
    answer = invoke("pack", hello, "--key", key, "--write-key", "-o", first)
    assert (answer.exit_code, fingerprint(public(key)) in answer.output) == (0, True)
    assert invoke("pack", hello, "--key", key, "-o", second).exit_code == 0
    assert first.read_bytes() == second.read_bytes()
    code, said = verified(first, tmp_path / "data")
    assert code == 0
    for part in ("Hello 1.0.0 (org.example.hello, code 1)", "Ann", public(key), fingerprint(public(key)), "New here"):
        assert part in said


def test_the_key_is_put_into_the_manifest_and_nothing_else_changes(hello, key):
    assert invoke("pack", hello, "--key", key, "--write-key", "-o", hello.parent / "a.ma").exit_code == 0
    expected = MANIFEST.replace('    "name": "Ann"', f'    "key": "{public(key)}",\n    "name": "Ann"')
    assert (hello / "manifest.json").read_text() == expected
    # Again: it is there.
    assert invoke("pack", hello, "--key", key, "--write-key", "-o", hello.parent / "a.ma").exit_code == 0
    assert (hello / "manifest.json").read_text() == expected


def test_a_key_on_one_line_is_written_there(hello, key):
    (hello / "manifest.json").write_text('{"app_id": "org.example.hello", "name": "Hello", "author": {"name": "Ann"}}')
    authoring.write_key(hello, public(key))
    assert f'"author": {{"key": "{public(key)}", "name": "Ann"}}' in (hello / "manifest.json").read_text()


def test_another_key_is_replaced_only_by_one_it_passes_on_to(hello, key, ben, tmp_path):
    assert invoke("pack", hello, "--key", key, "--write-key", "-o", tmp_path / "a.ma").exit_code == 0
    before = (hello / "manifest.json").read_bytes()
    refused = invoke("pack", hello, "--key", ben, "--write-key")
    assert refused.exit_code == 1
    assert "add --previous-key FILE" in refused.output
    assert (hello / "manifest.json").read_bytes() == before
    answer = invoke("pack", hello, "--key", ben, "--previous-key", key, "--write-key", "-o", tmp_path / "b.ma")
    assert answer.exit_code == 0, answer.output
    assert read_manifest((hello / "manifest.json").read_bytes()).manifest.author.key == public(ben)
    package = open_package((tmp_path / "b.ma").read_bytes())
    assert package.signed.continues(public(key))


@pytest.mark.parametrize(
    ("manifest", "sentence"),
    [
        (None, "cannot be read"),
        ("{", "the manifest cannot be read"),
        ('{"app_id": "org.example.hello", "name": "Hello"}', "names nobody"),
        # An "author" that is not the manifest's own comes first.
        (
            (
                '{"app_id": "org.example.hello", "name": "Hello", "other": {"author": {"name": "Eve"}},'
                ' "author": {"name": "Ann"}}'
            ),
            'write "key":',
        ),
        (
            '{"app_id": "org.example.hello", "name": "Hello", "\\u0061uthor": {"name": "Ann"}}',
            'write "key":',
        ),
    ],
)
def test_a_manifest_that_cannot_take_the_key_is_left_alone(hello, key, manifest, sentence):
    path = hello / "manifest.json"
    path.unlink()
    if manifest is not None:
        path.write_text(manifest)
    with pytest.raises(StoaError, match=sentence):
        authoring.write_key(hello, public(key))
    assert path.exists() == (manifest is not None)
    if manifest is not None:
        assert path.read_text() == manifest


def test_places_that_cannot_be_written_are_told(hello, key, tmp_path, monkeypatch):
    authoring.write_key(hello, public(key))
    answer = invoke("pack", hello, "--key", key, "-o", tmp_path / "missing" / "a.ma")
    assert (answer.exit_code, "could not be written" in answer.output) == (1, True)
    (hello / "manifest.json").write_text(MANIFEST)

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(hello), "write_bytes", refuse)
    with pytest.raises(StoaError, match="could not be written: Permission denied"):
        authoring.write_key(hello, public(key))


def test_signing_options_need_a_key(hello, key):
    for option in (("--write-key",), ("--previous-key", key)):
        answer = invoke("pack", hello, *option)
        assert (answer.exit_code, "add --key FILE" in answer.output) == (1, True)


@pytest.mark.skipif(sys.platform == "win32", reason="modes say nothing there")
def test_a_key_that_others_can_read_is_warned_of(hello, key, tmp_path):
    key.chmod(0o644)
    answer = invoke("pack", hello, "--key", key, "--write-key", "-o", tmp_path / "a.ma")
    assert answer.exit_code == 0
    assert f"Others on this machine can read {key}" in answer.stderr


def test_verify_tells_apart_who_is_known(hello, key, ben, tmp_path):
    data, unsigned, signed, passed_on = (tmp_path / name for name in ("data", "u.ma", "s.ma", "p.ma"))
    assert invoke("pack", hello, "-o", unsigned).exit_code == 0
    assert verified(unsigned, data)[0] == 3
    assert invoke("pack", hello, "--key", key, "--write-key", "-o", signed).exit_code == 0
    opened = open_package(signed.read_bytes())
    KnownSigners(data / "packages").learn(opened.manifest, opened.signed)
    assert verified(signed, data)[0] == 0
    assert "it is the key that is remembered" in verified(signed, data)[1]
    code, said = verified(unsigned, data)
    assert (code, "is not signed, and Stoa knows Hello by the key" in said) == (1, True)
    arguments = ("pack", hello, "--key", ben, "--previous-key", key, "--write-key", "-o", passed_on)
    assert invoke(*arguments).exit_code == 0
    code, said = verified(passed_on, data)
    assert (code, "an earlier key of the same author" in said) == (0, True)
    assert invoke("pack", hello, "--key", ben, "-o", signed).exit_code == 0
    code, said = verified(signed, data)
    assert (code, "it may come from somebody else" in said) == (1, True)


def test_verify_refuses_what_is_no_sound_package(hello, tmp_path):
    for package, sentence in ((tmp_path / "no.ma", "is not a package file"), (hello / "index.html", "no Stoa package")):
        answer = invoke("verify", package)
        assert (answer.exit_code, sentence in answer.output) == (1, True)
        assert "Traceback" not in answer.output


def test_the_keys_of_an_app_in_a_folder_are_those_it_gets_there(hello, tmp_path, monkeypatch):
    def choose(folder):
        return Chosen(FileSecrets(folder), Place.FILES, "")

    monkeypatch.setattr(authoring, "choose_secrets", choose)
    data = tmp_path / "data"
    vault = Vault(lambda: choose(data / "secrets"))
    expected = public_key_set([vault.signing_key(open_folder(hello).key)])
    assert json.loads(invoke("keys", hello, "--data-dir", data).output) == expected
    installed = json.loads(invoke("keys", "org.example.hello", "--data-dir", data).output)
    assert installed == public_key_set([vault.signing_key("org.example.hello")])
    assert installed != expected
    for wrong in ("hello", tmp_path / "nothing"):
        answer = invoke("keys", wrong, "--data-dir", data)
        assert (answer.exit_code, "is no folder and no mini-app's id" in answer.output) == (1, True)
