"""Hand-computed examples of the steps from marks to the final score."""

import unittest

import reference
from small_folder import given, judges, marks, people, places, ranks, standings_of, unranked

ABC = people("A,社区", "B,社区", "C,社区")


def one_round(rule):
    return ["rounds:", "  - {id: r, %s}" % rule]


def finals(*args, **tables):
    return {c: place["final"] for c, place in places(standings_of(*args, **tables)).items()}


class PanelScores(unittest.TestCase):

    def test_median(self):
        # 80 91 95: the middle is 91. 80 91 93 95: (91 + 93) / 2 = 92. Weights are not looked at.
        rule = one_round("method: median")
        self.assertEqual(finals(rule, marks("r", A="95 80 91"), judges(9, 1, 1)), {"A": "91.00"})
        self.assertEqual(finals(rule, marks("r", A="95 80 91 93"), judges(9, 1, 1, 1)),
                         {"A": "92.00"})

    def test_sum_and_what_is_missing(self):
        # Error: 缺评 leaves no score. Mean of others: 8 + 9 + (8 + 9) / 2 = 25.5. Left out: 17.
        scores = marks("r", A="8 9 缺评")
        for missing, final in (("error", {}), ("mean-of-others", {"A": "25.50"}),
                               ("leave-out", {"A": "17.00"})):
            rule = one_round("method: sum, missing: " + missing)
            self.assertEqual(finals(rule, scores, judges(1, 1, 1)), final)
            # A pending sheet is no score yet, whatever is said of those that will not come.
            self.assertEqual(finals(rule, marks("r", A="8 9"), judges(1, 1, 1)), {})

    def test_rank_sum(self):
        # J1: A 90, B 90, C 80: the places 1 and 2 are shared: 1.5 1.5 3. J2: B, A, C: 2 1 3.
        # A 1.5 + 2 = 3.5, B 1.5 + 1 = 2.5, C 3 + 3 = 6; the lower is better.
        rules = ["score: {combine: sum, digits: 1}"] + one_round("method: rank-sum")
        got = standings_of(rules, marks("r", A="90 88", B="90 89", C="80 70"), judges(1, 1), ABC)
        self.assertEqual(ranks(got), {"B": 1, "A": 2, "C": 3})
        self.assertEqual([places(got)[c]["final"] for c in "ABC"], ["3.5", "2.5", "6.0"])

    def test_rank_sum_with_missing_sheets(self):
        # C lacks J2's: by the mean of others C has ranks 1 (before A's 90) and again 1: 2.
        # J2 ranks A and B alone. A 2.5 + 2 (J1: C, then A and B share 2 and 3), B 2.5 + 1.
        scores = marks("r", A="90 88", B="90 89", C="95 缺评")
        rules = ["score: {combine: sum, digits: 1}"] + \
            one_round("method: rank-sum, missing: mean-of-others")
        self.assertEqual(finals(rules, scores, judges(1, 1), ABC),
                         {"C": "2.0", "B": "3.5", "A": "4.5"})
        # Without it C has no score and enters nobody's ranks: A 1.5 + 2, B 1.5 + 1.
        rules = ["score: {combine: sum, digits: 1}"] + one_round("method: rank-sum")
        self.assertEqual(finals(rules, scores, judges(1, 1), ABC), {"B": "2.5", "A": "3.5"})

    def test_rank_sum_refuses_what_is_higher_first(self):
        for more in (["awards:", "  - {name: 奖, min-score: 3}"],
                     ["awards:", "  - {name: 奖, count: 1, per: contest}"],
                     ["promote: {count: 1, per: county}"],
                     ["absent-round: zero"],
                     ["teams: {by: unit, method: sum}"]):
            rules = ["score: {combine: sum}"] + one_round("method: rank-sum") + more
            with self.assertRaises(reference.Fault):
                standings_of(rules, marks("r", A="90"), judges(1))

    def test_place_points(self):
        # Mean places: A (1 + 2) / 2 = 1.5, B (2 + 1) / 2 = 1.5, C 3: A and B share the points of
        # the places 1 and 2, (12 + 10) / 2 = 11; C has the third place's 8.
        rule = one_round("method: place-points, points: [12, 10, 8]")
        scores = marks("r", A="1 2", B="2 1", C="3 3")
        self.assertEqual(finals(rule, scores, judges(1, 1), ABC),
                         {"A": "11.00", "B": "11.00", "C": "8.00"})
        # Beyond the table's end nothing is earned: A and B share (12 + 0) / 2.
        rule = one_round("method: place-points, points: [12]")
        self.assertEqual(finals(rule, scores, judges(1, 1), ABC),
                         {"A": "6.00", "B": "6.00", "C": "0.00"})

    def test_given_and_ballot(self):
        # 6 x 100 + 3 x 85 + 1 x 60 = 915, by 10 voices 91.5. B: counts that add to 0. C: no rows.
        rule = one_round("method: ballot, grades: {优秀: 100, 良好: 85, 一般: 60}")
        ballots = ["round,contestant,grade,count", "r,A,优秀,6", "r,A,良好,3", "r,A,一般,1",
                   "r,B,优秀,0"]
        got = standings_of(rule, [], judges(1), ABC, ballots=ballots)
        self.assertEqual({c: p["final"] for c, p in places(got).items()}, {"A": "91.50"})
        self.assertEqual(places(got)["A"]["rounds"]["r"]["counted"], 1)
        self.assertEqual(unranked(got), {"B": "competing", "C": "competing"})
        self.assertFalse(got["complete"])
        self.assertEqual(finals(one_round("method: given"), given("r", A="87.5"), judges(1)),
                         {"A": "87.50"})

    def test_clamp(self):
        # 90 91 92 71: mean 86, limit 5: 81 to 91. 92 goes to 91, 71 to 81: (90 + 91 + 91 + 81) / 4
        # = 88.25.
        rule = one_round("method: mean, outliers: {policy: clamp, limit: 5}")
        self.assertEqual(finals(rule, marks("r", A="90 91 92 71"), judges(1, 1, 1, 1)),
                         {"A": "88.25"})
        # clamp-digits 0: the mean of 90 91 95 is 92, the bounds 90.5 and 93.5 are rounded where
        # they are used: 90 is under 90.5 and goes to 91, 95 to 94: (91 + 91 + 94) / 3 = 92.
        rule = one_round("method: mean, outliers: {policy: clamp, limit: 1.5}, clamp-digits: 0")
        self.assertEqual(finals(rule, marks("r", A="90 91 95"), judges(1, 1, 1)), {"A": "92.00"})

    def test_clamp_before_dropping(self):
        # 80 90 90 100: mean 90, limit 5: 85 90 90 95; the highest and the lowest go: 90.
        # Weights count after that: J2 weighs 3, J3 1, both 90.
        rule = one_round("method: trimmed-mean, outliers: {policy: clamp, limit: 5}")
        got = standings_of(rule, marks("r", A="80 90 90 100"), judges(1, 3, 1, 1))
        self.assertEqual(places(got)["A"]["rounds"]["r"]["dropped"], ["J1", "J4"])
        self.assertEqual(places(got)["A"]["final"], "90.00")

    def test_panels(self):
        # 专: 90 80 100 without the highest and lowest: 90. 众: (60 + 80) / 2 = 70.
        # (70 x 90 + 30 x 70) / 100 = 84.
        rule = one_round("panels: [{name: 专, weight: 70, drop: {high: 1, low: 1}},"
                         " {name: 众, weight: 30, method: mean}]")
        panel = judges(*[1] * 5, panels=["专", "专", "众", "众", "专"])
        got = standings_of(rule, marks("r", A="90 80 60 80 100"), panel)
        self.assertEqual(places(got)["A"]["final"], "84.00")
        self.assertEqual(places(got)["A"]["rounds"]["r"]["dropped"], ["J2", "J5"])
        self.assertEqual(places(got)["A"]["rounds"]["r"]["counted"], 3)
        # One panel without a score: the round has none.
        self.assertEqual(finals(rule, marks("r", A="90 80 . . 100"), panel), {})

    def test_a_judge_sits_in_one_panel_of_a_round(self):
        rule = one_round("panels: [{name: 专, weight: 70}, {name: 众, weight: 30}]")
        with self.assertRaises(reference.Fault):
            standings_of(rule, [], judges(1, 1, panels=["专;众", "众"]))


