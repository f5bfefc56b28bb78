"""The socket that is served on: its address, its port, its promptness."""

import socket

import pytest

from api.serving import address, listen
from ontology.errors import WrongUse


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_free_port(host):
    with listen(host, 0) as listener:
        assert address(listener).startswith("http://127.0.0.1:")
        assert not address(listener).endswith(":0/")


def test_small_answers_are_not_held_back():
    """asyncio switches Nagle's algorithm off only for sockets that were made with the protocol named."""
    with listen("127.0.0.1", 0) as listener:
        assert listener.proto == socket.IPPROTO_TCP


def test_another_port_where_one_is_in_use():
    with listen("127.0.0.1", 0) as taken:
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(WrongUse, match=f"port {port} is in use"):
            listen("127.0.0.1", port)
        with listen("127.0.0.1", port, any_port=True) as other:
            assert other.getsockname()[1] != port
