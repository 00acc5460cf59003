"""Makes tests/data/golden-firm.json: answer sets of a firm and what they give, worked out here from the method alone.

    python3 tests/golden_firm.py
"""

import json
import math
from pathlib import Path

ROOT = Path(__file__).parent.parent
MODEL = json.loads((ROOT / "data/model-firm.json").read_text("utf-8"))
UNKNOWN = {"unknown": True}

TYPICAL = {
    "L1": {"number": 12.5}, "L2": {"number": 55}, "L3": {"level": 1}, "L5": {"number": 34}, "L6": {"numbers": [4, 35]},
    "I2": {"number": 2}, "I4": {"level": 2}, "I5": {"selected": [0, 4, 7]}, "I6": {"level": 2},
    "D1": {"number": 0.8}, "D2": {"number": 0}, "D5": {"selected": [1]}, "D6": {"number": 12}, "D7": {"level": 2},
    "T2": {"level": 1}, "T4": {"level": 2}, "T5": {"level": 1}, "T6": {"number": 1}, "T7": {"number": 7.5},
}
# Where a firm begins to count when results are merged (the method, section 8).
MARKS = {"I2": {"number": 1}, "D1": {"number": 1}, "D6": {"number": 0.01}, "D7": {"level": 2}, "T2": {"level": 2},
         "T4": {"level": 3}, "T6": {"number": 1}, "T7": {"number": 0.01}}
NOT_APPLICABLE = {"not_applicable": next(one["not_applicable"]["reason"] for one in MODEL["indicators"] if one["id"] == "I4")}


def along(curve, x):
    if x <= curve[0][0]:
        return curve[0][1]
    for (x0, y0), (x1, y1) in zip(curve, curve[1:]):
        if x <= x1:
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return curve[-1][1]


def points(indicator, answer):
    spec = indicator["answer"]
    kind = spec["kind"]
    if kind == "level":
        return spec["options"][answer["level"]]["score"]
    if kind == "number":
        return along(spec["curve"], answer["number"])
    if kind == "numbers":
        return sum(part["weight"] * along(part["curve"], x) for part, x in zip(spec["parts"], answer["numbers"]))
    return spec["score_by_count"][len(answer["selected"])]


def best(indicator, last):
    """The answer with 100 points, or that with none."""
    spec = indicator["answer"]
    def end(curve):
        return max(curve, key=lambda p: p[1] if last else -p[1])[0]
    if spec["kind"] == "level":
        return {"level": len(spec["options"]) - 1 if last else 0}
    if spec["kind"] == "number":
        return {"number": end(spec["curve"])}
    if spec["kind"] == "numbers":
        return {"numbers": [end(part["curve"]) for part in spec["parts"]]}
    return {"selected": list(range(len(spec["options"]))) if last else []}


def score(answers):
    dimensions, rated = {}, True
    for dimension in MODEL["dimensions"]:
        got = known = missing = left_out = 0.0
        for one in MODEL["indicators"]:
            if one["dimension"] != dimension["id"]:
                continue
            weight, answer = MODEL["weight_classes"][one["class"]], answers.get(one["id"])
            if answer is None or "unknown" in answer:
                missing += weight
            elif "not_applicable" in answer:
                left_out += weight
            else:
                known += weight
                got += weight * points(one, answer)
        whole = known + missing
        is_rated = left_out / (whole + left_out) <= 0.3
        rated = rated and is_rated
        dimensions[dimension["id"]] = {
            "central": got / known if known else None, "low": got / whole, "high": (got + 100 * missing) / whole,
            "coverage": known / whole, "rated": is_rated,
        }
    overall = {}
    for key in ("central", "low", "high"):
        values = [one[key] for one in dimensions.values()]
        fits = rated and None not in values
        overall[key] = math.exp(sum(math.log(value + 10) for value in values) / len(values)) - 10 if fits else None
    shares = [one["coverage"] for one in dimensions.values()]
    enough = rated and min(shares) >= 0.6 and sum(shares) / len(shares) >= 0.75
    overall["coverage"] = sum(shares) / len(shares)
    status = "not-rated" if not rated else "none" if enough else "withheld"
    return {"dimensions": dimensions, "overall": overall, "status": status}


def rounded(value):
    if isinstance(value, dict):
        return {key: rounded(one) for key, one in value.items()}
    return round(value, 9) if isinstance(value, float) else value


def without(answers, *ids):
    return {key: one for key, one in answers.items() if key not in ids}


def main():
    indicators = MODEL["indicators"]
    sets = {
        "typical": TYPICAL,
        "nothing-answered": {},
        "lowest": {one["id"]: best(one, False) for one in indicators},
        "best": {one["id"]: best(one, True) for one in indicators},
        "at-the-marks-of-merging": {**TYPICAL, **MARKS},
        "six-unknown": {**TYPICAL, **{key: UNKNOWN for key in ("L2", "L6", "I5", "D2", "T4", "T6")}},
        "no-leading-firm-anywhere": {**TYPICAL, "I4": NOT_APPLICABLE},
        "one-dimension-unanswered": without(TYPICAL, "T2", "T4", "T5", "T6", "T7"),
        "too-few-for-one-figure": without(TYPICAL, "L1", "L2", "D1", "T5"),
    }
    cases = [{"name": name, "answers": answers, "expected": rounded(score(answers))} for name, answers in sets.items()]
    text = json.dumps({"model": MODEL["version"], "cases": cases}, ensure_ascii=False, indent=1)
    (ROOT / "tests/data/golden-firm.json").write_text(text + "\n", "utf-8")


main()
