"""Compares validity with GEOS on random polygons with holes and parts.

Needs Python 3.9 or newer and shapely 2 (`pip install shapely` in an environment of your own). It calls the native
command and generates everything from a seed:

    cargo build --release -p cluster-ready-cli
    python tests/compare_geos.py target/release/cluster-ready
    python tests/compare_geos.py target/release/cluster-ready --count 5000 --seed 7

It prints how many polygons of each kind were valid and every difference, and fails when there is one. Three differences
are meant, and each is held to its own rule:

- a spike is mended, not refused: GEOS has to refuse the polygon as given, and both have to agree on it without spikes
  (taken out here once more, in exact fractions);
- a ring within a hundred-thousandth of its extent of a line has no area, whatever the rounding of its corners: only a
  ring that is so flat may be refused for it;
- GEOS takes no ring of fewer than four positions: such a polygon has to be refused.

Beside valid and invalid, the reason of GEOS has to be among the problems that are listed.
"""

import argparse
import json
import math
import random
import subprocess
import sys
import tempfile
from collections import Counter
from fractions import Fraction
from pathlib import Path

import shapely

WEST, SOUTH, STEP = 105.8, 21.0, 1e-4
BATCH = 5_000

# What GEOS says, and the words for it here. GEOS stops at the first fault and all are listed here; where rings share a
# stretch, or a ring touches itself, there are several ways to say the same.
REASONS = {
    "Self-intersection": {"SELF_INTERSECTION", "RINGS_CROSS", "PARTS_OVERLAP", "RING_SELF_TOUCH"},
    "Ring Self-intersection": {"RING_SELF_TOUCH", "SELF_INTERSECTION"},
    "Hole lies outside shell": {"HOLE_OUTSIDE_SHELL", "RINGS_CROSS"},
    "Holes are nested": {"HOLES_NESTED", "RINGS_CROSS"},
    "Nested shells": {"PARTS_OVERLAP"},
    "Interior is disconnected": {"INTERIOR_DISCONNECTED", "RING_SELF_TOUCH", "RINGS_CROSS"},
    "Duplicate Rings": {"RINGS_CROSS", "PARTS_OVERLAP"},
    "Too few points in geometry component": {"TOO_FEW_POINTS", "ZERO_AREA"},
}


def closed(corners):
    return corners + corners[:1]


def placed(x, y):
    return (WEST + x * STEP, SOUTH + y * STEP)


def grid_ring(rng, size, most):
    """Corners on a coarse grid: touches, spikes, shared stretches and repeated corners come by themselves."""
    count = rng.randint(3, most)
    return [(rng.randint(0, size), rng.randint(0, size)) for _ in range(count)]


def star(rng, x, y, radius, count, exact=False):
    start = rng.random() * math.tau
    ring = []
    for index in range(count):
        angle = start + math.tau * index / count
        far = radius * rng.uniform(0.4, 1.0)
        corner = (x + far * math.cos(angle), y + far * math.sin(angle))
        ring.append(tuple(map(round, corner)) if exact else corner)
    return ring


def box(x, y, width, height):
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def worsened(rng, ring):
    """Some of what hands and programs do to rings."""
    ring = list(ring)
    for _ in range(rng.randint(0, 3)):
        at = rng.randrange(len(ring))
        (ax, ay), (bx, by) = ring[at], ring[(at + 1) % len(ring)]
        kind = rng.randrange(6)
        if kind == 0:
            ring.insert(at, ring[at])
        elif kind == 1:
            ring[at + 1 : at + 1] = [(2 * bx - ax, 2 * by - ay), (ax, ay)]
        elif kind == 2:
            other = rng.randrange(len(ring))
            ring[at], ring[other] = ring[other], ring[at]
        elif kind == 3:
            ring.insert(at + 1, ((ax + bx) / 2, (ay + by) / 2))
        elif kind == 4:
            share = rng.random()
            ring.insert(rng.randrange(len(ring)), (ax + share * (bx - ax), ay + share * (by - ay)))
        else:
            ring.insert(rng.randrange(len(ring)), rng.choice(ring))
    return ring


def one_grid_ring(rng):
    return [[grid_ring(rng, rng.randint(2, 7), 9)]]


def one_star(rng):
    return [[worsened(rng, star(rng, 0, 0, 40, rng.randint(4, 30), rng.random() < 0.5))]]


def grid_rings(rng):
    size = rng.randint(3, 9)
    holes = [grid_ring(rng, size, rng.choice([3, 3, 6])) for _ in range(rng.randint(1, 3))]
    shell = box(0, 0, size, size) if rng.random() < 0.7 else grid_ring(rng, size, 6)
    return [[shell, *holes]]


