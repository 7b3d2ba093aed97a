"""Accounts: names, handles, pictures, and which one is in use."""

import base64
import io
import random
import zlib

import pytest
from PIL import Image

from stoa.database import open_memory
from stoa.services.identity import pictures
from stoa.services.identity.accounts import AccountError, clean_name, generated_name, handle_for
from stoa.services.identity.api import Scope
from stoa.services.identity.consent_store import ConsentStore
from stoa.services.identity.pictures import FILE_MAX_BYTES, generated_picture, picture_from, profile_picture
from stoa.services.identity.store import AccountStore
from stoa.ui.tokens import GRADIENTS


@pytest.fixture
def database():
    database = open_memory()
    yield database
    database.close()


@pytest.fixture
def accounts(database):
    return AccountStore(database)


def opened(data):
    return Image.open(io.BytesIO(data))


def file_of(image, kind="PNG", **options):
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def test_name_becomes_one_line_without_invisible_characters():
    assert clean_name("  Ada\n\tLovelace\u202e\x00 ") == "Ada Lovelace"
    assert clean_name("e\u0301") == "é"
    assert clean_name("👩\u200d👧") == "👩\u200d👧"


@pytest.mark.parametrize("raw", ["", "   ", "\u202e\x07", "x" * 41], ids=["empty", "spaces", "invisible", "long"])
def test_name_that_cannot_be_is_refused_with_what_to_change(raw):
    with pytest.raises(AccountError, match=r"write at least|shorten"):
        clean_name(raw)


def test_handle_is_short_lower_case_and_like_no_other():
    assert handle_for("Ada Lovelace", ()) == "ada-lovelace"
    assert handle_for("Ada Lovelace", {"ada-lovelace", "ada-lovelace-2"}) == "ada-lovelace-3"
    assert handle_for("Ελένη!", ()) == "ελένη"
    assert handle_for("🦉", ()) == "someone"
    assert len(handle_for("x" * 40, ())) == 24


def test_generated_name_is_always_the_same_for_its_seed():
    assert generated_name("a") == generated_name("a")
    assert len({generated_name(str(n)) for n in range(100)}) > 50
    assert clean_name(generated_name("a")) == generated_name("a")


@pytest.mark.parametrize("name", ["Corner Kitchen", "Mia", "Äsa Öberg", "ελένη", "日本 太郎", "?!", "🦉"])
def test_generated_picture_is_a_square_png_for_any_name(name):
    data = generated_picture(name, "seed")
    image = opened(data)
    assert (image.format, image.size) == ("PNG", (128, 128))
    assert data == generated_picture(name, "seed")
    # Something white stands on the colours: letters or rings.
    assert any(min(pixel) > 240 for _, pixel in image.convert("RGB").getcolors(128 * 128))


def test_generated_pictures_of_two_accounts_of_one_name_differ():
    assert len({generated_picture("Ada", str(n)) for n in range(6)}) > 2


def test_generated_pictures_have_the_colours_of_the_windows_own_avatars():
    assert pictures._GRADIENTS == GRADIENTS


def test_name_with_marks_gets_letters_like_the_one_without():
    assert generated_picture("Ä", "seed") == generated_picture("A", "seed")


@pytest.mark.parametrize(("kind", "mode"), [("PNG", "RGBA"), ("JPEG", "RGB"), ("WEBP", "RGB"), ("PNG", "P")])
def test_chosen_picture_becomes_its_middle_square(kind, mode):
    image = Image.new("RGB", (300, 100), "red")
    image.paste("blue", (100, 0, 200, 100))
    result = opened(picture_from(file_of(image.convert(mode), kind)))
    assert (result.format, result.size, result.mode) == ("PNG", (128, 128), "RGB")
    red, _, blue = result.getpixel((64, 64))
    assert blue > 200
    assert red < 60


def test_chosen_picture_stands_upright_and_keeps_nothing_of_its_file():
    image = Image.new("RGB", (200, 200), "white")
    image.paste("black", (0, 0, 200, 100))
    exif = Image.Exif()
    exif[0x0112] = 3  # upside down
    exif[0x010E] = "home address"
    data = picture_from(file_of(image, "JPEG", exif=exif))
    result = opened(data)
    assert result.getpixel((64, 10)) > (200, 200, 200)
    assert result.getpixel((64, 118)) < (60, 60, 60)
    assert b"home address" not in data
    assert not result.getexif()


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a", b"\x89PNG\r\n\x1a\nrest", file_of(Image.new("RGB", (64, 64)), "GIF"), b"x" * (FILE_MAX_BYTES + 1)],
    ids=["empty", "no picture", "broken", "other kind", "large"],
)
def test_file_that_is_no_picture_is_refused_with_what_to_choose(data):
    with pytest.raises(AccountError, match="choose a"):
        picture_from(data)


def test_truncated_picture_is_refused():
    noise = Image.frombytes("RGB", (100, 100), random.Random(1).randbytes(30_000))
    with pytest.raises(AccountError, match="cannot be read"):
        picture_from(file_of(noise)[:20_000])


