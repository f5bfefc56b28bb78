"""From values to a queryable graph: resolution, quads, store, lineage, audit, search."""