def boxes_in_a_box(rng):
    size = rng.choice([6, 8, 12])
    holes = []
    for _ in range(rng.choice([1, 1, 2, 3, 5, 7])):
        x, y = rng.randint(rng.choice([-1, 0]), size - 1), rng.randint(0, size - 1)
        hole = box(x, y, rng.randint(1, 3), rng.randint(1, 3))
        if rng.random() < 0.5:
            hole = [hole[0], hole[1], hole[2]] if rng.random() < 0.5 else diamond(x + 1, y + 1, 1)
        holes.append(hole[::-1] if rng.random() < 0.5 else hole)
    return [[box(0, 0, size, size), *holes]]


def diamond(x, y, half):
    return [(x, y - half), (x + half, y), (x, y + half), (x - half, y)]


def touching_holes(rng):
    """Diamonds in a checkerboard, touching in corners: some close a circle, some reach the shell."""
    size = rng.choice([4, 6, 8])
    places = [(x, y) for x in range(1, size) for y in range(1, size) if (x + y) % 2 == 0]
    holes = [diamond(x, y, 1) for x, y in rng.sample(places, min(len(places), rng.randint(1, 9)))]
    margin = rng.choice([0, 0, 1])
    return [[box(-margin, -margin, size + 2 * margin, size + 2 * margin), *holes]]


def parts_on_a_grid(rng):
    parts = []
    for _ in range(rng.choice([2, 2, 3, 6])):
        x, y, width = rng.randint(0, 12), rng.randint(0, 12), rng.randint(2, 6)
        shell = box(x, y, width, rng.randint(2, 6)) if rng.random() < 0.7 else diamond(x, y, width)
        rings = [shell]
        if rng.random() < 0.4:
            rings.append(box(x + 1, y + 1, rng.randint(1, 4), rng.randint(1, 4)))
        parts.append(rings)
    return parts


def rings_in_each_other(rng):
    """Squares or stars of one middle, taken in turn as shells and holes; sometimes one is moved or left out."""
    count = rng.randint(2, 12)
    rings = []
    for n in range(count, 0, -1):
        shift = rng.choice([0] * 12 + [1, 2])
        if rng.random() < 0.5:
            rings.append(box(shift - 2 * n, -2 * n, 4 * n, 4 * n))
        else:
            rings.append(diamond(shift, 0, 2 * n))
    if rng.random() < 0.2:
        rings.pop(rng.randrange(len(rings)))
    if not rings:
        return [[box(0, 0, 1, 1)]]
    if rng.random() < 0.2:
        return [rings]
    parts = [rings[index : index + 2] for index in range(0, len(rings), 2)]
    rng.shuffle(parts)
    return parts


def stars_in_a_star(rng):
    shell = star(rng, 0, 0, 100, rng.randint(20, 200))
    holes = [
        star(rng, rng.uniform(-40, 40), rng.uniform(-40, 40), rng.uniform(1, 8), rng.randint(3, 30))
        for _ in range(rng.choice([1, 2, 3, 12]))
    ]
    return [[shell, *holes]]


def nearly_touching(rng):
    """A corner of one ring on an edge of another but for the rounding of its coordinates."""
    shell = star(rng, 0, 0, 50, rng.randint(3, 8))
    at = rng.randrange(len(shell))
    (ax, ay), (bx, by) = shell[at], shell[(at + 1) % len(shell)]
    share = rng.random()
    touch = (ax + share * (bx - ax), ay + share * (by - ay))
    other = [touch, (touch[0] * 0.9 + 1, touch[1] * 0.9), (touch[0] * 0.9, touch[1] * 0.9 + 1)]
    if rng.random() < 0.5:
        return [[shell, other]]
    return [[shell], [[touch, (touch[0] * 2, touch[1] * 2 + 1), (touch[0] * 2 + 1, touch[1] * 2)]]]


def rooms(rng):
    """The outline of cells of a grid, joined by a walk: long rings with many corners on one line."""
    x = y = 0
    ring = [(0, 0)]
    for _ in range(rng.randint(4, 40)):
        step = rng.randint(1, 3) * rng.choice([-1, 1])
        x, y = (x + step, y) if len(ring) % 2 else (x, y + step)
        ring.append((x, y))
    if rng.random() < 0.5:
        wide = max(abs(c) for corner in ring for c in corner) + rng.randint(0, 1)
        return [[box(-wide, -wide, 2 * wide + 1, 2 * wide + 1), ring]]
    return [[ring]]


KINDS = [
    one_grid_ring,
    one_star,
    grid_rings,
    boxes_in_a_box,
    touching_holes,
    parts_on_a_grid,
    rings_in_each_other,
    stars_in_a_star,
    nearly_touching,
    rooms,
]


def polygon(rng, kind):
    return [[closed([placed(*corner) for corner in ring]) for ring in rings] for rings in kind(rng)]


