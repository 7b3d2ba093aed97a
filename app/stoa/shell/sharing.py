"""From a page of a mini-app to a post, and from the composer to a page: the host's side of sharing."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from stoa.contract.errors import BridgeError, ErrorCode, StoaError
from stoa.miniapp.address import Address
from stoa.services.feed.posts import Draft, Jump
from stoa.services.host.api import SceneChanged
from stoa.services.host.scene import Scene
from stoa.services.share.api import AREA, Received, WillShare
from stoa.services.surveys.store import HOST_APP
from stoa.shell import composer
from stoa.shell.composer_draft import AttachedPage, ComposerDraft, draft_from_json
from stoa.shell.file_dialog import choose_to_open
from stoa.shell.launcher import Tile
from stoa.shell.page_picture import picture_of, png_of
from stoa.shell.refusal_words import told
from stoa.shell.sheets import app_picker

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from stoa.contract.caller import Caller
    from stoa.miniapp.app import MiniApp
    from stoa.services.feed.posts import Author, Post
    from stoa.services.identity.accounts import Account
    from stoa.services.share.cards import ComposedCard
    from stoa.shell.account_desk import AccountDesk
    from stoa.shell.composer import ComposerSheet, Writer
    from stoa.shell.room_desk import RoomDesk
    from stoa.shell.room_face import RoomFace
    from stoa.shell.rooms import Rooms
    from stoa.shell.session import Settings
    from stoa.shell.sharing_parts import SharingParts

EVENTS = {event.name: event for event in AREA.events}
# A page that wants to say what is shared answers within this time; otherwise the open page is shared as it is.
_ANSWER_MS = 900
_FILE_MAX_BYTES = 20 * 1024 * 1024
_DRAFT = "draft"


class Sharing(QObject):
    """Implements the composer that ``stoa.services.share`` asks for. One composer is open at a time."""

    def __init__(self, parts: SharingParts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._accounts: AccountDesk | None = None
        self._rooms: Rooms | None = None
        self._desk: RoomDesk | None = None
        self._composing = False
        self._attaching_key = ""
        self._attached: asyncio.Future[AttachedPage | None] | None = None
        self._expected: set[int] = set()
        self._strip = parts.window.add_strip(
            self.tr("Choose a page in the app, then press its button to attach it to your post."), closable=True
        )
        self._strip.hide()
        self._strip.did_close.connect(lambda: self._end_attaching(None))

    def begin(self, accounts: AccountDesk, rooms: Rooms, desk: RoomDesk) -> None:
        """The rooms are there: share from them."""
        self._accounts, self._rooms, self._desk = accounts, rooms, desk
        parts = self._parts
        desk.share_pressed.connect(lambda face: parts.spawn(self.share(face)))
        parts.feed.compose_pressed.connect(lambda: parts.spawn(self.write()))
        parts.feed.share_to_app_pressed.connect(lambda post: parts.spawn(self.share_to_app(post)))
        rooms.did_close.connect(self._on_room_closed)

    async def write(self) -> int | None:
        """Open the composer with the draft that was kept."""
        settings = self._parts.settings()
        return await self._compose(draft_from_json(settings.get(_DRAFT, {})), keep=True)

    async def compose(self, caller: Caller, card: ComposedCard) -> int | None:
        """Show a mini-app's card for editing; the id of the post that came of it, or None."""
        self._expected.discard(caller.room_id)
        draft = await self._draft_of(caller, card)
        if self._composing:
            raise BridgeError(ErrorCode.TOO_MANY, "The composer is open already.")
        return await self._compose(draft, keep=False)

    async def attach(self, caller: Caller, card: ComposedCard) -> bool:
        """Hand a page to the composer that waits for it."""
        if self._attached is None or self._attached.done():
            return False
        draft = await self._draft_of(caller, card)
        self._end_attaching(draft.page)
        return True

    async def copy_link(self, _caller: Caller, link: str) -> bool:
        """Put a link into the clipboard and say so."""
        QGuiApplication.clipboard().setText(link)
        self._parts.navigation.toast(self.tr("Link copied"), "good")
        return True

    async def share(self, face: RoomFace) -> None:
        """The capsule's share button: ask the page for its card, or share the open page as it is."""
        caller, room_id = face.room.caller, face.room.caller.room_id
        if room_id in self._expected:
            return
        if "share" in caller.declared and face.room.is_ready and self._desk is not None:
            self._expected.add(room_id)
            payload = WillShare(path=face.room.path)
            self._desk.tell(face.room, "share.willShare", payload, EVENTS["share.willShare"])
            await asyncio.sleep(_ANSWER_MS / 1000)
            if room_id not in self._expected:
                return
            self._expected.discard(room_id)
        if self._rooms is not None and self._rooms.face_of(caller) is face:
            picture = await picture_of(face.room.view)
            page = AttachedPage(face.app.app_id, face.name, face.room.path, face.title or face.name, "", picture)
            await self._compose(ComposerDraft(page=page), keep=False)

    async def share_to_app(self, post: Post) -> None:
        """Hand a post to a mini-app that takes shared things."""
        takers = [app for app in self._parts.apps.all() if app.manifest.share_targets]
        if not takers:
            self._parts.navigation.toast(self.tr("No app here takes shared posts."), "neutral")
            return
        key = await self._pick(takers, self.tr("Share to an app"), self.tr("The app gets the text and the link."))
        if key is None or self._rooms is None or self._desk is None:
            return
        taker = next(app for app in takers if app.key == key)
        if taker.seal is not None and not taker.seal.is_read:
            # Read beforehand, so that it opens at once and is there to be told.
            await asyncio.to_thread(self._parts.apps.change, taker)
        self._parts.navigation.open_app(key, "/", Scene.SHARE)
        face = self._rooms.front()
        if face is None or face.app.key != key:
            return
        link = post.url or (str(Address(post.jump.app_id, post.jump.path)) if post.jump else "")
        title = post.jump.title if post.jump else post.author.name
        event = EVENTS["share.didReceive"]
        self._desk.tell(face.room, event.name, Received(text=post.text, url=link, title=title), event)

    async def _compose(self, draft: ComposerDraft, *, keep: bool) -> int | None:
        """Open the composer until a post came of it or the person closed it. ``keep`` keeps the draft."""
        if self._composing or self._accounts is None:
            return None
        # Whoever began to write is who posts, and whose draft it is, even if the account is switched meanwhile.
        desk, account, settings = self._accounts, self._accounts.current, self._parts.settings() if keep else None
        writer = composer.Writer(account.name, account.handle, desk.pixmap(account))
        self._composing, problem = True, ""
        try:
            async with self._parts.questions.turn():
                while (answer := await self._ask(writer, draft, problem, settings)) is not None:
                    try:
                        post_id = await self._publish(account, desk.author(account), answer)
                    except StoaError as error:
                        draft, problem = answer, told(error)
                        continue
                    self._on_posted(settings)
                    return post_id
        finally:
            self._composing = False
        return None

    def _on_posted(self, settings: Settings | None) -> None:
        self._parts.feed.show_newest()
        self._parts.navigation.toast(self.tr("Posted"), "good")
        if settings is not None:
            try:
                settings.set(_DRAFT, {})
            except StoaError as error:
                self._parts.navigation.toast(told(error), "warm")

    async def _ask(
        self, writer: Writer, draft: ComposerDraft, problem: str, settings: Settings | None
    ) -> ComposerDraft | None:
        parts = self._parts
        sheet = composer.ComposerSheet(parts.theme, parts.window, writer, parts.clock, draft, parts.apps.icon_by_id)
        answered: asyncio.Future[object] = asyncio.get_running_loop().create_future()
        sheet.did_answer.connect(lambda value: None if answered.done() else answered.set_result(value))
        sheet.picture_pressed.connect(lambda: parts.spawn(self._choose_picture(sheet)))
        sheet.picture_brought.connect(lambda source: parts.spawn(self._take_picture(sheet, source)))
        sheet.page_pressed.connect(lambda: parts.spawn(self._choose_page(sheet)))
        if settings is not None:
            sheet.draft_changed.connect(lambda values: self._keep(sheet, settings, values))
        sheet.open()
        if problem:
            sheet.show_problem(problem)
        value = await answered
        return value if isinstance(value, ComposerDraft) else None

    @staticmethod
    def _keep(sheet: ComposerSheet, settings: Settings, values: dict[str, Any]) -> None:
        try:
            settings.set(_DRAFT, values)
        except StoaError as error:
            sheet.show_problem(told(error))

    async def _publish(self, account: Account, author: Author, draft: ComposerDraft) -> int:
        """Write the post, and the survey that was made with it, together or not at all."""
        parts, page = self._parts, draft.page
        # Decoding and scaling pictures takes longer than a frame.
        picture = await asyncio.to_thread(parts.pictures.prepare, draft.picture) if draft.picture else None
        of_page = draft.page_picture
        shown = await asyncio.to_thread(parts.pictures.prepare, of_page) if of_page else None
        jump = Jump(page.app_id, page.app_name, page.path, page.title, page.subtitle, None) if page else None
        with parts.transaction():
            survey_id = draft.survey_id
            if survey_id is None and draft.survey is not None:
                survey_id = parts.surveys.create(account.id, HOST_APP, draft.survey).id
            return parts.posts.publish(account.id, author, Draft(draft.text, picture, jump, shown, survey_id))

    async def _choose_picture(self, sheet: ComposerSheet) -> None:
        filters = self.tr("Pictures (*.png *.jpg *.jpeg *.webp *.gif)")
        if (file := await choose_to_open(self._parts.window, self.tr("Choose a picture"), filters)) is not None:
            await self._take_picture(sheet, file)

    async def _take_picture(self, sheet: ComposerSheet, source: Path | QImage) -> None:
        """Put a picture on the post at the size it will be shown at: what is kept of a draft stays small."""
        picture, problem = None, self.tr("The picture is larger than 20 MB: choose a smaller one.")
        try:
            picture = await asyncio.to_thread(self._picture_in, source)
        except StoaError as error:
            problem = told(error)
        except OSError as error:
            problem = self.tr("The picture cannot be read: {0}").format(error.strerror)
        if not isValid(sheet):
            return
        if picture is None:
            sheet.show_problem(problem)
        else:
            sheet.set_picture(picture)

    def _picture_in(self, source: Path | QImage) -> bytes | None:
        """The picture made small; None when its file is too large."""
        if isinstance(source, Path) and source.stat().st_size > _FILE_MAX_BYTES:
            return None
        return self._parts.pictures.prepare(source.read_bytes() if isinstance(source, Path) else png_of(source)).data

    async def _choose_page(self, sheet: ComposerSheet) -> None:
        """Let the person pick an app and, in it, a page; the composer steps aside meanwhile."""
        sheet.hide()
        try:
            async with self._parts.questions.aside():
                page = await self._page_from_app()
            if page is not None:
                sheet.set_page(page)
        finally:
            sheet.open()

    async def _page_from_app(self) -> AttachedPage | None:
        apps = [app for app in self._parts.apps.all() if any(p.name == "share" for p in app.manifest.permissions)]
        title = self.tr("Attach a page of an app")
        key = await self._pick(apps, title, self.tr("It opens beside the feed; there you choose the page."))
        if key is None:
            return None
        self._attached, self._attaching_key = asyncio.get_running_loop().create_future(), key
        self._strip.show()
        self._parts.navigation.open_app(key, "/", Scene.ATTACH)
        try:
            return await self._attached
        finally:
            self._attached = None

    def _on_room_closed(self, face: RoomFace) -> None:
        if face.app.key == self._attaching_key:
            self._end_attaching(None)

    def _end_attaching(self, page: AttachedPage | None) -> None:
        self._strip.hide()
        if self._attached is None or self._attached.done() or self._rooms is None or self._desk is None:
            return
        self._attached.set_result(page)
        for face in self._rooms.faces.values():
            if face.app.key == self._attaching_key:
                face.room.change_scene(Scene.LAUNCHER.value)
                # The app can take its "attach" away; its page stays where it is.
                self._desk.tell(face.room, "scene.didChange", SceneChanged(scene=Scene.LAUNCHER))

    async def _pick(self, apps: list[MiniApp], title: str, text: str) -> str | None:
        parts = self._parts
        tiles = [Tile(app.key, app.manifest.short_name or app.manifest.name, parts.apps.icon(app)) for app in apps]
        answer = await parts.questions.ask(
            lambda: app_picker.AppPicker(
                parts.theme, parts.window, title, text, tiles, lambda typed: [a.key for a in parts.apps.search(typed)]
            )
        )
        return answer if isinstance(answer, str) else None

    async def _draft_of(self, caller: Caller, card: ComposedCard) -> ComposerDraft:
        picture = card.picture
        if picture is None and card.survey_id is None and self._rooms is not None:
            face = self._rooms.face_of(caller)
            picture = None if face is None else await picture_of(face.room.view)
        page = AttachedPage(card.app_id, card.app_name, card.path, card.title, card.subtitle, picture)
        return ComposerDraft(text=card.text, page=page, survey_id=card.survey_id)
