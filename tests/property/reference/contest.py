"""A contest folder as it was written, with the defaults filled in."""

import csv
from fractions import Fraction
from pathlib import Path

import yaml

from .number import Fault, NotComputed, digits_of, number

# What is computed here, and what may stand in contest.yaml without changing a result.
CONTEST_KEYS = {"title", "level", "date", "place", "host", "language", "score", "rounds", "ties",
                "dense", "absent-round", "awards", "special", "teams", "promote", "recusal", "sign",
                "publish", "certificate", "protest", "fonts"}
SCORE_KEYS = {"digits", "rounding", "combine", "best"}
CRITERION_KEYS = {"id", "name", "max", "min", "step", "weight"}
PANEL_KEYS = {"method", "drop", "min-sheets", "too-few", "missing", "panel-digits",
              "criterion-digits", "outliers", "clamp-digits"}
ROUND_KEYS = {"id", "name", "weight", "panel", "panels", "max", "min", "step", "criteria", "digits",
              "grades", "points", "scale", "panel-correction", "correction-digits", "overtime",
              "floor", "advance", "carry"} | PANEL_KEYS
AWARD_KEYS = {"name", "count", "percent", "of", "round", "cumulative", "min-score", "need", "rest",
              "per", "tie", "vacant"}
PROMOTE_KEYS = {"count", "percent", "of", "round", "min-score", "need", "quota", "per", "at-most",
                "reserves", "tie"}
TEAM_KEYS = {"by", "best", "method", "points"}
SPECIAL_KEYS = {"name", "from"}

METHODS = {"mean", "trimmed-mean", "median", "sum", "rank-sum", "given", "ballot", "place-points"}

# The base loader leaves every scalar as text: no binary float, and 8:00 is not 480.
BaseLoader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


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

    def __init__(self, folder):
        with open(Path(folder) / "contest.yaml", encoding="utf-8") as file:
            rules = yaml.load(file, Loader=BaseLoader)
        known_keys(rules, CONTEST_KEYS, "contest.yaml")
        self.title = rules.get("title", "")
        self.read_score(rules.get("score", {}))
        self.rounds = [Round(rule, self, len(rules["rounds"])) for rule in rules["rounds"]]
        self.read_weights(rules["rounds"])
        self.ties = rules.get("ties") or ["exact"]
        self.dense = rules.get("dense", "false") == "true"
        self.auto_recusal = rules.get("recusal", {}).get("auto", [])
        self.absent_round_is_zero = rules.get("absent-round") == "zero"
        self.read_honours(rules, folder)

        self.contestants = by_id(read_table(folder, "contestants.csv"), "contestant")
        self.judges = by_id(read_table(folder, "judges.csv"), "judge")
        self.adjustments = read_table(folder, "adjustments.csv")
        self.recusals = read_table(folder, "recusals.csv")
        self.timings = read_table(folder, "timings.csv")
        self.factors = read_table(folder, "factors.csv")
        self.ballots = read_table(folder, "ballots.csv")
        self.playoff = read_table(folder, "playoff.csv")
        self.decisions = read_table(folder, "decisions.csv")
        self.cells = self.read_cells(folder)

    def read_score(self, score):
        known_keys(score, SCORE_KEYS, "score")
        self.digits = int(score.get("digits", 2))
        self.rounding = score.get("rounding", "half-up")
        self.combine = score.get("combine", "weighted")
        self.best = int(score.get("best", 1))

    def read_weights(self, rules):
        """A round that stands alone in its stretch, between two that carry nothing, weighs 100."""
        for stretch in stretches(self.rounds):
            for contest_round in stretch:
                rule = rules[self.rounds.index(contest_round)]
                default = 100 if len(stretch) == 1 else 0
                contest_round.weight = number(rule.get("weight", default))
            if self.combine == "weighted" and sum(r.weight for r in stretch) != 100:
                raise Fault("the weights do not add to 100")

    def read_honours(self, rules, folder):
        self.awards = rules.get("awards", [])
        for award in self.awards:
            known_keys(award, AWARD_KEYS, f"award {award.get('name')}")
        self.promote = rules.get("promote")
        known_keys(self.promote or {}, PROMOTE_KEYS, "promote")
        self.quota = read_table(folder, self.promote["quota"]) \
            if self.promote and "quota" in self.promote else None
        self.teams = rules.get("teams")
        known_keys(self.teams or {}, TEAM_KEYS, "teams")
        self.special = rules.get("special", [])
        self.special_rows = {}
        for special in self.special:
            known_keys(special, SPECIAL_KEYS, "special")
            self.special_rows[special["from"]] = read_table(folder, special["from"])

    @property
    def by_rank_sum(self):
        """Whether lower scores are better."""
        return self.rounds[0].method == "rank-sum"

    def round(self, round_id):
        for candidate in self.rounds:
            if candidate.id == round_id:
                return candidate
        raise Fault(f"unknown round {round_id}")

    def sectors(self):
        return list(dict.fromkeys(row["sector"] for row in self.contestants.values()))

    def stages(self):
        """The rounds in lists; each but the first begins with a round that must be entered."""
        parts = []
        for contest_round in self.rounds:
            if not parts or contest_round.advance is not None:
                parts.append([])
            parts[-1].append(contest_round)
        return parts

    def stretch_of_stage(self, stage):
        """The rounds that count at the end of a stage, counted from 0."""
        so_far = [r for part in self.stages()[:stage + 1] for r in part]
        return stretches(so_far)[-1]

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


