"""From characters to mentions: words, sentences, one language's knowledge, values, the things they name."""
