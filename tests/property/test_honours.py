"""Hand-computed examples of awards, promotion and teams."""

import unittest

import reference
from small_folder import awards, given, people, places, standings_of

RULES = ["rounds:", "  - {id: r, method: given}"]
SIX = people(*[f"{c},社区" for c in "ABCDEF"])
# A 96, B 95, C 94, D 94, E 93, F 92: C and D are equal.
SCORES = given("r", A="96", B="95", C="94", D="94", E="93", F="92")
NO_JUDGES = ["id,name"]


def with_awards(*lines, who=SIX, scores=None, more=()):
    rules = RULES + ["awards:"] + [f"  - {{{line}}}" for line in lines] + list(more)
    return standings_of(rules, SCORES if scores is None else scores, NO_JUDGES, who)


def row_of(got, who="ABCDEF"):
    """The awards of A, B … as one text, a dot for none."""
    return "".join(awards(got)[c] or "." for c in who)


class Awards(unittest.TestCase):

    def test_a_tie_across_the_cut(self):
        second = "name: 二, count: 2"
        for policy, row in (("", "一一一一二二"), (", tie: absorb", "一一一一二."),
                            (", tie: withhold", "一一..二二"), (", tie: error", "一一..二二")):
            got = with_awards("name: 一, count: 3" + policy, second)
            self.assertEqual(row_of(got), row, policy)

    def test_withheld_from_the_later_too(self):
        got = with_awards("name: 一, count: 3, tie: withhold", "name: 优, rest: true")
        self.assertEqual(row_of(got), "一一..优优")

    def test_percent(self):
        # 33.3 % of 6: 1.998. Up 2, down 1, half-up 2.
        for how, row in (("up", "一一...."), ("down", "一....."), ("half-up", "一一....")):
            self.assertEqual(row_of(with_awards(f"name: 一, percent: 33.3, round: {how}")), row)

    def test_percent_of_entered(self):
        who = people(*[f"{c},社区,{s}" for c, s in zip("ABCD", ["", "", "弃权", "弃权"])],
                     columns="id,name,sector,status")
        scores = given("r", A="96", B="95")
        # 50 % of the 2 ranked, of the 4 entered.
        got = with_awards("name: 一, percent: 50", who=who, scores=scores)
        self.assertEqual(row_of(got, "AB"), "一.")
        got = with_awards("name: 一, percent: 50, of: entered", who=who, scores=scores)
        self.assertEqual(row_of(got, "AB"), "一一")

    def test_least_score_and_vacant(self):
        # Only A and B have 95: a place is vacant, and goes to the second award if passed down.
        got = with_awards("name: 一, count: 3, min-score: 95", "name: 二, count: 1")
        self.assertEqual(row_of(got), "一一二二..")         # C and D are equal: extended
        got = with_awards("name: 一, count: 4, min-score: 95, vacant: pass-down",
                          "name: 二, count: 1")
        self.assertEqual(row_of(got), "一一二二二.")        # 1 + 2 places: C, D, E

    def test_need_of_a_round(self):
        rules = ["score: {combine: sum}", "rounds:", "  - {id: r, method: given}",
                 "  - {id: s, method: given}",
                 "awards: [{name: 一, count: 1, need: {round: s, at-least: 60}}]"]
        got = standings_of(rules, given("r", A="90", B="70") + given("s", A="59.5", B="60"),
                           NO_JUDGES, people("A,社区", "B,社区"))
        self.assertEqual(row_of(got, "AB"), ".一")

    def test_cumulative(self):
        # The first five of the whole ranking have the first or the second award.
        got = with_awards("name: 一, count: 3", "name: 二, count: 5, cumulative: true")
        self.assertEqual(row_of(got), "一一一一二.")

    def test_veto_uses_no_place_but_a_cumulative_one(self):
        who = people("A,社区,重大事故", "B,社区,否", "C,社区,", columns="id,name,sector,veto")
        scores = given("r", A="96", B="95", C="94")
        got = with_awards("name: 一, count: 1", who=who, scores=scores)
        self.assertEqual(row_of(got, "ABC"), ".一.")
        got = with_awards("name: 一, count: 1, cumulative: true", who=who, scores=scores)
        self.assertEqual(row_of(got, "ABC"), "...")

    def test_across_sectors(self):
        # By sector the first would be A and C; over the contest A and B, and then D beside C.
        who = people("A,社区", "B,社区", "C,街道", "D,街道")
        scores = given("r", A="96", B="95", C="94", D="94")
        got = with_awards("name: 一, count: 1, per: contest", "name: 二, count: 1, per: contest",
                          "name: 三, count: 1", who=who, scores=scores)
        self.assertEqual(row_of(got, "ABCD"), "一二三三")

    def test_what_is_left_goes_to_the_next_of_the_same_kind(self):
        # The absorbed place is taken from 二 only where it follows directly and is by sector too.
        for between, row in ((["name: 中, count: 0, per: contest"], "一一一一二二"),
                             ([], "一一一一二.")):
            got = with_awards("name: 一, count: 3, tie: absorb", *between, "name: 二, count: 2")
            self.assertEqual(row_of(got), row)


def promoted(promote, who=SIX, scores=None, **tables):
    """Who is promoted, and the reserves with their numbers."""
    got = places(standings_of(RULES + [f"promote: {{{promote}}}"],
                              SCORES if scores is None else scores, NO_JUDGES, who, **tables))
    return ("".join(sorted(c for c in got if got[c].get("promoted"))),
            " ".join(f"{c}{got[c]['reserve']}" for c in sorted(got) if "reserve" in got[c]))


