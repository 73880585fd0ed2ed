"""Hand-computed examples of every tie key."""

import unittest

from small_folder import judges, marks, people, places, ranks, standings_of

AB = people("A,社区", "B,社区")
ONE = ["score: {digits: 0}", "rounds:", "  - {id: r, method: mean}"]
TWO_CRITERIA = ["score: {digits: 0}", "rounds:", "  - id: r", "    method: mean",
                "    criteria: [{id: x}, {id: y}, {id: z}]"]


def ranked(rules, key, scores, panel, who=AB, **tables):
    return standings_of(rules + [f'ties: ["{key}"]'], scores, panel, who, **tables)


class TieKeys(unittest.TestCase):

    def check(self, got, order, *values):
        """A stands before B or after, by the key's values of A and B."""
        self.assertEqual(ranks(got), dict(zip(order, (1, 2))))
        tie = places(got)["A"]["tie"]
        self.assertEqual((tie["value"], tie["against"][0]["value"]), values)

    def test_exact(self):
        # 90 and 90.4 are both 90.
        got = ranked(ONE, "exact", marks("r", A="90", B="90.4"), judges(1))
        self.check(got, "BA", "90/1", "452/5")

    def test_nothing_parts(self):
        got = ranked(ONE, "exact", marks("r", A="90", B="90"), judges(1))
        self.assertEqual(ranks(got), {"A": 1, "B": 1})

    def test_dense(self):
        scores = marks("r", A="90", B="90", C="80")
        who = people("A,社区", "B,社区", "C,社区")
        self.assertEqual(ranks(standings_of(ONE, scores, judges(1), who)),
                         {"A": 1, "B": 1, "C": 3})
        self.assertEqual(ranks(standings_of(ONE + ["dense: true"], scores, judges(1), who)),
                         {"A": 1, "B": 1, "C": 2})

    def test_round(self):
        # Both 170; in s A has 90.
        rules = ["score: {combine: sum}", "rounds:", "  - {id: r, method: mean}",
                 "  - {id: s, method: mean}"]
        got = ranked(rules, "round:s", marks("r", A="80", B="90") + marks("s", A="90", B="80"),
                     judges(1))
        self.check(got, "AB", "90/1", "80/1")

    def test_criterion_and_criteria(self):
        # x: A 30 and 20, B 10 and 30; by the weights 3 and 1: A 110/4 = 55/2, B 60/4 = 15.
        scores = marks("r", "x", A="30 20", B="10 30") + marks("r", "y", A="0 0", B="25 20") + \
            marks("r", "z", A="20 20", B="15 40")
        # Totals: A 50, 40: (150 + 40) / 4 = 47.5 -> 48; B 50, 90 -> (150 + 90) / 4 = 60.
        got = ranked(TWO_CRITERIA, "criterion:r/x", scores, judges(3, 1))
        self.assertEqual(ranks(got), {"B": 1, "A": 2})
        self.assertNotIn("tie", places(got)["A"])
        # With B's z 0 and 0: B 35, 50: (105 + 50) / 4 = 38.75 -> 39. Made equal: B's z 10 and 5:
        # 45, 55: (135 + 55) / 4 = 47.5.
        scores = scores[:-2] + ["r,B,J1,z,10", "r,B,J2,z,5"]
        got = ranked(TWO_CRITERIA, "criterion:r/x", scores, judges(3, 1))
        self.check(got, "AB", "55/2", "15/1")
        # y + z: A 0 + 20; B (75 + 20) / 4 + (30 + 5) / 4 = 130/4 = 65/2.
        got = ranked(TWO_CRITERIA, "criteria:r/y+z", scores, judges(3, 1))
        self.check(got, "BA", "20/1", "65/2")

    def test_criterion_after_dropping(self):
        # By criterion the marks that are left: A 5 of 1 5 9, B 4 of 4 4 7 (one 4 and the 7 go).
        rules = ["score: {digits: 0}", "rounds:", "  - id: r", "    method: trimmed-mean",
                 "    drop: {by: criterion}", "    criteria: [{id: x}, {id: y}]"]
        scores = marks("r", "x", A="1 5 9", B="4 4 7") + marks("r", "y", A="0 0 0", B="1 1 1")
        got = ranked(rules, "criterion:r/x", scores, judges(1, 1, 1))
        self.check(got, "AB", "5/1", "4/1")

    def test_panel(self):
        rules = ["rounds:", "  - {id: r, panels: [{name: 专, weight: 50, method: mean},"
                 " {name: 众, weight: 50, method: mean}]}"]
        got = ranked(rules, "panel:r/众", marks("r", A="80 90", B="90 80"),
                     judges(1, 1, panels=["专", "众"]))
        self.check(got, "AB", "90/1", "80/1")

    def test_sheet_keys(self):
        # A 70 90 80, B 79 79 82: both 80.
        scores = marks("r", A="70 90 80", B="79 79 82")
        for key, order, a, b in (("best-sheet", "AB", "90/1", "82/1"),
                                 ("worst-sheet", "BA", "70/1", "79/1"),
                                 ("median-sheet", "AB", "80/1", "79/1")):
            self.check(ranked(ONE, key, scores, judges(1, 1, 1)), order, a, b)
        # All sheets, those that were dropped as well: A 80, B 240.9 / 3 = 80.3.
        rules = ["score: {digits: 0}", "rounds:", "  - {id: r, method: trimmed-mean}"]
        got = ranked(rules, "all-sheets", marks("r", A="70 90 80", B="78.9 80 82"),
                     judges(1, 1, 1))
        self.check(got, "BA", "80/1", "803/10")

    def test_next_best(self):
        # The best 90 is both's, the second 80 as well; the third tells: A has none.
        rules = ["score: {combine: best}", "rounds:"] + \
            ["  - {id: %s, method: mean}" % r for r in "rst"]
        scores = marks("r", A="90", B="10") + marks("s", A="80", B="90") + \
            marks("t", A="弃权", B="80")
        got = ranked(rules, "next-best", scores, judges(1))
        self.check(got, "BA", None, "10/1")

    def test_head_to_head(self):
        # J1: A over B, C over A, C over B; J2: A over B, B over C (81 over 70), A over C; J3 has
        # not scored C: B over A.
        # A: B by J1 and J2, C by J2: 3. B: A by J3, C by J2: 2. C: A and B by J1: 2.
        who = people("A,社区", "B,社区", "C,社区")
        scores = marks("r", A="80 85 75", B="79 81 80", C="90 70")
        # Means 80, 80, 80.
        got = ranked(ONE, "head-to-head", scores, judges(1, 1, 1), who)
        self.assertEqual(ranks(got), {"A": 1, "B": 2, "C": 2})
        self.assertEqual(places(got)["A"]["tie"]["value"], "3/1")

    def test_columns(self):
        for key, order in (("column:工龄", "BA"), ("-column:工龄", "AB")):
            who = people("A,社区,2", "B,社区,10", columns="id,name,sector,工龄")
            self.check(ranked(ONE, key, marks("r", A="90", B="90"), judges(1), who), order,
                       "2/1", "10/1")
        # Who has no value stands after those that have one, whichever is first.
        who = people("A,社区,", "B,社区,10", columns="id,name,sector,lot")
        for key in ("column:lot", "-column:lot"):
            self.check(ranked(ONE, key, marks("r", A="90", B="90"), judges(1), who), "BA",
                       None, "10/1")

    def test_playoff(self):
        # The first attempt is equal, the second parts.
        got = ranked(ONE, "playoff", marks("r", A="90", B="90"), judges(1),
                     playoff=["contestant,attempt,score", "A,2,7", "A,1,8", "B,1,8", "B,2,7.5"])
        self.check(got, "BA", "7/1", "15/2")

    def test_decision(self):
        got = ranked(ONE, "decision", marks("r", A="90", B="90"), judges(1),
                     decisions=["contestant,place,reason,signers", "A,2,合议,张", "B,1,合议,张"])
        self.assertEqual(ranks(got), {"B": 1, "A": 2})
        self.assertEqual(places(got)["B"]["tie"]["value"], "1/1")

    def test_each_part_goes_on_with_the_next_key(self):
        # best-sheet: C 95 before A and B with 90; then worst-sheet: A 80, B 79 by rounding alike.
        rules = ONE + ["ties: [best-sheet, worst-sheet]"]
        scores = marks("r", A="90 80 85", B="90 79 85", C="95 65 95")
        got = standings_of(rules, scores, judges(1, 1, 1), people("A,社区", "B,社区", "C,社区"))
        self.assertEqual(ranks(got), {"C": 1, "A": 2, "B": 3})
        self.assertEqual(places(got)["B"]["tie"]["key"], "worst-sheet")
        self.assertEqual(places(got)["C"]["tie"]["key"], "best-sheet")

    def test_a_column_is_of_the_contest(self):
        # Under rank-sum the final and round: are lower first, a column is not.
        rules = ["score: {combine: sum}", "rounds:", "  - {id: r, method: rank-sum}",
                 "  - {id: s, method: rank-sum}"]
        scores = marks("r", A="9", B="8") + marks("s", A="8", B="9")
        self.check(ranked(rules, "round:r", scores, judges(1)), "AB", "1/1", "2/1")


if __name__ == "__main__":
    unittest.main()