class AfterThePanel(unittest.TestCase):

    def test_scale_factor_and_floor(self):
        # 80 x 0.5 x 1.2 = 48; B: 80 x 0.5 - 20 = 20, never below 25.
        rule = one_round("method: mean, scale: 0.5, floor: 25")
        got = finals(rule, marks("r", A="80", B="80"), judges(1), people("A,社区", "B,社区"),
                     factors=["contestant,round,factor", "A,r,1.2"],
                     adjustments=["contestant,round,points,reason", "B,r,-20,迟到"])
        self.assertEqual(got, {"A": "48.00", "B": "25.00"})

    def corrected(self, correction, digits):
        # Panel 甲 saw A 90 and B 80: mean 85. Panel 乙 saw C 75: mean 75.
        rule = one_round(f"method: mean, panel-correction: {correction}{digits}")
        panel = judges(1, 1, panels=["甲", "乙"])
        who = people("A,社区,甲", "B,社区,甲", "C,社区,乙", columns="id,name,sector,panel")
        return finals(rule, ["r,A,J1,,90", "r,B,J1,,80", "r,C,J2,,75"], panel, who)

    def test_panel_correction(self):
        # R = (90 + 80 + 75) / 3 = 81.666…; R / 85 = 49/51 = 0.9608, R / 75 = 49/45 = 1.0889.
        # A 90 x 0.9608 = 86.472, B 80 x 0.9608 = 76.864, C 75 x 1.0889 = 81.6675.
        self.assertEqual(self.corrected("mean", ", correction-digits: 4"),
                         {"A": "86.47", "C": "81.67", "B": "76.86"})
        # Exactly: A 90 x 49/51 = 86.4705…, B 76.8627…, C 75 x 49/45 = 81.666….
        self.assertEqual(self.corrected("mean", ""), {"A": "86.47", "C": "81.67", "B": "76.86"})
        # R = (85 + 75) / 2 = 80: A 90 x 80/85 = 84.7058…, B 75.2941…, C 75 x 80/75 = 80.
        self.assertEqual(self.corrected("panel-means", ""),
                         {"A": "84.71", "C": "80.00", "B": "75.29"})

    def test_one_panel_is_not_corrected(self):
        rule = one_round("method: mean, panel-correction: mean")
        who = people("A,社区,甲", "B,社区,甲", columns="id,name,sector,panel")
        self.assertEqual(finals(rule, marks("r", A="90", B="80"), judges(1, panels=["甲"]), who),
                         {"A": "90.00", "B": "80.00"})


