"""The window: rail, feed pane, launcher, stage, composer, consent, settings."""
