"""A second implementation of the rules, slow and obvious, to compare the program with.

It reads a contest folder (contest.yaml and long-form CSV) and computes the standings in the shape
of `biwu rank --format json`. It is written from the rules alone and shares nothing with the C code:
every number is a Fraction, every step is done in the order in which the rules tell it, and nothing
is done twice as fast where it could be done plainly.

Keys of contest.yaml that change the result and that are not computed here raise NotComputed, so
that a comparison never passes because both sides ignored a rule.

    python3 reference.py FOLDER
"""

import csv
import json
import sys
from fractions import Fraction
from pathlib import Path

import yaml

CONTESTANT_STATES = {
    "": "competing", "competing": "competing", "参赛": "competing",
    "withdrawn": "withdrawn", "弃权": "withdrawn",
    "absent": "absent", "缺席": "absent",
    "disqualified": "disqualified", "取消资格": "disqualified",
    "exhibition": "exhibition", "不计名次": "exhibition",
}
SHEET_WORDS = {"缺评": "absent", "回避": "recused"}
ROUND_WORDS = {"弃权": "withdrawn", "DNF": "withdrawn", "缺席": "absent", "DNS": "absent"}
CONTEST_WORDS = {"取消资格": "disqualified", "DSQ": "disqualified"}

# What this file computes, and what may stand in contest.yaml without changing a result.
CONTEST_KEYS = {"title", "level", "date", "place", "host", "language", "score", "rounds", "ties",
                "dense", "awards", "recusal", "absent-round", "sign", "publish", "certificate",
                "fonts"}
SCORE_KEYS = {"digits", "rounding", "combine", "best"}
ROUND_KEYS = {"id", "name", "weight", "panel", "method", "max", "min", "step", "drop", "min-sheets",
              "too-few", "criteria", "digits", "panel-digits", "criterion-digits", "overtime",
              "scale", "floor", "missing"}
AWARD_KEYS = {"name", "count", "percent", "of", "round", "cumulative", "min-score", "rest", "tie",
              "vacant"}


class Fault(Exception):
    """The folder's data are wrong: there is no result."""


class NotComputed(Exception):
    """The folder uses a rule that this file does not know."""


# ---------------------------------------------------------------- numbers

def number(text):
    """A decimal as written."""
    try:
        return Fraction(str(text).strip())
    except ValueError:
        raise Fault(f"not a number: {text!r}") from None


def rounded(value, digits, rounding):
    """`value` to so many digits; None means exact. Halves are judged on the size, without sign."""
    if digits is None:
        return value
    scaled = abs(value) * 10 ** digits
    whole = scaled.numerator // scaled.denominator
    rest = scaled - whole
    if rounding == "half-up":
        up = rest >= Fraction(1, 2)
    elif rounding == "half-even":
        up = rest > Fraction(1, 2) or (rest == Fraction(1, 2) and whole % 2 == 1)
    elif rounding == "down":
        up = False
    else:
        raise Fault(f"unknown rounding {rounding!r}")
    size = Fraction(whole + up, 10 ** digits)
    return -size if value < 0 else size


def printed(value, digits, rounding):
    """`value` with exactly `digits` decimals. Nothing is ever printed as -0.00."""
    units = rounded(value, digits, rounding) * 10 ** digits
    assert units.denominator == 1
    sign = "-" if units < 0 else ""
    text = str(abs(units.numerator)).rjust(digits + 1, "0")
    return sign + (text if digits == 0 else text[:-digits] + "." + text[-digits:])


def shortest(value):
    """A decimal of at most four digits without needless zeros: -0.5, 2, 0."""
    text = printed(value, 4, "down").rstrip("0").rstrip(".")
    return text or "0"


def fraction(value):
    return f"{value.numerator}/{value.denominator}"


def seconds(text):
    """Whole seconds of `m:ss` or of a number of seconds; a fraction of a second is cut."""
    minutes, colon, rest = str(text).strip().rpartition(":")
    total = number(rest) + (60 * number(minutes) if colon else 0)
    return total.numerator // total.denominator


# ---------------------------------------------------------------- reading

def read_table(folder, name):
    """The rows of a CSV file as dictionaries; none where the file is missing."""
    path = Path(folder) / name
    if not path.exists():
        return []
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [{key: (value or "").strip() for key, value in row.items()}
                for row in csv.DictReader(file)]


