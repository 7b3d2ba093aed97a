"""The room's window onto the host: readiness, context, notices, title, links, closing, saving a file."""
