"""What an installation may set: in a file (`phahe.toml`), by environment (`PHAHE_...`), by options of `phahe serve`."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any, Final, Literal, Self

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from ontology.errors import WrongUse

MIB: Final = 1024 * 1024

NAMED: Final = "PHAHE_SETTINGS"
"""The variable that names the file of settings; without it, `phahe.toml` where the command is given, if it is there."""

FILE: Final = Path("phahe.toml")


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
    stop: float = Field(default=35.0, ge=0, description="seconds that answers under way may take when the server ends")
    connections: int = Field(default=1_000, ge=1, description="connections that are open at once")
    patience: float = Field(default=10.0, gt=0, description="seconds in which a client must get on with its request")
    log: Literal["debug", "info", "warning", "error"] = Field(default="info", description="the least that is logged")
    log_form: Literal["auto", "json", "text"] = Field(
        default="auto", description="lines of JSON, or words; auto: words on a terminal"
    )

    @classmethod
    def load(cls, **given: Any) -> Self:  # noqa: ANN401 - the fields above
        """The settings: `given` before the environment, that before the file; raises WrongUse where one is wrong."""
        told = {name: value for name, value in given.items() if value is not None}
        path = Path(os.environ.get(NAMED, FILE))
        known = {f"PHAHE_{name.upper()}" for name in cls.model_fields}
        written = _written(path, set(cls.model_fields), wanted=NAMED in os.environ)
        stated = {name.removeprefix("PHAHE_").lower() for name in map(str.upper, os.environ) if name in known}
        try:
            return cls(**{name: value for name, value in written.items() if name not in stated} | told)
        except ValidationError as error:
            first = error.errors()[0]
            name = ".".join(str(step) for step in first["loc"])
            raise WrongUse(f"the setting {name} is not valid: {first['msg']}") from error


def _written(path: Path, known: set[str], *, wanted: bool) -> dict[str, Any]:
    """What the file of settings says; raises WrongUse where it cannot be read or names what there is not."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        if wanted:
            raise WrongUse(f"there is no file {path} ({NAMED} names it)") from error
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WrongUse(f"the settings in {path} cannot be read: {error}") from error
    unknown = sorted(set(found) - known)
    if unknown:
        raise WrongUse(f"{path} sets {unknown[0]}, which is no setting; there are {', '.join(sorted(known))}")
    return found
