"""The rooms: the only importer of QtWebEngine and QtWebChannel."""
