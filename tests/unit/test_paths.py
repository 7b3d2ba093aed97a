"""Where the person's own data folder is."""

from __future__ import annotations

from pathlib import Path

import pytest
from platformdirs import PlatformDirs

from stoa.paths import user_paths


@pytest.mark.parametrize("told", [None, "", " ", "relative", "~/share", "/elsewhere/share"])
def test_the_own_folder_is_where_other_programs_look_for_it(told, monkeypatch):
    monkeypatch.setenv("HOME", "/home/ada")
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    if told is not None:
        monkeypatch.setenv("XDG_DATA_HOME", told)
    assert user_paths().data == PlatformDirs("stoa", appauthor=False).user_data_path


def test_the_folder_that_was_asked_for_is_absolute(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert user_paths(Path("here")).data == tmp_path / "here"
