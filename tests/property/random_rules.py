"""Random rules of small contests: contest.yaml as dictionaries.

Combinations that the rules refuse are not generated, nor those that they leave open; each such
place says so.
"""

PANEL_METHODS = ["mean"] * 3 + ["trimmed-mean"] * 5 + ["median"] * 2 + ["sum"] * 2
ROUND_METHODS = PANEL_METHODS * 2 + ["given"] * 2 + ["ballot"] * 2 + ["place-points"] * 2
SHEET_KEYS = ["best-sheet", "worst-sheet", "median-sheet", "all-sheets"]


def maybe(random, chance):
    return random.random() < chance


def add(random, chance, mapping, key, values):
    if maybe(random, chance):
        mapping[key] = random.choice(values)


# ---------------------------------------------------------------- rounds

def random_criterion(random, name):
    criterion = {"id": name, "max": random.choice([10, 20, 100])}
    add(random, 0.2, criterion, "step", ["0.5", "1"])
    add(random, 0.2, criterion, "min", [1, 2, 5])
    return criterion


def random_overtime(random):
    rule = {"limit": random.choice(["8:00", "5:30"])}
    kind = random.choice(["deduct", "deduct", "bands", "under"])
    if kind == "bands":
        rule["bands"] = [["0:01", "0.02"], ["0:11", "0.05"], ["0:30", "0.5"]][
            :random.randint(1, 3)]
    if kind == "deduct":
        rule["deduct"] = random.choice(["0.5", "0.25", 1])
        add(random, 0.7, rule, "every", [30, 15])
    if kind != "under":
        add(random, 0.4, rule, "at-most", [1, 3, "1.25", "0.03"])
    if kind == "under" or maybe(random, 0.3):
        rule["under"] = random.choice([["5:00", "0.1"], ["5:30", "1.5"], ["4:59", 1]])
    return rule


def add_outliers(random, rule, method, by_criterion):
    """Outliers: clamp is for whole sheets, and not for places."""
    policies = ["none", "flag"]
    if not by_criterion and method != "place-points":
        policies += ["clamp"] * 4
    rule["outliers"] = {"policy": random.choice(policies)}
    if rule["outliers"]["policy"] != "none":
        rule["outliers"]["limit"] = random.choice(["0.5", 1, 2])
        add(random, 0.3, rule["outliers"], "spread", [3, "0.5"])
    if rule["outliers"]["policy"] == "clamp":
        add(random, 0.5, rule, "clamp-digits", [0, 1, 2])


def add_panel_keys(random, rule, method):
    """What a panel may say of itself as well as a round."""
    by_criterion = False
    if method == "trimmed-mean" and maybe(random, 0.8):
        rule["drop"] = {"high": random.choice([0, 1, 1, 2]), "low": random.choice([0, 1, 1, 2])}
        add(random, 0.7, rule["drop"], "by", ["sheet", "criterion"])
        by_criterion = rule["drop"].get("by") == "criterion"
        if by_criterion:
            add(random, 0.5, rule, "criterion-digits", [0, 1, 2])
    if method == "sum":
        add(random, 0.8, rule, "missing", ["error", "mean-of-others", "leave-out"])
    if method == "rank-sum":
        add(random, 0.7, rule, "missing", ["error", "mean-of-others", "mean-of-others"])
    add(random, 0.2, rule, "min-sheets", [1, 2, 3, 4])
    add(random, 0.7, rule, "too-few", ["error", "keep-all", "keep-all", "keep-all"])
    add(random, 0.3, rule, "panel-digits", [0, 1, 2, 3])
    if maybe(random, 0.25):
        add_outliers(random, rule, method, by_criterion)


def random_panels(random):
    """The panels of one round: each with all its own keys, or with some of the round's."""
    weights = random.choice([[70, 30], [50, 50], ["33.3", "66.7"]])
    panels = []
    for name, weight in zip(["专", "众"], weights):
        panel = {"name": name, "weight": weight}
        method = random.choice(PANEL_METHODS)
        add_panel_keys(random, panel, method)
        # A panel that drops and says no method has the trimmed mean.
        if "drop" not in panel or maybe(random, 0.5):
            panel["method"] = method
        panels.append(panel)
    return panels


