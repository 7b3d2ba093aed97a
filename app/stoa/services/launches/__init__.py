"""Which mini-apps were opened, and which folders."""
