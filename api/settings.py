"""What an installation may set: by environment (`PHAHE_...`) or by the options of `phahe serve`."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

MIB = 1024 * 1024


class Settings(BaseSettings):
    """Where the data is, what is served, and how much a stranger may ask for. Sizes are bytes, times seconds."""

    model_config = SettingsConfigDict(env_prefix="PHAHE_", frozen=True, extra="ignore")

    data: Path = Field(default=Path("phahe-data"), description="the data directory")
    base: str | None = Field(
        default=None, description="the address `/id/` resolves to, if another server answers for it"
    )
    plain: Path | None = Field(default=None, description="serve this directory as an ordinary writable SPARQL store")
    host: str = Field(default="127.0.0.1", description="the address to listen on")
    port: int = Field(default=8000, ge=0, le=65535, description="the port to listen on; 0: any free one")
    workers: int = Field(default=2, ge=1, le=64, description="processes that answer strangers' queries, in each lane")
    short_lane: float = Field(
        default=0.25, gt=0, description="seconds a query may take before it goes to the long lane"
    )
    long_lane: float = Field(default=10.0, gt=0, description="seconds a query may take in the long lane")
    keyed_lane: float = Field(
        default=30.0, gt=0, description="seconds a query that comes with a key may take in the long lane"
    )
    query_memory: int = Field(default=2048 * MIB, gt=0, description="memory of one query process")
    answer_size: int = Field(default=64 * MIB, gt=0, description="bytes of one query's answer")
    answer_rows: int = Field(default=1_000_000, gt=0, description="rows of one query's answer")
    body_size: int = Field(default=16 * MIB, gt=0, description="bytes of one request's body")
    upload_size: int = Field(default=64 * MIB, gt=0, description="bytes of one upload of sources, by those with a key")
    session: float = Field(default=12 * 3600.0, gt=0, description="seconds a session of the pages lasts")
