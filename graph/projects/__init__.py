"""Which projects and calls a document names, and by which names."""