def random_round(random, round_id, panels, method):
    rule = {"id": round_id, "name": "环节" + round_id, "method": method}
    if method == "ballot":
        rule["grades"] = random.choice([{"优秀": 100, "良好": 85, "一般": 60},
                                        {"同意": 10, "弃权票": "5.5", "反对": 0}])
        add(random, 0.4, rule, "panel-digits", [0, 1, 2])
    elif method == "place-points":
        rule.update({"max": 8, "min": 1, "step": 1,
                     "points": random.choice([[12, 10, 8, 7, 6, 5], [3, 1], ["2.5", "1.25", 1]])})
    elif maybe(random, 0.5):
        rule.update(random_criterion(random, round_id))
    else:
        count = 1 if method == "given" else random.randint(1, 3)
        rule["criteria"] = [random_criterion(random, "k%d" % n) for n in range(1, count + 1)]
        for criterion in rule["criteria"]:
            add(random, 0.4, criterion, "weight", ["0.5", "2", "1.2", "0.3333"])
    add(random, 0.3, rule, "digits", ["exact", 0, 1, 2, 3])
    if method in ("given", "ballot"):
        return rule
    if panels == "panels" and method not in ("place-points", "rank-sum") and maybe(random, 0.7):
        rule["panels"] = random_panels(random)
        # Keys of the round that a panel may take over; the round's own method is nobody's then.
        add(random, 0.3, rule, "too-few", ["error", "keep-all"])
        add(random, 0.2, rule, "panel-digits", [0, 1, 2])
        if all("method" in panel or "drop" in panel for panel in rule["panels"]):
            del rule["method"]
        return rule
    if panels == "panels":
        rule["panel"] = random.choice(["专", "众"])
    if panels == "round":
        rule["panel"] = random.choice(["甲", "乙"])
    add_panel_keys(random, rule, method)
    if panels == "contestant" and method not in ("rank-sum", "place-points") and maybe(random, 0.4):
        add_correction(random, rule)
    return rule


def add_correction(random, rule):
    """Panel correction: it is a fault where nobody of a panel is scored, so everybody is."""
    rule["panel-correction"] = random.choice(["mean", "panel-means", "panel-means", "none"])
    rule["too-few"] = "keep-all"
    add(random, 0.7, rule, "correction-digits", [4, 4, 2, 1])


def add_what_changes_a_score(random, rule):
    if maybe(random, 0.3):
        rule["overtime"] = random_overtime(random)
    add(random, 0.15, rule, "scale", ["0.5", "1.05", 2, "0.1", "3.1415"])
    add(random, 0.15, rule, "floor", [0, 8, "12.5"])


def random_rounds(random, panels, by_rank_sum):
    rounds = []
    for n in range(1, random.randint(1, 3) + 1):
        method = "rank-sum" if by_rank_sum else random.choice(ROUND_METHODS)
        rule = random_round(random, "r%d" % n, panels, method)
        if not by_rank_sum:
            add_what_changes_a_score(random, rule)
        if n > 1 and maybe(random, 0.3):
            rule["advance"] = random.randint(1, 4)
            add(random, 0.7, rule, "carry", [True, False])
        rounds.append(rule)
    return rounds


def stretches(rounds):
    """The rounds in lists; each but the first begins with one that carries nothing."""
    parts = []
    for rule in rounds:
        if not parts or rule.get("carry") is False:
            parts.append([])
        parts[-1].append(rule)
    return parts


def random_score(random, rounds, by_rank_sum):
    score = {}
    add(random, 0.7, score, "digits", [0, 1, 1, 2, 3, 4])
    add(random, 0.7, score, "rounding", ["half-up", "half-even", "down"])
    if by_rank_sum:
        score["combine"] = "sum"
    else:
        add(random, 0.8, score, "combine", ["weighted", "sum", "best"])
    if score.get("combine") == "best":
        add(random, 0.5, score, "best", [1, 2, 3])
    if score.get("combine", "weighted") == "weighted":
        for stretch in stretches(rounds):
            weights = random.choice({1: [[]], 2: [["40", "60"], ["33.3", "66.7"], ["50", "50"]],
                                     3: [["20", "30", "50"], ["33.33", "33.33", "33.34"]]}
                                    [len(stretch)])
            for rule, weight in zip(stretch, weights):
                rule["weight"] = weight
    return score


# ---------------------------------------------------------------- ties

def keys_of_round(rule):
    """The keys that look at one round; its only criterion is called as the round itself."""
    keys = ["round:" + rule["id"]]
    if rule.get("method") not in ("ballot", "place-points"):
        ids = [c["id"] for c in rule.get("criteria", [rule])]
        keys += [f"criterion:{rule['id']}/{c}" for c in ids]
        if len(ids) > 1:
            keys.append(f"criteria:{rule['id']}/{ids[-1]}+{ids[0]}")
    return keys + [f"panel:{rule['id']}/{p['name']}" for p in rule.get("panels", [])] * 3


def random_ties(random, rounds, combine):
    keys = ["exact", "column:seniority", "-column:lot", "column:lot", "playoff", "decision"]
    for rule in rounds:
        keys += keys_of_round(rule)
    if any(rule.get("method") not in ("given", "ballot") for rule in rounds):
        keys += ["head-to-head"] * 2
        if all(rule.get("method") != "place-points" for rule in rounds):
            keys += SHEET_KEYS
    if combine == "best":
        keys += ["next-best"] * 3
    chosen = random.sample(keys, min(len(keys), random.choice([0, 1, 1, 2, 2, 3, 4])))
    return list(dict.fromkeys(chosen))


