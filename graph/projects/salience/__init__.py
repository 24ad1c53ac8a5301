"""Which name is the page's main project where no rule finds one: candidates, what speaks for each, and a ranking."""
