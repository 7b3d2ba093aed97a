"""Cards from untrusted to trusted, and the ways out through the host."""

import asyncio
import base64
import io
import random
import zlib

import pytest
from PIL import Image

from stoa.contract.caller import Caller
from stoa.contract.errors import BridgeError, ErrorCode
from stoa.contract.sizes import PICTURE_MAX_BYTES
from stoa.services.share.api import AREA, Card, PathLink, Picture
from stoa.services.share.cards import composed, lines, one_line, picture_bytes
from stoa.services.share.handlers import ShareHandlers


def caller(scene="launcher", room_id=1):
    return Caller("ada", "org.example.recipes", "Recipes", "ada/org.example.recipes", room_id, scene)


def file_of(kind="PNG", size=(40, 30), **options):
    buffer = io.BytesIO()
    Image.frombytes("RGB", size, random.Random(1).randbytes(size[0] * size[1] * 3)).save(buffer, kind, **options)
    return buffer.getvalue()


def picture(data, media_type="image/png"):
    return Picture(media_type=media_type, data=base64.b64encode(data).decode())


def code_of(action):
    with pytest.raises(BridgeError) as caught:
        action()
    return caught.value.code


class Host:
    """A composer, a clipboard and a screen that do as the test says."""

    def __init__(self):
        self.cards = []
        self.links = []
        self.post_id = 17
        self.agrees = True
        self.front = True
        self.surveys = {"s1"}
        self.during = None
        self.share = ShareHandlers(
            self, self.copy, lambda _: self.front, lambda _, survey_id: survey_id in self.surveys
        )

    async def compose(self, who, card):
        self.cards.append(card)
        if self.during:
            await self.during()
        return self.post_id

    async def attach(self, who, card):
        self.cards.append(card)
        return self.agrees

    async def copy(self, who, link):
        self.links.append(link)
        return self.agrees

    def post(self, **card):
        return asyncio.run(self.share.post(caller(), Card(**{"path": "/r/17", "title": "Shakshuka", **card})))


@pytest.fixture
def host():
    return Host()


def test_every_method_of_the_area_is_answered(host):
    assert set(host.share.handlers()) == {method.name for method in AREA.methods}


def test_card_reaches_the_composer_as_it_was(host):
    data = file_of()
    receipt = host.post(subtitle="20 min", text="One pan.\n\nFour eggs.", picture=picture(data), survey_id="s1")
    assert receipt.post_id == 17
    (card,) = host.cards
    assert (card.app_id, card.app_name) == ("org.example.recipes", "Recipes")
    assert (card.path, card.title, card.subtitle) == ("/r/17", "Shakshuka", "20 min")
    assert (card.text, card.picture, card.survey_id) == ("One pan.\n\nFour eggs.", data, "s1")


def test_composer_closed_without_posting_is_cancelled(host):
    host.post_id = None
    assert code_of(host.post) is ErrorCode.CANCELLED


def test_survey_of_another_app_is_not_found(host):
    assert code_of(lambda: host.post(survey_id="s2")) is ErrorCode.NOT_FOUND
    assert host.cards == []


def test_mini_app_that_is_not_in_front_cannot_open_the_composer(host):
    host.front = False
    assert code_of(host.post) is ErrorCode.DENIED
    assert code_of(lambda: asyncio.run(host.share.copy(caller(), PathLink(path="/")))) is ErrorCode.DENIED
    assert host.cards == host.links == []


def test_second_card_while_the_composer_is_open_is_refused(host):
    codes = []

    async def again():
        with pytest.raises(BridgeError) as caught:
            await host.share.post(caller(), Card(path="/", title="x"))
        codes.append(caught.value.code)
        other = await host.share.copy(caller(room_id=2), PathLink(path="/"))
        assert other.link

    host.during = again
    host.post()
    assert codes == [ErrorCode.TOO_MANY]
    host.during = None
    host.post()
    assert len(host.cards) == 2


def test_room_may_share_again_after_a_refusal(host):
    assert code_of(lambda: host.post(path="/../x")) is ErrorCode.INVALID_PARAMS
    assert host.post().post_id == 17


