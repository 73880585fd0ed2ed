"""What holds of every contest, whatever its rules: five claims, each on random contests.

    python3 invariants.py BIWU_BINARY [--count N] [--seed S] [--only N] [--keep DIR]
"""

import copy
import json
from fractions import Fraction

import differ
import random_contest
import random_outlook
from random_tables import cell, expected, random_mark
from reference.number import printed

MARKS = "scores/marks.csv"


class Refused(Exception):
    """The program has no standings to judge."""


def standings_of(binary, case, folder):
    random_contest.write_case(case, folder)
    text = differ.program_output(binary, folder)
    if text.startswith("exit"):
        raise Refused(f"{folder.name}: {text}")
    return json.loads(text)


def places_of(standings):
    return {place["contestant"]: place for sector in standings["sectors"]
            for place in sector["ranking"]}


def case_where(random, is_wanted):
    """A random case of which something is true."""
    while True:
        case = random_contest.random_case(random)
        if is_wanted(case["rules"]):
            return case


def panels_and_rounds(rules):
    return [*rules["rounds"], *[p for rule in rules["rounds"] for p in rule.get("panels", [])]]


def round_of(rules, row):
    return next(rule for rule in rules["rounds"] if rule["id"] == row["round"])


def criterion_of(rules, row):
    rule = round_of(rules, row)
    return next((c for c in rule.get("criteria", []) if c["id"] == row["criterion"]), rule)


def is_number(text):
    return text[:1].isdigit()


def number_rows(case):
    return [row for row in case["tables"][MARKS] if is_number(row["score"])]


# ---------------------------------------------------------------- (a) a higher mark never harms

# The claim is of the contestant's own final before score.digits, and of mean, trimmed-mean, median,
# sum and given, with or without clamp. Every step is monotone in every mark: order statistics of
# raised values are no lower, clamping moves with the mean, rounding keeps order, scales and factors
# are not negative, and x R / A grows with x as long as R / A is not rounded. It does not hold
# - where extremes are dropped from judges of unequal weights (worked example D of the rules);
# - with correction-digits: R / A falls by a whole unit where x rises by less;
# - with clamp-digits too coarse for the limit: a bound that is rounded inwards lies beyond sheets
#   that are left alone;
# - for places (rank-sum, place-points), which are better the lower;
# - with advance: who is raised into the next round has other rounds in the final score.

def is_monotone(rules):
    return not any("advance" in rule or rule.get("method") in ("rank-sum", "place-points")
                   for rule in rules["rounds"])


def made_monotone(case):
    case = copy.deepcopy(case)
    for rule in panels_and_rounds(case["rules"]):
        rule.pop("correction-digits", None)
        rule.pop("clamp-digits", None)
    if any(rule.get("method") == "trimmed-mean" or "drop" in rule
           for rule in panels_and_rounds(case["rules"])):
        for judge in case["tables"]["judges.csv"]:
            judge.pop("weight", None)
    return case


def raised(random, case):
    """The case with one mark raised, and whose it is; None where no mark can be."""
    rules = case["rules"]
    case = copy.deepcopy(case)
    rows = [row for row in number_rows(case)
            if Fraction(row["score"]) + 1 <= int(criterion_of(rules, row).get("max", 100))]
    if not rows:
        return None
    row = random.choice(rows)
    criterion = criterion_of(rules, row)
    room = int(criterion["max"]) - Fraction(row["score"])
    step = Fraction(1) if criterion.get("step") or random.random() < 0.5 else Fraction(1, 1000)
    most = int(room / step)
    value = Fraction(row["score"]) + step * random.randint(1, min(most, 5))
    row["score"] = printed(value, 4, "down")
    return case, row["contestant"]


