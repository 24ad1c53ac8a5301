"""The picture while the view moves: what was drawn is shown shifted, and when the motion ends all is drawn as it should be."""
from __future__ import annotations

from typing import Any

import pytest

Visit = Any

#: A window of the picture, a dot a number, `x` and `y` from the upper left.
DOTS = """([x, y, w, h]) => {
  const canvas = document.querySelector('#graph canvas'), ratio = canvas.width / canvas.clientWidth;
  const copy = Object.assign(document.createElement('canvas'), { width: w * ratio, height: h * ratio });
  const paper = copy.getContext('2d', { willReadFrequently: true });
  paper.drawImage(canvas, -x * ratio, -y * ratio);
  const dots = paper.getImageData(0, 0, copy.width, copy.height);
  return Array.from(new Uint32Array(dots.data.buffer));
}"""
WIDE, HIGH = 260, 220


def drawn(page: Any) -> None:
    """Wait until what was done so far is on the screen. A browser that is short of time makes one of several moves of the pointer."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def dots(page: Any, x: int, y: int, wide: int = WIDE, high: int = HIGH) -> list[int]:
    drawn(page)
    found: list[int] = page.evaluate(DOTS, [x, y, wide, high])
    return found


def empty_place(page: Any) -> tuple[float, float]:
    """A point of the picture's upper left corner, where no sign is."""
    box = page.locator("#graph canvas").bounding_box()
    return box["x"] + 6, box["y"] + 6


def drag(page: Any, *steps: tuple[int, int]) -> None:
    """Press and move, and do not let go. The first step only begins (a drag begins some dots later than the pointer)."""
    x, y = empty_place(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 12, y + 12)
    for dx, dy in steps:
        drawn(page)
        page.mouse.move(x + 12 + dx, y + 12 + dy)


@pytest.mark.parametrize("state", ["", "at=id/project/lantern"])
def test_what_was_drawn_is_shifted_while_it_is_dragged(state: str, visit: Visit) -> None:
    page = visit.open(state)
    drag(page, (0, 0))
    before = dots(page, 100, 120)
    x, y = empty_place(page)
    page.mouse.move(x + 12 + 40, y + 12 + 30)
    assert dots(page, 140, 150) == before
    assert len(set(before)) > 20
    page.mouse.up()


@pytest.mark.parametrize("state", ["", "at=id/project/lantern", "theme=dark"])
def test_the_picture_is_the_same_again_when_the_motion_has_ended(state: str, visit: Visit) -> None:
    page = visit.open(state)
    before = dots(page, 0, 0, 500, 500)
    drag(page, (200, 100), (-30, 60), (0, 0), (-12, -12))
    page.mouse.up()
    assert differing(dots(page, 0, 0, 500, 500), before) < 0.001
    assert len(set(before)) > 20


def test_far_from_where_it_was_the_picture_is_drawn_anew(visit: Visit) -> None:
    page = visit.open()
    page.mouse.move(600, 400)
    for _ in range(3):
        page.mouse.wheel(0, -300)
    page.wait_for_timeout(400)
    before = dots(page, 0, 0, 500, 500)
    drag(page, (120, 60), (260, 90), (330, 120))
    page.mouse.up()
    moved, address = dots(page, 0, 0, 500, 500), page.evaluate("location.hash")
    again = visit.open(address.lstrip("#"))
    assert differing(dots(again, 0, 0, 500, 500), moved) < 0.04 < differing(before, moved)  # the address rounds the place


def test_a_sign_that_is_carried_moves_alone(visit: Visit) -> None:
    page = visit.open("eye=0,0,1")
    page.click("#fit")
    at = page.evaluate("""() => { const box = document.querySelector('#graph canvas').getBoundingClientRect();
      return [box.left + box.width / 2, box.top + box.height / 2]; }""")
    before = dots(page, 0, 0, 500, 500)
    found = False
    for x in range(-200, 200, 8):
        page.mouse.move(at[0] + x, at[1])
        if page.locator("#tip").is_visible():
            page.mouse.down()
            for step in (10, 30, 60):
                page.mouse.move(at[0] + x, at[1] + step)
                drawn(page)
            page.mouse.up()
            found = True
            break
    assert found
    page.mouse.move(*empty_place(page))
    after = dots(page, 0, 0, 500, 500)
    assert 0 < differing(before, after) < 0.5


def differing(one: list[int], other: list[int]) -> float:
    """The part of the dots that is not the same to the eye."""
    def apart(a: int, b: int) -> bool:
        return a != b and any(abs((a >> shift & 255) - (b >> shift & 255)) > 16 for shift in (0, 8, 16, 24))

    return sum(apart(a, b) for a, b in zip(one, other, strict=True)) / len(one)
