"""The words: values, identifiers, vocabulary and registers. Imports nothing else of the project."""
