"""What a person does in the composer, over the quiet program."""

from __future__ import annotations

from PySide6.QtTest import QTest

from stoa.contract.errors import StoaError


def type_text(app, text):
    composer = app.composer()
    QTest.keyClicks(composer._area, text)
    composer.timer.stop()
    composer.timer.timeout.emit()
    return composer


def post(app):
    composer = app.composer()
    app.press(composer, "Post")
    app.turns.until(lambda: composer not in app.sheets())
    # Pictures are made ready in a thread; what cannot be posted comes back in another composer.
    app.turns.until(lambda: app.sheets() or not app.rest.services.sharing._composing)
    app.turns.settle()


def refuse(*_args, **_kwargs):
    raise StoaError("The disk that holds stoa.db is full: free some space and try again.")
