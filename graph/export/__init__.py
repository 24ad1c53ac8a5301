"""A finished build in the syntaxes that other programs read.

`loading` opens an output folder, `description` says what the dataset is (VoID, DCAT, licence), `alignment` adds the
words of other vocabularies, `syntaxes`, `jsonld`, `networks`, `tables` and `nanopublications` write; `writing` ties
them together. The same build gives the same bytes.
"""
