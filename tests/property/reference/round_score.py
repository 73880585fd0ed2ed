"""The scores of one round, from the sheets of all contestants of a sector."""

from fractions import Fraction

from .number import Fault, number, plain_mean, rounded, seconds
from .panel import clamped, drops, panel_score
from .sheet import round_word, seats, sheets


class RoundResult:
    """What happened to one contestant in one round; `score` is None where there is none."""

    def __init__(self):
        self.score = None
        self.value = None               # the score on its way through the steps
        self.is_absent = False          # a word says that the contestant was not there
        self.counted, self.dropped, self.pending = 0, [], 0
        self.adjustments = []
        self.marks = {}                 # criterion -> the marks that counted, as (mark, weight)
        self.panel_values = {}          # name of a panel -> its score


# ---------------------------------------------------------------- steps 1 to 3: the panel score

def panels_result(contest, contest_round, contestant_id):
    """Every panel by its own method, then their weighted sum."""
    result, scores = RoundResult(), []
    for panel, judges in zip(contest_round.panels, seats(contest, contest_round, contestant_id)):
        given, others = sheets(contest, contest_round, contestant_id, judges)
        result.pending += others["pending"]
        score = panel_score(contest, contest_round, panel, given, others)
        scores.append(score)
        if score.value is not None:
            result.panel_values[panel.name] = score.value
    if any(score.value is None for score in scores):
        return result
    result.value = sum(score.value * panel.weight
                       for score, panel in zip(scores, contest_round.panels)) / 100
    result.counted = sum(score.counted for score in scores)
    dropped = [judge for score in scores for judge in score.dropped]
    result.dropped = [judge for judge in contest.judges if judge in dropped]
    for criterion in contest_round.criteria:
        result.marks[criterion["id"]] = [mark for score in scores
                                         for mark in score.marks[criterion["id"]]]
    return result


def ballot_result(contest, contest_round, contestant_id):
    result = RoundResult()
    rows = [row for row in contest.ballots
            if row["round"] == contest_round.id and row["contestant"] == contestant_id]
    if not rows:
        result.pending = 1
        return result
    voices = sum(int(row["count"]) for row in rows)
    if voices:
        points = sum(int(row["count"]) * contest_round.grades[row["grade"]] for row in rows)
        result.value = rounded(points / voices, contest_round.panels[0].digits, contest.rounding)
        result.counted = 1
    return result


def comparing_results(contest, contest_round, ids):
    """rank-sum and place-points: the contestants of the sector against each other."""
    panel = contest_round.panels[0]
    results = {c: RoundResult() for c in ids}
    given, missing = {}, {}
    for c in ids:
        if round_word(contest, c, contest_round.id):
            continue
        judges = seats(contest, contest_round, c)[0]
        sheets_given, others = sheets(contest, contest_round, c, judges)
        results[c].pending = others["pending"]
        missing[c] = others["absent"] + others["recused"]
        lacks = contest_round.method == "rank-sum" and \
            (others["pending"] or missing[c] and panel.missing == "error")
        if drops(panel, len(sheets_given)) is None or lacks:
            continue
        given[c] = sheets_given
        results[c].counted = len(sheets_given)
        for place, criterion in enumerate(contest_round.criteria):
            results[c].marks[criterion["id"]] = [
                (marks[place], number(contest.judges[j].get("weight") or 1))
                for j, marks in sheets_given]
    value = rank_sums if contest_round.method == "rank-sum" else place_points
    for c, v in value(contest, contest_round, given, missing).items():
        results[c].value = v
    return results


def rank_sums(contest, contest_round, given, missing):
    """Each judge ranks those whom it scored; the ranks add up."""
    panel = contest_round.panels[0]
    totals = {}                         # judge -> contestant -> total
    for c, sheets_given in given.items():
        plain = [contest_round.total(marks) for _, marks in sheets_given]
        for (judge, _), total in zip(sheets_given, clamped(panel, plain, contest.rounding)):
            totals.setdefault(judge, {})[c] = total
    sums = {}
    for c, sheets_given in given.items():
        ranks = []
        for judge, _ in sheets_given:
            mine = totals[judge][c]
            higher = sum(1 for total in totals[judge].values() if total > mine)
            equal = sum(1 for total in totals[judge].values() if total == mine)
            ranks.append(higher + Fraction(1 + equal, 2))    # the mean of the places they hold
        value = sum(ranks)
        if panel.missing == "mean-of-others":
            value += missing[c] * plain_mean(ranks)
        sums[c] = rounded(value, panel.digits, contest.rounding)
    return sums