def raising_never_lowers(binary, random, folder):
    case = made_monotone(case_where(random, is_monotone))
    changed = raised(random, case)
    before = places_of(standings_of(binary, case, folder / "before"))
    if not changed or changed[1] not in before:
        return 0, []
    after = places_of(standings_of(binary, changed[0], folder / "after"))
    scores = [Fraction(places[changed[1]]["exact"]) for places in (before, after)]
    if scores[1] < scores[0]:
        return 1, [f"{changed[1]} falls from {scores[0]} to {scores[1]} by a higher mark"]
    return 1, []


# ---------------------------------------------------------------- (b) the order of people

def without_order(standings):
    """The standings as contestants see them: nothing of it may depend on the order of the file."""
    shown = {key: value for key, value in standings.items() if key not in ("sectors", "teams")}
    shown["teams"] = sorted((team["team"], team["rank"], team["score"])
                            for team in standings.get("teams", []))
    for sector in standings["sectors"]:
        ranks = [place["rank"] for place in sector["ranking"]]
        shown[sector["sector"]] = "in order" if ranks == sorted(ranks) else ranks
        for place in sector["ranking"] + sector.get("unranked", []):
            place = copy.deepcopy(place)
            if "tie" in place:
                place["tie"]["against"].sort(key=lambda other: other["contestant"])
            shown[place["contestant"]] = place
    return shown


def without_dropped(standings):
    for place in places_of(standings).values():
        for result in place["rounds"].values():
            result.pop("dropped", None)
    return standings


def permuted(random, case, name):
    rows = list(case["tables"][name])
    random.shuffle(rows)
    return {**case, "tables": {**case["tables"], name: rows}}


def order_of_contestants(binary, random, folder):
    case = random_contest.random_case(random)
    before = standings_of(binary, case, folder / "before")
    after = standings_of(binary, permuted(random, case, "contestants.csv"), folder / "after")
    same = without_order(before) == without_order(after)
    return 1, [] if same else ["another order of contestants.csv changes more than an order"]


def order_of_judges(binary, random, folder):
    """Which of equal extremes goes is told by judges.csv: with equal weights that is all it tells,
    unless a key looks at the marks of the sheets that are left."""
    case = case_where(random, lambda rules: not any(key.startswith("criteri")
                                                    for key in rules.get("ties", [])))
    case = copy.deepcopy(case)
    for judge in case["tables"]["judges.csv"]:
        judge.pop("weight", None)
    before = without_dropped(standings_of(binary, case, folder / "before"))
    after = without_dropped(standings_of(binary, permuted(random, case, "judges.csv"),
                                         folder / "after"))
    return 1, [] if before == after else ["another order of judges.csv changes a result"]


# ---------------------------------------------------------------- (c) sectors are worlds apart

def is_by_sector(rules):
    return not any(award.get("per") == "contest" for award in rules.get("awards", [])) \
        and rules.get("promote", {}).get("per") != "county"


def one_sector_changes_no_other(binary, random, folder):
    case = case_where(random, is_by_sector)
    sector_of = {c["id"]: c["sector"] for c in case["tables"]["contestants.csv"]}
    sectors = sorted(set(sector_of.values()))
    if len(sectors) < 2:
        return 0, []
    touched = random.choice(sectors)
    changed = copy.deepcopy(case)
    for row in number_rows(changed):
        if sector_of[row["contestant"]] == touched:
            row["score"] = random_mark(random, criterion_of(case["rules"], row), "coarse")
    parts = []
    for name, one in (("before", case), ("after", changed)):
        standings = standings_of(binary, one, folder / name)
        parts.append([s for s in standings["sectors"] if s["sector"] != touched])
    return 1, [] if parts[0] == parts[1] else [f"marks of {touched} change another sector"]


# ---------------------------------------------------------------- (d) paper can be added up