TWO = ["rounds:", "  - {id: r, method: mean, weight: 50}", "  - {id: s, method: mean, weight: 50}"]


class Words(unittest.TestCase):

    def test_a_word_leaves_a_round_without_score(self):
        scores = marks("r", A="弃权 ", B="80") + marks("s", A="90", B="90")
        who = people("A,社区", "B,社区")
        got = standings_of(TWO, scores, judges(1), who)
        self.assertEqual(unranked(got), {"A": "withdrawn"})
        # Zero: 0.5 x 0 + 0.5 x 90 = 45. Best: the one round.
        self.assertEqual(finals(TWO + ["absent-round: zero"], scores, judges(1), who)["A"], "45.00")
        self.assertEqual(finals(TWO + ["score: {combine: best}"], scores, judges(1), who)["A"],
                         "90.00")

    def test_the_first_round_says_who_was_never_there(self):
        scores = marks("r", A="DNS 缺评") + marks("s", A="弃权")
        got = standings_of(TWO + ["score: {combine: best}"], scores, judges(1, 1))
        self.assertEqual(unranked(got), {"A": "absent"})
        self.assertTrue(got["complete"])

    def test_disqualified_in_a_cell(self):
        got = standings_of(TWO, marks("r", A="90 DSQ"), judges(1, 1))
        self.assertEqual(unranked(got), {"A": "disqualified"})

    def test_a_number_beside_a_word(self):
        for text in ("弃权 90", "弃权 缺席"):
            with self.assertRaises(reference.Fault):
                standings_of(TWO, marks("r", A=text), judges(1, 1))

    def test_a_zero_is_in_no_mean(self):
        # 甲: A 90, B not there; 乙: C 80. R = 85, A 90 x 85/90 = 85, C 80 x 85/80 = 85, B 0.
        rule = one_round("method: mean, panel-correction: mean") + ["absent-round: zero"]
        who = people("A,社区,甲", "B,社区,甲", "C,社区,乙", columns="id,name,sector,panel")
        got = finals(rule, ["r,A,J1,,90", "r,B,J1,,缺席", "r,C,J2,,80"],
                     judges(1, 1, panels=["甲", "乙"]), who)
        self.assertEqual(got, {"A": "85.00", "C": "85.00", "B": "0.00"})


