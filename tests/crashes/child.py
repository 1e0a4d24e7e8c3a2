"""Runs one command line in a process of its own, stopped at a point: forked from a process that has everything loaded, or new.

``python -m tests.crashes.child`` takes requests from stdin, one line of JSON each, forks a process for each of them, and
answers how it ended. With a request as its argument it is that process itself.
"""

import gc
import json
import os
import resource
import signal
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn
from unittest.mock import patch

from tests.crashes.points import Deed, Kind, Point, Points

NOW = "2026-01-01T12:00:00+00:00"
"""When everything is recorded, so that a command that runs twice from the same state writes the same."""


def run(request: Mapping[str, Any]) -> NoReturn:
    """Runs the command line of ``request`` and ends the process with its exit code; ``counts`` then tells of the points."""
    os.chdir(request["folder"])
    os.environ["DETENTE_AUTHOR"] = "tester"
    for stream, name in ((1, "stdout"), (2, "stderr")):
        to = "/dev/full" if name == "stdout" and request.get("full_stdout") else request[name]
        os.dup2(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), stream)
    from detente.cli.app import main

    patch("detente.store.revisions.now", lambda: NOW).start()
    sys.argv = ["detente", *request["arguments"]]
    sys.dont_write_bytecode = True
    _limit(request)
    point = request.get("point")
    points = Points(None if point is None else Point(Kind(point[0]), point[1], Deed(point[2])))
    if "interrupt_after" not in request:  # a signal must not find our own code, in which an exception goes nowhere
        points.watch()
    status = 1
    try:
        main()
    except SystemExit as end:
        status = int(end.code or 0)
    except BaseException:
        traceback.print_exc()
    signal.setitimer(signal.ITIMER_REAL, 0)
    sys.stdout.flush()
    sys.stderr.flush()
    points.reached(Kind.FILE)  # the last moment: all is done and said
    counted = dict(points.counted)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    Path(request["counts"]).write_text(json.dumps(counted), encoding="utf-8")
    os._exit(status)


def _limit(request: Mapping[str, Any]) -> None:
    """What a test asks for beyond a point: a limit for each file in bytes, a umask, Ctrl-C after so many seconds.

    With ``full_stdout`` the answer goes to where nothing can be written.
    """
    if (limit := request.get("file_limit")) is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    os.umask(request.get("umask", 0o022))
    if (seconds := request.get("interrupt_after")) is not None:
        signal.signal(signal.SIGALRM, lambda *_: signal.raise_signal(signal.SIGINT))
        signal.setitimer(signal.ITIMER_REAL, seconds)


def serve() -> None:
    """Answers requests until there are no more."""
    _load_all()
    gc.freeze()  # what all processes share is not looked through, and so copied, by each of them
    for line in sys.stdin:
        process = os.fork()
        if process == 0:
            try:
                run(json.loads(line))
            except BaseException:  # what goes wrong here must not become a second server
                traceback.print_exc()
                os._exit(70)
        _, status = os.waitpid(process, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def _load_all() -> None:
    from importlib import import_module
    from pkgutil import walk_packages

    import detente

    for module in walk_packages(detente.__path__, "detente."):
        if "._" not in module.name and not module.name.startswith(("detente.report", "detente.analysis")):
            import_module(module.name)
    for name in ("alembic.command", "alembic.config", "sqlalchemy.dialects.sqlite", "psycopg", "pycountry", "rapidfuzz"):
        import_module(name)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        run(json.loads(sys.argv[1]))
    serve()
