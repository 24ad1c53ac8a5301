"""The explorer: a dataset as a network, and the network as one self-contained page."""