def side(a, b, c):
    (ax, ay), (bx, by), (cx, cy) = (map(Fraction, corner) for corner in (a, b, c))
    return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)


def is_spike(before, tip, after):
    if side(before, tip, after) != 0:
        return False
    (px, py), (tx, ty), (nx, ny) = (map(Fraction, corner) for corner in (before, tip, after))
    return (px - tx) * (nx - tx) + (py - ty) * (ny - ty) > 0


def without_spikes(ring):
    corners = ring[:-1]
    at = 0
    while len(corners) > 2 and at < len(corners):
        before, tip, after = corners[at - 1], corners[at], corners[(at + 1) % len(corners)]
        if tip == after or is_spike(before, tip, after):
            corners.pop(at)
            at = 0
        else:
            at += 1
    return closed(corners)


def is_flat(ring):
    x0, y0 = ring[0]
    far = max(ring, key=lambda corner: math.hypot(corner[0] - x0, corner[1] - y0))
    dx, dy = far[0] - x0, far[1] - y0
    most = 1.001e-5 * (dx * dx + dy * dy)
    return all(abs((x - x0) * dy - (y - y0) * dx) <= most for x, y in ring)


def geos(parts):
    """Whether GEOS finds it valid, and its reason."""
    if any(len(ring) < 4 for rings in parts for ring in rings):
        return False, "Too few points in geometry component"
    shape = shapely.MultiPolygon([(rings[0], rings[1:]) for rings in parts])
    # One polygon as such: a collection of one is checked alike, and says so less directly.
    shape = shape.geoms[0] if len(parts) == 1 else shape
    return shapely.is_valid(shape), shapely.is_valid_reason(shape).split("[")[0]


def ours(command, polygons):
    features = [
        {
            "type": "Feature",
            "properties": {},
            "geometry": {"type": "MultiPolygon", "coordinates": parts},
        }
        for parts in polygons
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "polygons.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
        output = subprocess.run(
            [command, "boundary", "--each", str(path)], capture_output=True, text=True, check=False
        )
    lines = [json.loads(line) for line in output.stdout.splitlines()]
    if len(lines) != len(polygons):
        sys.exit(f"{len(lines)} lines for {len(polygons)} polygons: {output.stdout[:200]} {output.stderr[:200]}")
    return lines


def difference(parts, line):
    """What is said differently of one polygon, or nothing, and under which rule it was held."""
    issues = set(line["issues"])
    valid = line["status"] != "error"
    geos_valid, reason = geos(parts)
    if "TOO_COMPLEX" in issues:
        return f"given up: {sorted(issues)}", "given up"
    if "SPIKE" in issues:
        if geos_valid:
            return "a spike that GEOS takes for valid", "spike"
        mended = [[without_spikes(ring) for ring in rings] for rings in parts]
        geos_valid, reason = geos(mended)
        rule = "spike"
    else:
        rule = "as given"
    if "ZERO_AREA" in issues or "TOO_FEW_POINTS" in issues:
        if valid:
            return "a ring without area is measured", "flat"
        flat = any(is_flat(ring) or len(without_spikes(ring)) < 4 for rings in parts for ring in rings)
        return (None if flat else "a ring with an area is called flat"), "flat"
    if valid != geos_valid:
        return f"GEOS: {reason}; here: {line['status']} {sorted(issues)}", rule
    if not geos_valid and not REASONS[reason] & issues:
        return f"reason of GEOS: {reason}; here: {sorted(issues)}", rule
    return None, rule


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("command", help="the native command cluster-ready")
    parser.add_argument("--count", type=int, default=60_000)
    parser.add_argument("--seed", type=int, default=20_260_101)
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    rules, kinds, differences = Counter(), Counter(), 0
    for start in range(0, arguments.count, BATCH):
        batch = [KINDS[index % len(KINDS)] for index in range(start, min(start + BATCH, arguments.count))]
        polygons = [polygon(rng, kind) for kind in batch]
        for kind, parts, line in zip(batch, polygons, ours(arguments.command, polygons)):
            told, rule = difference(parts, line)
            rules[rule] += 1
            kinds[kind.__name__, "valid" if line["status"] != "error" else "invalid"] += 1
            if told:
                differences += 1
                if differences <= 20:
                    print(f"{kind.__name__}: {told}\n  {json.dumps(parts)}")
    print(f"GEOS {shapely.geos_version_string}, shapely {shapely.__version__}, seed {arguments.seed}")
    for kind in KINDS:
        print(f"{kind.__name__:20} {kinds[kind.__name__, 'valid']:6} valid {kinds[kind.__name__, 'invalid']:6} invalid")
    print(", ".join(f"{count} {rule}" for rule, count in rules.most_common()))
    print(f"{differences} differences among {arguments.count} polygons")
    sys.exit(differences > 0)


if __name__ == "__main__":
    main()
