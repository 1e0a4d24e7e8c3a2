"""Several processes that do something at the same moment: each a Python of its own, none left behind."""

import multiprocessing
import time
import traceback
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, SpawnContext
from threading import BrokenBarrierError
from typing import Protocol, TypeVar

Given = TypeVar("Given")

_LOADED = ["tests.writers.mixed", "detente.cli.app", "detente.cli.commands.log", "alembic.command", "psycopg", "pycountry"]


def _context() -> ForkServerContext | SpawnContext:
    """Nothing is inherited but what is handed over. Where that can be, processes start with what takes a second to load."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_LOADED)
    return context


_NEW = _context()


class Meeting(Protocol):
    """Where processes wait until all are there."""

    def wait(self) -> int:
        """Returns once everybody waits."""


def at_once(works: Sequence[Callable[[Meeting], Given]], seconds: float = 900) -> list[Given]:
    """What each of ``works`` gives, each run in a new process and handed the meeting of all of them.

    They must be partials of functions of a module. Whatever goes wrong in one is raised here; after so many seconds, too.
    """
    meeting = _NEW.Barrier(len(works))
    pipes = [_NEW.Pipe(duplex=False) for _ in works]
    processes = [
        _NEW.Process(target=_run, args=(work, meeting, sender), daemon=True)
        for work, (_, sender) in zip(works, pipes, strict=True)
    ]
    try:
        for process in processes:
            process.start()
        for _, sender in pipes:
            sender.close()  # ours; so that a process that dies is noticed
        return _answers([receiver for receiver, _ in pipes], time.monotonic() + seconds)
    finally:
        for process in processes:
            process.kill()
            process.join()
            process.close()
        for receiver, sender in pipes:
            receiver.close()
            sender.close()


def _answers(receivers: list[Connection], until: float) -> list[Given]:
    answers: dict[int, tuple[Given | None, str]] = {}
    while len(answers) < len(receivers):
        waiting = [receiver for place, receiver in enumerate(receivers) if place not in answers]
        ready = wait(waiting, max(until - time.monotonic(), 0))
        assert ready, f"{len(waiting)} of {len(receivers)} processes are not done"
        for receiver in ready:
            assert isinstance(receiver, Connection)
            try:
                answers[receivers.index(receiver)] = receiver.recv()
            except EOFError:
                raise AssertionError("a process died without a word") from None
    failures = [failure for _, failure in answers.values() if failure]
    # Whoever waited for one that failed has nothing to tell.
    told = [failure for failure in failures if BrokenBarrierError.__name__ not in failure] or failures
    assert not told, "\n".join(told)
    return [answers[place][0] for place in range(len(receivers))]  # type: ignore[misc]  # none failed: each gave something


def _run(work: Callable[[Meeting], object], meeting: Meeting, sender: Connection) -> None:
    try:
        answer: tuple[object, str] = (work(meeting), "")
    except BaseException:
        answer = (None, traceback.format_exc())
        meeting.abort()  # type: ignore[attr-defined]  # a Barrier; works are only to wait
    sender.send(answer)
    sender.close()
