"""The explorer's page beside a stock pyvis page of the same network, in headless Chromium, in one run.

`python -m bench.page --sizes 200 1000 5000 20000 --out bench-out` writes `page.md`: seconds from opening the file to
the first stable picture, frames a second while panning, bytes of the file and of the JavaScript heap. The stock page
is what `pyvis.network.Network` draws of the same nodes and edges with its defaults; it gets `--patience` seconds to
come to rest. Needs Chromium and the extra `test`.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyvis.network import Network

from bench.made_graph import TRIPLES_OF_A_SOURCE, make
from queries.dataset import open_dataset
from viz.page import read_styled, write_page

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--headless=new", "--disable-gpu", "--enable-precise-memory-info"]
#: Whether the stock page has come to rest.
AT_REST = "typeof network !== 'undefined' && network && network.physics && network.physics.stabilized"
#: Counts frames for two seconds while the picture is dragged to and fro.
FRAMES = """async (selector) => {
  const canvas = document.querySelector(selector), box = canvas.getBoundingClientRect();
  const mouse = { bubbles: true, cancelable: true, pointerId: 1, pointerType: 'mouse', isPrimary: true };
  const send = (type, x, y) => canvas.dispatchEvent(new PointerEvent(type, { ...mouse, clientX: x, clientY: y,
    button: type === 'pointermove' ? -1 : 0, buttons: type === 'pointerup' ? 0 : 1 }));
  const cx = box.left + 30, cy = box.top + 30;
  let frames = 0;
  const begin = performance.now();
  send('pointerdown', cx, cy);
  while (performance.now() - begin < 2000) {
    const turn = (performance.now() - begin) / 150;
    send('pointermove', cx + 60 * Math.sin(turn), cy + 60 * Math.cos(turn));
    await new Promise(requestAnimationFrame);
    frames += 1;
  }
  send('pointerup', cx, cy);
  return frames / ((performance.now() - begin) / 1000);
}"""
HEAP = "() => Math.round(performance.memory.usedJSHeapSize / 1e6)"


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of one page; `seconds` is None where it did not come to rest."""

    seconds: float | None
    frames: float | None
    heap: int | None
    size: int


def made_network(size: int, folder: Path) -> None:
    """Write `graph.trig` with about `size` things: two for each three are projects."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "graph.trig").open("w", encoding="utf-8") as file:
        file.writelines(make(TRIPLES_OF_A_SOURCE * size * 2 // 3))


def stock_page(folder: Path, path: Path) -> None:
    """The same network as pyvis draws it without further ado."""
    network = read_styled(open_dataset(folder))
    net = Network(cdn_resources="in_line", height="800px", directed=True)
    for name, node in network.nodes(data=True):
        net.add_node(name, label=next(iter(node["labels"].values()))[0], group=node["kind"])
    for s, o, relation in network.edges(keys=True):
        net.add_edge(s, o, title=relation)
    path.write_text(net.generate_html(), "utf-8")


def measure(browser: Any, path: Path, rest: str, canvas: str, patience: float, state: str = "") -> Figures:
    """Open a page and wait until `rest` is true; then pan."""
    from playwright.sync_api import TimeoutError as OutOfPatience

    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.set_default_timeout(patience * 1000)
    begin = time.perf_counter()
    try:
        page.goto(path.resolve().as_uri() + state, wait_until="domcontentloaded")
        page.wait_for_function(rest, polling=20)
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        seconds = time.perf_counter() - begin
        return Figures(seconds, page.evaluate(FRAMES, canvas), page.evaluate(HEAP), path.stat().st_size)
    except OutOfPatience:
        sys.stderr.write(f"{path.name}: not at rest after {patience:.0f} s\n")
        return Figures(None, None, None, path.stat().st_size)
    finally:
        page.close()


def row(size: int, name: str, found: Figures) -> str:
    """A line of the table."""
    cells = [
        f"{found.seconds:.2f}" if found.seconds is not None else "not at rest",
        f"{found.frames:.0f}" if found.frames is not None else "",
        f"{found.size / 1e6:.1f}",
        str(found.heap or ""),
    ]
    return f"| {size} | {name} | " + " | ".join(cells) + " |"


def main() -> None:
    """Measure all sizes and write the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--sizes", type=int, nargs="+", default=[200, 1000, 5000, 20000])
    parser.add_argument("--patience", type=float, default=60.0)
    parser.add_argument("--out", type=Path, default=Path("bench-out"))
    given = parser.parse_args()
    from playwright.sync_api import sync_playwright

    given.out.mkdir(parents=True, exist_ok=True)
    lines = [
        "| things | page | first stable picture (s) | frames/s panning | file (MB) | heap (MB) |",
        "|---|---|---|---|---|---|",
    ]
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for size in given.sizes:
            folder = given.out / f"network-{size}"
            made_network(size, folder)
            own, stock = folder / "own.html", folder / "stock.html"
            write_page(open_dataset(folder), own, title=f"{size} things")
            stock_page(folder, stock)
            ready, canvas = "document.documentElement.dataset.ready === 'true'", "#graph canvas"
            lines.append(
                row(
                    size,
                    "explorer, as it opens",
                    measure(browser, own, ready, "#chart svg, #graph canvas", given.patience),
                )
            )
            lines.append(
                row(
                    size, "explorer, whole network", measure(browser, own, ready, canvas, given.patience, "#view=graph")
                )
            )
            lines.append(
                row(size, "stock pyvis", measure(browser, stock, AT_REST, "#mynetwork canvas", given.patience))
            )
            sys.stderr.write("\n".join(lines[-3:]) + "\n")
        browser.close()
    (given.out / "page.md").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
