"""What is refused: combinations of rules, and data that do not fit them."""

from .number import Fault, number
from .sheet import CONTESTANT_STATES, CONTEST_WORDS, ROUND_WORDS, SHEET_WORDS, is_recused, seats


def refuse(condition, message):
    if condition:
        raise Fault(message)


def check(contest):
    check_rounds(contest)
    if any(r.method == "rank-sum" for r in contest.rounds):
        check_rank_sum(contest)
    for contestant in contest.contestants.values():
        refuse(contestant.get("status", "") not in CONTESTANT_STATES, "unknown status")
    for place, text in contest.cells.items():
        check_cell(contest, *place, text)
    for row in contest.adjustments + contest.recusals + contest.timings + contest.factors + \
            contest.ballots + contest.playoff + contest.decisions:
        refuse(row["contestant"] not in contest.contestants,
               f"unknown contestant {row['contestant']}")


def check_rounds(contest):
    first = contest.rounds[0]
    refuse(first.advance is not None or not first.carry, "nobody enters the first round")
    for contest_round in contest.rounds:
        refuse(not contest_round.carry and contest_round.advance is None, "carry without advance")
        panels = contest_round.panels
        refuse(contest_round.has_panels and sum(p.weight for p in panels) != 100,
               f"the weights of the panels of {contest_round.id} do not add to 100")
        refuse(contest_round.has_panels
               and any(p.method not in ("mean", "trimmed-mean", "median", "sum") for p in panels),
               f"a panel of {contest_round.id} has no such method")
        refuse(any(p.clamp is not None and p.by_criterion for p in panels),
               "clamp is for whole sheets")
        for contestant_id in contest.contestants:
            judges = [j for panel in seats(contest, contest_round, contestant_id) for j in panel]
            refuse(len(judges) != len(set(judges)), "a judge sits in two panels of one round")


def check_rank_sum(contest):
    refuse(contest.combine != "sum", "rank-sum without combine: sum")
    refuse(contest.adjustments, "rank-sum with adjustments")
    refuse(contest.factors, "rank-sum with factors")
    refuse(contest.absent_round_is_zero, "rank-sum with absent-round: zero")
    for contest_round in contest.rounds:
        refuse(contest_round.method != "rank-sum", "rank-sum beside another method")
        refuse(contest_round.scale != 1 or contest_round.floor is not None
               or contest_round.overtime or contest_round.correction != "none",
               "rank-sum with what changes a score")
    for rule in contest.awards + [contest.promote or {}]:
        refuse("min-score" in rule or "need" in rule, "rank-sum with a least score")
        refuse(rule.get("per") in ("contest", "county"), "rank-sum across sectors")
    refuse(contest.teams and contest.teams.get("method", "sum") == "sum", "rank-sum of teams")


def check_cell(contest, round_id, contestant_id, judge_id, criterion_id, text):
    contest_round = contest.round(round_id)
    refuse(contestant_id not in contest.contestants, f"unknown contestant {contestant_id}")
    refuse(contest_round.method == "ballot", f"{round_id} is scored by ballots")
    judges = [j for panel in seats(contest, contest_round, contestant_id) for j in panel]
    refuse(judge_id not in judges,
           f"no sheet of {judge_id} is expected for {contestant_id} in {round_id}")
    criterion = contest_round.criterion(criterion_id)
    if text in ("", *SHEET_WORDS, *ROUND_WORDS, *CONTEST_WORDS):
        return
    mark = number(text)
    refuse(not criterion["min"] <= mark <= criterion["max"],
           f"{text} is outside {criterion_id} of {round_id}")
    refuse(criterion["step"] and (mark - criterion["min"]) % criterion["step"] != 0,
           f"{text} is off the step of {criterion_id} of {round_id}")
    refuse(judge_id and is_recused(contest, judge_id, contestant_id),
           f"{judge_id} is recused from {contestant_id} and scored")
