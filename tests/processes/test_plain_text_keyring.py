"""A keyring that a person's own configuration names, in a process of its own: the choice is made once in each."""

from __future__ import annotations

import subprocess
import sys


def test_configured_plain_text_keyring_is_not_taken(tmp_path, same_paths):
    """A user's configuration can name any store for keyring itself; Stoa does not ask it which."""
    code = (
        "from pathlib import Path; import sys\n"
        "from stoa.services.identity.keys import choose_secrets\n"
        "chosen = choose_secrets(Path(sys.argv[1]))\n"
        "chosen.store.write('a', b'secret')\n"
        "print(type(chosen.store).__name__)"
    )
    environment = {
        **same_paths,
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path / 'nobody-listens'}",
    }
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "keys")],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
    )
    if sys.platform == "linux":
        assert done.stdout.strip() == "FileSecrets"
        assert (tmp_path / "keys" / "a").read_bytes() == b"secret"
