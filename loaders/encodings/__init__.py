"""How Vietnamese was written in bytes before Unicode: the tables, and what a Vietnamese syllable looks like."""
