"""Random tables of a contest whose rules are known: people, marks, and what is added to them."""

from random_rules import add, maybe

CHINESE_STATES = {"withdrawn": "弃权", "absent": "缺席", "disqualified": "取消资格",
                  "exhibition": "不计名次"}
ROUND_WORDS = [["弃权", "DNF"], ["缺席", "DNS"]]


# ---------------------------------------------------------------- people

def random_judges(random, panels, rules):
    corrected = any("panel-correction" in rule for rule in rules["rounds"])
    judges = []
    fewest = 2 if panels == "panels" else 1
    for n in range(1, max(fewest, random.choice([1, 2, 3, 3, 4, 4, 5, 6, 7])) + 1):
        judge = {"id": "J%d" % n, "name": "评委%d" % n,
                 "unit": random.choice(["", "甲局", "乙局", "丙局"]),
                 "county": random.choice(["", "东区", "西旗"])}
        if panels == "panels":
            # In two panels of one round nobody may sit.
            judge["panel"] = {1: "专", 2: "众"}.get(n) or random.choice(["专", "众"])
        elif panels != "none":
            judge["panel"] = random.choice(["甲", "乙", "甲;乙", "乙;甲"])
        add(random, 0.15, judge, "weight", ["2", "0.5", "1.5", "3"])
        if not corrected:
            add(random, 0.04, judge, "status", ["void", "作废"])
        judges.append(judge)
    if panels in ("round", "contestant"):
        judges[0]["panel"] = "甲;乙"     # nobody's panel is empty
    elif panels == "none" and maybe(random, 0.2):
        judges[0]["panel"] = "甲"        # one panel named among them: all are still expected
    return judges


def random_contestants(random, sectors, panels, rules, alike=False):
    # Where counties promote, nobody is without one.
    counties = ["东区", "西旗"] if rules.get("promote", {}).get("per") == "county" else \
        ["", "东区", "西旗"]
    units = ["甲局", "乙局", ""] if alike else ["", "甲局", "乙局", "丁局"]
    contestants = []
    for n in range(1, random.randint(4 if alike else 1, 8) + 1):
        contestant = {"id": "C%d" % n, "name": random.choice(["甲某", "乙某", "丙某"]),
                      "sector": random.choice(sectors),
                      "unit": random.choice(units), "county": random.choice(counties),
                      "lot": random.choice(["", "1", "2", "3", "4", "5"]),
                      "seniority": random.choice(["", "1", "2", "2.5", "-1"])}
        if panels == "contestant":
            contestant["panel"] = random.choice(["甲", "乙"])
        if maybe(random, 0.1):
            state = random.choice(list(CHINESE_STATES))
            contestant["status"] = random.choice([state, CHINESE_STATES[state]])
        if maybe(random, 0.15):
            contestant["veto"] = random.choice(["重大事故", "是", "1", "否", "no", "0", "无", "-"])
        contestants.append(contestant)
    return contestants


# ---------------------------------------------------------------- marks

def expected(rule, contestant, judges):
    if rule.get("method") == "ballot":
        return []
    if rule.get("method") == "given":
        return [{"id": ""}]
    names = [p["name"] for p in rule.get("panels", [])] or \
        [rule.get("panel") or contestant.get("panel")]
    if not names[0]:
        return judges
    return [j for j in judges if set(names) & set(j.get("panel", "").split(";"))]


def auto_recused(rules, judge, contestant):
    return any(judge.get(field) and judge[field] == contestant.get(field)
               for field in rules.get("recusal", {}).get("auto", []))


