"""From the world to values: bytes to text, text to extractions. Pure, per source."""
