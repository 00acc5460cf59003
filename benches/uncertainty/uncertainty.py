"""The doubt of a result in vectorised NumPy: the peer that `cargo xtask bench core` runs beside the core.

Written from the method, section 4, and not from the Rust: it also says, independently, that the golden values are right.

    python uncertainty.py MODEL.json GOLDEN.json check            every golden value, to 1e-9
    python uncertainty.py MODEL.json GOLDEN.json time ROUNDS      milliseconds of one band and of everything, as JSON
"""

import hashlib
import json
import sys
import time
from itertools import combinations
from math import factorial

import numpy as np

DRAWS = 2000
MASK = (1 << 64) - 1
LEVEL, OTHER = 12.5, 5.0
ORIGIN = {"boundary": 0.0, "documented": 0.0, "records": 5.0, "estimate": 12.5}
GROUPS = ["answers", "missing", "weights", "formula"]


class Streams:
    """Uniform numbers by name; SplitMix64 seeded by SHA-256 of key and name."""

    def __init__(self, key):
        self.key = key
        self.kept = {}

    def __call__(self, name, second=False):
        name = name + "/b" if second else name
        if name not in self.kept:
            digest = hashlib.sha256(f"{self.key}/{name}".encode()).digest()
            seed = int.from_bytes(digest[:8], "big")
            with np.errstate(over="ignore"):
                z = np.uint64(seed) + np.arange(1, DRAWS + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
                z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
                z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
                z = z ^ (z >> np.uint64(31))
            self.kept[name] = ((z >> np.uint64(11)).astype(np.float64) + 0.5) * 2.0**-53
        return self.kept[name]


def curve_at(curve, value):
    return np.interp(value, [x for x, _ in curve], [y for _, y in curve])


def points(kind, answer, factor=1.0):
    if kind["kind"] == "level":
        return kind["options"][answer["level"]]["score"]
    if kind["kind"] in ("number", "derived"):
        return curve_at(kind["curve"], answer["number"] / factor)
    if kind["kind"] == "numbers":
        total = sum(p["weight"] * curve_at(p["curve"], v / factor) for p, v in zip(kind["parts"], answer["numbers"]))
        return np.clip(total, 0, 100)
    if kind["kind"] == "choices":
        return kind["score_by_count"][len(answer["selected"])]
    credit = {"done": 1.0, "partly": 0.5, "no": 0.0}
    return 100 * sum(credit[one] for one in answer["checklist"]) / len(answer["checklist"])


def half_width(kind, note):
    if note.get("evidence"):
        return 0.0
    if note.get("origin"):
        return ORIGIN[note["origin"]]
    return LEVEL if kind["kind"] == "level" else OTHER


class Doubt:
    """All draws of one set of answers."""

    def __init__(self, model, answers, notes, streams):
        self.model, self.streams = model, streams
        classes = model["weight_classes"]
        self.dimensions = [one["id"] for one in model["dimensions"]]
        self.live = []
        rows = {}
        for dimension in self.dimensions:
            answered = [i for i in model["indicators"] if i["dimension"] == dimension]
            answered = [
                i
                for i in answered
                if i["id"] in answers and not {"unknown", "not_applicable"} & answers[i["id"]].keys()
            ]
            weight = sum(classes[i["class"]] for i in answered)
            rows[dimension] = (
                sum(classes[i["class"]] * points(i["answer"], answers[i["id"]]) for i in answered) / weight
                if weight
                else None
            )
        self.central = rows
        for index, dimension in enumerate(self.dimensions):
            for i in model["indicators"]:
                answer = answers.get(i["id"])
                if i["dimension"] != dimension or (answer and "not_applicable" in answer):
                    continue
                missing = not answer or "unknown" in answer
                self.live.append((i, index, None if missing else answer, notes.get(i["id"], {})))

    def score(self, one, own_second, curve_second):
        indicator, index, answer, note = one
        name, kind = indicator["id"], indicator["answer"]
        if answer is None:
            m = self.central[self.dimensions[index]]
            m = min(max(50.0 if m is None else m, 5.0), 95.0)
            p = m / 100
            u = self.streams("missing/" + name, own_second)
            return np.where(u < 1 - p, m * u / (1 - p), m + (100 - m) * (u - (1 - p)) / p)
        if kind["kind"] in ("number", "numbers") and "judgement" in indicator["rests_on"]:
            factor = 0.9 + 0.2 * self.streams("curve/" + name, curve_second)
            s = points(kind, answer, factor)
        else:
            s = points(kind, answer)
        h = half_width(kind, note)
        u = self.streams("answer/" + name, own_second)
        noise = np.where(u < 0.5, -h + h * np.sqrt(2 * u), h - h * np.sqrt(2 * (1 - u)))
        return np.clip(s + noise, 0, 100)

    def shares(self, second):
        classes = self.model["weight_classes"]
        drawn = [
            classes[i["class"]] * (0.75 + 0.5 * self.streams("weight/" + i["id"], second)) for i, *_ in self.live
        ]
        sums = [np.zeros(DRAWS) for _ in self.dimensions]
        for (_, index, *_), w in zip(self.live, drawn):
            sums[index] = sums[index] + w
        inner = [w / sums[index] for (_, index, *_), w in zip(self.live, drawn)]
        outer = [
            one["weight"] * (0.75 + 0.5 * self.streams("weight/" + one["id"], second))
            for one in self.model["dimensions"]
        ]
        total = sum(outer)
        return inner, [w / total for w in outer]

    def values(self, scores, inner):
        values = [np.zeros(DRAWS) for _ in self.dimensions]
        for (_, index, *_), s, w in zip(self.live, scores, inner):
            values[index] = values[index] + w * s
        return values

    def overall(self, values, outer, second):
        u = self.streams("formula", second)
        shift = np.where(u < 0.5, self.model["aggregation"]["shift"], 1.0)
        geometric = np.exp(sum(w * np.log(v + shift) for w, v in zip(outer, values))) - shift
        mean = sum(w * v for w, v in zip(outer, values))
        return np.where((u >= 0.5) & (u < 0.75), mean, geometric)

    def draws(self, again=()):
        """G and the dimensions, with these groups from the second streams."""
        scores = [
            self.score(one, ("missing" if one[2] is None else "answers") in again, "formula" in again)
            for one in self.live
        ]
        inner, outer = self.shares("weights" in again)
        values = self.values(scores, inner)
        return self.overall(values, outer, "formula" in again), values, scores, inner, outer

    def levels(self, g, values):
        starts = np.array([one["from"] for one in self.model["levels"]])
        level = lambda v: (v[:, None] >= starts[None, :] - 1e-9).sum(axis=1)
        weakest = np.minimum.reduce(values)
        capped = np.minimum(level(g), level(weakest) + 1)
        return [float((capped == one["level"]).mean()) for one in self.model["levels"]]

    def band(self):
        g, values, *_ = self.draws()
        return np.quantile(g, [0.05, 0.5, 0.95]), [np.quantile(v, [0.05, 0.95]) for v in values], self.levels(g, values)

    def everything(self):
        g, values, scores, inner, outer = self.draws()
        v = {}
        for size in range(5):
            for kept in combinations(GROUPS, size):
                again = [one for one in GROUPS if one not in kept]
                v[kept] = np.mean(g * (other := self.draws(again)[0])) - g.mean() * other.mean()
        whole = v[tuple(GROUPS)] - v[()]
        sources = {}
        for group in GROUPS:
            total = 0.0
            for size in range(4):
                for kept in combinations([one for one in GROUPS if one != group], size):
                    more = tuple(one for one in GROUPS if one in kept or one == group)
                    total += factorial(size) * factorial(3 - size) / factorial(4) * (v[more] - v[kept])
            sources[group] = total / whole if whole > 0 else 0.0
        variance = g.var()
        effects = {}
        for one, s, w in zip(self.live, scores, inner):
            other = list(values)
            other[one[1]] = values[one[1]] + w * (self.score(one, True, False) - s)
            effects[one[0]["id"]] = (
                float(np.mean((g - self.overall(other, outer, False)) ** 2) / (2 * variance)) if variance > 0 else 0.0
            )
        return sources, effects


def main():
    model = json.load(open(sys.argv[1]))
    golden = json.load(open(sys.argv[2]))
    if sys.argv[3] == "check":
        streams = Streams(golden["key"])
        worst = 0.0
        for case in golden["cases"]:
            expected = case["uncertainty"]
            if expected is None:
                continue
            doubt = Doubt(model, case["answers"], case["notes"], streams)
            band, dimensions, shares = doubt.band()
            sources, effects = doubt.everything()
            pairs = list(zip(band, [expected["band"][k] for k in ("p05", "p50", "p95")]))
            for got, name in zip(dimensions, doubt.dimensions):
                pairs += zip(got, [expected["dimensions"][name][k] for k in ("p05", "p95")])
            pairs += [(sources[k], expected["sources"][k]) for k in GROUPS]
            pairs += [(effects[k], e) for k, e in expected["total_effects"].items()]
            assert effects.keys() == expected["total_effects"].keys(), case["name"]
            assert shares == expected["level_shares"], (case["name"], shares, expected["level_shares"])
            off = max(abs(a - b) for a, b in pairs)
            worst = max(worst, off)
            assert off <= 1e-9, (case["name"], off)
        print("the golden values hold to", worst)
    else:
        case = next(one for one in golden["cases"] if one["name"] == "typical-with-six-unknown")
        rounds = int(sys.argv[4])
        streams = Streams(golden["key"])
        make = lambda: Doubt(model, case["answers"], case["notes"], streams)
        times = {"band": [], "everything": []}
        make().band(), make().everything()
        for _ in range(rounds):
            start = time.perf_counter()
            make().band()
            times["band"].append((time.perf_counter() - start) * 1e3)
            start = time.perf_counter()
            doubt = make()
            doubt.band()
            doubt.everything()
            times["everything"].append((time.perf_counter() - start) * 1e3)
        print(json.dumps({name: sorted(all)[len(all) // 2] for name, all in times.items()}))


main()