def random_mark(random, criterion, grid):
    top = int(criterion["max"])
    if grid == "alike":
        return str(top - (random.random() < 0.25))
    if grid == "narrow":
        return str(random.randint(top - 1, top))
    if int(criterion.get("min", 0)) == 1 and top == 8:       # a place
        return str(random.randint(1, 4))
    if grid == "coarse" or criterion.get("step"):
        return str(random.randint(top // 2, top))
    if grid == "half" or maybe(random, 0.2):
        return str(random.randint(top, 2 * top) / 2)
    return "%d.%04d" % (random.randint(top // 2, top - 1), random.choice([5, 50, 500, 4999, 5000]))


def cell(rule, contestant, judge, criterion, text):
    return {"round": rule["id"], "contestant": contestant["id"], "judge": judge["id"],
            "criterion": criterion["id"] if "criteria" in rule else "", "score": text}


def sheet_rows(random, rule, contestant, judge, grid, state):
    """The rows of one sheet; no row, an empty cell and 回避 are all generated."""
    criteria = rule.get("criteria", [rule])
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
            rows.append(cell(rule, contestant, judge, criterion, mark))
    return rows


def word_rows(random, rule, contestant, panel, recused):
    """A round that the contestant missed: one word is enough, and nothing contradicts it."""
    words = random.choice(ROUND_WORDS)
    rows = []
    for judge in panel:
        for criterion in rule.get("criteria", [rule]):
            others = ["", None, "缺评"] + (["回避"] if judge in recused else [])
            text = random.choice(words if maybe(random, 0.6) else others)
            if text is not None:
                rows.append(cell(rule, contestant, judge, criterion, text))
    if not any(row["score"] in words for row in rows):
        judge, criterion = panel[0], rule.get("criteria", [rule])[0]
        rows = [row for row in rows if (row["judge"], row["criterion"]) !=
                (judge["id"], criterion["id"] if "criteria" in rule else "")]
        rows.append(cell(rule, contestant, judge, criterion, random.choice(words)))
    return rows


def sheet_state(random, rule, gaps, recused):
    if recused:
        return "recused"
    if "panel-correction" in rule:
        return "given"
    return random.choices(["given", "pending", "absent", "partial"], [1 - gaps] + [gaps / 3] * 3)[0]


def random_marks(random, rules, contestants, judges, recusals, alike):
    rows = []
    grid = "alike" if alike else random.choice(["coarse", "narrow", "half", "fine"])
    gaps = random.choice([0, 0, 0.02, 0.1])
    for contestant in contestants:
        misses = random.choices([0, 0.3, 1], [93, 6, 1])[0]
        own = []
        for rule in rules["rounds"]:
            panel = expected(rule, contestant, judges)
            recused = [j for j in panel if auto_recused(rules, j, contestant)
                       or (j["id"], contestant["id"]) in recusals]
            if panel and "panel-correction" not in rule and maybe(random, misses):
                own += word_rows(random, rule, contestant, panel, recused)
                continue
            for judge in panel:
                own += sheet_rows(random, rule, contestant, judge, grid,
                                  sheet_state(random, rule, gaps, judge in recused))
        if own and maybe(random, 0.02):
            random.choice(own)["score"] = random.choice(["取消资格", "DSQ"])
        rows += own
    random.shuffle(rows)
    return rows


def random_ballots(random, rules, contestants):
    rows = []
    for rule in rules["rounds"]:
        for contestant in contestants if rule.get("method") == "ballot" else []:
            if maybe(random, 0.06):
                continue
            grades = [g for g in rule["grades"] if maybe(random, 0.8)] or list(rule["grades"])[:1]
            rows += [{"round": rule["id"], "contestant": contestant["id"], "grade": grade,
                      "count": str(random.choice([0, 1, 1, 2, 3, 10]))} for grade in grades]
    return rows


# ---------------------------------------------------------------- what is added to the marks

def random_recusals(random, rules, contestants, judges):
    if any("panel-correction" in rule for rule in rules["rounds"]):
        return []
    return [{"judge": j["id"], "contestant": c["id"], "reason": "亲属"}
            for j in judges for c in contestants if maybe(random, 0.02)]


def random_adjustments(random, rules, contestants):
    rows = []
    for contestant in contestants if not by_rank_sum(rules) else []:
        while maybe(random, 0.15):
            points = random.choice(["0.5", "1", "0.25", "2", "0.005", "30"])
            kind = random.choice(["", "加分", "扣分"])
            if not kind:
                points = random.choice(["", "-"]) + points
            rows.append({"contestant": contestant["id"], "points": points, "kind": kind,
                         "round": random.choice([""] + [r["id"] for r in rules["rounds"]]),
                         "reason": "事由"})
    return rows


def by_rank_sum(rules):
    return rules["rounds"][0].get("method") == "rank-sum"


def random_timings(random, rules, contestants):
    return [{"contestant": c["id"], "round": rule["id"],
             "seconds": random.choice(["8:00", "8:01", "480", "480.9", "8:30", "8:31", "12:00",
                                       "8:11", "5:30", "331.5", "4:59", "4:58"])}
            for c in contestants for rule in rules["rounds"]
            if "overtime" in rule and maybe(random, 0.7)]


def random_factors(random, rules, contestants):
    if by_rank_sum(rules) or maybe(random, 0.8):
        return []
    # The mean of a panel must not be 0 where panels are corrected.
    return [{"contestant": c["id"], "round": rule["id"],
             "factor": random.choice(["1.2", "0.9", "1", "2.8"] +
                                     ["0"] * ("panel-correction" not in rule))}
            for c in contestants for rule in rules["rounds"] if maybe(random, 0.5)]


def random_playoff(random, rules, contestants):
    if "playoff" not in rules.get("ties", []):
        return []
    rows = []
    for contestant in contestants:
        attempt = 1
        while attempt < 4 and maybe(random, 0.7):
            rows.append({"contestant": contestant["id"], "attempt": str(attempt),
                         "score": random.choice(["1", "2", "2.5"])})
            attempt += 1
    return rows


def random_decisions(random, rules, contestants):
    if "decision" not in rules.get("ties", []):
        return []
    chosen = [c for c in contestants if maybe(random, 0.7)]
    random.shuffle(chosen)
    return [{"contestant": c["id"], "place": str(n), "reason": "合议", "signers": "总裁判"}
            for n, c in enumerate(chosen, 1)]


def random_special(random, rules, contestants):
    names = [special["name"] for special in rules.get("special", [])]
    rows = []
    for _ in range(random.randint(0, 3) if names else 0):
        row = {"award": random.choice(names), "reason": random.choice(["组织有力", ""])}
        if len(names) == 1 and maybe(random, 0.3):
            row["award"] = ""
        someone = random.choice(contestants)
        if someone["unit"] and maybe(random, 0.5):
            row["unit"] = someone["unit"]
        else:
            row["contestant"] = someone["id"]
        rows.append(row)
    unique = {(row["award"], row.get("unit"), row.get("contestant")): row for row in rows}
    return list(unique.values())


def random_quota(random, rules, contestants):
    """Rows of which no contestant is matched by two."""
    promote = rules.get("promote", {})
    if "quota" not in promote:
        return []
    per = promote.get("per", "sector")
    other = "county" if per == "sector" else "sector"
    rows = []
    names = list(dict.fromkeys(c[per] for c in contestants))
    for name in names:
        inside = dict.fromkeys(c[other] for c in contestants if c[per] == name and c[other])
        whole = maybe(random, 0.5)
        rows += [{per: name, other: value, "count": str(random.randint(0, 3))}
                 for value in ([""] if whole else inside) if maybe(random, 0.9)]
    # Open: what a quota without a row says; so there is one at least.
    return rows or [{per: names[0], other: "", "count": "1"}]
