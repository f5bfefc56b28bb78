"""One module a format, one registry: bytes to `Source` and `Text`."""
