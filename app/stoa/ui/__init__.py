"""The design system: tokens, theme, icons and the widgets painted with them. It knows nothing of feeds or mini-apps."""
