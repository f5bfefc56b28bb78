"""`phahe serve` as a process of its own, as people run it; what it takes of memory, and the processes it started."""

import contextlib
import os
import signal
import subprocess
import sys
import time

import psutil

SERVE = "from api.cli import main; main()"


class Server:
    """A running server: `address` without the last slash, `process` as psutil knows it."""

    def __init__(self, popen, address):
        self.popen = popen
        self.address = address
        self.process = psutil.Process(popen.pid)

    def children(self):
        """The processes it has, and theirs."""
        return self.process.children(recursive=True)

    def memory(self):
        """Bytes of it and its processes."""
        total = 0
        for one in [self.process, *self.children()]:
            with contextlib.suppress(psutil.NoSuchProcess):
                total += one.memory_info().rss
        return total

    def stop(self, seconds=60):
        """Ask it to end; its exit status."""
        self.popen.send_signal(signal.SIGTERM)
        return self.popen.wait(seconds)


@contextlib.contextmanager
def served(data, stderr=None, **settings):
    """A server over `data` while the context lasts; nothing of it is left afterwards, whatever happened."""
    names = {f"PHAHE_{name.upper()}": str(value) for name, value in settings.items()}
    env = {**os.environ, "PHAHE_LOG": "warning", **names}
    command = [sys.executable, "-c", SERVE, "serve", "--port", "0", "--data", str(data)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=stderr or subprocess.DEVNULL, env=env, text=True
    ) as popen:
        try:
            address = popen.stdout.readline().strip().rstrip("/")
            assert address, "the server did not start"
            server = Server(popen, address)
            yield server
        finally:
            if popen.poll() is None:
                popen.terminate()
                with contextlib.suppress(subprocess.TimeoutExpired):
                    popen.wait(60)
            popen.kill()


def settled(look, seconds=20.0):
    """Whether `look` comes true in so many seconds."""
    until = time.monotonic() + seconds
    while not look():
        if time.monotonic() > until:
            return False
        time.sleep(0.1)
    return True
