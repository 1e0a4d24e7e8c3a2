"""How far is a long command: a bar on stderr where somebody sits at a terminal, and nothing elsewhere?"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Told = Callable[[int, float | None], None]


@contextmanager
def progress(doing: str) -> Iterator[Told]:
    """Gives what is told how many rows are done, and which share of the whole that is (None: not known).

    What takes time after the last row has no share: everything that was read is checked, and merged.
    """
    if not sys.stderr.isatty():
        from detente.formats.reading import unseen

        yield unseen
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        TextColumn("{task.fields[rows]:>9,} rows"),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(doing, total=None, rows=0, rate="")

        def told(rows: int, share: float | None) -> None:
            spent = shown.tasks[0].elapsed or 0.0
            rate = f"{rows / spent:,.0f}/s" if spent > 0.2 else ""
            done = share is not None and share >= 1.0
            total = None if share is None or done else 1.0
            now = f"{doing}, all read" if done and doing == "reading" else doing
            shown.update(task, description=now, total=total, completed=share or 0.0, rows=rows, rate=rate)

        yield told
