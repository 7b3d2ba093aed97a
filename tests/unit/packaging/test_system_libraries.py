import pytest

import debian
import system_libraries
from checkout import SetUpError

LDD = """\
Qt/lib/libQt6WebEngineCore.so.6:
\tlinux-vdso.so.1 (0x00007ffd)
\tlibnss3.so => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
\tlibxcb-cursor.so.0 => not found
Qt/plugins/platforms/libqxcb.so:
\tlibxcb-cursor.so.0 => not found
\tlibQt6XcbQpa.so.6 => not found
"""


@pytest.mark.parametrize(
    ("soname", "package"),
    [
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxcb-dri3.so.0", "libxcb-dri3-0"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libXtst.so.6", "libxtst6"),
        ("libwayland-client.so.0", "libwayland-client0"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libsmime3.so", "libnss3"),
        ("libEGL.so.1", "libegl1"),
        ("something-odd", "something-odd"),
    ],
)
def test_a_library_is_found_in_the_package_debian_keeps_it_in(soname, package):
    assert system_libraries.package_of(soname) == package


def test_ldd_is_read_once_for_each_library_and_not_for_those_in_the_wheel():
    assert system_libraries.missing_in(LDD, bundled=["libQt6XcbQpa.so.6"]) == ["libnss3.so", "libxcb-cursor.so.0"]


def test_a_complete_machine_lacks_nothing():
    assert system_libraries.missing_in("a:\n\tlibc.so.6 => /lib/libc.so.6 (0x0)\n\tstatically linked\n") == []


def test_an_empty_wheel_is_a_broken_environment_and_not_a_complete_one(tmp_path):
    with pytest.raises(SetUpError, match="start again"):
        system_libraries.probed_files(tmp_path)


def test_only_what_stoa_loads_is_probed(tmp_path):
    for name in ("platforms/libqxcb.so", "sqldrivers/libqsqlpsql.so"):
        file = tmp_path / "Qt" / "plugins" / name
        file.parent.mkdir(parents=True)
        file.touch()
    assert [file.name for file in system_libraries.probed_files(tmp_path)] == ["libqxcb.so"]


def test_what_the_tests_start_from_another_wheel_is_probed_as_well(tmp_path):
    plugin = tmp_path / "PySide6" / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    node = tmp_path / "playwright" / "driver" / "node"
    for file in (plugin, node):
        file.parent.mkdir(parents=True)
        file.touch()
    assert system_libraries.probed_files(tmp_path / "PySide6") == [plugin, node]


class Shelf:
    """Stands for apt: records what was asked for, and makes ldd content when ``holds`` is true."""

    def __init__(self, monkeypatch, *, holds):
        self.asked = []
        answers = [["libnss3.so", "libnspr4.so"], [] if holds else ["libnspr4.so"]]
        monkeypatch.setattr(system_libraries, "missing_libraries", lambda _wheel: answers.pop(0))

    def install(self, packages, reason):
        self.asked.append((packages, reason))


def test_missing_libraries_are_installed_together(monkeypatch, tmp_path):
    shelf = Shelf(monkeypatch, holds=True)
    system_libraries.provide(tmp_path, shelf)
    assert shelf.asked == [(["libnspr4", "libnss3"], "2 system libraries are missing")]


def test_a_library_that_is_still_missing_is_named(monkeypatch, tmp_path):
    with pytest.raises(SetUpError, match=r"still missing: libnspr4\.so"):
        system_libraries.provide(tmp_path, Shelf(monkeypatch, holds=False))


def test_packages_renamed_for_64_bit_time_are_found():
    known = {"libasound2t64", "libnss3"}
    assert debian.real_names(["libnss3", "libasound2"], known) == ["libasound2t64", "libnss3"]
    assert debian.real_names(["libasound2"], set()) == ["libasound2"]


def commands_here(monkeypatch, *names):
    monkeypatch.setattr(debian.shutil, "which", lambda name: f"/usr/bin/{name}" if name in names else None)


def test_without_rights_the_exact_line_is_told(monkeypatch):
    commands_here(monkeypatch, "apt-get")
    monkeypatch.setattr(debian.os, "geteuid", lambda: 1000)
    with pytest.raises(SetUpError) as refused:
        debian.Apt().install(["libegl1", "libnss3"], "2 system libraries are missing")
    assert "sudo apt-get install --no-install-recommends libegl1 libnss3" in str(refused.value)


def test_without_apt_the_packages_are_named(monkeypatch):
    commands_here(monkeypatch)
    with pytest.raises(SetUpError, match="what your system calls these Debian packages: libegl1"):
        debian.Apt().install(["libegl1"], "a library is missing")


def test_package_lists_are_refreshed_once_and_a_broken_source_stops_nothing(monkeypatch, capsys):
    commands_here(monkeypatch, "apt-get")
    monkeypatch.setattr(debian.os, "geteuid", lambda: 0)
    typed = []

    def step(command, otherwise):
        typed.append(" ".join(command))
        if command[-1] == "update":
            raise SetUpError(otherwise)

    monkeypatch.setattr(debian, "quiet_step", step)
    apt = debian.Apt()
    apt.install(["xvfb"], "no display")
    apt.install(["fonts-inter"], "no font")
    assert [line.split("-q ")[1] for line in typed] == [
        "update",
        "install -y --no-install-recommends xvfb",
        "install -y --no-install-recommends fonts-inter",
    ]
    said = capsys.readouterr().err
    assert "apt-get update failed" in said
    assert "no display: installing xvfb" in said


def test_where_there_is_no_dpkg_no_package_is_installed(monkeypatch):
    commands_here(monkeypatch)
    assert not debian.is_installed("fonts-inter")
