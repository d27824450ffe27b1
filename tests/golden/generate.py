#!/usr/bin/env python3
"""Generates the reduced results that AgreementTest compares with, by the equations of record (reference.py).

    python3 generate.py FOLDER_OF_REFERENCE

writes scenarios.csv and values.csv beside this file. A scenario is a preset, changes "measure=value@quarter/over" and
assumptions "parameter=value"; of its run three quarters of every series are kept, as many as a scenario names. Scenarios of
one measure keep only the series that differ from the status quo; the test holds the others to the status quo's own run.
Run it again only when the equations of record change, and say so in the CHANGELOG.
"""
import csv, os, random, sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, sys.argv[1])
import reference as model

DATA = model.load()
PARAMETERS, PATHS, LEVERS, MEASURES, HISTORY, PRESETS = DATA
QUARTERS = model.QUARTERS
ROWS = {r["id"]: r for r in model.rows("parameters.csv")}
LEVELS = {}
for r in model.rows("levels.csv"):
    LEVELS.setdefault(r["measure"], []).append(r["level"])


def levels_by_quarter(changes):
    """changes: list of (measure, value, quarter index, over). A measure follows the scenario alone from its first change on."""
    recorded = model.schedule(HISTORY, {}, None)
    out = [dict(q) for q in recorded]
    for measure in {c[0] for c in changes}:
        own = sorted((c for c in changes if c[0] == measure), key=lambda c: c[2])      # stable: later ones of a quarter win
        number = MEASURES[measure]["kind"] == "number"
        first = own[0][2]
        active = None
        for q in range(first, len(QUARTERS)):
            before = out[q - 1][measure] if q > 0 else recorded[0][measure]
            for c in own:
                if c[2] == q:
                    active, old = c, before
            _, value, start, over = active
            if number:
                k, new = q - start, float(value)
                out[q][measure] = new if k + 1 >= over else float(old) + (new - float(old)) * (k + 1) / over
            else:
                out[q][measure] = value
    return out


def run(preset, changes, assumptions, start):
    own = [(m, v, start, 1) for m, v in PRESETS[preset].items()] + changes
    return model.run(levels_by_quarter(own), DATA, {k: float(v) for k, v in assumptions.items()})


def in_range(row, rng):
    low, high = float(row["low"]), float(row["high"])
    if row["distribution"] == "lognormal":
        low, high = low / 1.5, high * 1.5
    return format(rng.uniform(low, high), ".6g") if low < high else row["central"]


def random_value(measure, rng):
    row = MEASURES[measure]
    if row["kind"] == "number":
        return format(rng.uniform(float(row["minimum"]), float(row["maximum"])), ".5g")
    return rng.choice(LEVELS[measure])


def random_scenario(rng):
    preset = rng.choice(list(PRESETS)) if rng.random() < 0.3 else "status_quo_2026"
    start = rng.randrange(len(QUARTERS)) if rng.random() < 0.5 else rng.randrange(18, 30)
    changes = []
    for measure in rng.sample(list(MEASURES), rng.randint(1, 14)):
        for _ in range(1 if rng.random() < 0.7 else rng.randint(2, 3)):
            over = rng.randint(2, 12) if MEASURES[measure]["kind"] == "number" and rng.random() < 0.4 else 1
            changes.append((measure, random_value(measure, rng), rng.randrange(len(QUARTERS)), over))
    sampled = [p for p in ROWS if ROWS[p]["distribution"] != "fixed"]
    assumptions = {p: in_range(ROWS[p], rng) for p in rng.sample(sampled, rng.choice([0, 0, 2, 6, 20, len(sampled)]))}
    return preset, changes, assumptions, start


def scenarios():
    """(name, preset, changes, assumptions, start, keeps every series)"""
    default = QUARTERS.index("2027Q1")
    for preset in PRESETS:
        yield "preset " + preset, preset, [], {}, default, True
    for measure, row in MEASURES.items():
        values = LEVELS[measure] if row["kind"] == "level" else [row["minimum"], row["maximum"]] + [m for m in row["marks"].split(";") if m]
        for value in dict.fromkeys(values):
            yield f"level {measure} {value}", "status_quo_2026", [(measure, value, default, 1)], {}, default, False
    rng = random.Random(20261122)
    for i in range(320):
        yield (f"random {i}", *random_scenario(rng), True)


def main():
    rng = random.Random(7)
    status_quo = run("status_quo_2026", [], {}, 20)
    with open(os.path.join(HERE, "scenarios.csv"), "w", newline="") as a, open(os.path.join(HERE, "values.csv"), "w", newline="") as b:
        heads, values = csv.writer(a, lineterminator="\n"), csv.writer(b, lineterminator="\n")
        heads.writerow(["scenario", "preset", "start", "changes", "assumptions", "quarters"])
        values.writerow(["scenario", "series", "first", "second", "third"])
        for name, preset, changes, assumptions, start, keeps_all in scenarios():
            series = run(preset, changes, assumptions, start)
            first = min([c[2] for c in changes] + [start, len(QUARTERS) - 2])
            kept = [rng.randrange(first, len(QUARTERS) - 1), rng.randrange(len(QUARTERS) - 1), len(QUARTERS) - 1]
            heads.writerow([name, preset, QUARTERS[start], ";".join(f"{m}={v}@{QUARTERS[q]}/{n}" for m, v, q, n in changes),
                            ";".join(f"{k}={v}" for k, v in assumptions.items()), ";".join(QUARTERS[q] for q in kept)])
            row = name                                                                   # only in the first row of a scenario
            for k, v in series.items():
                if keeps_all or any(abs(x - y) > 1e-10 * abs(y) for x, y in zip(v, status_quo[k])):
                    values.writerow([row, k] + [format(v[q], ".11g") for q in kept])
                    row = ""


main()
