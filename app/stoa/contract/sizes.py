"""The sizes that bound a message, and the version of the contract.

Apart from the models, as the window needs these before anything checks a message.
"""

from __future__ import annotations

CONTRACT_VERSION = 1
# Most calls are small; a message of this size parses in well under a millisecond.
MESSAGE_MAX_CHARS = 256 * 1024
# A 2 MB picture as base64 is 2.8 million characters; the rest is room for the card's texts.
PICTURE_MESSAGE_MAX_CHARS = 3 * 1024 * 1024
PICTURE_MAX_BYTES = 2 * 1024 * 1024
VALUE_MAX_BYTES = 1024 * 1024
# Deeper JSON has no use in any method and would cost recursion in whoever reads it.
JSON_MAX_DEPTH = 32
# The calls that may be larger than others, by name; the relay inside a page knows them too. A kept value of 1 MB is at
# most that many characters once it is inside an envelope.
LARGE_CALLS = {
    "share.post": PICTURE_MESSAGE_MAX_CHARS,
    "share.attach": PICTURE_MESSAGE_MAX_CHARS,
    "storage.set": VALUE_MAX_BYTES + 4096,
}
