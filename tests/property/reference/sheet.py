"""Whose sheets are expected, in which state they are, and what words in their cells say."""

from .number import Fault, number

CONTESTANT_STATES = {
    "": "competing", "competing": "competing", "参赛": "competing",
    "withdrawn": "withdrawn", "弃权": "withdrawn",
    "absent": "absent", "缺席": "absent",
    "disqualified": "disqualified", "取消资格": "disqualified",
    "exhibition": "exhibition", "不计名次": "exhibition",
}
SHEET_WORDS = {"缺评": "absent", "回避": "recused"}
ROUND_WORDS = {"弃权": "withdrawn", "DNF": "withdrawn", "缺席": "absent", "DNS": "absent"}
CONTEST_WORDS = {"取消资格": "disqualified", "DSQ": "disqualified"}


def panels_of(judge):
    return [name.strip() for name in judge.get("panel", "").split(";") if name.strip()]


def judges_of_panel(contest, name):
    judges = [j for j, judge in contest.judges.items() if name in panels_of(judge)]
    if not judges:
        raise Fault(f"nobody sits in panel {name}")
    return judges


def seats(contest, contest_round, contestant_id):
    """The judges whose sheets are expected, a list a panel, each in the order of judges.csv."""
    if not contest_round.has_judges:
        return [[""]]
    if contest_round.has_panels:
        return [judges_of_panel(contest, panel.name) for panel in contest_round.panels]
    panel = contest_round.panel or contest.contestants[contestant_id].get("panel", "")
    if panel:
        return [judges_of_panel(contest, panel)]
    named = {name for judge in contest.judges.values() for name in panels_of(judge)}
    if len(named) > 1:
        raise Fault(f"{contest_round.id}: which of the panels scores {contestant_id}?")
    return [list(contest.judges)]


def is_recused(contest, judge_id, contestant_id):
    for row in contest.recusals:
        if row["judge"] == judge_id and row["contestant"] == contestant_id:
            return True
    judge, contestant = contest.judges[judge_id], contest.contestants[contestant_id]
    return any(judge.get(field) and judge.get(field) == contestant.get(field)
               for field in contest.auto_recusal)


def sheet_state(contest, contest_round, contestant_id, judge_id):
    """A sheet's state: given, pending, absent or recused; and, where given, its marks."""
    texts = [contest.cells.get((contest_round.id, contestant_id, judge_id, c["id"]), "")
             for c in contest_round.criteria]
    if judge_id and is_recused(contest, judge_id, contestant_id) or "回避" in texts:
        return "recused", None
    if judge_id and contest.judges[judge_id].get("status") in ("void", "作废", "评分作废"):
        return "absent", None
    if all(text == "缺评" for text in texts):
        return "absent", None
    if any(text == "" or text in SHEET_WORDS for text in texts):
        return "pending", None
    return "given", [number(text) for text in texts]


def sheets(contest, contest_round, contestant_id, judges):
    """The given sheets as (judge, marks), and how many of the others there are in each state."""
    given, others = [], {"pending": 0, "absent": 0, "recused": 0}
    for judge in judges:
        state, marks = sheet_state(contest, contest_round, contestant_id, judge)
        if state == "given":
            given.append((judge, marks))
        else:
            others[state] += 1
    return given, others


def sheet_totals(contest, contest_round, contestant_id):
    """The totals of all given sheets of judges, as given: judge -> total."""
    if not contest_round.has_judges or round_word(contest, contestant_id, contest_round.id):
        return {}
    judges = [j for panel in seats(contest, contest_round, contestant_id) for j in panel]
    given, _ = sheets(contest, contest_round, contestant_id, judges)
    return {judge: contest_round.total(marks) for judge, marks in given}


def word_in_cells(contest, contestant_id, words, round_id=None):
    """The state that a word in the contestant's cells names, if one does."""
    cells = [text for (r, c, _, _), text in contest.cells.items()
             if c == contestant_id and (round_id is None or r == round_id)]
    found = {words[text] for text in cells if text in words}
    if len(found) > 1:
        raise Fault(f"the cells of {contestant_id} disagree")
    if found and round_id and any(t and t not in words and t not in SHEET_WORDS
                                  and t not in CONTEST_WORDS for t in cells):
        raise Fault(f"{contestant_id} has a mark beside {found} in {round_id}")
    return found.pop() if found else None


def round_word(contest, contestant_id, round_id):
    return word_in_cells(contest, contestant_id, ROUND_WORDS, round_id)


def contestant_status(contest, contestant_id):
    """competing, or the reason why the contestant is listed unranked."""
    status = CONTESTANT_STATES[contest.contestants[contestant_id].get("status", "")]
    if status != "competing":
        return status
    if word_in_cells(contest, contestant_id, CONTEST_WORDS):
        return "disqualified"
    words = [round_word(contest, contestant_id, r.id) for r in contest.rounds]
    if contest.combine == "best":
        # Missing a round is no fault, missing all of them is.
        return words[0] if all(words) else "competing"
    if contest.absent_round_is_zero:
        return "competing"
    return next((word for word in words if word), "competing")
