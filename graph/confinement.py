"""Takes from a process what a query never needs: the network, and the starting of programs. Linux only, by seccomp.

The text of a query is looked at before (`graph.guard`); this holds even for what was overlooked there. Loaded by file
name in the worker, so it imports nothing of ours.
"""

from __future__ import annotations

import ctypes
import errno
import platform
from typing import Final

NO_NEW_PRIVILEGES: Final = 38
SET_SECCOMP: Final = 22
FILTER: Final = 2
LOAD_WORD: Final = 0x20
JUMP_IF_EQUAL: Final = 0x15
JUMP_IF_GREATER: Final = 0x25
RETURN: Final = 0x06
ALLOW: Final = 0x7FFF0000
REFUSE: Final = 0x00050000 | errno.EACCES
OTHER_CALLS: Final = 0x3FFFFFFF
"""Numbers above are those of another calling convention (x32): refused, for they name the same calls once more."""

ARCHITECTURES: Final = {
    # audit number; socket, connect, bind, execve, execveat, ptrace, io_uring_setup
    "x86_64": (0xC000003E, (41, 42, 49, 59, 322, 101, 425)),
    "aarch64": (0xC00000B7, (198, 203, 200, 221, 281, 117, 425)),
}
"""The calls that are refused, by the numbers that linux/arch/*/include gives them."""


class Instruction(ctypes.Structure):
    """One step of the kernel's filter: an operation, how far to go on if true and if false, a number."""

    _fields_ = (("code", ctypes.c_ushort), ("yes", ctypes.c_ubyte), ("no", ctypes.c_ubyte), ("k", ctypes.c_uint32))


class Program(ctypes.Structure):
    """A filter as the kernel takes it."""

    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.POINTER(Instruction)))


def steps(audit: int, refused: tuple[int, ...]) -> list[tuple[int, int, int, int]]:
    """The filter: what is of this architecture and not among the refused calls is allowed."""
    last = len(refused) + 1
    listed = [(JUMP_IF_EQUAL, last - place - 1, 0, number) for place, number in enumerate(refused)]
    return [
        (LOAD_WORD, 0, 0, 4),
        (JUMP_IF_EQUAL, 0, last + 2, audit),
        (LOAD_WORD, 0, 0, 0),
        (JUMP_IF_GREATER, last, 0, OTHER_CALLS),
        *listed,
        (RETURN, 0, 0, ALLOW),
        (RETURN, 0, 0, REFUSE),
    ]


def possible() -> bool:
    """Whether this is known to work on a system of this kind."""
    return platform.system() == "Linux" and platform.machine() in ARCHITECTURES


def confine() -> bool:
    """Refuse these calls to this process from now on; False where the system cannot do it."""
    if not possible():
        return False
    written = [Instruction(*step) for step in steps(*ARCHITECTURES[platform.machine()])]
    program = Program(len(written), (Instruction * len(written))(*written))
    control = ctypes.CDLL(None, use_errno=True).prctl
    if control(NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(control(SET_SECCOMP, FILTER, ctypes.byref(program), 0, 0) == 0)
