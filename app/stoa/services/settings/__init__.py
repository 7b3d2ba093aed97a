"""What the program remembers between starts: looks, language, the window, drafts."""
