"""How the explorer looks, and which classes and relations count as what: `style.toml`, read."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def read_style() -> dict[str, Any]:
    """All of `style.toml`."""
    return read_toml("style.toml")


def hubs() -> frozenset[str]:
    """The classes through which nearly everything is linked: countries, groups, themes, activities."""
    classes: dict[str, dict[str, Any]] = read_style()["classes"]
    return frozenset(name for name, look in classes.items() if look.get("hub"))


def takes_part() -> frozenset[str]:
    """The relations by which a body takes part in a project."""
    return frozenset(read_style()["takes_part"]["relations"])


def pays() -> frozenset[str]:
    """The relations by which a body or fund pays for a project."""
    return frozenset(read_style()["pays"]["relations"])


def read_toml(name: str) -> dict[str, Any]:
    """A TOML file of this package.

    Raises ValueError, with the file's name, where it is no valid TOML.
    """
    try:
        return tomllib.loads(files("viz").joinpath(name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"viz/{name}: not valid TOML ({error}); mend the file") from error
