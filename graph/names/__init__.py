"""Names that no vocabulary holds: how they begin, how far they go, and their other forms."""