def test_link_names_app_and_path(host):
    copied = asyncio.run(host.share.copy(caller(), PathLink(path="/r/17?scale=2#steps")))
    assert copied.link == "stoa://org.example.recipes/r/17?scale=2#steps"
    assert host.links == [copied.link]


def test_link_the_person_does_not_want_is_cancelled(host):
    host.agrees = False
    assert code_of(lambda: asyncio.run(host.share.copy(caller(), PathLink(path="/")))) is ErrorCode.CANCELLED


def attach(host, scene):
    return asyncio.run(host.share.attach(caller(scene), Card(path="/r/17", title="Shakshuka")))


def test_page_is_attached_to_the_composer_that_waits(host):
    host.front = False
    attach(host, "attach")
    assert [card.path for card in host.cards] == ["/r/17"]


@pytest.mark.parametrize("scene", ["launcher", "post", "share"])
def test_attaching_without_a_composer_is_unsupported(host, scene):
    assert code_of(lambda: attach(host, scene)) is ErrorCode.UNSUPPORTED
    assert host.cards == []


def test_attaching_to_a_closed_composer_is_unsupported(host):
    host.agrees = False
    assert code_of(lambda: attach(host, "attach")) is ErrorCode.UNSUPPORTED


@pytest.mark.parametrize("path", ["//evil.example", "/a/../b", "/a b", "/\u202ex", "/a\\b", "/%2e%2e/x"])
def test_path_that_cannot_be_opened_again_is_refused(host, path):
    assert code_of(lambda: host.post(path=path)) is ErrorCode.INVALID_PARAMS
    assert code_of(lambda: asyncio.run(host.share.copy(caller(), PathLink(path=path)))) is ErrorCode.INVALID_PARAMS
    assert host.cards == host.links == []


def test_texts_lose_what_cannot_be_seen():
    assert one_line(" a\n\tb\u202e\x00 c ") == "a b c"
    assert lines("\n a\r\n\x1bb\u2066\n\n👩\u200d👧 \n") == "a\nb\n\n👩\u200d👧"


def test_title_of_invisible_characters_is_refused():
    assert code_of(lambda: composed(caller(), Card(path="/", title="\u202e\u200b "))) is ErrorCode.INVALID_PARAMS


@pytest.mark.parametrize(("kind", "media_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("WEBP", "image/webp")])
def test_picture_of_each_kind_is_taken(kind, media_type):
    data = file_of(kind)
    assert picture_bytes(picture(data, media_type)) == data


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (file_of("PNG"), "image/jpeg"),
        (file_of("GIF"), "image/png"),
        (file_of("PNG")[:2000], "image/png"),
        (file_of("JPEG")[:600], "image/jpeg"),
        (file_of("WEBP")[:600], "image/webp"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/png"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
    ],
    ids=["other kind", "gif", "short png", "short jpeg", "short webp", "svg", "magic only"],
)
def test_what_is_not_the_picture_it_says_is_refused(data, media_type):
    assert code_of(lambda: picture_bytes(picture(data, media_type))) is ErrorCode.INVALID_PARAMS


def test_base64_of_wrong_length_is_refused():
    assert code_of(lambda: picture_bytes(Picture(media_type="image/png", data="abcde"))) is ErrorCode.INVALID_PARAMS


def test_picture_beyond_two_megabytes_is_refused():
    data = file_of()
    whole = data + b"\0" * (PICTURE_MAX_BYTES - len(data))
    assert picture_bytes(picture(whole)) == whole
    assert code_of(lambda: picture_bytes(picture(whole + b"\0"))) is ErrorCode.TOO_LARGE


@pytest.mark.parametrize(("width", "height"), [(4097, 4096), (10_000, 10_000), (60_000, 60_000)])
def test_picture_of_too_many_pixels_is_refused_before_it_is_decoded(width, height):
    data = bytearray(file_of("PNG", (8, 8)))
    data[16:24] = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    data[29:33] = zlib.crc32(bytes(data[12:29])).to_bytes(4, "big")
    assert code_of(lambda: picture_bytes(picture(bytes(data)))) is ErrorCode.TOO_LARGE
