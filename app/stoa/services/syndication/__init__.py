"""Syndication: RSS, Atom and JSON feeds by address, whose entries become posts."""
