"""The feed pane: a header and a list of posts that stays fast however many there are."""
