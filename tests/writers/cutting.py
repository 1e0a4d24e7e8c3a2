"""A wire to a server that is cut once, when certain words go over it."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum, auto
from pathlib import Path

from detente.store.addresses import read_url


class Cut(Enum):
    """When the wire is cut: before the server hears the words, before it is heard, or when its answer has come."""

    UNHEARD = auto()
    UNANSWERED = auto()
    ANSWERED = auto()


class _Wire:
    def __init__(self, server: str, words: bytes, after: bytes, moment: Cut) -> None:
        self._server, self._words, self._after, self._moment = server, words, after, moment
        self._due, self._cut = not after, False

    def serve(self, listening: socket.socket) -> None:
        """Takes connections until there is nobody to take them for."""
        with suppress(OSError):
            while True:
                client, _ = listening.accept()
                server = socket.socket(socket.AF_UNIX)
                server.connect(self._server)
                last = threading.Event()
                for pump in (self._ask, self._answer):
                    threading.Thread(target=pump, args=(client, server, last), daemon=True).start()

    def _ask(self, client: socket.socket, server: socket.socket, last: threading.Event) -> None:
        with suppress(OSError):
            while asked := client.recv(65536):
                self._due = self._due or self._after in asked
                if self._due and not self._cut and self._words in asked:
                    self._cut = True
                    last.set()
                    if self._moment is not Cut.ANSWERED:
                        client.shutdown(socket.SHUT_RDWR)
                    if self._moment is Cut.UNHEARD:
                        break
                server.sendall(asked)
        with suppress(OSError):
            server.shutdown(socket.SHUT_WR)

    def _answer(self, client: socket.socket, server: socket.socket, last: threading.Event) -> None:
        with suppress(OSError):
            while answer := server.recv(65536):
                with suppress(OSError):
                    client.sendall(answer)
                if last.is_set():
                    break
        for end in (client, server):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()


@contextmanager
def cut(address: str, folder: Path, words: str, moment: Cut, *, after: str = "") -> Iterator[str]:
    """Another address of the same database, over a wire that is cut once: when ``words`` go over it, and ``after`` has."""
    url = read_url(address)
    name = f".s.PGSQL.{url.port}"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(folder / name))
        listening.listen()
        wire = _Wire(f"{url.query.get('host', url.host)}/{name}", words.encode(), after.encode(), moment)
        threading.Thread(target=wire.serve, args=(listening,), daemon=True).start()
        yield f"postgresql://{url.username}@/{url.database}?host={folder}&port={url.port}"
        listening.shutdown(socket.SHUT_RDWR)
