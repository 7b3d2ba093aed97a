"""Refusals of the layers below, which speak English, in the language of the window.

Only those are known here that a person can meet in the window without having written a mini-app; all others stay as
they are (docs/decisions/0011-which-texts-are-translated.md).
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

# The sentences as their layer writes them, with {0}, {1} … for what it fills in. A test finds each in that layer.
SENTENCES: tuple[str, ...] = tuple(
    str(text)
    for text in (
        # Posts, comments and their pictures
        QT_TRANSLATE_NOOP("Refusal", "Write something, add a picture, attach a page or make a survey before posting."),
        QT_TRANSLATE_NOOP("Refusal", "Write something before sending the comment."),
        QT_TRANSLATE_NOOP("Refusal", "Shorten the text to {0} characters: it has {1}."),
        QT_TRANSLATE_NOOP("Refusal", "Shorten the comment to {0} characters: it has {1}."),
        QT_TRANSLATE_NOOP("Refusal", "This post was deleted, so it takes no more comments."),
        QT_TRANSLATE_NOOP("Refusal", "Choose a smaller picture: this one has more than {0} MB."),
        QT_TRANSLATE_NOOP("Refusal", "Choose a smaller picture: this one has more than {0} million pixels."),
        QT_TRANSLATE_NOOP("Refusal", "This picture cannot be read: choose another PNG, JPEG, WebP or GIF file."),
        # Votes
        QT_TRANSLATE_NOOP("Refusal", "This survey is closed: it takes no more votes."),
        QT_TRANSLATE_NOOP("Refusal", "You have voted in this survey, and it does not let votes be changed."),
        QT_TRANSLATE_NOOP("Refusal", "There is no such survey here: it was removed, or it is another mini-app's."),
        QT_TRANSLATE_NOOP("Refusal", "Question {0}: answer it, it is required."),
        QT_TRANSLATE_NOOP("Refusal", "Answer at least one question."),
        # Accounts and their keys
        QT_TRANSLATE_NOOP("Refusal", "The name is empty: write at least one letter."),
        QT_TRANSLATE_NOOP("Refusal", "The name has {0} characters: shorten it to {1}."),
        QT_TRANSLATE_NOOP("Refusal", "This is the only account: add another one before you remove it."),
        QT_TRANSLATE_NOOP("Refusal", "This account is gone: choose another one."),
        QT_TRANSLATE_NOOP("Refusal", "Keys are kept in the keyring of this system."),
        QT_TRANSLATE_NOOP(
            "Refusal", "Keys are kept in files that only you can read, in {0}: this system has no keyring."
        ),
        QT_TRANSLATE_NOOP(
            "Refusal",
            "Keys are kept in the keyring of this system, which cannot be reached now: signing in has to wait.",
        ),
        QT_TRANSLATE_NOOP("Refusal", "The system's keyring did not answer: unlock it, or start it, and try again."),
        QT_TRANSLATE_NOOP("Refusal", "The system's keyring did not keep the key: check that it is set up."),
        # Followed feeds
        QT_TRANSLATE_NOOP("Refusal", "Give the address of a feed or web page, like https://example.org/feed.xml."),
        QT_TRANSLATE_NOOP("Refusal", "Leave name and password out of the address: they would be kept readable."),
        QT_TRANSLATE_NOOP("Refusal", "{0} does not answer in time; Stoa tries again later."),
        QT_TRANSLATE_NOOP("Refusal", "{0} cannot be reached: check the address and your connection to the internet."),
        QT_TRANSLATE_NOOP("Refusal", "{0} answers in a way that cannot be understood: check the address."),
        QT_TRANSLATE_NOOP("Refusal", "{0} sends to an address Stoa does not open: check the address."),
        QT_TRANSLATE_NOOP("Refusal", "{0} redirects more than {1} times: check the address."),
        QT_TRANSLATE_NOOP("Refusal", "{0} has nothing at this address ({1}): check the address."),
        QT_TRANSLATE_NOOP("Refusal", "{0} does not give this to everybody ({1}): it may want a sign-in."),
        QT_TRANSLATE_NOOP("Refusal", "{0} has trouble answering ({1}); Stoa tries again later."),
        QT_TRANSLATE_NOOP("Refusal", "{0} gives more than {1} MB: too large to read."),
        QT_TRANSLATE_NOOP("Refusal", "{0} gives an empty document instead of a feed."),
        QT_TRANSLATE_NOOP("Refusal", "{0} gives a feed that cannot be read."),
        QT_TRANSLATE_NOOP("Refusal", "{0} gives a feed that declares entities, which Stoa does not read."),
        QT_TRANSLATE_NOOP("Refusal", "{0} gives a JSON document that cannot be read."),
        QT_TRANSLATE_NOOP(
            "Refusal", "This address gives a web page: look for the address of its feed (RSS, Atom or JSON)."
        ),
        QT_TRANSLATE_NOOP(
            "Refusal",
            "This address gives something that is not a feed: look for the address of its feed (RSS, Atom or JSON).",
        ),
        QT_TRANSLATE_NOOP("Refusal", "This address gives a JSON document that is not a JSON Feed: check the address."),
        QT_TRANSLATE_NOOP("Refusal", "This list of feeds is larger than 5 MB: split it and import the parts."),
        QT_TRANSLATE_NOOP("Refusal", "This list has more than {0} feeds: split it and import the parts."),
        QT_TRANSLATE_NOOP("Refusal", "This file is not an OPML list of feeds: export it again from the other reader."),
        QT_TRANSLATE_NOOP(
            "Refusal", "This file is not an OPML list of feeds: choose the file the other reader exported."
        ),
        # Links, folders and packages
        QT_TRANSLATE_NOOP("Refusal", "A Stoa link looks like stoa://org.example.recipes/page: it starts with stoa://."),
        QT_TRANSLATE_NOOP("Refusal", "{0} is not there any more, or cannot be read: choose another folder."),
        QT_TRANSLATE_NOOP("Refusal", "{0} is not a folder: choose a folder with an index.html, or a .ma package."),
        QT_TRANSLATE_NOOP("Refusal", "{0} is not a package file: choose a file that ends with .ma."),
        QT_TRANSLATE_NOOP("Refusal", "{0} cannot be read: choose another file."),
        QT_TRANSLATE_NOOP("Refusal", "{0} came with Stoa and cannot be uninstalled."),
        QT_TRANSLATE_NOOP(
            "Refusal",
            "{0} {1} (code {2}) is installed, and the package is older (code {3}): uninstall it first to go back.",
        ),
        QT_TRANSLATE_NOOP("Refusal", "The file is no Stoa package: make one with `stoa pack FOLDER`."),
        QT_TRANSLATE_NOOP(
            "Refusal",
            '{0} was changed on this machine after it was installed: "{1}" is not what its author signed. Install it '
            "again from its package.",
        ),
        QT_TRANSLATE_NOOP(
            "Refusal",
            "This package of {0} is not signed, and Stoa knows {1} by the key {2}: it may come from somebody else. "
            "Ask its author for a signed one.",
        ),
        QT_TRANSLATE_NOOP(
            "Refusal",
            "This package of {0} is signed with the key {1}, and Stoa knows {2} by the key {3}: it may come from "
            "somebody else. Ask its author. If it is right, uninstall the app, forget its key at the end of "
            "Settings, Apps, and install it again.",
        ),
        QT_TRANSLATE_NOOP("Refusal", "The signature cannot be read: update Stoa, or get it again from its author."),
        QT_TRANSLATE_NOOP(
            "Refusal",
            "The signature on {0} does not hold: it was changed after it was signed, or signed for another app or "
            "version; get it again from its author.",
        ),
        QT_TRANSLATE_NOOP(
            "Refusal",
            "{0} names its author's key, and yet is not signed: get it again from its author, or, if you are its "
            "author, pack it with `stoa pack FOLDER --key FILE`.",
        ),
        QT_TRANSLATE_NOOP(
            "Refusal",
            "{0} is signed with the key {1}, which its manifest.json does not name: get it again from its author.",
        ),
        QT_TRANSLATE_NOOP(
            "Refusal", '"{0}" was changed after its author signed the package: get it again from its author.'
        ),
        QT_TRANSLATE_NOOP(
            "Refusal", "The package is damaged or cut off, or is no plain zip file: get or pack it again."
        ),
        # The disk
        QT_TRANSLATE_NOOP(
            "Refusal",
            "Stoa cannot write to {0}: allow writing to that file and its folder, "
            "or choose another folder with --data-dir.",
        ),
        QT_TRANSLATE_NOOP("Refusal", "The disk that holds {0} is full: free some space and try again."),
        QT_TRANSLATE_NOOP(
            "Refusal", "Another program is using {0}: close the other Stoa window or program and try again."
        ),
        QT_TRANSLATE_NOOP(
            "Refusal", "The database {0} is damaged: start Stoa again, which moves it aside and tells its name."
        ),
        QT_TRANSLATE_NOOP(
            "Refusal",
            "The disk that holds {0} could not be read or written: check that it is connected and healthy.",
        ),
    )
)


def told(said: object) -> str:
    """An error's sentence, or one that a service keeps, as the window says it; English where it is not known here."""
    sentence = str(said)
    for known in SENTENCES:
        found = _pattern(known).fullmatch(sentence)
        if found is not None:
            return QCoreApplication.translate("Refusal", known).format(*found.groups())
    return sentence


@cache
def _pattern(known: str) -> re.Pattern[str]:
    """Matches a sentence with whatever stands for its {0}, {1} …, which come in this order."""
    return re.compile("(.+)".join(re.escape(part) for part in re.split(r"\{\d\}", known)), re.DOTALL)