def known_keys(mapping, known, where):
    for key in mapping:
        if key not in known:
            raise NotComputed(f"{where}: {key}")


def by_id(rows, what):
    table = {}
    for row in rows:
        if row["id"] in table:
            raise Fault(f"{what} {row['id']} is doubled")
        table[row["id"]] = row
    return table


class Contest:
    """A contest folder as it was written, with the defaults filled in."""

    def __init__(self, folder):
        # The base loader leaves every scalar as text: no binary float, and 8:00 is not 480.
        with open(Path(folder) / "contest.yaml", encoding="utf-8") as file:
            rules = yaml.load(file, Loader=yaml.BaseLoader)
        known_keys(rules, CONTEST_KEYS, "contest.yaml")
        self.title = rules.get("title", "")
        self.read_score(rules.get("score", {}))
        self.rounds = [Round(rule, self, len(rules["rounds"])) for rule in rules["rounds"]]
        self.ties = rules.get("ties") or ["exact"]
        self.dense = rules.get("dense", "false") == "true"
        self.awards = rules.get("awards", [])
        self.auto_recusal = rules.get("recusal", {}).get("auto", [])
        self.absent_round_is_zero = rules.get("absent-round") == "zero"

        self.contestants = by_id(read_table(folder, "contestants.csv"), "contestant")
        self.judges = by_id(read_table(folder, "judges.csv"), "judge")
        self.adjustments = read_table(folder, "adjustments.csv")
        self.recusals = read_table(folder, "recusals.csv")
        self.timings = read_table(folder, "timings.csv")
        self.factors = read_table(folder, "factors.csv")
        self.cells = self.read_cells(folder)
        self.check()

    def read_score(self, score):
        known_keys(score, SCORE_KEYS, "score")
        self.digits = int(score.get("digits", 2))
        self.rounding = score.get("rounding", "half-up")
        self.combine = score.get("combine", "weighted")
        self.best = int(score.get("best", 1))

    def round(self, round_id):
        for candidate in self.rounds:
            if candidate.id == round_id:
                return candidate
        raise Fault(f"unknown round {round_id}")

    def read_cells(self, folder):
        """The marks: (round, contestant, judge, criterion) -> the text of the cell."""
        cells = {}
        for path in sorted((Path(folder) / "scores").glob("*.csv")):
            for row in read_table(folder, path.relative_to(folder)):
                round_id = row.get("round") or self.rounds[0].id
                criterion = row.get("criterion") or self.round(round_id).criteria[0]["id"]
                place = (round_id, row["contestant"], row.get("judge", ""), criterion)
                if cells.get(place, row["score"]) != row["score"]:
                    raise Fault(f"two marks for {place}")
                cells[place] = row["score"]
        return cells

    def check(self):
        for contestant in self.contestants.values():
            if contestant.get("status", "") not in CONTESTANT_STATES:
                raise Fault(f"unknown status {contestant['status']}")
        if self.combine == "weighted" and sum(r.weight for r in self.rounds) != 100:
            raise Fault("the weights do not add to 100")
        for place, text in self.cells.items():
            self.check_cell(*place, text)
        for row in self.adjustments + self.recusals + self.timings + self.factors:
            if row["contestant"] not in self.contestants:
                raise Fault(f"unknown contestant {row['contestant']}")

    def check_cell(self, round_id, contestant_id, judge_id, criterion_id, text):
        contest_round = self.round(round_id)
        if contestant_id not in self.contestants:
            raise Fault(f"unknown contestant {contestant_id}")
        if contest_round.method == "given":
            if judge_id:
                raise Fault(f"{round_id} is given: it has no judge {judge_id}")
        elif judge_id not in expected_judges(self, contest_round, contestant_id):
            raise Fault(f"no sheet of {judge_id} is expected for {contestant_id} in {round_id}")
        criterion = contest_round.criterion(criterion_id)
        if text in ("", *SHEET_WORDS, *ROUND_WORDS, *CONTEST_WORDS):
            return
        mark = number(text)
        if not criterion["min"] <= mark <= criterion["max"]:
            raise Fault(f"{text} is outside {criterion_id} of {round_id}")
        if criterion["step"] and (mark - criterion["min"]) % criterion["step"] != 0 \
                and mark % criterion["step"] != 0:
            raise Fault(f"{text} is off the step of {criterion_id} of {round_id}")
        if judge_id and is_recused(self, judge_id, contestant_id):
            raise Fault(f"{judge_id} is recused from {contestant_id} and scored")


