"""Stoa: a feed, a launcher, and one locked room for each mini-app."""

__version__ = "0.1.0"
