"""``stoa check FOLDER``: everything worth changing in a mini-app, at once, with file and line. One validator a file."""

from stoa.check.checker import check_folder
from stoa.check.report import Report

__all__ = ["Report", "check_folder"]