def place_points(contest, contest_round, given, _missing):
    """The mean place orders the contestants; each place earns its points."""
    panel = contest_round.panels[0]
    mean = {c: rounded(plain_mean([contest_round.total(marks) for _, marks in sheets_given]),
                       panel.digits, contest.rounding)
            for c, sheets_given in given.items()}
    earned = {}
    for c in given:
        better = sum(1 for m in mean.values() if m < mean[c])
        equal = sum(1 for m in mean.values() if m == mean[c])
        earned[c] = plain_mean([points_of(contest_round.points, place)
                                for place in range(better + 1, better + equal + 1)])
    return earned


def points_of(points, place):
    return points[place - 1] if place <= len(points) else Fraction(0)


# ---------------------------------------------------------------- steps 4 to 7

def factor(contest, contest_round, contestant_id):
    for row in contest.factors:
        if row["contestant"] == contestant_id and row["round"] == contest_round.id:
            return number(row["factor"])
    return Fraction(1)


def correct_panels(contest, contest_round, results):
    """Multiplies by how the mean of all stands to the mean of the contestant's panel."""
    groups = {}
    for c, result in results.items():
        groups.setdefault(contest.contestants[c].get("panel", ""), []).append(result)
    if contest_round.correction == "none" or len(groups) < 2:
        return
    scored = {name: [r.value for r in group if r.value is not None and not r.is_absent]
              for name, group in groups.items()}
    if not all(scored.values()):
        raise Fault(f"{contest_round.id}: a panel of which nobody is scored")
    means = {name: plain_mean(values) for name, values in scored.items()}
    if 0 in means.values():
        raise Fault(f"{contest_round.id}: the mean of a panel is 0")
    if contest_round.correction == "mean":
        target = plain_mean([v for values in scored.values() for v in values])
    else:
        target = plain_mean(list(means.values()))
    for name, group in groups.items():
        ratio = rounded(target / means[name], contest_round.correction_digits, contest.rounding)
        for result in group:
            if result.value is not None and not result.is_absent:
                result.value *= ratio


def overtime_points(rule, time):
    """What is taken for having spoken too long, or too short: a number >= 0."""
    over = time - seconds(rule["limit"])
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


def adjustments(contest, contestant_id, round_id):
    """Those of adjustments.csv for this round, or for the final score where no round is named."""
    return [adjustment_points(row) for row in contest.adjustments
            if row["contestant"] == contestant_id and row["round"] == round_id]


def overtime(contest, contest_round, contestant_id):
    if not contest_round.overtime:
        return []
    taken = [overtime_points(contest_round.overtime, seconds(row["seconds"]))
             for row in contest.timings
             if row["contestant"] == contestant_id and row["round"] == contest_round.id]
    return [-points for points in taken if points]


def finish(contest, contest_round, contestant_id, result):
    """Adjustments, the floor and the rounding of the round score."""
    result.adjustments = adjustments(contest, contestant_id, contest_round.id) + \
        overtime(contest, contest_round, contestant_id)
    score = result.value + sum(result.adjustments)
    if contest_round.floor is not None:
        score = max(score, contest_round.floor)
    result.score = rounded(score, contest_round.digits, contest.rounding)


def round_results(contest, contest_round, ids):
    """The results of the competing contestants of one sector who are in this round."""
    if contest_round.method in ("rank-sum", "place-points"):
        results = comparing_results(contest, contest_round, ids)
    elif contest_round.method == "ballot":
        results = {c: ballot_result(contest, contest_round, c) for c in ids}
    else:
        results = {c: RoundResult() if round_word(contest, c, contest_round.id)
                   else panels_result(contest, contest_round, c) for c in ids}
    for c, result in results.items():
        result.is_absent = round_word(contest, c, contest_round.id) is not None
        if result.value is not None:
            result.value *= contest_round.scale * factor(contest, contest_round, c)
    correct_panels(contest, contest_round, results)
    for c, result in results.items():
        if result.value is not None:
            finish(contest, contest_round, c, result)
        elif result.is_absent and contest.absent_round_is_zero and contest.combine != "best":
            result.score = Fraction(0)
    return results