def printed_total(case, place):
    """The final as anyone computes it from the printed rounds."""
    rules = case["rules"]
    score = rules["score"]
    entered = [rule for rule in rules["rounds"] if rule["id"] in place["rounds"]]
    while any(rule.get("carry") is False for rule in entered[1:]):
        entered = entered[1:]
    shown = [(rule, Fraction(place["rounds"][rule["id"]]["score"])) for rule in entered
             if "score" in place["rounds"][rule["id"]]]
    combine = score.get("combine", "weighted")
    if combine == "best":
        total = sum(sorted((s for _, s in shown), reverse=True)[:int(score.get("best", 1))])
    elif combine == "sum":
        total = sum(s for _, s in shown)
    else:
        alone = not any("weight" in rule for rule in entered)
        total = sum(Fraction(rule.get("weight", 100 if alone else 0)) * s
                    for rule, s in shown) / 100
    for row in case["tables"]["adjustments.csv"]:
        if row["contestant"] == place["contestant"] and not row["round"]:
            total += Fraction(row["points"]) * (-1 if row["kind"] == "扣分" else 1)
    return printed(total, int(score.get("digits", 2)), score.get("rounding", "half-up"))


def totals_follow_from_print(binary, random, folder):
    case = case_where(random, lambda rules: len(rules["rounds"]) > 1)
    for rule in case["rules"]["rounds"]:
        rule.pop("digits", None)
    places = places_of(standings_of(binary, case, folder / "before"))
    wrong = [f"{c}: printed {place['final']}, from the printed rounds {printed_total(case, place)}"
             for c, place in places.items() if printed_total(case, place) != place["final"]]
    return len(places), wrong


# ---------------------------------------------------------------- (e) what is safe stays so

def pending_rows(case):
    """Rows for the cells that are empty or have no row, of the sheets that are expected."""
    rules, tables = case["rules"], case["tables"]
    known = {(row["round"], row["contestant"], row["judge"], row["criterion"])
             for row in tables[MARKS] if row["score"]}
    for contestant in tables["contestants.csv"]:
        for rule in rules["rounds"]:
            for judge in expected(rule, contestant, tables["judges.csv"]):
                for criterion, values in random_outlook.grids(rule):
                    row = cell(rule, contestant, judge, criterion, "")
                    if tuple(row[key] for key in ("round", "contestant", "judge",
                                                  "criterion")) not in known:
                        yield row, values


def one_arrives(random, case):
    """The case with one more mark; None where all are there."""
    pending = list(pending_rows(case))
    if not pending:
        return None
    row, values = random.choice(pending)
    others = [other for other in case["tables"][MARKS]
              if any(other[key] != row[key] for key in row if key != "score")]
    marks = others + [{**row, "score": random.choice(values)}]
    return {**case, "tables": {**case["tables"], MARKS: marks}}


def contradictions(before, after):
    for c, place in before.items():
        was, now = place.get("standing"), after.get(c, {})
        is_now = now.get("standing") or ("safe" if now.get("promoted") else "out")
        if was in ("safe", "out") and is_now != was:
            yield f"{c} was {was} and is {is_now} after one mark"


def safe_stays_safe(binary, random, folder):
    case, steps = random_outlook.random_case(random), 0
    before = places_of(standings_of(binary, case, folder / "before"))
    while steps < 3:
        case = one_arrives(random, case)
        if case is None:
            break
        after = places_of(standings_of(binary, case, folder / "after"))
        wrong = list(contradictions(before, after))
        if wrong:
            return steps, wrong
        random_contest.write_case(case, folder / "before")
        before, steps = after, steps + 1
    return steps, []


CLAIMS = {"marks raised": raising_never_lowers,
          "orders of contestants": order_of_contestants,
          "orders of judges": order_of_judges,
          "sectors changed": one_sector_changes_no_other,
          "totals added up": totals_follow_from_print,
          "marks that arrived": safe_stays_safe}


def try_case(binary, random, folder):
    counts, lines = {}, []
    for n, (what, claim) in enumerate(CLAIMS.items()):
        try:
            counts[what], wrong = claim(binary, random, folder / str(n))
        except Refused as refused:
            wrong = [str(refused)]
        lines += [f"{what}: {line}" for line in wrong]
    return counts, lines


if __name__ == "__main__":
    differ.run("what holds of every contest", try_case, 300)
