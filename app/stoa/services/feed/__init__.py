"""The feed: posts, who posts them, what people do to them, and their pictures."""
