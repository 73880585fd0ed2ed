"""The ranks of units or counties by their best contestants."""

from fractions import Fraction

from .number import fraction, number, plain_mean, printed
from .round_score import points_of


def points_for_places(contest, rankings):
    """Contestant -> points for its place in its sector; equal places share their mean."""
    table = [number(points) for points in contest.teams.get("points", [])]
    points = {}
    for ranking in rankings.values():
        before = 0
        for group in ranking.groups:
            places = range(before + 1, before + len(group) + 1)
            for entry in group:
                points[entry.id] = plain_mean([points_of(table, place) for place in places])
            before += len(group)
    return points


def team_results(contest, rankings):
    """The teams as JSON, best first; equal ones by their first contestant in contestants.csv."""
    rule = contest.teams
    ranked = sorted((e for ranking in rankings.values() for e in ranking.entries()),
                    key=lambda e: e.order)
    if rule.get("method", "sum") == "points":
        worth = points_for_places(contest, rankings)
    else:
        worth = {e.id: e.final for e in ranked}
    teams = []
    for name in dict.fromkeys(e.row.get(rule["by"], "") for e in ranked):
        if not name:
            continue
        members = sorted((e for e in ranked if e.row.get(rule["by"], "") == name),
                         key=lambda e: -worth[e.id])
        members = members[:int(rule["best"])] if "best" in rule else members
        teams.append({"team": name, "score": sum((worth[e.id] for e in members), Fraction(0)),
                      "members": [e.id for e in members]})
    teams.sort(key=lambda team: -team["score"])
    return [{"rank": 1 + sum(1 for other in teams if other["score"] > team["score"]),
             "team": team["team"],
             "score": printed(team["score"], contest.digits, contest.rounding),
             "exact": fraction(team["score"]), "members": team["members"]}
            for team in teams]
