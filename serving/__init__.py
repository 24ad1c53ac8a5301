"""The serving room: the graph on the web, read-only, for people and programs.

`server` listens, `gate` lets in, `application` says which address is what, `endpoint` speaks the SPARQL protocol, and
`workers` runs queries in processes that can be stopped at any moment.
"""
