"""People who must stay unnamed: found in any spelling, and kept out of all that is published."""
