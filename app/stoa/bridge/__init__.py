"""The gate: one untrusted string in, one string out. No Qt."""
