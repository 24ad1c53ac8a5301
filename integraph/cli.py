"""The commands of `integraph`; `build` is the one that runs where none is named."""

from __future__ import annotations

import os
import sys
from collections.abc import Container, Iterable
from importlib import import_module
from typing import Annotated

import typer
from typer.core import TyperGroup

from integraph import __version__

app: typer.Typer
COMMANDS = ("build", "analyse", "ask", "check", "diff", "enrich", "export", "push", "query", "rules", "serve", "why")
_ON_ITS_OWN = frozenset({"--help", "-h", "--version", "--install-completion", "--show-completion"})
_HELP = """Makes a knowledge graph of texts about migration-integration projects; each fact carries its sentence.

`integraph PATH…` is short for `integraph build PATH…`.

Examples:

    integraph                                  build the bundled texts into ./out

    integraph reports/ page.html --out graph   build from a folder and a file

    integraph query                            list the questions that can be asked
"""


def with_default_command(arguments: list[str], commands: Container[str]) -> list[str]:
    """The arguments with `build` before them, unless they begin with a command or an option of the program itself."""
    if arguments and (arguments[0] in commands or arguments[0] in _ON_ITS_OWN):
        return arguments
    return ["build", *arguments]


class DefaultGroup(TyperGroup):
    """A group of commands in which `build` need not be named."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Parse, with the default command put in."""
        return super().parse_args(ctx, with_default_command(args, self.commands))


def _show_version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"integraph {__version__}\n")
        raise typer.Exit


def program(
    version: Annotated[
        bool, typer.Option("--version", help="show the version and stop", is_eager=True, callback=_show_version)
    ] = False,
) -> None:
    """Options of the program itself; `version` is dealt with while they are parsed."""


def application(commands: Iterable[str] = COMMANDS) -> typer.Typer:
    """The program with some of its commands: each is loaded with all that it works with, which takes its time."""
    made = typer.Typer(
        name="integraph",
        cls=DefaultGroup,
        help=_HELP,
        no_args_is_help=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        pretty_exceptions_show_locals=False,
    )
    made.callback()(program)
    for name in commands:
        import_module(f"integraph.{name}_command").add_to(made)
    return made


def __getattr__(name: str) -> typer.Typer:
    """`app`: the whole program, loaded when it is asked for."""
    if name != "app":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return application()


def _wanted(arguments: list[str]) -> Iterable[str]:
    """The commands that these arguments need: the one they name, else all (for help, and for a shell's completion)."""
    command = with_default_command(arguments, COMMANDS)[0]
    completing = any(name.endswith("_COMPLETE") for name in os.environ)
    return [command] if command in COMMANDS and not completing else COMMANDS


def main() -> None:
    """Run the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    application(_wanted(sys.argv[1:]))()
