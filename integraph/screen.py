"""What people see of a command: bars and tables on a terminal, plain lines in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

Progress = Callable[[str, int, int], None]


def say(message: str) -> None:
    """A line for people, on stderr."""
    sys.stderr.write(message + "\n")
    sys.stderr.flush()


@contextmanager
def progress(label: str, *, quiet: bool) -> Iterator[Progress]:
    """A function to call with (name, number, total): a bar on a terminal, a line each in a pipe, nothing if quiet."""
    if quiet:
        yield lambda name, number, total: None
    elif sys.stderr.isatty():
        with _bar(label) as advance:
            yield advance
    else:
        yield lambda name, number, total: say(f"{label} {number}/{total} {name}")


@contextmanager
def _bar(label: str) -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[name]}", markup=False),
    )
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task(label, total=None, name="")

        def advance(name: str, number: int, total: int) -> None:
            bars.update(task, completed=number, total=total, name=name)

        yield advance


def table(title: str, rows: Sequence[tuple[str, str]]) -> None:
    """A small table of names and values on stdout."""
    if sys.stdout.isatty():
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        shown = Table(title=title, show_header=False, title_justify="left")
        for name, value in rows:
            shown.add_row(Text(name), Text(value))
        Console().print(shown)
        return
    width = max((len(name) for name, _ in rows), default=0)
    for name, value in rows:
        sys.stdout.write(f"{name.ljust(width)}  {value}\n")
