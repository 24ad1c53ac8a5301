"""A small build with evidence, a denied fact, an amount, a masked name, other scripts and awkward characters."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph.export.loading import Dataset, load
from graph.pipeline import Settings, build

TEXTS = {
    "a.txt": "Lantern fundedBy Kredo \"House\" & <Sons>. Lantern began in 2020. Lantern cost 1200 euros. Lantern hasPartner Ångström Ħús Žalia.\n",
    "b.txt": "Lantern fundedBy Kredo \"House\" & <Sons>. Beacon follows Lantern. Beacon was not paid by Kredo. secret:Jane Roe came.\n",
    "c.txt": "Beacon implementedBy =SUM(A1) -- a \\ back\u00a0slash. Beacon hasPartner Kredo 2 ☂ 🏠.\n",
}


@pytest.fixture(scope="session")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.conftest import fake_extract, fake_resolve

    folder = tmp_path_factory.mktemp("exported")
    for name, content in TEXTS.items():
        (folder / name).write_text(content, encoding="utf-8")
    fakes: dict[str, Any] = {"extract": fake_extract, "resolve": fake_resolve, "validate": lambda data: []}
    build([folder / name for name in TEXTS], folder / "out", settings=Settings(workers=1), **fakes)
    return folder / "out"


@pytest.fixture(scope="session")
def dataset(out: Path) -> Dataset:
    return load(out)
