"""Sharing a page of a mini-app as a post whose button opens exactly that page again."""
