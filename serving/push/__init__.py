"""Puts a build into a SPARQL 1.1 store somewhere else.

`content` says what belongs there, `ledger` what is there already, `transfer` brings the difference over, `remote`
speaks to the store.
"""