class Round:
    """One round's rules with their defaults."""

    def __init__(self, rule, contest, round_count):
        known_keys(rule, ROUND_KEYS, f"round {rule['id']}")
        self.id = rule["id"]
        self.weight = number(rule["weight"]) if "weight" in rule else \
            Fraction(100 if round_count == 1 else 0)
        self.panel = rule.get("panel", "")
        self.method = rule.get("method", "mean")
        if self.method not in ("mean", "trimmed-mean", "median", "sum", "given"):
            raise NotComputed(f"method {self.method}")
        drop = rule.get("drop", {}) if self.method == "trimmed-mean" else {"high": 0, "low": 0}
        self.high, self.low = int(drop.get("high", 1)), int(drop.get("low", 1))
        self.by_criterion = drop.get("by", "sheet") == "criterion"
        self.min_sheets = int(rule.get("min-sheets", 1))
        self.missing = rule.get("missing", "error")
        self.keep_all = rule.get("too-few", "error") == "keep-all"
        # A round of one criterion carries its max, min and step itself; its weight is the round's.
        alone = {key: value for key, value in rule.items() if key != "weight"}
        self.criteria = [self.read_criterion(c) for c in rule.get("criteria", [alone])]
        # With several rounds the printed rounds must add up to the printed total.
        default = contest.digits if round_count > 1 else "exact"
        self.digits = digits_of(rule.get("digits", default))
        self.panel_digits = digits_of(rule.get("panel-digits", "exact"))
        self.criterion_digits = digits_of(rule.get("criterion-digits", "exact"))
        self.overtime = rule.get("overtime")
        self.scale = number(rule.get("scale", 1))
        self.floor = number(rule["floor"]) if "floor" in rule else None

    @staticmethod
    def read_criterion(rule):
        return {"id": rule["id"],
                "max": number(rule.get("max", 100)),
                "min": number(rule.get("min", 0)),
                "step": number(rule.get("step", 0)),
                "weight": number(rule.get("weight", 1))}

    def criterion(self, criterion_id):
        for criterion in self.criteria:
            if criterion["id"] == criterion_id:
                return criterion
        raise Fault(f"unknown criterion {criterion_id} in {self.id}")


def digits_of(text):
    return None if text == "exact" else int(text)


# ---------------------------------------------------------------- whose sheets, and in which state

def panels_of(judge):
    return [name.strip() for name in judge.get("panel", "").split(";") if name.strip()]


def expected_judges(contest, contest_round, contestant_id):
    """The judges whose sheets are expected, in the order of judges.csv."""
    panel = contest_round.panel or contest.contestants[contestant_id].get("panel", "")
    if panel:
        judges = [j for j, judge in contest.judges.items() if panel in panels_of(judge)]
        if not judges:
            raise Fault(f"nobody sits in panel {panel}")
        return judges
    named = {name for judge in contest.judges.values() for name in panels_of(judge)}
    if len(named) > 1:
        raise Fault(f"{contest_round.id}: which of the panels scores {contestant_id}?")
    return list(contest.judges)


def is_recused(contest, judge_id, contestant_id):
    for row in contest.recusals:
        if row["judge"] == judge_id and row["contestant"] == contestant_id:
            return True
    judge, contestant = contest.judges[judge_id], contest.contestants[contestant_id]
    return any(judge.get(field) and judge.get(field) == contestant.get(field)
               for field in contest.auto_recusal)


def sheet_state(contest, contest_round, contestant_id, judge_id):
    """A sheet's state: given, pending, absent or recused; and, where given, its marks."""
    texts = [contest.cells.get((contest_round.id, contestant_id, judge_id, c["id"]), "")
             for c in contest_round.criteria]
    if judge_id and is_recused(contest, judge_id, contestant_id) or "回避" in texts:
        return "recused", None
    if judge_id and contest.judges[judge_id].get("status") in ("void", "作废", "评分作废"):
        return "absent", None
    if all(text == "缺评" for text in texts):
        return "absent", None
    if any(text == "" or text in SHEET_WORDS for text in texts):
        return "pending", None
    return "given", [number(text) for text in texts]


