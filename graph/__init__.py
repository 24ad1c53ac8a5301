"""From documents to a validated dataset: reading, extraction, resolution, triples, validation, writing."""
