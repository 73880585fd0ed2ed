"""Compares the program's safe, open and out with every completion of random small contests.

    python3 outlook.py BIWU_BINARY [--count N] [--seed S] [--only N] [--keep DIR]

Every pending mark is given every value on its grid; of each contest that comes of it the second
implementation tells who is promoted and who has which award. `standing` must be given, but in the
contests that the rules except; what is given must be right. `award_standing` may be left out where
a tie at the cut of an earlier award makes it uncertain, which the first award never has; how often
is counted. It is also left out, and counted, where awards of sectors and of the contest are mixed.
"""

import itertools
import json

import differ
import random_contest
import random_outlook
from reference.contest import Contest
from reference.final import sector_entries
from reference.sheet import contestant_status, seats, sheet_state
from reference.standings import Honours, scored_entries
from reference.tie_key import steps_of, value_in_group

# A pending ballot may have any mean between its grades: these are only some of them.
SOME_BALLOTS = [(0, ), (-1, ), (0, -1)]


# ---------------------------------------------------------------- what is pending, and its values

def grid(criterion):
    return [criterion["min"] + n * criterion["step"] for n in
            range(int((criterion["max"] - criterion["min"]) / criterion["step"]) + 1)]


def pending_cells(contest, contestant_id):
    """The empty cells of the contestant's pending sheets, each with the values it can have."""
    cells = []
    for contest_round in contest.rounds:
        if contest_round.method == "ballot":
            continue
        for judge in [j for panel in seats(contest, contest_round, contestant_id) for j in panel]:
            if sheet_state(contest, contest_round, contestant_id, judge)[0] == "pending":
                places = [((contest_round.id, contestant_id, judge, c["id"]), grid(c))
                          for c in contest_round.criteria]
                cells += [place for place in places if not contest.cells.get(place[0])]
    return cells


def pending_ballots(contest, contestant_id):
    return [r for r in contest.rounds if r.method == "ballot" and not any(
        row["round"] == r.id and row["contestant"] == contestant_id for row in contest.ballots)]


def completions(contest, contestant_id):
    """Each way in which the contestant's pending marks can arrive: (cells, rows of ballots)."""
    cells = pending_cells(contest, contestant_id)
    ballots = pending_ballots(contest, contestant_id)
    for values in itertools.product(*[values for _, values in cells]):
        for chosen in itertools.product(SOME_BALLOTS, repeat=len(ballots)):
            rows = [{"round": r.id, "contestant": contestant_id, "count": "1",
                     "grade": sorted(r.grades, key=r.grades.get)[place]}
                    for r, places in zip(ballots, chosen) for place in places]
            yield {place: str(float(v)) for (place, _), v in zip(cells, values)}, rows


def arrive(contest, contestant_id, completion):
    cells, rows = completion
    contest.cells.update(cells)
    contest.ballots = [row for row in contest.ballots
                       if not (row["contestant"] == contestant_id and row.get("arrived"))]
    contest.ballots += [{**row, "arrived": True} for row in rows]


# ---------------------------------------------------------------- every completion

def outcome(contest, entry):
    """All of an entry that ranking, awards and promotion look at."""
    if entry.final is None:
        return None
    return (entry.final, entry.stage, *[result.score for result in entry.results.values()],
            *[value_in_group(contest, key, step, entry, [])
              for key in contest.ties for _, step in steps_of(contest, key)])


def outcomes(contest, contestant_id):
    """The different entries that the contestant's pending marks can still make."""
    different = {}
    for completion in completions(contest, contestant_id):
        arrive(contest, contestant_id, completion)
        entry = sector_entries(contest, [contestant_id])[0]
        different.setdefault(outcome(contest, entry), entry)
    return list(different.values())


def each_ending(contest):
    """Lists of entries, one of each contestant, for every completion; where nobody's score depends
    on another's, for every different one, and sector by sector if nothing is across sectors."""
    if depends_on_others(contest):
        everyone = [list(completions(contest, c)) for c in contest.contestants]
        for chosen in itertools.product(*everyone):
            for c, completion in zip(contest.contestants, chosen):
                arrive(contest, c, completion)
            yield scored_entries(contest)
        return
    possible = {c: outcomes(contest, c) for c in contest.contestants}
    if is_across_sectors(contest):
        yield from itertools.product(*possible.values())
        return
    for sector in contest.sectors():
        inside = [possible[c] for c, row in contest.contestants.items() if row["sector"] == sector]
        yield from itertools.product(*inside)