def word_in_cells(contest, contestant_id, words, round_id=None):
    """The state that a word in the contestant's cells names, if one does."""
    cells = [text for (r, c, _, _), text in contest.cells.items()
             if c == contestant_id and (round_id is None or r == round_id)]
    found = {words[text] for text in cells if text in words}
    if len(found) > 1:
        raise Fault(f"the cells of {contestant_id} disagree")
    if found and round_id and any(t and t not in words and t not in SHEET_WORDS for t in cells):
        raise Fault(f"{contestant_id} has a mark beside {found} in {round_id}")
    return found.pop() if found else None


def contestant_status(contest, contestant_id):
    """competing, or the reason why the contestant is listed unranked."""
    status = CONTESTANT_STATES[contest.contestants[contestant_id].get("status", "")]
    if status != "competing":
        return status
    if word_in_cells(contest, contestant_id, CONTEST_WORDS):
        return "disqualified"
    words = [word_in_cells(contest, contestant_id, ROUND_WORDS, r.id) for r in contest.rounds]
    if contest.combine == "best":
        # Missing a round is no fault, missing all of them is.
        return words[0] if all(words) else "competing"
    if contest.absent_round_is_zero:
        return "competing"
    return next((word for word in words if word), "competing")


# ---------------------------------------------------------------- marks to a round score

def weighted_mean(values, weights):
    return sum(v * w for v, w in zip(values, weights)) / sum(weights)


def kept_indices(values, low, high):
    """Indices left once the extremes are set aside; `values` stand in the order of judges.csv.

    Of equals the lowest dropped is the judge that stands first, the highest the one that stands
    last: that is what sorting by value and then by place gives.
    """
    order = sorted(range(len(values)), key=lambda i: (values[i], i))
    return sorted(order[low:len(order) - high])


def panel_score(contest_round, sheets, weights, low, high, rounding, lacking):
    """The panel score (under sum with `lacking` sheets that count as the mean of the given) and the indices of the sheets that were dropped whole."""
    criteria = contest_round.criteria
    if contest_round.by_criterion:
        total = Fraction(0)
        for place, criterion in enumerate(criteria):
            marks = [sheet[place] for sheet in sheets]
            kept = kept_indices(marks, low, high)
            mean = weighted_mean([marks[i] for i in kept], [weights[i] for i in kept])
            mean = rounded(mean, contest_round.panel_digits, rounding)
            total += rounded(mean * criterion["weight"], contest_round.criterion_digits, rounding)
        return total, []
    totals = [sum(mark * c["weight"] for mark, c in zip(sheet, criteria)) for sheet in sheets]
    if contest_round.method == "median":
        ordered = sorted(totals)
        middle = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
        return rounded(middle, contest_round.panel_digits, rounding), []
    if contest_round.method == "sum":
        return rounded(sum(totals) + lacking * sum(totals) / len(totals),
                       contest_round.panel_digits, rounding), []
    kept = kept_indices(totals, low, high)
    mean = weighted_mean([totals[i] for i in kept], [weights[i] for i in kept])
    dropped = [i for i in range(len(sheets)) if i not in kept]
    return rounded(mean, contest_round.panel_digits, rounding), dropped


