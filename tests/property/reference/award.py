"""Who gets which award."""

from .number import number, rounded, whole_up


def share_of(rule, ranked, entered):
    """How many a `percent` is."""
    base = entered if rule.get("of", "ranked") == "entered" else ranked
    share = number(rule["percent"]) * base / 100
    how = rule.get("round", "up")
    return whole_up(share) if how == "up" else int(rounded(share, 0, how))


def size_of(rule, sector, ranked, entered):
    """How many a rule is for, before anything changes it; None means as many as there are."""
    if "count" in rule:
        count = rule["count"]
        return int(count.get(sector, 0)) if isinstance(count, dict) else int(count)
    if "percent" in rule:
        return share_of(rule, ranked, entered)
    return None


def deserves(rule, entry):
    """Whether the entry reaches the published score and the round score that the rule asks for."""
    if entry.vetoed():
        return False
    if "min-score" in rule and entry.final < number(rule["min-score"]):
        return False
    if "need" in rule:
        result = entry.results.get(rule["need"]["round"])
        if result is None or result.score is None:
            return False
        return result.score >= number(rule["need"]["at-least"])
    return True


def tied_across(queue, rank, cut):
    """Those who share a rank with both the last before the cut and the first after it."""
    if not 0 < cut < len(queue) or rank[queue[cut - 1].id] != rank[queue[cut].id]:
        return []
    return [entry for entry in queue if rank[entry.id] == rank[queue[cut].id]]


class Awards:
    """Gives each award in its order. `rankings` are the sectors', `whole` is that of all."""

    def __init__(self, contest, rankings, whole, entered):
        self.given = {}                 # contestant -> the award's place in contest.yaml
        self.withheld = set()           # who shall get no award any more
        carried, before = {}, None
        for n, award in enumerate(contest.awards):
            per = award.get("per", "sector")
            if per != before:
                carried = {}            # what is left goes to the next award of the same kind
            before = per
            scopes = {None: whole()} if per == "contest" else rankings
            for sector, ranking in scopes.items():
                count = sum(entered.values()) if sector is None else entered[sector]
                size = size_of(award, sector, len(ranking.rank), count)
                carried[sector] = self.give(n, award, ranking, size, carried.get(sector, 0))

    def give(self, n, award, ranking, size, carried):
        """Gives one award and tells how many places the next one gains or loses by it."""
        cumulative = award.get("cumulative") == "true" and size is not None
        if size is not None and not cumulative:
            size = max(0, size + carried)
        free = [entry for entry in ranking.entries() if deserves(award, entry)
                and entry.id not in self.given and entry.id not in self.withheld]
        # A cumulative cut counts from the first place, whoever has an award already.
        queue = ranking.entries() if cumulative else free
        cut = len(queue) if size is None else min(size, len(queue))
        before, tied = queue[:cut], tied_across(queue, ranking.rank, cut)
        policy = award.get("tie", "extend")
        if policy in ("withhold", "error"):
            self.withheld |= {entry.id for entry in tied if entry in free}
            chosen = [entry for entry in before if entry not in tied]
        else:
            chosen = before + [entry for entry in tied if entry not in before]
        chosen = [entry for entry in chosen if entry in free]
        for entry in chosen:
            self.given[entry.id] = n

        extended = [entry for entry in chosen if entry not in before]
        if extended:
            return -len(extended) if policy == "absorb" else 0
        if size is not None and award.get("vacant", "leave") == "pass-down":
            # Counted from the first place, a place is vacant where no award has reached it.
            settled = [e for e in ranking.entries() if e.id in self.given or e.id in self.withheld]
            return max(0, size - len(settled if cumulative else chosen))
        return 0
