"""Frames on a socket: however they arrive, each is read whole, in time, and within its room."""

import socket
import threading
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graders.errors import Unreadable
from graders.sandbox.frames import AHEAD_BYTES, Frames, Room
from graders.sandbox.wire import HEADER, pack


@given(st.lists(st.binary(max_size=300).map(bytes.hex)), st.integers(1, 500))
@settings(deadline=None)
def test_frames_arrive_one_by_one_wherever_the_stream_is_cut(values, cut):
    stream = b"".join(map(pack, values))
    ours, theirs = socket.socketpair()
    with ours:
        frames = Frames(ours)
        with theirs:
            for begin in range(0, len(stream), cut):
                theirs.sendall(stream[begin : begin + cut])

        assert [frames.receive(Room(1 << 20)) for _ in values] == values
        with pytest.raises(EOFError):
            frames.receive(Room(1 << 20))


def test_frames_that_lie_ready_are_read_at_once():
    ours, theirs = socket.socketpair()
    theirs.sendall(pack("one") + pack("two"))
    frames = Frames(ours)
    frames.receive(Room(100))
    theirs.close()
    ours.close()

    assert frames.receive(Room(100)) == "two"


def test_no_more_is_read_ahead_than_a_frame_needs_or_a_little():
    ours, theirs = socket.socketpair()
    sent, stop = 0, len(pack("x" * 1000))
    theirs.setblocking(False)
    try:
        while True:
            sent += theirs.send(pack("x" * 1000))
    except BlockingIOError:
        pass
    frames = Frames(ours)
    frames.receive(Room(1 << 20))
    ours.setblocking(False)
    left = 0
    try:
        while chunk := ours.recv(1 << 20):
            left += len(chunk)
    except BlockingIOError:
        pass

    assert 0 < sent - left - stop <= AHEAD_BYTES


def test_frames_that_share_a_room_have_together_what_is_in_it():
    ours, theirs = socket.socketpair()
    theirs.sendall(pack("x" * 600) + pack("x" * 600))
    frames, room = Frames(ours), Room(1000)
    frames.receive(room)

    with pytest.raises(Unreadable, match="got 602 bytes, but at most 398 are read"):
        frames.receive(room)


def test_what_nobody_reads_is_given_up_in_time():
    ours, _theirs = socket.socketpair()

    with pytest.raises(TimeoutError):
        Frames(ours).send("x" * (1 << 23), seconds=0.05)


def test_more_text_than_is_read_is_refused_before_it_is_read():
    ours, theirs = socket.socketpair()
    theirs.sendall(HEADER.pack(1 << 31, 0))

    with pytest.raises(Unreadable, match="bytes of text, but at most"):
        Frames(ours).receive(Room(1 << 32))


def test_a_frame_larger_than_allowed_is_refused_before_it_is_read():
    ours, theirs = socket.socketpair()
    theirs.sendall(HEADER.pack(1 << 10, 1 << 31))

    with pytest.raises(Unreadable, match="but at most 1024 are read"):
        Frames(ours).receive(Room(1024))


def test_a_frame_that_never_ends_is_given_up_at_the_deadline():
    ours, theirs = socket.socketpair()
    theirs.sendall(HEADER.pack(100, 0) + b"{")

    with pytest.raises(TimeoutError):
        Frames(ours).receive(Room(1024), deadline=time.monotonic() + 0.05)


def test_a_frame_that_trickles_in_is_given_up_at_the_deadline():
    ours, theirs = socket.socketpair()
    stop = threading.Event()

    def trickle():
        theirs.sendall(HEADER.pack(1 << 20, 0))
        while not stop.wait(0.01):
            theirs.sendall(b" ")

    thread = threading.Thread(target=trickle)
    thread.start()
    try:
        with pytest.raises(TimeoutError):
            Frames(ours).receive(Room(1 << 21), deadline=time.monotonic() + 0.1)
    finally:
        stop.set()
        thread.join()


def test_a_closed_connection_is_the_end_of_the_file():
    ours, theirs = socket.socketpair()
    theirs.close()

    with pytest.raises(EOFError, match="closed the connection"):
        Frames(ours).receive(Room(1024))
