"""The translations of the window, and the step of ``dev.py check`` that keeps them in step."""

from __future__ import annotations

import shutil

import pytest

import translations

CODE = """
from PySide6.QtCore import QCoreApplication, QObject

translate = QCoreApplication.translate


class Door(QObject):
    def words(self, n):
        painter.translate(n, 0)
        return self.tr("Open"), self.tr("{0} visitors").format(n), translate("House", "Garden")
"""
GERMAN = {"Open": "Öffnen", "{0} visitors": "{0} Gäste", "Garden": "Garten"}


@pytest.fixture(scope="module")
def finished_house(tmp_path_factory):
    """A small program with a complete translation, made once: its code, .ts and .qm."""
    folder = tmp_path_factory.mktemp("house")
    code = folder / "code"
    code.mkdir()
    (code / "house.py").write_text(CODE)
    ts, qm = folder / "house_de.ts", folder / "house_de.qm"
    translations.extract(translations.python_files(code), ts)
    text = ts.read_text("utf-8")
    for english, german in GERMAN.items():
        text = text.replace(
            f'<source>{english}</source>\n        <translation type="unfinished"></translation>',
            f"<source>{english}</source>\n        <translation>{german}</translation>",
        )
    ts.write_text(text, "utf-8")
    translations.compile_to(ts, qm)
    return folder


@pytest.fixture
def house(finished_house, tmp_path):
    """A copy of it that a test may spoil."""
    folder = tmp_path / "house"
    shutil.copytree(finished_house, folder)
    return folder / "house_de.ts", folder / "house_de.qm", folder / "code"


def test_the_program_s_own_translations_are_in_step():
    for language in translations.LANGUAGES:
        ts = translations.FOLDER / f"stoa_{language}.ts"
        assert list(translations.problems_of(ts, ts.with_suffix(".qm"), translations.CODE)) == []


def test_nothing_is_wrong_with_a_complete_translation(house):
    assert list(translations.problems_of(*house)) == []


def test_a_text_that_is_not_in_the_file_is_named(house):
    (house[2] / "more.py").write_text('from house import translate\n\nWORD = translate("House", "Cellar")\n')
    assert list(translations.problems_of(*house)) == ['not in house_de.ts: House: "Cellar"']


def test_a_text_that_the_code_lost_is_named(house):
    (house[2] / "house.py").write_text(CODE.replace('self.tr("Open"), ', ""))
    assert list(translations.problems_of(*house)) == ['obsolete in house_de.ts: Door: "Open"']


def test_an_unfinished_text_is_named(house):
    ts, qm, code = house
    ts.write_text(ts.read_text("utf-8").replace("<translation>Öff", '<translation type="unfinished">Öff'), "utf-8")
    translations.compile_to(ts, qm)
    assert list(translations.problems_of(ts, qm, code)) == ['unfinished in house_de.ts: Door: "Open"']


def test_an_empty_translation_is_named(house):
    ts, qm, code = house
    ts.write_text(ts.read_text("utf-8").replace("<translation>Garten", "<translation>"), "utf-8")
    translations.compile_to(ts, qm)
    assert list(translations.problems_of(ts, qm, code)) == ['unfinished in house_de.ts: House: "Garden"']


def test_a_lost_placeholder_is_named(house):
    ts, qm, code = house
    ts.write_text(ts.read_text("utf-8").replace("{0} Gäste", "Gäste"), "utf-8")
    translations.compile_to(ts, qm)
    (problem,) = translations.problems_of(ts, qm, code)
    assert problem == 'other placeholders than the English text in house_de.ts: Door: "{0} visitors"'


def test_a_compiled_file_that_was_left_behind_is_named(house):
    ts, qm, code = house
    ts.write_text(ts.read_text("utf-8").replace("Garten", "Gärtchen"), "utf-8")
    assert list(translations.problems_of(ts, qm, code)) == ["house_de.qm is not what house_de.ts compiles to"]
    qm.unlink()
    assert list(translations.problems_of(ts, qm, code)) == ["house_de.qm is not what house_de.ts compiles to"]


def test_a_translation_that_is_not_there_is_named(house):
    ts, qm, code = house
    ts.unlink()
    assert list(translations.problems_of(ts, qm, code)) == ["house_de.ts is missing"]


@pytest.mark.parametrize(
    "line",
    [
        'def _tr(text):\n    return translate("House", text)\n',
        'WORD = _tr("Attic")\n',
        'WORD = tr("Attic")\n',
        'WORD = window.tr("Attic")\n',
        'WORD = translate("House", f"{floor} floor")\n',
        'WORD = QCoreApplication.translate(context, "Attic")\n',
    ],
)
def test_a_text_that_lupdate_cannot_see_is_named(house, line):
    (house[2] / "hidden.py").write_text(line)
    first, *_others = translations.problems_of(*house)
    assert first.startswith(f"hidden.py:{line.count(chr(10))}: write the text out")


def test_a_variable_may_be_translated_beside_its_marked_texts(house):
    (house[2] / "marked.py").write_text(
        'from PySide6.QtCore import QT_TRANSLATE_NOOP\n\nWORDS = (QT_TRANSLATE_NOOP("House", "Garden"),)\n\n\n'
        'def words(word):\n    return translate("House", word)\n'
    )
    assert list(translations.problems_of(*house)) == []


def test_update_is_repeatable(house):
    ts, qm, code = house
    before = ts.read_bytes(), qm.read_bytes()
    translations.extract(translations.python_files(code), ts)
    translations.compile_to(ts, qm)
    assert (ts.read_bytes(), qm.read_bytes()) == before


def test_a_tool_that_fails_says_why(house):
    house[0].write_text("no xml")
    with pytest.raises(translations.SetUpError, match="pyside6-lrelease failed"):
        translations.compile_to(house[0], house[1])
