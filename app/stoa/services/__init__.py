"""What a mini-app or the shell may ask for: one folder each; none imports another."""
