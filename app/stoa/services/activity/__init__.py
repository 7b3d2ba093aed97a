"""Activity: what others did with what an account posted."""
