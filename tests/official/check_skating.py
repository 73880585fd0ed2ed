"""17 international figure-skating events, October 2016 to December 2017, against what was announced.

Two kinds of contest folders are made of them. In the field's own form a component's panel score is rounded, times
the segment's factor rounded again, and their sum is the component score; that gives component scores, totals and
ranks. Split, each component is a round of its own: its round score is the panel's score of it; and once more with
the factors in factors.csv, so that the rounds and the deductions add to the announced total.
"""

from collections import defaultdict
from fractions import Fraction

from convert_isu import CRITERIA
from events import DATA, complete_standings, read_table, run_check, write_contest

EVENT = DATA / "figure-skating-2016-2017"
JUDGES = [f"J{n}" for n in range(1, 10)]
PUBLISHED = {"criterion panel scores": 8630, "component totals": 1726, "totals": 1726, "ranks": 1726,
             "totals by factors.csv": 1726}

TECHNICAL = """\
  - id: tes
    name: Technical elements
    method: given
    max: 200
"""

FIELD_RULES = """\
title: Figure skating, {kind} segments, factor {factor}
language: en
score: {{ digits: 2, rounding: half-up, combine: sum }}
rounds:
""" + TECHNICAL + """\
  - id: pcs
    name: Programme components
    method: trimmed-mean
    drop: {{ high: 1, low: 1, by: criterion }}
    panel-digits: 2
    criterion-digits: 2
    criteria:
{criteria}
ties: ["round:{tie}"]
"""

SPLIT_RULES = """\
title: Figure skating, each component a round
language: en
score: { digits: 2, rounding: half-up, combine: sum }
rounds:
"""

COMPONENT = """\
  - id: {id}
    name: {name}
    method: trimmed-mean
    max: 10
    step: 0.25
    panel-digits: 2
"""


class Season:
    """The data files: segments and performances by their numbers, marks by performance."""

    def __init__(self):
        self.segments = {row["segment"]: row for row in read_table(EVENT / "segments.csv")}
        self.performances = {row["performance"]: row for row in read_table(EVENT / "performances.csv")}
        self.marks = defaultdict(list)
        for row in read_table(EVENT / "marks.csv"):
            self.marks[row["performance"]].append(row)

    def segment_of(self, performance):
        return self.segments[performance["segment"]]

    def kinds(self):
        """(short or free, factor) -> its performances: they were scored and ranked by one set of rules."""
        kinds = defaultdict(list)
        for performance in self.performances.values():
            segment = self.segment_of(performance)
            kinds["short" if "SHORT" in segment["name"] else "free", segment["factor"]].append(performance)
        return kinds

    def people(self, performances):
        """A sector is a segment of an event; judges are told by their seats."""
        contestants = [["id", "name", "sector"]]
        for performance in performances:
            segment = self.segment_of(performance)
            contestants.append([performance["performance"], performance["contestant"],
                                f"{segment['event']} {segment['name']}"])
        return {"contestants": contestants, "judges": [["id", "name"], *([judge, judge] for judge in JUDGES)]}

    def component_marks(self, performance, place):
        """The judges' marks of a performance; place(criterion) is the round and criterion they belong to."""
        for row in self.marks[performance["performance"]]:
            for judge in JUDGES:
                yield [*place(row["criterion"]), performance["performance"], judge, row[judge] or "缺评"]


MARKS_HEADER = ["round", "criterion", "contestant", "judge", "score"]


def technical_mark(performance):
    return ["tes", "", performance["performance"], "", performance["tes"]]


def deductions(performances):
    """Adjustments of the final score."""
    return [["contestant", "round", "points", "reason"],
            *([performance["performance"], "", "-" + performance["deductions"], "deduction"]
              for performance in performances if Fraction(performance["deductions"]))]


def write_field_form(folder, season, kind, factor, performances):
    criteria = "\n".join(f"      - {{ id: {criterion}, max: 10, step: 0.25, weight: {factor} }}"
                         for criterion in CRITERIA.values())
    marks = [MARKS_HEADER]
    for performance in performances:
        marks.append(technical_mark(performance))
        marks += season.component_marks(performance, lambda criterion: ("pcs", criterion))
    return write_contest(folder / f"{kind}-{factor}",
                         FIELD_RULES.format(kind=kind, factor=factor, criteria=criteria,
                                            tie="tes" if kind == "short" else "pcs"),
                         **season.people(performances), adjustments=deductions(performances), marks=marks)


def check_field_form(binary, folder, season, comparison):
    for (kind, factor), performances in season.kinds().items():
        places = complete_standings(binary, write_field_form(folder, season, kind, factor, performances))
        for performance in performances:
            where = performance["performance"], performance["contestant"]
            place = places.get(performance["performance"], {})
            pcs = place.get("rounds", {}).get("pcs", {}).get("score")
            comparison.compare("component totals", where, performance["pcs"], pcs)
            comparison.compare("totals", where, performance["total"], place.get("final"))
            comparison.compare("ranks", where, performance["rank"], str(place.get("rank")))


def write_split(folder, season, rules, **more):
    performances = season.performances.values()
    components = "".join(COMPONENT.format(id=criterion, name=name) for name, criterion in CRITERIA.items())
    marks = [MARKS_HEADER]
    for performance in performances:
        if TECHNICAL in rules:
            marks.append(technical_mark(performance))
        marks += season.component_marks(performance, lambda criterion: (criterion, ""))
    return write_contest(folder, rules + components, **season.people(performances), marks=marks, **more)


def check_panel_scores(binary, folder, season, comparison):
    places = complete_standings(binary, write_split(folder / "components", season, SPLIT_RULES))
    for performance, rows in season.marks.items():
        rounds = places.get(performance, {}).get("rounds", {})
        for row in rows:
            computed = rounds.get(row["criterion"], {}).get("exact")
            comparison.compare("criterion panel scores", (performance, row["criterion"]),
                               Fraction(row["panel_score"]), computed and Fraction(computed))


def check_factors(binary, folder, season, comparison):
    performances = season.performances.values()
    factors = [["contestant", "round", "factor"]]
    for performance in performances:
        factors += [[performance["performance"], criterion, season.segment_of(performance)["factor"]]
                    for criterion in CRITERIA.values()]
    places = complete_standings(binary, write_split(folder / "factors", season, SPLIT_RULES + TECHNICAL,
                                                    factors=factors, adjustments=deductions(performances)))
    for performance in performances:
        comparison.compare("totals by factors.csv", (performance["performance"], performance["contestant"]),
                           performance["total"], places.get(performance["performance"], {}).get("final"))


def check(binary, folder, comparison):
    season = Season()
    check_panel_scores(binary, folder, season, comparison)
    check_field_form(binary, folder, season, comparison)
    check_factors(binary, folder, season, comparison)


if __name__ == "__main__":
    run_check(check, PUBLISHED)