def depends_on_others(contest):
    return "head-to-head" in contest.ties or len(contest.stages()) > 1 or any(
        r.method in ("rank-sum", "place-points") or r.correction != "none" for r in contest.rounds)


def kinds_of_awards(contest):
    return {award.get("per", "sector") for award in contest.awards}


def is_across_sectors(contest):
    return "contest" in kinds_of_awards(contest) or (contest.promote or {}).get("per") == "county"


def brute_force(contest, present_awards):
    """The standing and the award standing of each contestant, from every completion."""
    promoted, kept = {}, {}
    for entries in each_ending(contest):
        honours = Honours(contest, list(entries))
        for entry in entries:
            if contest.promote:
                promoted.setdefault(entry.id, set()).add(entry.id in honours.promotion.promoted)
            if entry.id in present_awards:
                award = honours.awards.given.get(entry.id)
                kept.setdefault(entry.id, set()).add(
                    award is not None and award <= present_awards[entry.id])
    names = {(True,): "safe", (False,): "out", (False, True): "open"}
    return ({c: names[tuple(sorted(seen))] for c, seen in promoted.items()},
            {c: names[tuple(sorted(seen))] for c, seen in kept.items()})


# ---------------------------------------------------------------- comparing

def is_excepted(contest, for_promotion):
    """The contests in which the rules do not ask for an outlook."""
    dropping = [r for r in contest.rounds if any(p.high or p.low for p in r.panels)]
    weights = {judge.get("weight") or "1" for judge in contest.judges.values()}
    drops_keyed = any(key.partition(":")[0] in ("criterion", "criteria")
                      and contest.round(key.partition(":")[2].partition("/")[0]) in dropping
                      for key in contest.ties)
    return depends_on_others(contest) or (dropping and len(weights) > 1) or drops_keyed or \
        (for_promotion and "at-most" in (contest.promote or {}))


def places_of(standings):
    return {place["contestant"]: place for sector in standings["sectors"]
            for place in sector["ranking"]}


def compare_key(key, places, right, is_exact):
    """Counts and faults of one key: what is given must be right."""
    faults, given = [], 0
    for c, place in places.items():
        if key not in place:
            continue
        given += 1
        claims_too_little = place[key] == "open" and not is_exact
        if place[key] != right.get(c) and not claims_too_little:
            faults.append(f"{key} of {c}: program {place[key]}, every completion {right.get(c)}")
    return given, faults


def compare(folder, places):
    contest = Contest(folder)
    competing = [c for c in contest.contestants if contestant_status(contest, c) == "competing"]
    with_ballots = any(pending_ballots(contest, c) for c in competing)
    is_pending = with_ballots or any(pending_cells(contest, c) for c in competing)
    keys = [key for place in places.values() for key in ("standing", "award_standing")
            if key in place]
    if not is_pending:
        return {}, [f"nothing is pending: {keys}"] if keys else []
    awards = {award["name"]: n for n, award in enumerate(contest.awards)}
    present = {c: awards[place["award"]] for c, place in places.items() if "award" in place}
    asks_promotion = contest.promote and not is_excepted(contest, True)
    counts = {"contests": 1}
    faults = [f"standing of {c} is missing" for c, place in places.items()
              if asks_promotion and "standing" not in place]
    if keys:
        promoted, kept = brute_force(contest, present)
        counts["standings compared"], wrong = \
            compare_key("standing", places, promoted, not with_ballots)
        faults += wrong
        counts["award standings compared"], wrong = \
            compare_key("award_standing", places, kept, not with_ballots)
        faults += wrong
    left_out = [c for c in present if "award_standing" not in places[c]]
    if is_excepted(contest, False):
        counts["contests excepted"] = 1
    elif len(kinds_of_awards(contest)) > 1:
        counts["award standings left out beside awards of another kind"] = len(left_out)
    else:
        counts["award standings left out"] = len(left_out)
        faults += [f"award_standing of {c} is missing, who has the first award"
                   for c in left_out if present[c] == 0]
    return counts, faults


def try_case(binary, random, folder):
    random_contest.write_case(random_outlook.random_case(random), folder)
    text = differ.program_output(binary, folder)
    if text.startswith("exit"):
        return {}, [text]
    return compare(folder, places_of(json.loads(text)))


if __name__ == "__main__":
    differ.run("safe, open and out against every completion", try_case, 10000)
