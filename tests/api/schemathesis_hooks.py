"""What Schemathesis does not know by itself: how a query is sent as a body."""

import schemathesis


@schemathesis.serializer("application/sparql-query")
def direct(ctx, value):
    return str(value).encode("utf-8", "replace")
