"""Which mentions of many documents are one thing, and why.

`forms` takes names apart, `offices` knows the country offices of international bodies, `profiles` gathers what is
known of each document's entity, `keys` says by what two of them may be joined, `clusters` joins them unless something
speaks against it, `decisions` reads what people have decided, `explanation` tells the grounds. `graph.resolution` is
the way in.
"""
