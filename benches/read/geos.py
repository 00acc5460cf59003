"""Time and memory of the native command on the files of `files.mjs`, beside Python's json and GEOS in the same run.

    python benches/read/geos.py target/release/cluster-ready target/bench-read/files --runs 5

The command reads, checks, projects to VN-2000, measures on the ellipsoid and prints the ring; the peer reads with
`json.loads`, makes a polygon, and asks GEOS whether it is valid: no projection, no area. No time is asserted: machines
differ. What is printed holds anywhere: the ratio to the peer, the exponent of growth, and peak memory over the size of
the file.
"""

import argparse
import json
import math
import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

import shapely

SHAPES = ("coast", "fields")


def median(run, runs):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


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


def validity(path):
    """Only the check of GEOS, the polygon being made."""
    shell, *holes = json.loads(path.read_text())["coordinates"]
    polygon = shapely.Polygon(shell, holes)
    start = time.perf_counter()
    shapely.is_valid(polygon)
    return time.perf_counter() - start


def line(command, path, runs, before):
    """One line of the table; the corners and seconds of the next smaller file go into the growth."""
    corners = sum(len(ring) - 1 for ring in json.loads(path.read_text())["coordinates"])
    call = [command, "boundary", str(path)]
    printed = subprocess.run(call, capture_output=True, check=False).stdout
    result = json.loads(printed)
    ours = median(lambda: subprocess.run(call, capture_output=True, check=False), runs)
    theirs = median(lambda: peer(path), runs)
    growth = " " * 8
    if before:
        growth = f"{math.log(ours / before[1]) / math.log(corners / before[0]):8.2f}"
    # Of a small file it would be that of the interpreter before it becomes the command.
    is_large = corners > 500_000
    share = f"{peak_bytes(call) / path.stat().st_size:10.1f}x" if is_large else " " * 11
    word = result.get("error") or result["outcome"]
    print(
        f"{path.stem:26} {corners:9} {ours:8.3f} {ours / theirs:8.2f}x {growth} {share}"
        f"  GEOS alone {validity(path):6.3f}  {word}",
        flush=True,
    )
    return corners, ours


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("command", help="the native command cluster-ready")
    parser.add_argument("files", type=Path, help="the folder that files.mjs fills")
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    command = os.path.abspath(arguments.command)
    print(f"GEOS {shapely.geos_version_string}, median of {arguments.runs}")
    print("file                         corners  seconds  of peer   growth  memory/file")
    for shape in SHAPES:
        size = re.compile(rf"{shape}-(\d+)\.geojson")
        found = {int(match[1]): path for path in arguments.files.iterdir() if (match := size.fullmatch(path.name))}
        before = None
        for _, path in sorted(found.items()):
            before = line(command, path, arguments.runs, before)
    # GEOS compares every tooth with every other.
    line(command, arguments.files / "diagonal_comb_10000.geojson", 1, None)


if __name__ == "__main__":
    main()
