"""Starter content: invented posts and surveys for a first start, removable at once."""
