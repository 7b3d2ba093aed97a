"""What crosses the bridge, as data: wire models, methods, events, permissions and errors. Pydantic only."""
