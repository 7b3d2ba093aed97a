"""Accounts of this machine, and signing in to a mini-app without telling it who the account is."""
