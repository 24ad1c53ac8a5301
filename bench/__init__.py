"""Benchmarks: figures that can be taken again, beside those of other programs in the same run."""
