"""Key and value storage of one account and mini-app."""
