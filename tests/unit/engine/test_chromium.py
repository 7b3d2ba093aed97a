"""What the engine is told before it starts."""

from __future__ import annotations

import os

import pytest

from stoa.engine.chromium import prepare_environment, switches


@pytest.fixture
def environ(monkeypatch):
    monkeypatch.setattr(os, "environ", {})
    return os.environ


def test_renderers_have_one_heap_of_the_c_library_unless_the_person_says_otherwise(environ):
    prepare_environment(sandbox=True)
    assert environ["MALLOC_ARENA_MAX"] == "1"
    environ["MALLOC_ARENA_MAX"] = "8"
    prepare_environment(sandbox=True)
    assert environ["MALLOC_ARENA_MAX"] == "8"


def test_programs_for_a_gpu_are_kept_where_there_is_one():
    unkept = "--disable-gpu-shader-disk-cache"
    assert (unkept in switches(1, gpu=False), unkept in switches(1, gpu=True)) == (True, False)
