"""Fetching one address: the only network effect of the loaders, kept on a short lead.

Only http and https, at most five redirects, a limit on size and time. Addresses of the own machine and network are
refused unless allowed, so that a page given to a server cannot make it read its neighbours; the connection goes to the
very address that was checked.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from contextlib import closing
from typing import Final

import httpx

from ontology.errors import SourceError
from ontology.model import Value

MAX_BYTES: Final = 64 << 20
MAX_REDIRECTS: Final = 5
SECONDS: Final = 30.0
AGENT: Final = "phahe/0.1 (reads documents that its user names)"
ACCEPT: Final = "text/html,application/pdf,*/*;q=0.8"
PORTS: Final = {"http": 80, "https": 443}


class Fetched(Value, frozen=True, gc=False):
    """What an address gave: the bytes, their media type as declared, and the address after redirects."""

    data: bytes
    media_type: str
    url: str


def fetch(url: str, *, private: bool = False, limit: int = MAX_BYTES, seconds: float = SECONDS) -> Fetched:
    """The bytes at `url`; raises SourceError, in one line, where they cannot or must not be had.

    `private` allows addresses of the own machine and network. `limit` is in bytes, `seconds` for the whole.
    """
    deadline = time.monotonic() + seconds
    current = url
    try:
        with httpx.Client(trust_env=False, timeout=seconds, follow_redirects=False) as client:
            for _ in range(MAX_REDIRECTS + 1):
                with closing(client.send(_request(current, private=private), stream=True)) as response:
                    if response.is_redirect:
                        current = str(httpx.URL(current).join(response.headers.get("location", "")))
                        continue
                    if response.is_error:
                        raise SourceError(f"{url}: the server answers {response.status_code}")
                    data = _body(response, url, limit, deadline)
                    media_type = (
                        response.headers.get("content-type", "application/octet-stream").partition(";")[0].strip()
                    )
                    return Fetched(data, media_type.lower(), current)
    except httpx.InvalidURL as error:
        raise SourceError(f"{url}: this is no address ({error})") from error
    except httpx.HTTPError as error:
        raise SourceError(f"{url}: cannot be fetched ({type(error).__name__}: {error})") from error
    raise SourceError(f"{url}: more than {MAX_REDIRECTS} redirects")


def _request(url: str, *, private: bool) -> httpx.Request:
    """What to ask and where: the checked address in the place of the host, the host in the header and for TLS."""
    parsed = httpx.URL(url)
    if parsed.scheme not in PORTS or not parsed.host:
        raise SourceError(f"{url}: only http and https addresses are fetched")
    if parsed.userinfo:
        raise SourceError(f"{url}: an address with a password in it is not fetched")
    address = _checked(url, parsed.host, parsed.port or PORTS[parsed.scheme], private=private)
    return httpx.Request(
        "GET",
        parsed.copy_with(host=address),
        headers={"Host": parsed.netloc.decode("ascii"), "User-Agent": AGENT, "Accept": ACCEPT},
        extensions={"sni_hostname": parsed.raw_host.decode("ascii")},
    )


def _checked(url: str, host: str, port: int, *, private: bool) -> str:
    """The first address of `host`; refused where any of its addresses is not public and that is not allowed."""
    try:
        found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except OSError as error:
        raise SourceError(f"{url}: the host {host} is not known") from error
    if not private and not all(_is_public(address) for address in found):
        raise SourceError(f"{url}: this address is of the own machine or network and is not fetched")
    return found[0]


def _is_public(address: str) -> bool:
    """Whether an address belongs to the open internet, also where it wraps one of the older kind."""
    parsed = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(parsed, "ipv4_mapped", None) or getattr(parsed, "sixtofour", None)
    return (mapped or parsed).is_global and not parsed.is_multicast


def _body(response: httpx.Response, url: str, limit: int, deadline: float) -> bytes:
    """The bytes of an answer, stopped at the limit of size and time."""
    parts: list[bytes] = []
    size = 0
    for part in response.iter_bytes():
        size += len(part)
        if size > limit:
            raise SourceError(f"{url}: larger than {limit} bytes")
        if time.monotonic() > deadline:
            raise SourceError(f"{url}: took too long")
        parts.append(part)
    return b"".join(parts)
