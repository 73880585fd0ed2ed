"""The standings of a contest folder, as `biwu rank --format json` gives them."""

from .award import Awards
from .check import check
from .contest import Contest
from .final import sector_entries
from .number import fraction, printed, shortest
from .promotion import Promotion
from .ranking import Ranking
from .team import team_results


def scored_entries(contest):
    """All entries in contestants.csv order."""
    entries = []
    for sector in contest.sectors():
        entries += sector_entries(contest, [c for c, row in contest.contestants.items()
                                            if row["sector"] == sector])
    return sorted(entries, key=lambda e: e.order)


class Honours:
    """What the ranking of scored entries leads to: awards and promotion."""

    def __init__(self, contest, entries):
        self.rankings, entered = {}, {}
        for sector in contest.sectors():
            inside = [e for e in entries if e.row["sector"] == sector]
            self.rankings[sector] = Ranking(contest, inside)
            entered[sector] = len(inside)
        self.awards = Awards(contest, self.rankings, lambda: Ranking(contest, entries), entered)
        self.promotion = Promotion(contest, entries, self.rankings) if contest.promote else None


def round_json(contest, result):
    shown = {}
    if result.score is not None:
        shown["score"] = printed(result.score, contest.digits, contest.rounding)
        shown["exact"] = fraction(result.score)
    shown.update(counted=result.counted, dropped=result.dropped, pending=result.pending)
    if result.adjustments:
        shown["adjustments"] = shortest(sum(result.adjustments))
    return shown


def ranked_json(contest, entry, ranking, honours):
    award = honours.awards.given.get(entry.id)
    shown = {"rank": ranking.rank[entry.id], "contestant": entry.id, "name": entry.row["name"],
             "unit": entry.row.get("unit", ""),
             "final": printed(entry.exact, contest.digits, contest.rounding),
             "exact": fraction(entry.exact),
             "award": None if award is None else contest.awards[award]["name"],
             "tie": ranking.ties.get(entry.id),
             "rounds": {r: round_json(contest, result) for r, result in entry.results.items()}}
    if honours.promotion and entry.id in honours.promotion.promoted:
        shown["promoted"] = True
    if honours.promotion:
        shown["reserve"] = honours.promotion.reserve.get(entry.id)
    return {key: value for key, value in shown.items() if value not in (None, "")}


def sector_json(contest, sector, entries, honours):
    ranking = honours.rankings[sector]
    return {"sector": sector,
            "ranking": [ranked_json(contest, entry, ranking, honours)
                        for entry in ranking.entries()],
            "unranked": [{"contestant": e.id, "name": e.row["name"], "status": e.status}
                         for e in entries if e.row["sector"] == sector and e.final is None]}


def special_json(contest):
    given = []
    for special in contest.special:
        alone = sum(1 for other in contest.special if other["from"] == special["from"]) == 1
        for row in contest.special_rows[special["from"]]:
            award = row.get("award", "")
            if award == special["name"] or alone and not award:
                given.append({"award": special["name"],
                              **{field: row[field] for field in ("contestant", "unit", "reason")
                                 if row.get(field)}})
    return given


def standings(folder):
    contest = Contest(folder)
    check(contest)
    entries = scored_entries(contest)
    honours = Honours(contest, entries)
    competing = [entry for entry in entries if entry.status == "competing"]
    complete = all(e.final is not None and e.pending() == 0 for e in competing)
    shown = {"contest": contest.title, "status": "provisional", "complete": complete,
             "digits": contest.digits,
             "sectors": [sector_json(contest, sector, entries, honours)
                         for sector in contest.sectors()]}
    if contest.teams:
        shown["teams"] = team_results(contest, honours.rankings)
    if contest.special:
        shown["special"] = special_json(contest)
    return shown
