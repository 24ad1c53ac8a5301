"""The dataset: triples, files, their checks, and what changed between two of them."""
