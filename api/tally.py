"""What the server counts of itself, for Prometheus: latencies, queues, kills, the age of what it serves."""

from __future__ import annotations

import time
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

MEDIA_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"

STEPS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
"""Bounds of the latency histogram, in seconds; the short lane's is one of them."""


class Tally:
    """The counters of one server."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self.requests = Histogram(
            "phahe_request_seconds",
            "Time from a request to the end of its answer, by route, method and status.",
            ("route", "method", "status"),
            buckets=STEPS,
            registry=self.registry,
        )
        self.waiting = Gauge(
            "phahe_queries_waiting", "Queries that wait for a place.", ("lane",), registry=self.registry
        )
        self.kills = Counter(
            "phahe_query_kills_total",
            "Query processes that were ended, by reason.",
            ("reason",),
            registry=self.registry,
        )
        self.dropped = Counter(
            "phahe_connections_dropped_total",
            "Connections that were ended because the client did not get on.",
            registry=self.registry,
        )
        self.age = Gauge(
            "phahe_snapshot_age_seconds", "Time since the served version was published.", registry=self.registry
        )
        self.version = Gauge("phahe_snapshot_info", "The version that is served.", ("version",), registry=self.registry)

    def took(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count one answered request."""
        self.requests.labels(route, method, str(status)).observe(seconds)

    def served(self, version: str, published: float) -> None:
        """Take note of the version that is served, and when (seconds since 1970) it was published."""
        self.version.clear()
        self.version.labels(version).set(1)
        self.age.set(max(0.0, time.time() - published))

    def text(self) -> bytes:
        """All counters, as they stand."""
        return generate_latest(self.registry)