def stretches(rounds):
    """The rounds in lists; each but the first begins with a round that carries nothing."""
    parts = []
    for contest_round in rounds:
        if not parts or not contest_round.carry:
            parts.append([])
        parts[-1].append(contest_round)
    return parts


class Panel:
    """How the sheets of one panel become a score. A key of its own goes before the round's."""

    def __init__(self, rule, own):
        self.name = own.get("name", "")
        self.weight = number(own.get("weight", 100))
        merged = {**rule, **own}
        self.method = own.get("method") or \
            ("trimmed-mean" if "drop" in own else rule.get("method", "mean"))
        if self.method not in METHODS:
            raise NotComputed(f"method {self.method}")
        drop = merged.get("drop", {}) if self.method == "trimmed-mean" else {"high": 0, "low": 0}
        self.high, self.low = int(drop.get("high", 1)), int(drop.get("low", 1))
        self.by_criterion = drop.get("by", "sheet") == "criterion"
        self.min_sheets = int(merged.get("min-sheets", 1))
        self.keep_all = merged.get("too-few", "error") == "keep-all"
        self.missing = merged.get("missing", "error")
        self.digits = digits_of(merged.get("panel-digits", "exact"))
        self.criterion_digits = digits_of(merged.get("criterion-digits", "exact"))
        outliers = merged.get("outliers", {})
        self.clamp = number(outliers["limit"]) if outliers.get("policy") == "clamp" else None
        self.clamp_digits = digits_of(merged.get("clamp-digits", "exact"))


class Round:
    """One round's rules with their defaults."""

    def __init__(self, rule, contest, round_count):
        known_keys(rule, ROUND_KEYS, f"round {rule['id']}")
        self.id = rule["id"]
        self.weight = None                  # read when all rounds are known
        self.panel = rule.get("panel", "")
        self.method = rule.get("method", "mean")
        for own in rule.get("panels", []):
            known_keys(own, PANEL_KEYS | {"name", "weight"}, f"a panel of {self.id}")
        self.has_panels = "panels" in rule
        self.panels = [Panel(rule, own) for own in rule.get("panels", [{}])]
        # A round of one criterion carries its max, min and step itself; its weight is the round's.
        alone = {key: rule[key] for key in ("id", "max", "min", "step") if key in rule}
        self.criteria = [self.read_criterion(c) for c in rule.get("criteria", [alone])]
        # With several rounds the printed rounds must add up to the printed total.
        default = contest.digits if round_count > 1 else "exact"
        self.digits = digits_of(rule.get("digits", default))
        self.grades = {g: number(points) for g, points in rule.get("grades", {}).items()}
        self.points = [number(points) for points in rule.get("points", [])]
        self.scale = number(rule.get("scale", 1))
        self.correction = rule.get("panel-correction", "none")
        self.correction_digits = digits_of(rule.get("correction-digits", "exact"))
        self.overtime = rule.get("overtime")
        self.floor = number(rule["floor"]) if "floor" in rule else None
        self.advance = int(rule["advance"]) if "advance" in rule else None
        self.carry = rule.get("carry", "true") == "true"

    @staticmethod
    def read_criterion(rule):
        known_keys(rule, CRITERION_KEYS, "criterion")
        return {"id": rule["id"],
                "max": number(rule.get("max", 100)),
                "min": number(rule.get("min", 0)),
                "step": number(rule.get("step", 0)),
                "weight": number(rule.get("weight", 1))}

    @property
    def has_judges(self):
        return self.method not in ("given", "ballot")

    def criterion(self, criterion_id):
        for criterion in self.criteria:
            if criterion["id"] == criterion_id:
                return criterion
        raise Fault(f"unknown criterion {criterion_id} in {self.id}")

    def total(self, marks):
        return sum((mark * c["weight"] for mark, c in zip(marks, self.criteria)), Fraction(0))
