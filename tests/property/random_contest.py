"""Small random contests over the space of the rules, as data that can be written.

A case is {"rules": contest.yaml as dictionaries, "tables": {file name: rows}}; a row is a
dictionary of texts. Marks lie on coarse grids, so that ties and halves are common. Every case is
valid: the program must accept it.
"""

import random_tables as tables
from random_rules import random_rules

HEADERS = {
    "contestants.csv": ["id", "name", "sector", "unit", "county", "panel", "status", "veto", "lot",
                        "seniority"],
    "judges.csv": ["id", "name", "unit", "county", "panel", "weight", "status"],
    "scores/marks.csv": ["round", "contestant", "judge", "criterion", "score"],
    "adjustments.csv": ["contestant", "round", "points", "reason", "kind"],
    "recusals.csv": ["judge", "contestant", "reason"],
    "timings.csv": ["contestant", "round", "seconds"],
    "factors.csv": ["contestant", "round", "factor"],
    "ballots.csv": ["round", "contestant", "grade", "count"],
    "playoff.csv": ["contestant", "attempt", "score"],
    "decisions.csv": ["contestant", "place", "reason", "signers"],
    "special.csv": ["award", "contestant", "unit", "reason"],
    "quota.csv": ["county", "sector", "count"],
}
ALWAYS_THERE = ("contestants.csv", "judges.csv", "scores/marks.csv")


# ---------------------------------------------------------------- writing

def flow(value):
    """YAML in flow style. Texts are written plain where YAML reads them back as they are."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(v)}" for key, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(v) for v in value) + "]"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f'"{text}"' if ":" in text and not text[0].isdigit() else text


def must_exist(case, name):
    """Whether a file is written though it has no rows: the rules name it."""
    rules = case["rules"]
    return name in ALWAYS_THERE or name == rules.get("promote", {}).get("quota") \
        or any(special.get("from") == name for special in rules.get("special", []))


def write_table(folder, name, rows):
    table = [HEADERS[name]] + [[row.get(c, "") for c in HEADERS[name]] for row in rows]
    (folder / name).write_text("".join(",".join(row) + "\n" for row in table), encoding="utf-8")


def write_rules(rules, folder):
    lines = []
    for key, value in rules.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            lines += [f"{key}:"] + [f"  - {flow(item)}" for item in value]
        else:
            lines.append(f"{key}: {flow(value)}")
    (folder / "contest.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_case(case, folder):
    (folder / "scores").mkdir(parents=True, exist_ok=True)
    write_rules(case["rules"], folder)
    for name, rows in case["tables"].items():
        if rows or must_exist(case, name):
            write_table(folder, name, rows)


# ---------------------------------------------------------------- a case

def only_present_sectors(rules, contestants):
    """A count for a sector that nobody is in may be a slip of the pen; so none is written."""
    present = {c["sector"] for c in contestants}
    for rule in rules.get("awards", []) + [rules.get("promote", {})]:
        if isinstance(rule.get("count"), dict):
            rule["count"] = {s: n for s, n in rule["count"].items() if s in present}


def random_case(random):
    """A case; in many of them the contestants are so alike that ties are everywhere."""
    alike = random.random() < 0.4
    sectors = ["领域%d" % n for n in range(1, random.randint(1, 2 if alike else 3) + 1)]
    panels = random.choice(["none", "none", "round"] + ["contestant", "panels"] * 2)
    rules = random_rules(random, sectors, panels)
    if alike:
        rules["score"]["digits"] = random.choice([0, 0, 1])
    judges = tables.random_judges(random, panels, rules)
    contestants = tables.random_contestants(random, sectors, panels, rules, alike)
    only_present_sectors(rules, contestants)
    recusals = tables.random_recusals(random, rules, contestants, judges)
    pairs = {(row["judge"], row["contestant"]) for row in recusals}
    return {"rules": rules, "tables": {
        "contestants.csv": contestants, "judges.csv": judges,
        "scores/marks.csv": tables.random_marks(random, rules, contestants, judges, pairs,
                                                alike),
        "adjustments.csv": tables.random_adjustments(random, rules, contestants),
        "recusals.csv": recusals,
        "timings.csv": tables.random_timings(random, rules, contestants),
        "factors.csv": tables.random_factors(random, rules, contestants),
        "ballots.csv": tables.random_ballots(random, rules, contestants),
        "playoff.csv": tables.random_playoff(random, rules, contestants),
        "decisions.csv": tables.random_decisions(random, rules, contestants),
        "special.csv": tables.random_special(random, rules, contestants),
        "quota.csv": tables.random_quota(random, rules, contestants)}}