@pytest.mark.parametrize("side", [9_200, 10_000, 30_000])
def test_picture_with_countless_pixels_is_refused_before_it_is_decoded(side):
    data = bytearray(file_of(Image.new("1", (8, 8))))
    data[16:24] = side.to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(bytes(data[12:29])).to_bytes(4, "big")
    with pytest.raises(AccountError, match="too many pixels"):
        picture_from(bytes(data))


def test_profile_picture_is_a_small_png_in_an_address():
    address = profile_picture(generated_picture("Ada", "seed"))
    head, _, body = address.partition(",")
    assert head == "data:image/png;base64"
    image = opened(base64.b64decode(body, validate=True))
    assert (image.format, image.size) == ("PNG", (96, 96))


def test_first_start_makes_one_account_and_the_next_ones_keep_it(accounts):
    assert accounts.current() is None
    first = accounts.ensure(1_000)
    assert first.name
    assert first.created_at == 1_000
    assert opened(first.picture).size == (128, 128)
    assert accounts.ensure(2_000) == first
    assert accounts.all() == [first]


def test_first_account_takes_a_name_that_was_given(accounts):
    assert accounts.ensure(1, " Ada ").name == "Ada"


def test_first_start_takes_up_an_account_that_is_there_but_not_in_use(accounts):
    ada = accounts.add("Ada", None, 1)
    assert accounts.ensure(2) == ada
    assert accounts.current() == ada


def test_accounts_are_added_and_switched(accounts):
    ada, ben = accounts.add("Ada", b"x", 1), accounts.add("Ada", b"own picture", 2)
    assert (ada.handle, ben.handle) == ("ada", "ada-2")
    assert ben.picture == b"own picture"
    assert accounts.all() == [ada, ben]
    accounts.set_current(ben.id)
    assert accounts.current() == ben
    accounts.set_current(ada.id)
    assert accounts.current() == ada


def test_account_order_does_not_follow_a_clock_set_back(accounts):
    assert [accounts.add("Ada", b"x", 900).id, accounts.add("Ben", b"x", 100).id] == [a.id for a in accounts.all()]


def test_renaming_keeps_the_handle_and_the_picture_unless_one_is_given(accounts):
    ada = accounts.add("Ada", b"first", 1)
    renamed = accounts.rename(ada.id, "Ada L.")
    assert (renamed.name, renamed.handle, renamed.picture) == ("Ada L.", "ada", b"first")
    assert accounts.rename(ada.id, "Ada", b"second").picture == b"second"


def test_a_generated_picture_gets_the_initials_of_the_new_name(accounts):
    ada = accounts.add("Ada", None, 1)
    renamed = accounts.rename(ada.id, "Grace Hopper")
    assert renamed.picture == generated_picture("Grace Hopper", ada.id) != ada.picture
    assert accounts.rename(ada.id, "Ada", b"own").picture == b"own"
    assert accounts.rename(ada.id, "Grace").picture == b"own"


def test_account_that_is_gone_cannot_be_used_or_renamed(accounts):
    assert accounts.get("gone") is None
    with pytest.raises(AccountError, match="choose another"):
        accounts.set_current("gone")
    with pytest.raises(AccountError, match="choose another"):
        accounts.rename("gone", "Ada")


def test_removing_the_account_in_use_moves_to_another(accounts):
    ada, ben = accounts.add("Ada", b"x", 1), accounts.add("Ben", b"x", 2)
    accounts.set_current(ben.id)
    accounts.remove(ben.id)
    assert accounts.current() == ada
    accounts.remove("never there")
    assert accounts.all() == [ada]


def test_removing_another_account_keeps_the_one_in_use(accounts):
    ada, ben = accounts.add("Ada", b"x", 1), accounts.add("Ben", b"x", 2)
    accounts.set_current(ben.id)
    accounts.remove(ada.id)
    assert accounts.current() == ben


def test_only_account_cannot_be_removed(accounts):
    ada = accounts.ensure(1)
    with pytest.raises(AccountError, match="add another one"):
        accounts.remove(ada.id)
    assert accounts.current() == ada


def test_consent_is_kept_taken_back_and_goes_with_its_account(database, accounts):
    ada, ben = accounts.add("Ada", b"x", 1), accounts.add("Ben", b"x", 2)
    consents = ConsentStore(database)
    both, name = frozenset(Scope), frozenset({Scope.OPENID})
    assert consents.get(ada.id, "app") is None
    consents.set(ada.id, "app", name, frozenset({Scope.PROFILE}), 5)
    consents.set(ben.id, "app", both, frozenset(), 6)
    consents.set(ben.id, "other", both, frozenset(), 7)
    assert consents.get(ada.id, "app") == name
    assert consents.consent(ada.id, "app").refused == {Scope.PROFILE}
    assert [(consent.app_key, consent.agreed_at) for consent in consents.all_of(ben.id)] == [("app", 6), ("other", 7)]
    assert consents.remove(ben.id, "other")
    assert not consents.remove(ben.id, "other")
    accounts.remove(ada.id)
    assert consents.get(ada.id, "app") is None
    consents.forget_app("app")
    assert consents.all_of(ben.id) == []