# ---------------------------------------------------------------- awards, promotion, teams

def add_conditions(random, rule, rounds, chance):
    """Least scores; under rank-sum, where lower is better, they are refused."""
    if rounds[0].get("method") == "rank-sum":
        return
    if maybe(random, chance):
        rule["min-score"] = random.choice(["5", "8.5", "12", "50"])
    if maybe(random, chance / 2):
        rule["need"] = {"round": random.choice(rounds)["id"],
                        "at-least": random.choice(["8", "9.5", "15", "60"])}


def add_size(random, rule, sectors, kinds):
    kind = random.choice(kinds)
    if kind == "count":
        rule["count"] = random.randint(0, 4)
    elif kind == "sectors":
        rule["count"] = {sector: random.randint(0, 3) for sector in sectors}
    elif kind == "percent":
        rule["percent"] = random.choice([10, 20, 25, 50, "33.3"])
        add(random, 0.3, rule, "of", ["ranked", "entered"])
        add(random, 0.4, rule, "round", ["up", "down", "half-up"])


def random_award(random, n, sectors, rounds):
    award = {"name": "第%d奖" % n}
    kinds = ["count", "count", "sectors", "percent", "percent"]
    if rounds[0].get("method") != "rank-sum" and maybe(random, 0.2):
        award["per"] = "contest"
        kinds.remove("sectors")
    add_size(random, award, sectors, kinds)
    if maybe(random, 0.2):
        award["cumulative"] = True
    add_conditions(random, award, rounds, 0.3)
    add(random, 0.6, award, "tie", ["extend", "absorb", "absorb", "withhold", "error"])
    # Open: whether what a tie withheld is vacant, and so passed down.
    if award.get("tie") not in ("withhold", "error"):
        add(random, 0.3, award, "vacant", ["leave", "pass-down"])
    return award


def random_awards(random, sectors, rounds):
    awards = [random_award(random, n, sectors, rounds) for n in range(1, random.randint(0, 3) + 1)]
    if maybe(random, 0.5):
        awards.append({"name": "优秀奖", "rest": True})
    return awards


def random_promote(random, sectors, rounds):
    """Without quota.csv, whose rows wait for the contestants."""
    promote = {}
    by_rank_sum = rounds[0].get("method") == "rank-sum"
    per = "sector" if by_rank_sum else random.choice(["sector", "sector", "county"])
    if per == "county" or maybe(random, 0.3):
        promote["per"] = per
    kinds = ["count", "count", "percent", "quota"] + ["sectors"] * (per == "sector")
    if maybe(random, 0.25):
        promote["quota"] = "quota.csv"
    else:
        add_size(random, promote, sectors, kinds[:3] + kinds[4:])
    add(random, 0.4, promote, "at-most", [1, 1, 2])
    add(random, 0.5, promote, "reserves", [1, 2, 3])
    add(random, 0.7, promote, "tie", ["extend", "withhold", "error"])
    add_conditions(random, promote, rounds, 0.15)
    return promote


def random_teams(random, rounds):
    teams = {"by": random.choice(["unit", "county"])}
    add(random, 0.7, teams, "best", [1, 2, 3])
    method = "points" if rounds[0].get("method") == "rank-sum" else \
        random.choice(["sum", "points"])
    teams["method"] = method
    if method == "points":
        teams["points"] = random.choice([[15, 13, 12, 11], [3, 1], [5, "3.5", 2, 1, 1, 1]])
    return teams


def random_rules(random, sectors, panels):
    by_rank_sum = maybe(random, 0.1)
    rounds = random_rounds(random, panels, by_rank_sum)
    rules = {"title": "随机比武", "score": random_score(random, rounds, by_rank_sum),
             "rounds": rounds}
    if maybe(random, 0.75):
        rules["ties"] = random_ties(random, rounds, rules["score"].get("combine"))
    add(random, 0.3, rules, "dense", [True, False])
    # Open: what a ballot says of one who was not there; so no zeros there.
    if not by_rank_sum and all(rule.get("method") != "ballot" for rule in rounds):
        add(random, 0.3, rules, "absent-round", ["zero", "zero", "unranked"])
    if maybe(random, 0.15) and not any("panel-correction" in rule for rule in rounds):
        rules["recusal"] = {"auto": random.choice([["unit"], ["county"], ["unit", "county"]])}
    awards = random_awards(random, sectors, rounds)
    if awards:
        rules["awards"] = awards
    if maybe(random, 0.4):
        rules["promote"] = random_promote(random, sectors, rounds)
    if maybe(random, 0.25):
        rules["teams"] = random_teams(random, rounds)
    if maybe(random, 0.15):
        names = random.choice([["优秀组织奖"], ["优秀组织奖", "特别奖"]])
        rules["special"] = [{"name": name, "from": "special.csv"} for name in names]
    return rules
