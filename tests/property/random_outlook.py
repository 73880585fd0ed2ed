"""Small random contests with sheets still to come: few enough values to try every completion."""

import random_rules as rules_of
from random_contest import only_present_sectors
from random_rules import add, maybe
from random_tables import (cell, expected, random_adjustments, random_contestants, random_decisions,
                           random_playoff, random_quota)

MOST_COMPLETIONS = 300
SCALES = [{"min": 8, "max": 10, "step": 1}, {"min": 7, "max": 8, "step": "0.5"},
          {"min": 0, "max": 2, "step": 1}, {"min": 9, "max": 10, "step": 1},
          {"max": 10, "step": 5}]
# What the outlook is not given with; each now and then, to see that it is then left out or right.
RARITIES = ["panel-correction", "rank-sum", "place-points", "advance", "head-to-head", "weights",
            "criterion", "at-most"]


def grid(criterion):
    """Every value that a mark of the criterion can have, as text."""
    step = float(criterion["step"])
    low, high = criterion.get("min", 0), criterion["max"]
    return ["%g" % (low + n * step) for n in range(int((high - low) / step) + 1)]


def grids(rule):
    return [(criterion, grid(criterion)) for criterion in rule.get("criteria", [rule])]


# ---------------------------------------------------------------- rules

def random_round(random, round_id, method, rare):
    rule = {"id": round_id, "name": "环节" + round_id, "method": method}
    if method == "ballot":
        rule["grades"] = {"优秀": 10, "良好": 9, "一般": 8}
        return rule
    if method == "place-points":
        rule.update({"min": 1, "max": 3, "step": 1, "points": [5, 3, 1]})
    elif method == "given" or maybe(random, 0.6):
        rule.update(random.choice(SCALES))
    else:
        rule["criteria"] = [{"id": "k%d" % n, **random.choice(SCALES)} for n in (1, 2)]
        add(random, 0.3, rule["criteria"][0], "weight", ["0.5", 2])
    if method == "trimmed-mean":
        rule["drop"] = {"high": random.choice([0, 1, 1]), "low": random.choice([0, 1, 1])}
        add(random, 0.4, rule["drop"], "by", ["sheet", "criterion"])
    if method in ("sum", "rank-sum"):
        add(random, 0.5, rule, "missing", ["mean-of-others"])
    if method != "given":
        add(random, 0.2, rule, "min-sheets", [1, 2])
        add(random, 0.6, rule, "too-few", ["error", "keep-all", "keep-all"])
        add(random, 0.2, rule, "panel-digits", [0, 1])
        if method in ("mean", "median", "sum") and maybe(random, 0.1):
            rule["outliers"] = {"policy": "clamp", "limit": random.choice(["0.5", 1])}
    if rare == "panel-correction" and method not in ("given", "ballot"):
        rule["panel-correction"] = "mean"
        rule["too-few"] = "keep-all"
        for criterion in rule.get("criteria", [rule]):
            criterion.update(SCALES[0])             # a mean of 0 is a fault
    add(random, 0.2, rule, "digits", ["exact", 0, 1])
    return rule


def with_panels(random, rule):
    """The round judged by two panels."""
    rule["panels"] = [{"name": "专", "weight": 50, "method": random.choice(["mean", "median"])},
                      {"name": "众", "weight": 50, "method": random.choice(["mean", "sum"])}]
    return {key: value for key, value in rule.items() if key not in ("method", "drop", "missing")}


def random_rounds(random, rare, panels):
    rounds = []
    for n in range(1, random.choice([1, 1, 2]) + (rare == "advance") + 1):
        method = rare if rare in ("rank-sum", "place-points") else \
            random.choice(["mean"] * 3 + ["trimmed-mean"] * 4 +
                          ["median", "sum", "given", "ballot"])
        rule = random_round(random, "r%d" % n, method, rare)
        if panels == "panels" and method not in ("given", "ballot"):
            rule = with_panels(random, rule)
        rounds.append(rule)
    if rare == "advance":
        rounds[-1]["advance"] = random.randint(1, 3)
    return rounds


def drops(rule):
    return "drop" in rule and (rule["drop"]["high"] or rule["drop"]["low"])


def random_ties(random, rounds, combine, rare):
    keys = ["exact", "-column:lot", "column:seniority", "playoff", "decision"]
    for rule in rounds:
        keys += [key for key in rules_of.keys_of_round(rule)
                 if rare == "criterion" or not (drops(rule) and key.startswith("criteri"))]
    keys += rules_of.keys_of_sheets(rounds)
    if combine == "best":
        keys.append("next-best")
    chosen = random.sample(keys, min(len(keys), random.choice([0, 1, 1, 2, 3])))
    return (["head-to-head"] if rare == "head-to-head" else []) + chosen


def random_awards(random, sectors, rounds):
    """Awards of sectors and of the contest are seldom mixed: little is said of them then."""
    awards = rules_of.random_awards(random, sectors, rounds)
    if any("per" in award for award in awards) and maybe(random, 0.8):
        by_sector = any(isinstance(award.get("count"), dict) for award in awards)
        for award in awards:
            award["per"] = "sector" if by_sector else "contest"
    return awards