def overtime_points(rule, time):
    """What is taken for having spoken too long, or too short: a number >= 0."""
    over = time - seconds(rule["limit"]) if "limit" in rule else 0
    taken = Fraction(0)
    if "deduct" in rule and over > 0:
        started = -(-over // seconds(rule.get("every", 30)))
        taken = started * number(rule["deduct"])
    for start, points in rule.get("bands", []):
        if over >= seconds(start) and over > 0:
            taken = number(points)
    if "at-most" in rule:
        taken = min(taken, number(rule["at-most"]))
    if "under" in rule and time < seconds(rule["under"][0]):
        taken += number(rule["under"][1])
    return taken


def adjustment_points(row):
    points = number(row["points"])
    kind = row.get("kind", "")
    if kind and points < 0:
        raise Fault("points beside a kind carry no sign")
    if kind not in ("", "加分", "扣分"):
        raise Fault(f"unknown kind {kind}")
    return -points if kind == "扣分" else points


def round_adjustments(contest, contest_round, contestant_id):
    """The adjustments of this round, with overtime; an empty list where there is none."""
    points = [adjustment_points(row) for row in contest.adjustments
              if row["contestant"] == contestant_id and row["round"] == contest_round.id]
    if contest_round.overtime:
        for row in contest.timings:
            if row["contestant"] == contestant_id and row["round"] == contest_round.id:
                taken = overtime_points(contest_round.overtime, seconds(row["seconds"]))
                points += [-taken] if taken else []
    return points


def factor(contest, contest_round, contestant_id):
    for row in contest.factors:
        if row["contestant"] == contestant_id and row["round"] == contest_round.id:
            return number(row["factor"])
    return Fraction(1)


def round_result(contest, contest_round, contestant_id):
    """What happened to this contestant in this round; `score` is None where there is none."""
    result = {"score": None, "counted": 0, "dropped": [], "pending": 0, "adjustments": []}
    if word_in_cells(contest, contestant_id, ROUND_WORDS, contest_round.id):
        if contest.absent_round_is_zero and contest.combine != "best":
            result["score"] = Fraction(0)
        return result

    judges = [""] if contest_round.method == "given" else \
        expected_judges(contest, contest_round, contestant_id)
    given, missing = [], 0
    for judge in judges:
        state, marks = sheet_state(contest, contest_round, contestant_id, judge)
        if state == "pending":
            result["pending"] += 1
        if state in ("absent", "recused"):
            missing += 1
        if state == "given":
            given.append((judge, marks))

    low, high = contest_round.low, contest_round.high
    if not given:
        return result
    if len(given) < contest_round.min_sheets or len(given) <= low + high:
        if not contest_round.keep_all:
            return result
        low = high = 0

    if contest_round.method == "sum" and \
            (result["pending"] or (missing and contest_round.missing == "error")):
        return result                   # added up without them, each would count as 0
    lacking = missing if contest_round.missing == "mean-of-others" else 0

    weights = [number(contest.judges[j].get("weight") or 1) if j else Fraction(1)
               for j, _ in given]
    score, dropped = panel_score(contest_round, [marks for _, marks in given], weights, low, high,
                                 contest.rounding, lacking)
    score *= contest_round.scale * factor(contest, contest_round, contestant_id)
    result["adjustments"] = round_adjustments(contest, contest_round, contestant_id)
    score += sum(result["adjustments"])
    if contest_round.floor is not None:
        score = max(score, contest_round.floor)
    result["score"] = rounded(score, contest_round.digits, contest.rounding)
    result["dropped"] = [given[i][0] for i in dropped]
    result["counted"] = len(given) - len(dropped)
    return result


# ---------------------------------------------------------------- the final score

def exact_final(contest, contestant_id, results):
    """The final score before its own rounding; None where a round is lacking."""
    scores = [results[r.id]["score"] for r in contest.rounds]
    if contest.combine == "best":
        present = sorted((s for s in scores if s is not None), reverse=True)
        if not present:
            return None
        total = sum(present[:contest.best])
    elif None in scores:
        return None
    elif contest.combine == "sum":
        total = sum(scores)
    elif contest.combine == "weighted":
        total = sum(r.weight * s for r, s in zip(contest.rounds, scores)) / 100
    else:
        raise Fault(f"unknown combine {contest.combine}")
    return total + sum(adjustment_points(row) for row in contest.adjustments
                       if row["contestant"] == contestant_id and not row["round"])


class Entry:
    """A contestant with everything computed of it."""

    def __init__(self, contest, contestant_id):
        self.id, self.contest = contestant_id, contest
        self.row = contest.contestants[contestant_id]
        self.status = contestant_status(contest, contestant_id)
        self.results, self.exact, self.final = {}, None, None
        self.rank, self.tie, self.award, self.barred = None, None, None, False
        if self.status == "competing":
            self.results = {r.id: round_result(contest, r, contestant_id) for r in contest.rounds}
            self.exact = exact_final(contest, contestant_id, self.results)
        if self.exact is not None:
            self.final = rounded(self.exact, contest.digits, contest.rounding)

    def pending(self):
        return sum(result["pending"] for result in self.results.values())

    def vetoed(self):
        return self.row.get("veto", "") not in ("", "no", "否", "0")


# ---------------------------------------------------------------- ranking

def sheets_of(contest, contestant_id, round_id=None):
    """The given sheets of judges: (round, judge, marks), in all rounds or in one."""
    for contest_round in contest.rounds:
        if round_id not in (None, contest_round.id) or contest_round.method == "given":
            continue
        for judge in expected_judges(contest, contest_round, contestant_id):
            state, marks = sheet_state(contest, contest_round, contestant_id, judge)
            if state == "given":
                yield contest_round, judge, marks


def sheet_totals(contest, contestant_id):
    return sorted(sum(m * c["weight"] for m, c in zip(marks, contest_round.criteria))
                  for contest_round, _, marks in sheets_of(contest, contestant_id))


def criterion_mean(contest, entry, round_id, criterion_id):
    """Mean of the criterion's marks that counted, by the judges' weights; exact."""
    contest_round, result = contest.round(round_id), entry.results[round_id]
    place = [c["id"] for c in contest_round.criteria].index(criterion_id)
    if contest_round.method == "given":
        return number(contest.cells[(round_id, entry.id, "", criterion_id)])
    sheets = [(judge, marks[place]) for _, judge, marks in sheets_of(contest, entry.id, round_id)
              if judge not in result["dropped"]]
    low, high = contest_round.low, contest_round.high
    if contest_round.by_criterion and len(sheets) >= contest_round.min_sheets \
            and len(sheets) > low + high:
        sheets = [sheets[i] for i in kept_indices([mark for _, mark in sheets], low, high)]
    return weighted_mean([mark for _, mark in sheets],
                         [number(contest.judges[j].get("weight") or 1) for j, _ in sheets])


def tie_value(key, entry):
    if key == "exact":
        return entry.exact
    name, _, argument = key.partition(":")
    if name == "round":
        return entry.results[argument]["score"]
    if name in ("criterion", "criteria"):
        round_id, _, criteria = argument.partition("/")
        return sum(criterion_mean(entry.contest, entry, round_id, c) for c in criteria.split("+"))
    totals = sheet_totals(entry.contest, entry.id)
    if not totals:
        return None
    middle = (totals[(len(totals) - 1) // 2] + totals[len(totals) // 2]) / 2
    values = {"best-sheet": totals[-1], "worst-sheet": totals[0], "median-sheet": middle,
              "all-sheets": sum(totals) / len(totals)}
    if name not in values:
        raise NotComputed(f"tie key {key}")
    return values[name]


def part(group, keys):
    """`group` split by the keys into lists of those that still share a rank, best first."""
    if len(group) == 1 or not keys:
        return [group]
    value = {entry.id: tie_value(keys[0], entry) for entry in group}
    if None in value.values():
        raise NotComputed(f"tie key {keys[0]} of a contestant without it")
    distinct = sorted(set(value.values()), reverse=True)
    parts = [[entry for entry in group if value[entry.id] == v] for v in distinct]
    if len(parts) > 1:
        ordered = [entry for one in parts for entry in one]
        for entry in group:
            # The last key that parted this contestant from anyone is the one that placed it.
            entry.tie = {"key": keys[0], "value": fraction(value[entry.id]),
                         "against": [{"contestant": o.id, "value": fraction(value[o.id])}
                                     for o in ordered if value[o.id] != value[entry.id]]}
    return [shared for one in parts for shared in part(one, keys[1:])]


def ranked_entries(contest, entries):
    """The entries that have a final, ranked; those that share a rank in contestants.csv order."""
    scored = [entry for entry in entries if entry.final is not None]
    ranking, rank = [], 0
    for final in sorted({entry.final for entry in scored}, reverse=True):
        for shared in part([e for e in scored if e.final == final], contest.ties):
            rank = rank + 1 if contest.dense else len(ranking) + 1
            for entry in shared:
                entry.rank = rank
            ranking += shared
    return ranking


# ---------------------------------------------------------------- awards

def award_size(award, sector, ranking, entered):
    """How many an award is for, before what ties and vacancies of the one before it change."""
    if "count" in award:
        count = award["count"]
        return int(count.get(sector, 0)) if isinstance(count, dict) else int(count)
    if "percent" in award:
        base = entered if award.get("of", "ranked") == "entered" else len(ranking)
        share = number(award["percent"]) * base / 100
        how = award.get("round", "up")
        if how == "up":
            return -(-share.numerator // share.denominator)
        return int(rounded(share, 0, how))
    return None                         # rest, or min-score alone: as many as there are


def give_awards(contest, sector, ranking, entered):
    """Gives each award in its order; ranking is one sector's."""
    carried = 0                         # places that the award before took (-) or left over (+)
    for award in contest.awards:
        known_keys(award, AWARD_KEYS, f"award {award.get('name')}")
        size = award_size(award, sector, ranking, entered)
        cumulative = award.get("cumulative") == "true" and size is not None
        if size is not None and not cumulative:
            size = max(0, size + carried)
        carried = give_award(award, ranking, size, cumulative)


def tied_across(queue, cut):
    """Those who share a rank with both the last before the cut and the first after it."""
    if not 0 < cut < len(queue) or queue[cut - 1].rank != queue[cut].rank:
        return []
    return [entry for entry in queue if entry.rank == queue[cut].rank]


def give_award(award, ranking, size, cumulative):
    """Gives one award and tells how many places the next one gains or loses by it."""
    def is_free(entry):
        return not entry.award and not entry.barred and not entry.vetoed()

    # A cumulative cut counts from the first place, whoever has an award already.
    queue = ranking if cumulative else [entry for entry in ranking if is_free(entry)]
    cut = len(queue) if size is None else min(size, len(queue))
    before, tied = queue[:cut], tied_across(queue, cut)
    policy = award.get("tie", "extend")
    chosen = [e for e in before if e not in tied] if policy == "withhold" else \
        before + [e for e in tied if e not in before]
    if "min-score" in award:
        # A tied group has one published final: it reaches the least score together or not at all.
        least = number(award["min-score"])
        chosen = [e for e in chosen if e.final >= least]
        tied = [e for e in tied if e.final >= least]
    given = [entry for entry in chosen if is_free(entry)]
    for entry in given:
        entry.award = award["name"]
    if policy == "withhold":
        for entry in tied:
            entry.barred = entry.award is None

    extended = [entry for entry in given if entry not in before]
    if extended:
        return -len(extended) if policy == "absorb" else 0
    if size is not None and award.get("vacant", "leave") == "pass-down":
        # Counted from the first place, a place is vacant where no award at all has reached it.
        settled = [e for e in ranking if e.award or e.barred] if cumulative else given
        return max(0, size - len(settled))
    return 0


# ---------------------------------------------------------------- the standings

def round_json(contest, result):
    shown = {}
    if result["score"] is not None:
        shown["score"] = printed(result["score"], contest.digits, contest.rounding)
        shown["exact"] = fraction(result["score"])
    shown.update(counted=result["counted"], dropped=result["dropped"], pending=result["pending"])
    if result["adjustments"]:
        shown["adjustments"] = shortest(sum(result["adjustments"]))
    return shown


def ranked_json(contest, entry):
    shown = {"rank": entry.rank, "contestant": entry.id, "name": entry.row["name"],
             "unit": entry.row.get("unit", ""),
             "final": printed(entry.exact, contest.digits, contest.rounding),
             "exact": fraction(entry.exact), "award": entry.award, "tie": entry.tie,
             "rounds": {r: round_json(contest, result) for r, result in entry.results.items()}}
    return {key: value for key, value in shown.items() if value not in (None, "")}


def unranked_json(entry):
    return {"contestant": entry.id, "name": entry.row["name"], "status": entry.status}


def sector_json(contest, sector, entries):
    ranking = ranked_entries(contest, entries)
    give_awards(contest, sector, ranking, len(entries))
    return {"sector": sector,
            "ranking": [ranked_json(contest, entry) for entry in ranking],
            "unranked": [unranked_json(entry) for entry in entries if entry.final is None]}


def standings(folder):
    """The standings of a contest folder, as `biwu rank --format json` gives them."""
    contest = Contest(folder)
    entries = [Entry(contest, contestant_id) for contestant_id in contest.contestants]
    sectors = list(dict.fromkeys(entry.row["sector"] for entry in entries))
    competing = [entry for entry in entries if entry.status == "competing"]
    complete = all(e.final is not None and e.pending() == 0 for e in competing)
    return {"contest": contest.title, "status": "provisional", "complete": complete,
            "digits": contest.digits,
            "sectors": [sector_json(contest, sector,
                                    [e for e in entries if e.row["sector"] == sector])
                        for sector in sectors]}


if __name__ == "__main__":
    json.dump(standings(sys.argv[1]), sys.stdout, ensure_ascii=False, indent=1)
    print()
