"""The picture in the docs: a planted world's map, as SVG text."""

from pathlib import Path

import numpy as np

from bench.worlds import world
from ledstjarna.engines.opinion import analyse, votes_from_matrix
from ledstjarna.engines.opinion.positions import ellipse

PICTURE = Path(__file__).resolve().parents[2] / "docs" / "engines" / "opinion.svg"
COLOURS = ("#1f7a78", "#c8553d", "#6b5b95", "#b8860b")
WIDE, HIGH, STEP = 600, 460, 44
FEW = 8


def drawn() -> str:
    """800 people on the first two axes by opinion group; two of them with where they stand in nine of ten."""
    votes = votes_from_matrix(world(800, 80, 0.4, seed=5).matrix)
    seen = analyse(votes)
    at = np.round(seen.position * np.array([STEP, -STEP]) + np.array([WIDE / 2, HIGH / 2]), 1)
    few, many = int(np.abs(votes.cast - FEW).argmin()), int(votes.cast.argmax())
    dots = "".join(
        f'<circle cx="{x}" cy="{y}" r="2.5" fill="{COLOURS[group] if group >= 0 else "#999"}"/>'
        for (x, y), group in zip(at.tolist(), seen.group.tolist(), strict=True)
    )
    rings = ""
    for person in (few, many):
        shape, (x, y) = ellipse(seen.position_spread[person]), at[person]
        rings += (
            f'<ellipse cx="{x}" cy="{y}" rx="{STEP * shape.long:.1f}" ry="{STEP * shape.short:.1f}" '
            f'transform="rotate({-shape.turn:.1f} {x} {y})" fill="none" stroke="#222" stroke-width="1.5"/>'
            f'<text x="{x + 6}" y="{y - 6}" fill="#222" stroke="#fff" stroke-width="3" '
            f'paint-order="stroke">{votes.cast[person]} votes</text>'
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" '
        'font-family="sans-serif" font-size="12">'
        f'<rect width="{WIDE}" height="{HIGH}" fill="#fff"/>{dots}{rings}</svg>\n'
    )


def main() -> None:
    """Draw it into the docs."""
    PICTURE.write_text(drawn(), encoding="utf-8")


if __name__ == "__main__":
    main()
