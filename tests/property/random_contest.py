"""Small random contests over the space of the rules, as data that can be written, and made smaller.

A case is {"rules": contest.yaml as dictionaries, "tables": {file name: rows}}; a row is a dictionary
of texts. Marks lie on coarse grids, so that ties and halves are common. Every case is valid: the
program must accept it. Combinations that the rules leave open are not generated; each such place
says so.
"""

CHINESE_STATES = {"withdrawn": "弃权", "absent": "缺席", "disqualified": "取消资格",
                  "exhibition": "不计名次"}
HEADERS = {
    "contestants.csv": ["id", "name", "sector", "unit", "county", "panel", "status"],
    "judges.csv": ["id", "name", "unit", "county", "panel", "weight", "status"],
    "scores/marks.csv": ["round", "contestant", "judge", "criterion", "score"],
    "adjustments.csv": ["contestant", "round", "points", "reason", "kind"],
    "recusals.csv": ["judge", "contestant", "reason"],
    "timings.csv": ["contestant", "round", "seconds"],
    "factors.csv": ["contestant", "round", "factor"],
}


# ---------------------------------------------------------------- writing

def flow(value):
    """YAML in flow style. Texts are written plain where YAML reads them back as they are."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(v)}" for key, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(v) for v in value) + "]"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f'"{text}"' if ":" in text and not text[0].isdigit() else text


def write_case(case, folder):
    (folder / "scores").mkdir(parents=True, exist_ok=True)
    lines = []
    for key, value in case["rules"].items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            lines += [f"{key}:"] + [f"  - {flow(item)}" for item in value]
        else:
            lines.append(f"{key}: {flow(value)}")
    (folder / "contest.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for name, rows in case["tables"].items():
        if not rows and name not in ("contestants.csv", "judges.csv", "scores/marks.csv"):
            continue
        table = [HEADERS[name]] + [[row.get(c, "") for c in HEADERS[name]] for row in rows]
        (folder / name).write_text("".join(",".join(row) + "\n" for row in table),
                                   encoding="utf-8")


# ---------------------------------------------------------------- rules

def maybe(random, chance):
    return random.random() < chance


def add(random, chance, mapping, key, values):
    if maybe(random, chance):
        mapping[key] = random.choice(values)


def random_criterion(random, name):
    criterion = {"id": name, "max": random.choice([10, 20, 100])}
    add(random, 0.2, criterion, "step", ["0.5", "1"])
    return criterion


def random_overtime(random):
    rule = {}
    kind = random.choice(["deduct", "deduct", "bands", "under"])
    rule["limit"] = random.choice(["8:00", "5:30"])
    if kind != "under":
        add(random, 0.5, rule, "at-most", [1, 3, "1.25"])
    if kind == "deduct":
        rule["deduct"] = random.choice(["0.5", "0.25", "1"])
        add(random, 0.7, rule, "every", [30, 15])
    if kind == "bands":
        rule["bands"] = [["0:01", "0.5"], ["0:11", "1"], ["0:31", "2.25"]][:random.randint(1, 3)]
    if kind == "under" or maybe(random, 0.3):
        rule["under"] = random.choice([["5:00", "0.1"], ["5:30", "1.5"]])
    return rule


def random_round(random, round_id, panels):
    rule = {"id": round_id, "name": "环节" + round_id,
            "method": random.choice(["mean"] * 4 + ["trimmed-mean"] * 6 + ["median", "sum", "sum", "given"])}
    if rule["method"] == "given" or maybe(random, 0.5):
        rule.update(random_criterion(random, round_id))
    else:
        rule["criteria"] = [random_criterion(random, "k%d" % n)
                            for n in range(1, random.randint(1, 3) + 1)]
        for criterion in rule["criteria"]:
            add(random, 0.4, criterion, "weight", ["0.5", "2", "1.2", "0.3333"])
    if rule["method"] == "trimmed-mean" and maybe(random, 0.8):
        rule["drop"] = {"high": random.choice([0, 1, 1, 2]), "low": random.choice([0, 1, 1, 2])}
        add(random, 0.7, rule["drop"], "by", ["sheet", "criterion"])
        if rule["drop"].get("by") == "criterion":
            add(random, 0.5, rule, "criterion-digits", [0, 1, 2])
    if rule["method"] != "given":
        if rule["method"] == "sum":
            add(random, 0.8, rule, "missing", ["error", "mean-of-others", "leave-out"])
        add(random, 0.3, rule, "min-sheets", [1, 2, 3, 4])
        add(random, 0.5, rule, "too-few", ["error", "keep-all", "keep-all"])
        add(random, 0.3, rule, "panel-digits", [0, 1, 2, 3])
        if panels == "round":
            rule["panel"] = random.choice(["甲", "乙"])
    add(random, 0.3, rule, "digits", ["exact", 0, 1, 2, 3])
    add(random, 0.2, rule, "scale", ["0.3", "2", "1.05", "3.1415"])
    add(random, 0.15, rule, "floor", ["0", "8.5", "60"])
    if maybe(random, 0.3):
        rule["overtime"] = random_overtime(random)
    return rule


def random_score(random, rounds):
    score = {}
    add(random, 0.7, score, "digits", [0, 1, 1, 2, 3, 4])
    add(random, 0.7, score, "rounding", ["half-up", "half-even", "down"])
    add(random, 0.8, score, "combine", ["weighted", "sum", "best"])
    if score.get("combine") == "best":
        add(random, 0.5, score, "best", [1, 2, 3])
    if score.get("combine", "weighted") == "weighted" and len(rounds) > 1:
        weights = random.choice([["40", "60"], ["33.3", "66.7"], ["50", "50"]] if len(rounds) == 2
                                else [["20", "30", "50"], ["33.33", "33.33", "33.34"]])
        for rule, weight in zip(rounds, weights):
            rule["weight"] = weight
    return score


def random_ties(random, rounds, combine):
    keys = ["exact"]
    if combine != "best":               # open: where one who lacks the round stands under best
        keys += ["round:" + rule["id"] for rule in rounds]
        for rule in rounds:
            ids = [c["id"] for c in rule.get("criteria", [rule])]
            keys.append("criterion:%s/%s" % (rule["id"], random.choice(ids)))
            keys.append("criteria:%s/%s" % (rule["id"], "+".join(ids)))
    # One mark given alone is nobody's sheet: who has no other has no value for these keys.
    if any(rule["method"] != "given" for rule in rounds) and combine != "best":
        keys += ["best-sheet", "worst-sheet", "median-sheet", "all-sheets"]
    return random.sample(keys, random.randint(0, min(len(keys), 4)))


def random_award(random, n, sectors):
    award = {"name": "第%d奖" % n}
    kind = random.choice(["count", "count", "sectors", "percent", "percent"])
    if kind == "count":
        award["count"] = random.randint(0, 4)
    elif kind == "sectors":
        award["count"] = {sector: random.randint(0, 3) for sector in sectors}
    else:
        award["percent"] = random.choice([10, 20, 25, 50, "33.3"])
        add(random, 0.3, award, "of", ["ranked", "entered"])
        add(random, 0.4, award, "round", ["up", "down", "half-up"])
    if maybe(random, 0.2):
        award["cumulative"] = True
    if maybe(random, 0.3):
        award["min-score"] = random.choice(["5", "8.5", "12", "50"])
    add(random, 0.6, award, "tie", ["extend", "absorb", "absorb", "withhold"])
    # Open: whether what a tie withheld is vacant, and so passed down.
    if award.get("tie") != "withhold":
        add(random, 0.3, award, "vacant", ["leave", "pass-down"])
    return award


def random_awards(random, sectors):
    awards = [random_award(random, n, sectors) for n in range(1, random.randint(0, 3) + 1)]
    if maybe(random, 0.5):
        awards.append({"name": "优秀奖", "rest": True})
    return awards


def random_rules(random, sectors, panels):
    rounds = [random_round(random, "r%d" % n, panels) for n in range(1, random.randint(1, 3) + 1)]
    rules = {"title": "随机比武", "score": random_score(random, rounds), "rounds": rounds}
    if maybe(random, 0.7):
        rules["ties"] = random_ties(random, rounds, rules["score"].get("combine"))
    add(random, 0.3, rules, "dense", [True, False])
    if maybe(random, 0.15):
        rules["recusal"] = {"auto": random.choice([["unit"], ["county"], ["unit", "county"]])}
    awards = random_awards(random, sectors)
    if awards:
        rules["awards"] = awards
    return rules


# ---------------------------------------------------------------- people

def random_judges(random, panels):
    judges = []
    for n in range(1, random.randint(1, 7) + 1):
        judge = {"id": "J%d" % n, "name": "评委%d" % n,
                 "unit": random.choice(["", "甲局", "乙局", "丙局"]),
                 "county": random.choice(["", "东区", "西旗"])}
        if panels != "none":
            judge["panel"] = random.choice(["甲", "乙", "甲;乙", "乙;甲"])
        add(random, 0.15, judge, "weight", ["2", "0.5", "1.5", "3"])
        add(random, 0.04, judge, "status", ["void", "作废"])
        judges.append(judge)
    if panels != "none":
        judges[0]["panel"] = "甲;乙"     # nobody's panel is empty
    elif maybe(random, 0.2):
        judges[0]["panel"] = "甲"        # one panel named among them: all are still expected
    return judges


def random_contestants(random, sectors, panels):
    contestants = []
    for n in range(1, random.randint(1, 8) + 1):
        contestant = {"id": "C%d" % n, "name": random.choice(["甲某", "乙某", "丙某"]),
                      "sector": random.choice(sectors),
                      "unit": random.choice(["", "甲局", "乙局", "丁局"]),
                      "county": random.choice(["", "东区", "西旗"])}
        if panels == "contestant":
            contestant["panel"] = random.choice(["甲", "乙"])
        if maybe(random, 0.1):
            state = random.choice(list(CHINESE_STATES))
            contestant["status"] = random.choice([state, CHINESE_STATES[state]])
        contestants.append(contestant)
    return contestants


# ---------------------------------------------------------------- marks and what is added to them

def expected(rule, contestant, judges):
    if rule["method"] == "given":
        return [{"id": ""}]
    panel = rule.get("panel") or contestant.get("panel")
    return [j for j in judges if not panel or panel in j.get("panel", "").split(";")]


def auto_recused(rules, judge, contestant):
    return any(judge.get(field) and judge[field] == contestant.get(field)
               for field in rules.get("recusal", {}).get("auto", []))


def random_mark(random, criterion, grid):
    top = int(criterion["max"])
    if grid == "coarse" or criterion.get("step"):
        return str(random.randint(top // 2, top))
    if grid == "half" or maybe(random, 0.2):
        return str(random.randint(top, 2 * top) / 2)
    return "%d.%04d" % (random.randint(top // 2, top - 1), random.choice([5, 50, 500, 4999, 5000]))


def sheet_rows(random, rule, contestant, judge, grid, recused):
    """The rows of one sheet in a random state; no row, an empty cell and 回避 are all generated."""
    criteria = rule.get("criteria", [rule])
    state = "recused" if recused else random.choices(
        ["given", "pending", "absent", "partial"], [90, 3, 4, 3])[0]
    rows = []
    for n, criterion in enumerate(criteria):
        mark = random_mark(random, criterion, grid)
        if state == "pending" or (state == "partial" and n == 0):
            mark = random.choice(["", None])
        elif state == "absent":
            mark = "缺评"
        elif state == "recused":
            mark = random.choice(["", None, "回避"])
        if mark is not None:
            rows.append({"round": rule["id"], "contestant": contestant["id"], "judge": judge["id"],
                         "criterion": criterion["id"] if "criteria" in rule else "",
                         "score": mark})
    return rows


def word_rows(rule, contestant, judges, word):
    """A whole round of one contestant in which every cell says the same word."""
    return [{"round": rule["id"], "contestant": contestant["id"], "judge": judge["id"],
             "criterion": criterion["id"] if "criteria" in rule else "", "score": word}
            for judge in judges for criterion in rule.get("criteria", [rule])]


def random_marks(random, rules, contestants, judges, recusals, cell_words):
    rows, grid = [], random.choice(["coarse", "coarse", "half", "fine"])
    for contestant in contestants:
        # Open: the state of one who has such a word in every round, under best; so one round at most.
        worded = random.choice(rules["rounds"])["id"] if cell_words \
            and maybe(random, 0.04) and len(rules["rounds"]) > 1 else None
        for rule in rules["rounds"]:
            panel = expected(rule, contestant, judges)
            recused = [j for j in panel if auto_recused(rules, j, contestant)
                       or (j["id"], contestant["id"]) in recusals]
            # Open: whether 回避 beside 弃权 disagrees; so no recusals there.
            if rule["id"] == worded and not recused:
                word = random.choice(["弃权", "DNF", "缺席", "DNS", "取消资格", "DSQ"])
                rows += word_rows(rule, contestant, panel, word)
                continue
            for judge in panel:
                rows += sheet_rows(random, rule, contestant, judge, grid, judge in recused)
    random.shuffle(rows)
    return rows


def random_recusals(random, contestants, judges):
    return [{"judge": j["id"], "contestant": c["id"], "reason": "亲属"}
            for j in judges for c in contestants if maybe(random, 0.02)]


def random_adjustments(random, rules, contestants):
    rows = []
    for contestant in contestants:
        while maybe(random, 0.15):
            points = random.choice(["0.5", "1", "0.25", "2", "0.005", "30"])
            kind = random.choice(["", "加分", "扣分"])
            if not kind:
                points = random.choice(["", "-"]) + points
            rows.append({"contestant": contestant["id"], "points": points, "kind": kind,
                         "round": random.choice([""] + [r["id"] for r in rules["rounds"]]),
                         "reason": "事由"})
    return rows


def random_timings(random, rules, contestants):
    return [{"contestant": c["id"], "round": rule["id"],
             "seconds": random.choice(["8:00", "8:01", "480", "480.9", "8:30", "8:31", "12:00",
                                       "5:30", "331.5", "4:59"])}
            for c in contestants for rule in rules["rounds"]
            if "overtime" in rule and maybe(random, 0.7)]


def random_factors(random, rules, contestants):
    rounds = [rule["id"] for rule in rules["rounds"] if maybe(random, 0.2)]
    return [{"contestant": c["id"], "round": round_id,
             "factor": random.choice(["1.5", "2.8", "0.95", "3", "0", "1"])}
            for c in contestants for round_id in rounds if maybe(random, 0.85)]


def random_case(random, cell_words=False):
    """A case; `cell_words` lets 弃权, DNS and their like stand in score cells."""
    sectors = ["领域%d" % n for n in range(1, random.randint(1, 3) + 1)]
    panels = random.choice(["none", "none", "round", "contestant"])
    rules = random_rules(random, sectors, panels)
    judges = random_judges(random, panels)
    contestants = random_contestants(random, sectors, panels)
    # A count for a sector that nobody is in may be a slip of the pen; so none is written.
    present = {c["sector"] for c in contestants}
    for award in rules.get("awards", []):
        if isinstance(award.get("count"), dict):
            award["count"] = {s: n for s, n in award["count"].items() if s in present}
    recusals = random_recusals(random, contestants, judges)
    pairs = {(row["judge"], row["contestant"]) for row in recusals}
    return {"rules": rules,
            "tables": {"contestants.csv": contestants, "judges.csv": judges,
                       "scores/marks.csv": random_marks(random, rules, contestants, judges, pairs,
                                                        cell_words),
                       "adjustments.csv": random_adjustments(random, rules, contestants),
                       "recusals.csv": recusals,
                       "timings.csv": random_timings(random, rules, contestants),
                       "factors.csv": random_factors(random, rules, contestants)}}


# ---------------------------------------------------------------- making a case smaller

def without_row(case, name, n):
    """The case without one row, and without the rows that would then name nobody."""
    gone = case["tables"][name][n]
    column = {"contestants.csv": "contestant", "judges.csv": "judge"}.get(name)
    tables = {}
    for table, rows in case["tables"].items():
        tables[table] = [row for row in rows
                         if row is not gone and not (column and row.get(column) == gone["id"])]
    return {**case, "tables": tables}


def without_key(value, path):
    """A copy of nested dictionaries and lists without the item that `path` leads to."""
    copy = dict(value) if isinstance(value, dict) else list(value)
    if len(path) == 1:
        del copy[path[0]]
    else:
        copy[path[0]] = without_key(value[path[0]], path[1:])
    return copy


def rule_paths(value, path=()):
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in items:
        yield path + (key,)
        if isinstance(inner, (dict, list)):
            yield from rule_paths(inner, path + (key,))


def smaller_cases(case):
    """Cases with one thing less, the largest things first. Some of them may be invalid."""
    for name in ("contestants.csv", "judges.csv"):
        for n in range(len(case["tables"][name])):
            yield without_row(case, name, n)
    for path in rule_paths(case["rules"]):
        if path[-1] not in ("id", "title", "name", "rounds"):
            yield {**case, "rules": without_key(case["rules"], path)}
    for name in ("recusals.csv", "timings.csv", "factors.csv", "adjustments.csv", "scores/marks.csv"):
        for n in range(len(case["tables"][name])):
            yield without_row(case, name, n)
