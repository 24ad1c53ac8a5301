"""What is installed is what is in the checkout: a wheel holds every data file, and works where the checkout is not."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.syntax import ROOMS, ROOT, TREES


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        str(ROOT),
        "--no-deps",
        "--no-build-isolation",
        "--quiet",
        "--wheel-dir",
        str(folder),
    ]
    subprocess.run(command, check=True, cwd=folder)
    found = list(folder.glob("*.whl"))
    assert len(found) == 1
    return found[0]


def test_the_wheel_holds_every_file(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        path.relative_to(ROOT).as_posix()
        for room in ROOMS
        for path in (ROOT / room).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    }
    texts = {
        f"integraph/texts/{path.relative_to(ROOT / 'texts').as_posix()}"
        for path in (ROOT / "texts").rglob("*")
        if path.is_file()
    }
    assert wanted - names == set() and texts - names == set()
    assert len([name for name in names if name.endswith(".ttl")]) >= 5 and texts


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(ROOMS)


def test_the_wheel_tells_of_itself(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    licences = {name.partition("/licenses/")[2] for name in archive.namelist() if "/licenses/" in name}
    vendored = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("*/vendor/*/LICENSE*")}
    assert licences == {"LICENSE", "LICENSE-DATA", "NOTICE"} | vendored and vendored
    metadata = archive.read(next(name for name in archive.namelist() if name.endswith("/METADATA"))).decode("utf-8")
    assert (ROOT / "README.md").read_text("utf-8").splitlines()[0] in metadata.splitlines()


def test_the_wheel_works_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(place)
    environment = os.environ | {"PYTHONPATH": str(place)}

    def run(*arguments: str) -> str:
        command = [sys.executable, *arguments]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True).stdout

    for room in ROOMS:
        assert run("-c", f"import {room}; print({room}.__file__)").startswith(str(place))
    assert "0 failed" in run("-m", "integraph")
    built = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"graph.ttl", "graph.trig", "graph.html", "vocabulary.ttl", "report.json", "manifest.json"} <= built
    assert len(run("-m", "integraph", "query", "coverage").splitlines()) > 3


def test_the_same_version_everywhere() -> None:
    import integraph

    stated = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert integraph.__version__ == stated
    assert f"version: {stated}" in (ROOT / "CITATION.cff").read_text("utf-8")


def test_every_dependency_is_pinned_in_the_constraints() -> None:
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = project["dependencies"] + [item for group in project["optional-dependencies"].values() for item in group]
    pinned = {}
    for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, version = line.partition("==")
            pinned[canonicalize_name(name)] = version
    for item in map(Requirement, needed):
        assert pinned[canonicalize_name(item.name)] in item.specifier, item


def imported() -> set[str]:
    """The top-level names that the rooms import."""
    found: set[str] = set()
    for tree in TREES.values():
        for part in ast.walk(tree):
            if isinstance(part, ast.Import):
                found |= {name.name.partition(".")[0] for name in part.names}
            elif isinstance(part, ast.ImportFrom) and part.module and part.level == 0:
                found.add(part.module.partition(".")[0])
    return found


def test_what_is_required_is_what_is_imported() -> None:
    """Nothing is imported that only happens to be there, and nothing is installed that nobody imports."""
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    tools = ("test", "bench")  # these are for what stands beside the rooms
    extras = [item for name, group in project["optional-dependencies"].items() if name not in tools for item in group]
    stated = {canonicalize_name(Requirement(item).name) for item in project["dependencies"] + extras}
    foreign = imported() - set(ROOMS) - set(sys.stdlib_module_names)
    sources = packages_distributions()
    used = {canonicalize_name(owner) for name in foreign for owner in sources[name]}
    assert used == stated


def test_git_ignores_no_data_file() -> None:
    """An ignored file would be missing from the wheel without a word."""
    patterns = (ROOT / ".gitignore").read_text("utf-8").split()
    assert not {"*.ttl", "*.rq", "*.tsv", "*.toml", "texts/"} & set(patterns)