class Stages(unittest.TestCase):

    FOUR = people("A,社区", "B,社区", "C,社区", "D,社区")
    SCORES = marks("r", A="90", B="80", C="70", D="70") + \
        marks("s", A="50", B="60", C="99", D="10")

    def stage(self, keys, more=()):
        rules = ["score: {combine: sum}", "rounds:", "  - {id: r, method: mean}",
                 "  - {id: s, method: mean, %s}" % keys, *more]
        return standings_of(rules, self.SCORES, judges(1), self.FOUR)

    def test_those_who_enter_stand_before(self):
        # Two enter: A 90 + 50 = 140, B 80 + 60 = 140, equal. C and D keep 70, whatever s says of C.
        got = self.stage("advance: 2")
        self.assertEqual(ranks(got), {"A": 1, "B": 1, "C": 3, "D": 3})
        self.assertEqual([places(got)[c]["final"] for c in "ABCD"],
                         ["140.00", "140.00", "70.00", "70.00"])
        self.assertEqual(list(places(got)["C"]["rounds"]), ["r"])

    def test_nothing_is_carried(self):
        # B 60, A 50; and 70 of those who did not enter stands below.
        got = self.stage("advance: 2, carry: false")
        self.assertEqual(ranks(got), {"B": 1, "A": 2, "C": 3, "D": 3})
        self.assertEqual([places(got)[c]["final"] for c in "BAC"], ["60.00", "50.00", "70.00"])

    def test_a_tie_enters_together(self):
        # The third place is shared by C and D: C 70 + 99 = 169, A 140, B 140, D 80.
        got = self.stage("advance: 3")
        self.assertEqual(ranks(got), {"C": 1, "A": 2, "B": 2, "D": 4})

    def test_without_a_score_after_entering(self):
        # B entered and has no mark in s: no final. C is not asked in B's place.
        rules = ["score: {combine: sum}", "rounds:", "  - {id: r, method: mean}",
                 "  - {id: s, method: mean, advance: 2}"]
        got = standings_of(rules, self.SCORES[:5], judges(1), self.FOUR)
        self.assertEqual(ranks(got), {"A": 1, "C": 2, "D": 2})
        self.assertEqual(unranked(got), {"B": "competing"})
        self.assertFalse(got["complete"])

    def test_adjustments_of_the_final_come_last(self):
        # C 70 + 15 = 85 would have been before B's 80; but they do not count for entering.
        rules = ["score: {combine: sum}", "rounds:", "  - {id: r, method: mean}",
                 "  - {id: s, method: mean, advance: 2}"]
        got = standings_of(rules, self.SCORES, judges(1), self.FOUR,
                           adjustments=["contestant,round,points,reason", "C,,15,加分"])
        self.assertEqual(ranks(got), {"A": 1, "B": 1, "C": 3, "D": 4})
        self.assertEqual(places(got)["C"]["final"], "85.00")


if __name__ == "__main__":
    unittest.main()
