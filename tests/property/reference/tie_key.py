"""What the keys of `ties` say of a contestant."""

from .number import median, number, plain_mean, weighted_mean
from .sheet import sheet_totals

SHEET_KEYS = {"best-sheet": max, "worst-sheet": min, "median-sheet": median,
              "all-sheets": plain_mean}


def is_lower_first(contest, key):
    if key.startswith("-column:") or key == "decision":
        return True
    return contest.by_rank_sum and (key == "exact" or key.startswith("round:"))


def steps_of(contest, key):
    """The questions that one key asks, one after the other."""
    if key == "playoff":
        attempts = {int(row["attempt"]) for row in contest.playoff}
        return [("playoff", attempt) for attempt in sorted(attempts)]
    if key == "next-best":
        return [("next-best", n) for n in range(contest.best, len(contest.rounds))]
    return [(key, None)]


def value_in_group(contest, key, step, entry, group):
    """The value of one step for one of the tied; None where the contestant lacks it."""
    if key == "head-to-head":
        return head_to_head(contest, entry, group)
    if (key, step) not in entry.tie_values:
        entry.tie_values[key, step] = value_alone(contest, key, step, entry)
    return entry.tie_values[key, step]


def value_alone(contest, key, step, entry):
    name, _, argument = key.partition(":")
    if key == "exact":
        return entry.exact
    if key in SHEET_KEYS:
        totals = all_sheet_totals(contest, entry)
        return SHEET_KEYS[key](totals) if totals else None
    if key == "next-best":
        return next_best(contest, entry, step)
    if key == "playoff":
        scores = [row["score"] for row in contest.playoff
                  if row["contestant"] == entry.id and int(row["attempt"]) == step]
        return number(scores[0]) if scores and scores[0] else None
    if key == "decision":
        places = [row["place"] for row in contest.decisions if row["contestant"] == entry.id]
        return number(places[0]) if places else None
    if name in ("column", "-column"):
        text = entry.row.get(argument, "")
        return number(text) if text else None
    return value_of_round(name, argument, entry)


def value_of_round(name, argument, entry):
    round_id, _, part = argument.partition("/")
    if round_id not in entry.results:
        return None                     # not entered, or not yet
    result = entry.results[round_id]
    if name == "round":
        return result.score
    if name == "panel":                 # of a round without a score no panel counts
        return result.panel_values.get(part) if result.score is not None else None
    assert name in ("criterion", "criteria"), name
    means = []
    for criterion in part.split("+"):
        if not result.marks.get(criterion):
            return None
        means.append(weighted_mean(*zip(*result.marks[criterion])))
    return sum(means)


def all_sheet_totals(contest, entry):
    return [total for r in contest.stretch_of_stage(entry.stage)
            for total in sheet_totals(contest, r, entry.id).values()]


def next_best(contest, entry, step):
    """The score that comes after the best so many."""
    scores = sorted((entry.results[r.id].score for r in contest.stretch_of_stage(entry.stage)
                     if entry.results[r.id].score is not None), reverse=True)
    return scores[step] if step < len(scores) else None


def head_to_head(contest, entry, group):
    """In how many sheets, of judges who scored both, this one beats another of the tied."""
    wins = 0
    for contest_round in contest.stretch_of_stage(entry.stage):
        sign = -1 if contest_round.method == "place-points" else 1    # the lowest place is the best
        mine = sheet_totals(contest, contest_round, entry.id)
        for other in group:
            theirs = sheet_totals(contest, contest_round, other.id)
            wins += sum(1 for judge in mine if judge in theirs and sign * mine[judge] > sign * theirs[judge])
    return number(wins)
