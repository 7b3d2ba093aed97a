"""``stoa new NAME``: the folder of a mini-app that works, to begin with."""

from stoa.scaffold.folder import ScaffoldError, Wish, make_folder

__all__ = ["ScaffoldError", "Wish", "make_folder"]