def random_rules(random, sectors, panels, rare):
    rounds = random_rounds(random, rare, panels)
    rules = {"title": "随机比武",
             "score": rules_of.random_score(random, rounds, rare == "rank-sum"), "rounds": rounds}
    rules["score"]["digits"] = random.choice([0, 1, 2])
    if maybe(random, 0.7):
        rules["ties"] = random_ties(random, rounds, rules["score"].get("combine"), rare)
    add(random, 0.2, rules, "dense", [True])
    awards = random_awards(random, sectors, rounds)
    if awards:
        rules["awards"] = awards
    if maybe(random, 0.85) or rare == "at-most":
        rules["promote"] = rules_of.random_promote(random, sectors, rounds)
        rules["promote"].pop("at-most", None)
        if rare == "at-most":
            rules["promote"]["at-most"] = 1
    return rules


# ---------------------------------------------------------------- people and marks

def random_judges(random, panels, rare):
    # A panel of which nobody is scored is a fault where panels are corrected.
    count = 4 if rare == "panel-correction" else random.randint(2, 4)
    judges = [{"id": "J%d" % n, "name": "评委%d" % n} for n in range(1, count + 1)]
    for n, judge in enumerate(judges):
        if panels == "panels":
            judge["panel"] = ["专", "众"][n % 2]
        if panels == "contestant":
            judge["panel"] = ["甲;乙", "甲", "乙", "甲"][n]
        if rare == "weights":
            judge["weight"] = random.choice(["1", "2", "0.5"])
    return judges


def random_people(random, sectors, panels, rules):
    contestants = random_contestants(random, sectors, panels, rules)[:6]
    while len(contestants) < 2:
        contestants += [{**contestants[0], "id": "C9"}]
    return contestants


def given_marks(random, rules, contestants, judges):
    """A mark in every cell, now and then 缺评 in a whole sheet."""
    rows = []
    for contestant in contestants:
        for rule in rules["rounds"]:
            for judge in expected(rule, contestant, judges):
                absent = maybe(random, 0.03) and "panel-correction" not in rule
                for criterion, values in grids(rule):
                    mark = "缺评" if absent else random.choice(values)
                    rows.append(cell(rule, contestant, judge, criterion, mark))
    return rows


def take_out(random, rules, rows):
    """Empties the cells of one to four sheets, or of some of their criteria."""
    values = {(rule["id"], criterion["id"] if "criteria" in rule else ""): len(values)
              for rule in rules["rounds"] if rule.get("method") != "ballot"
              for criterion, values in grids(rule)}
    sheets = {}
    for row in rows:
        if row["score"] != "缺评":
            sheets.setdefault((row["round"], row["contestant"], row["judge"]), []).append(row)
    completions = 1
    most = 1 if any("panel-correction" in rule for rule in rules["rounds"]) else \
        random.choice([1, 2, 3, 4, 4])
    for place in random.sample(sorted(sheets), min(len(sheets), most)):
        cells = sheets[place] if maybe(random, 0.8) else sheets[place][:1]
        more = completions
        for row in cells:
            more *= values[row["round"], row["criterion"]]
        if more <= MOST_COMPLETIONS:
            completions = more
            for row in cells:
                row["score"] = ""
    return [row for row in rows if row["score"] or maybe(random, 0.5)]


def ballots(random, rules, contestants):
    rows = []
    for rule in rules["rounds"]:
        for contestant in contestants if rule.get("method") == "ballot" else []:
            if not maybe(random, 0.1):
                rows += [{"round": rule["id"], "contestant": contestant["id"], "grade": grade,
                          "count": str(random.randint(n == 0, 2))}
                         for n, grade in enumerate(rule["grades"])]
    return rows


def random_case(random):
    sectors = ["领域%d" % n for n in range(1, random.randint(1, 3) + 1)]
    rare = random.choice(RARITIES) if maybe(random, 0.1) else None
    panels = "contestant" if rare == "panel-correction" else \
        random.choice(["none"] * 3 + ["panels"] * (rare is None))
    rules = random_rules(random, sectors, panels, rare)
    judges = random_judges(random, panels, rare)
    contestants = random_people(random, sectors, panels, rules)
    only_present_sectors(rules, contestants)
    marks = given_marks(random, rules, contestants, judges)
    return {"rules": rules, "tables": {
        "contestants.csv": contestants, "judges.csv": judges,
        "scores/marks.csv": take_out(random, rules, marks),
        "adjustments.csv": random_adjustments(random, rules, contestants)
        if maybe(random, 0.3) else [],
        "ballots.csv": ballots(random, rules, contestants),
        "playoff.csv": random_playoff(random, rules, contestants),
        "decisions.csv": random_decisions(random, rules, contestants),
        "quota.csv": random_quota(random, rules, contestants)}}
