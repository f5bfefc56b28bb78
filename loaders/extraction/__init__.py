"""Text to `Extraction`: documents, activities, relations, obligations, results."""
