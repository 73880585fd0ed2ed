"""From a panel's sheets to its score."""

from fractions import Fraction

from .number import median, number, plain_mean, rounded, weighted_mean


class PanelScore:
    """A panel's score and what led to it; `value` is None where there is none."""

    def __init__(self):
        self.value = None
        self.counted, self.dropped = 0, []
        self.marks = {}                 # criterion -> the marks that counted, as (mark, weight)


def kept_indices(values, low, high):
    """Indices left once the extremes are set aside; `values` stand in the order of judges.csv.

    Of equals the lowest dropped is the judge that stands first, the highest the one that stands
    last: that is what sorting by value and then by place gives.
    """
    order = sorted(range(len(values)), key=lambda i: (values[i], i))
    return sorted(order[low:len(order) - high])


def clamped(panel, totals, rounding):
    """The totals, those too far from their plain mean moved to the bound."""
    if panel.clamp is None:
        return totals
    middle = rounded(plain_mean(totals), panel.clamp_digits, rounding)

    def moved(total):
        if total < middle - panel.clamp:
            return rounded(middle - panel.clamp, panel.clamp_digits, rounding)
        if total > middle + panel.clamp:
            return rounded(middle + panel.clamp, panel.clamp_digits, rounding)
        return total

    return [moved(total) for total in totals]


def drops(panel, given_count):
    """How many of the lowest and highest go; None where too few sheets are left for a score."""
    if given_count == 0:
        return None
    if given_count < panel.min_sheets or given_count <= panel.low + panel.high:
        return (0, 0) if panel.keep_all else None
    return panel.low, panel.high


def panel_score(contest, contest_round, panel, given, others):
    """The panel score by every method that needs no other contestant.

    `given` are the given sheets as (judge, marks), `others` says how many are in another state.
    """
    result = PanelScore()
    dropping = drops(panel, len(given))
    missing = others["absent"] + others["recused"]
    if dropping is None:
        return result
    if panel.method == "sum" and (others["pending"] or missing and panel.missing == "error"):
        return result
    weights = [number(contest.judges[j].get("weight") or 1) if j else Fraction(1)
               for j, _ in given]
    if panel.by_criterion:
        by_criterion(contest, contest_round, panel, given, weights, dropping, result)
    else:
        by_sheet(contest, contest_round, panel, given, weights, dropping, missing, result)
    return result


def by_criterion(contest, contest_round, panel, given, weights, dropping, result):
    """Drops within each criterion, and adds up the criteria's means."""
    result.value = Fraction(0)
    for place, criterion in enumerate(contest_round.criteria):
        marks = [sheet[place] for _, sheet in given]
        kept = kept_indices(marks, *dropping)
        counted = [(marks[i], weights[i]) for i in kept]
        result.marks[criterion["id"]] = counted
        mean = rounded(weighted_mean(*zip(*counted)), panel.digits, contest.rounding)
        result.value += rounded(mean * criterion["weight"], panel.criterion_digits,
                                contest.rounding)
    result.counted = len(given)


def by_sheet(contest, contest_round, panel, given, weights, dropping, missing, result):
    """Drops whole sheets, if any, and takes the mean, the median or the sum of the totals."""
    totals = clamped(panel, [contest_round.total(marks) for _, marks in given], contest.rounding)
    kept = kept_indices(totals, *dropping)
    left = [totals[i] for i in kept]
    if panel.method == "median":
        value = median(left)
    elif panel.method == "sum":
        value = sum(left)
        if panel.missing == "mean-of-others":
            value += missing * plain_mean(left)
    else:
        value = weighted_mean(left, [weights[i] for i in kept])
    result.value = rounded(value, panel.digits, contest.rounding)
    result.dropped = [given[i][0] for i in range(len(given)) if i not in kept]
    result.counted = len(kept)
    for place, criterion in enumerate(contest_round.criteria):
        result.marks[criterion["id"]] = [(given[i][1][place], weights[i]) for i in kept]