class Promotion(unittest.TestCase):

    def test_count_and_reserves(self):
        self.assertEqual(promoted("count: 2, reserves: 1"), ("AB", "C1 D1"))
        self.assertEqual(promoted("count: 1, reserves: 4"), ("A", "B1 C2 D2 E4"))

    def test_a_tie_across_the_cut(self):
        self.assertEqual(promoted("count: 3"), ("AB", ""))
        self.assertEqual(promoted("count: 3, tie: withhold, reserves: 1"), ("AB", "E1"))
        self.assertEqual(promoted("count: 3, tie: extend, reserves: 1"), ("ABCD", "E1"))

    def test_percent_and_least_score(self):
        # 50 % of 6 is 3, and of those only A and B have 95.
        self.assertEqual(promoted("percent: 50, min-score: 95"), ("AB", ""))

    def test_at_most(self):
        who = people("A,社区,甲局", "B,社区,甲局", "C,社区,乙局", "D,社区,丙局", "E,社区,", "F,社区,",
                     columns="id,name,sector,unit")
        # B's unit has A already. An empty unit is no unit.
        self.assertEqual(promoted("count: 3, at-most: 1", who), ("ACD", ""))
        self.assertEqual(promoted("count: 5, at-most: 1", who), ("ACDEF", ""))
        # C and D of one unit, equal: its limit would part them.
        who = people("A,社区,甲局", "B,社区,甲局", "C,社区,乙局", "D,社区,乙局", "E,社区,", "F,社区,",
                     columns="id,name,sector,unit")
        self.assertEqual(promoted("count: 3, at-most: 1", who), ("AE", ""))
        self.assertEqual(promoted("count: 3, at-most: 1, tie: extend", who), ("ACD", ""))

    def test_per_county(self):
        # East: A 96, C 94; west: B 95, D 94: the best of each, whatever the sector.
        who = people("A,社区,东", "B,社区,西", "C,街道,东", "D,街道,西",
                     columns="id,name,sector,county")
        scores = given("r", A="96", B="95", C="94", D="94")
        self.assertEqual(promoted("count: 1, per: county", who, scores), ("AB", ""))
        self.assertEqual(promoted("count: 1", who, scores), ("A", ""))     # C and D are equal

    def test_quota(self):
        who = people("A,社区,东", "B,社区,西", "C,社区,东", "D,社区,西", "E,街道,西",
                     columns="id,name,sector,county")
        quota = ["county,sector,count", "西,社区,2", "东,社区,1"]
        self.assertEqual(promoted("quota: quota.csv", who, SCORES[:5], quota=quota), ("ABD", ""))
        with self.assertRaises(reference.Fault):                            # B in two rows
            promoted("quota: quota.csv", who, SCORES[:5], quota=quota + [",社区,1"])
        with self.assertRaises(reference.Fault):
            promoted("quota: quota.csv, per: county", who, SCORES[:5],
                     quota=["county,sector,count", ",社区,1"])


class TeamsAndSpecial(unittest.TestCase):

    WHO = people("A,社区,甲局", "B,社区,甲局", "C,社区,乙局", "D,社区,乙局", "E,社区,甲局", "F,社区,",
                 columns="id,name,sector,unit")

    def teams(self, rule):
        got = standings_of(RULES + [f"teams: {{{rule}}}"], SCORES, NO_JUDGES, self.WHO)["teams"]
        return [(t["rank"], t["team"], t["exact"], "".join(t["members"])) for t in got]

    def test_sum(self):
        # 甲局 96 + 95 + 93 = 284, 乙局 94 + 94 = 188; the best two 191 and 188.
        self.assertEqual(self.teams("by: unit"),
                         [(1, "甲局", "284/1", "ABE"), (2, "乙局", "188/1", "CD")])
        self.assertEqual(self.teams("by: unit, best: 2"),
                         [(1, "甲局", "191/1", "AB"), (2, "乙局", "188/1", "CD")])

    def test_printed_with_the_digits_of_the_contest(self):
        # A 5, B 2.5: half up 3 without decimals; the ranks go by what is exact.
        got = standings_of(RULES + ["score: {digits: 0}",
                                    "teams: {by: unit, method: points, points: [5, 2.5]}"],
                           SCORES[:2], NO_JUDGES,
                           people("A,社区,甲局", "B,社区,乙局", columns="id,name,sector,unit"))
        self.assertEqual([t["score"] for t in got["teams"]], ["5", "3"])

    def test_points_for_places(self):
        # Places 1 2 3 3 5 6: C and D share (3 + 2) / 2 = 2.5; E has none. 甲局 10 + 0.5, 乙局 5.
        self.assertEqual(self.teams("by: unit, method: points, points: [10, 0.5, 3, 2]"),
                         [(1, "甲局", "21/2", "ABE"), (2, "乙局", "5/1", "CD")])

    def test_special(self):
        rules = RULES + ["special: [{name: 优秀组织奖, from: special.csv}]"]
        got = standings_of(rules, SCORES, NO_JUDGES, self.WHO, special=[
            "award,contestant,unit,reason", "优秀组织奖,,甲局,组织有力", ",A,,"])
        self.assertEqual(got["special"],
                         [{"award": "优秀组织奖", "unit": "甲局", "reason": "组织有力"},
                          {"award": "优秀组织奖", "contestant": "A"}])


if __name__ == "__main__":
    unittest.main()
