"""Surveys: asked by mini-apps or people, answered once per account, counted live."""
