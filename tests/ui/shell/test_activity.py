"""From what others did to the post that they did it to."""

from __future__ import annotations

from stoa.services.feed.posts import Author, Draft


def post(app, text):
    return app.stores.feed.publish(app.account_id, app.rest.people.accounts.author(), Draft(text))


def test_a_deed_leads_to_its_post_wherever_one_reads(app):
    liked = post(app, "The ferry runs again")
    for number in range(40):
        post(app, f"post number {number}")
    grace = app.stores.accounts.add("Grace", None, 1)
    app.stores.feed.set_liked(grace.id, liked, True)
    app.program.feed.show_newest()
    app.program.navigation.show_place("activity")
    app.turns.settle()
    app.press(app.rest.people.activity, "Grace likes your post. The ferry runs again. now")
    assert app.window.focusWidget().post.id == liked
    assert app.window.focusWidget().isVisible()


def test_a_deed_whose_post_is_gone_says_so(app):
    liked = post(app, "Gone soon")
    app.stores.feed.add_comment(app.account_id, Author("Ada", "ada"), liked, "Hm")
    app.stores.feed.delete(app.account_id, liked)
    app.rest.people.activity.post_pressed.emit(liked)
    assert app.said() == ["This post is not here any more."]
