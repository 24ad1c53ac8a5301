"""What can be said: the ontology, its vocabularies and the lexicons. Imports no other room."""
