"""The final score of every contestant of a sector, stage by stage."""

from .number import Fault, rounded
from .ranking import Ranking
from .round_score import adjustments, round_results
from .sheet import contestant_status


class Entry:
    """A contestant with everything computed of it."""

    def __init__(self, contest, contestant_id):
        self.id = contestant_id
        self.row = contest.contestants[contestant_id]
        self.order = list(contest.contestants).index(contestant_id)
        self.status = contestant_status(contest, contestant_id)
        self.stage = 0                  # the last one entered
        self.results = {}               # round -> result, of the rounds entered
        self.exact, self.final = None, None
        self.tie_values = {}            # what has been asked of the tie keys

    def pending(self):
        return sum(result.pending for result in self.results.values())

    def vetoed(self):
        return self.row.get("veto", "") not in ("", "no", "none", "否", "无", "没有", "0", "-", "/")


def combined(contest, rounds, results):
    """The score over these rounds, not rounded; None where there is none."""
    scores = [results[r.id].score for r in rounds]
    if contest.combine == "best":
        present = sorted((s for s in scores if s is not None), reverse=True)
        return sum(present[:contest.best]) if present else None
    if None in scores:
        return None
    if contest.combine == "sum":
        return sum(scores)
    if contest.combine == "weighted":
        return sum(r.weight * s for r, s in zip(rounds, scores)) / 100
    raise Fault(f"unknown combine {contest.combine}")


def set_score(contest, entry, exact):
    entry.exact = exact
    entry.final = None if exact is None else rounded(exact, contest.digits, contest.rounding)


def sector_entries(contest, ids):
    """The entries of these contestants of one sector, scored."""
    entries = [Entry(contest, c) for c in ids]
    inside = [entry for entry in entries if entry.status == "competing"]
    stages = contest.stages()
    for n, rounds in enumerate(stages):
        for contest_round in rounds:
            results = round_results(contest, contest_round, [entry.id for entry in inside])
            for entry in inside:
                entry.results[contest_round.id] = results[entry.id]
        for entry in inside:
            entry.stage, entry.tie_values = n, {}
            set_score(contest, entry,
                      combined(contest, contest.stretch_of_stage(n), entry.results))
        if n + 1 < len(stages):
            inside = entering(contest, inside, stages[n + 1][0].advance)
    for entry in entries:
        entry.tie_values = {}
        if entry.exact is not None:
            set_score(contest, entry, entry.exact + sum(adjustments(contest, entry.id, "")))
    return entries


def entering(contest, entries, count):
    """The best so many, and whoever shares the rank of the last of them."""
    chosen = []
    for group in Ranking(contest, entries).groups:
        if len(chosen) < count:
            chosen += group
    return [entry for entry in entries if entry in chosen]
