"""Frames of `wire` on a socket: many are read at once, and no more than there is room for."""

import socket
import time
from dataclasses import dataclass
from typing import Any

from graders.errors import Unreadable
from graders.sandbox import wire

AHEAD_BYTES, MOST_BYTES = 1 << 16, 1 << 20
"""How much is asked for at once: the frames that follow a small one come with it."""


@dataclass
class Room:
    """How much is still to be read of somebody who may say anything."""

    left_bytes: int


class Frames:
    """One end of a connection on which frames come and go."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection, self._ahead = connection, bytearray()

    def send(self, value: Any, seconds: float | None = None) -> None:
        """Write `value` as one frame. Raises TimeoutError if nobody reads it in time."""
        self._connection.settimeout(seconds)
        self._connection.sendall(wire.pack(value))

    def receive(self, room: Room, deadline: float | None = None) -> Any:
        """Read one frame that has room, before `deadline` (seconds of time.monotonic).

        Raises EOFError when the other side is gone, TimeoutError at the deadline, and Unreadable
        for a frame that is too large or malformed; its size is looked at before the rest is read.
        """
        text_bytes, blob_bytes = wire.HEADER.unpack(self._read(wire.HEADER.size, deadline))
        wire.check_text(text_bytes)
        if text_bytes + blob_bytes > room.left_bytes:
            raise Unreadable(
                f"got {text_bytes + blob_bytes} bytes, but at most {room.left_bytes} are read"
            )
        room.left_bytes -= text_bytes + blob_bytes
        return wire.unpack(self._read(text_bytes, deadline), self._read(blob_bytes, deadline))

    def _read(self, size: int, deadline: float | None) -> bytes:
        while len(self._ahead) < size:
            self._ahead += self._more(size - len(self._ahead), deadline)
        taken = bytes(memoryview(self._ahead)[:size])
        del self._ahead[:size]
        return taken

    def _more(self, lacking: int, deadline: float | None) -> bytes:
        if deadline is not None:
            self._connection.settimeout(max(deadline - time.monotonic(), 1e-3))
        chunk = self._connection.recv(min(max(lacking, AHEAD_BYTES), MOST_BYTES))
        if not chunk:
            raise EOFError("the other side closed the connection")
        if deadline is not None and time.monotonic() > deadline:
            raise TimeoutError("the frame did not arrive in time")
        return chunk
