"""Who is promoted, and who is in reserve."""

from .award import deserves, size_of
from .number import Fault
from .ranking import Ranking


def quota_groups(contest, entries, per):
    """(entries, count) of each row of the quota table."""
    matched, groups = set(), []
    for row in contest.quota:
        wanted = {field: row[field] for field in ("county", "sector") if row.get(field)}
        if per not in wanted:
            raise Fault(f"a quota without a {per}")
        group = [e for e in entries
                 if all(e.row.get(field, "") == text for field, text in wanted.items())]
        if matched & {e.id for e in group}:
            raise Fault("a contestant is matched by two rows of the quota")
        matched |= {e.id for e in group}
        groups.append((group, int(row["count"])))
    return groups


class Promotion:

    def __init__(self, contest, entries, rankings):
        self.contest, self.rule = contest, contest.promote
        self.promoted, self.reserve = set(), {}
        self.at_most = int(self.rule["at-most"]) if "at-most" in self.rule else None
        per = self.rule.get("per", "sector")
        if contest.quota is not None:
            for group, count in quota_groups(contest, entries, per):
                self.promote(group, count, rankings)
            return
        for name in dict.fromkeys(e.row.get(per, "") for e in entries):
            group = [e for e in entries if e.row.get(per, "") == name]
            ranked = sum(1 for e in group if e.final is not None)
            self.promote(group, size_of(self.rule, name, ranked, len(group)), rankings)

    def ranked_groups(self, group, rankings):
        """Those of the group in lists that share a rank."""
        if self.rule.get("per", "sector") == "sector":
            ranking = rankings[group[0].row["sector"]] if group else None
            parts = ranking.groups if ranking else []
        else:
            parts = Ranking(self.contest, group).groups
        return [[e for e in part if e in group and deserves(self.rule, e)] for part in parts]

    def promote(self, group, count, rankings):
        """Takes the best of one group, then its reserves.

        The candidates of one rank are taken all or none, unless the tie extends. Where they are not
        taken, the places they would have had stay free for whom the jury will choose.
        """
        taken = {}                      # unit -> how many of it
        left, reserves = count, int(self.rule.get("reserves", 0))
        reserved = 0
        for candidates in self.ranked_groups(group, rankings):
            if left is None or left > 0:
                used = self.take(candidates, left, taken)
                left = None if left is None else left - used
            elif reserved < reserves:
                fitting, _ = self.fitting(candidates, taken)
                for entry in fitting:
                    self.reserve[entry.id] = reserved + 1
                    self.count_unit(entry, taken)
                reserved += len(fitting)

    def count_unit(self, entry, taken):
        unit = entry.row.get("unit", "")
        taken[unit] = taken.get(unit, 0) + 1

    def fitting(self, candidates, taken):
        """The candidates whose unit is not full, and those of them of whom it cannot take all."""
        if self.at_most is None:
            return candidates, []
        fitting, parted = [], []
        for entry in candidates:
            unit = entry.row.get("unit", "")
            room = self.at_most - taken.get(unit, 0)
            same = sum(1 for e in candidates if e.row.get("unit", "") == unit)
            if not unit or room > 0:
                fitting.append(entry)
                if unit and same > room:
                    parted.append(entry)
        return fitting, parted

    def take(self, candidates, left, taken):
        """Promotes those of one rank as the places and the policy allow; tells the places used."""
        fitting, parted = self.fitting(candidates, taken)
        policy = self.rule.get("tie", "error")
        fits = self.most_that_fit(fitting, parted, taken)
        if left is not None and fits > left:
            parted = fitting            # a tie across the cut
            fits = left
        if policy == "extend":
            chosen = fitting
        else:
            chosen = [entry for entry in fitting if entry not in parted]
        for entry in chosen:
            self.promoted.add(entry.id)
        for entry in fitting:
            self.count_unit(entry, taken)
        return len(chosen) if policy == "extend" else fits

    def most_that_fit(self, fitting, parted, taken):
        """How many of these their units' limits let through together."""
        units = {entry.row["unit"] for entry in parted}
        return len(fitting) - len(parted) + \
            sum(self.at_most - taken.get(unit, 0) for unit in units)
