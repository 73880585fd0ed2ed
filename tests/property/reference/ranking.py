"""Who stands before whom, and by what those with equal scores were told apart."""

from .number import fraction
from .tie_key import is_lower_first, steps_of, value_in_group


class Ranking:
    """Entries that have a final, in groups that share a rank, each in contestants.csv order."""

    def __init__(self, contest, entries):
        self.contest = contest
        self.ties = {}                  # contestant -> what the last key that placed it said
        scored = sorted((e for e in entries if e.final is not None), key=lambda e: e.order)
        self.groups = []
        for group in self.published(scored):
            self.groups += self.parted(group, contest.ties)
        self.rank = {}
        before = 0
        for n, group in enumerate(self.groups):
            for entry in group:
                self.rank[entry.id] = n + 1 if contest.dense else before + 1
            before += len(group)

    def published(self, scored):
        """Groups of one stage and one published score; who came further stands before."""
        sign = -1 if self.contest.by_rank_sum else 1
        groups = {}
        for entry in scored:
            groups.setdefault((entry.stage, sign * entry.final), []).append(entry)
        return [groups[key] for key in sorted(groups, reverse=True)]

    def parted(self, group, keys):
        """`group` split by the keys into lists of those that still share a rank, best first."""
        if len(group) == 1 or not keys:
            return [group]
        return [last for one in self.parted_by_key(group, keys[0],
                                                   steps_of(self.contest, keys[0]))
                for last in self.parted(one, keys[1:])]

    def parted_by_key(self, group, key, steps):
        if len(group) == 1 or not steps:
            return [group]
        value = {entry.id: value_in_group(self.contest, key, steps[0][1], entry, group)
                 for entry in group}
        distinct = sorted({v for v in value.values() if v is not None},
                          reverse=not is_lower_first(self.contest, key))
        # Who lacks the value stands after those that have one.
        parts = [[entry for entry in group if value[entry.id] == v] for v in distinct + [None]]
        parts = [one for one in parts if one]
        if len(parts) > 1:
            self.record(group, key, value)
        return [last for one in parts for last in self.parted_by_key(one, key, steps[1:])]

    def record(self, group, key, value):
        """The last key that parted this contestant from anyone is the one that placed it."""
        def shown(v):
            return None if v is None else fraction(v)

        for entry in group:
            self.ties[entry.id] = {
                "key": key, "value": shown(value[entry.id]),
                "against": [{"contestant": other.id, "value": shown(value[other.id])}
                            for other in group if value[other.id] != value[entry.id]]}

    def entries(self):
        return [entry for group in self.groups for entry in group]
