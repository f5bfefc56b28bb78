"""To people: command line, HTTP, SPARQL, pages, pyvis."""
