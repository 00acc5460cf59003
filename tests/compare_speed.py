"""Time and memory of the native command from 10,000 to 1,000,000 corners, beside Python's json and GEOS in the same run.

Needs shapely as `compare_geos.py` does. No figure is asserted: machines differ. What is printed holds anywhere: the ratio
to the peer, the exponent of growth, and peak memory over the size
of the file, of the largest.

    cargo build --release --no-default-features --features cli
    python tests/compare_speed.py target/release/cluster-ready

The command reads, checks, projects to VN-2000, measures on the ellipsoid and prints the ring; the peer reads with
`json.loads`, makes a polygon, and asks GEOS whether it is valid: no projection, no area.
"""

import argparse
import json
import math
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import shapely

SIZES = (10_000, 100_000, 1_000_000)
RUNS = 3


def coast(count):
    """A ring of many waves with rough edges; seven decimals, as surveys write them."""
    rng = random.Random(count)
    waves = [(rng.uniform(-1, 1) / n, rng.uniform(0, math.tau)) for n in range(1, 60)]
    rough = min(1, 3000 / count)
    ring = []
    for index in range(count):
        angle = math.tau * index / count
        wave = sum(high * math.sin(n * angle + phase) for n, (high, phase) in enumerate(waves, 1))
        far = 0.5 * (1 + 0.07 * wave + 0.0005 * rough * rng.uniform(-1, 1))
        ring.append([round(105.8 + far * math.cos(angle), 7), round(21 + far * math.sin(angle), 7)])
    return [ring + ring[:1]]


def fields(count):
    """A square with square holes side by side."""
    across = math.isqrt(count // 5)
    rings = [[[105.0, 20.5], [106.0, 20.5], [106.0, 21.5], [105.0, 21.5], [105.0, 20.5]]]
    wide = 1 / across
    for row in range(across):
        for column in range(across):
            west, south = 105 + (column + 0.2) * wide, 20.5 + (row + 0.2) * wide
            east, north = west + 0.6 * wide, south + 0.6 * wide
            hole = [[west, south], [west, north], [east, north], [east, south], [west, south]]
            rings.append([[round(x, 7), round(y, 7)] for x, y in hole])
    return rings


def comb(count):
    """Long teeth beside each other, slanting: all boxes meet."""
    teeth = [[0.5 * (n % 2) + n / count / 4, 0.5 * (n % 2) - n / count / 4] for n in range(count - 2)]
    ring = [[round(105.5 + x, 9), round(21 + y, 9)] for x, y in [*teeth, [1.0, -1.0], [-0.1, -1.0]]]
    return [ring + ring[:1]]


def best(run):
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)


def peak_bytes(command):
    """Peak memory of one run; the child of a child, so that only it counts."""
    code = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)"
    )
    output = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, check=True)
    return int(output.stdout)


def peer(path):
    shape = json.loads(path.read_text())
    shell, *holes = shape["coordinates"]
    return shapely.is_valid(shapely.Polygon(shell, holes))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("command", help="the native command cluster-ready")
    command = os.path.abspath(parser.parse_args().command)
    print(f"GEOS {shapely.geos_version_string}, best of {RUNS}")
    print("shape   corners   seconds  of peer  exponent  memory/file  outcome")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "shape.geojson"
        for make in (coast, fields, comb):
            before = None
            # GEOS compares every tooth with every other: the larger ones would take it too long.
            for count in SIZES[:1] if make is comb else SIZES:
                rings = make(count)
                path.write_text(json.dumps({"type": "Polygon", "coordinates": rings}, separators=(",", ":")))
                line = [command, "boundary", str(path)]
                output = subprocess.run(line, capture_output=True, check=False).stdout
                result = json.loads(output)
                ours = best(lambda: subprocess.run(line, capture_output=True, check=False))
                theirs = best(lambda: peer(path))
                growth = f"{math.log(ours / before, 10):8.2f}" if before else " " * 8
                # Of a small file it would be that of the interpreter before it becomes the command.
                share = f"{peak_bytes(line) / path.stat().st_size:10.1f}x" if count == SIZES[-1] else " " * 11
                word = result.get("error") or result["outcome"]
                print(
                    f"{make.__name__:7} {count:8} {ours:8.3f} {ours / theirs:8.2f}  {growth} {share}  {word}",
                    flush=True,
                )
                before = ours


if __name__ == "__main__":
    main()
