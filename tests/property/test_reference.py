"""The worked examples of the rules, computed by the second implementation."""

import unittest

import reference
from reference import number
from reference.round_score import overtime_points
from small_folder import judges, marks, places, standings_of


def result_of(*args, **tables):
    return places(standings_of(*args, **tables))["A"]


def trimmed(drop="{high: 1, low: 1}", extra=""):
    return ["score: {digits: 2%s}" % extra,
            "rounds:", "  - {id: stage, method: trimmed-mean, drop: %s}" % drop]


class WorkedExamples(unittest.TestCase):

    def test_a_seven_judges(self):
        scores = marks("stage", A="92.5 91.0 93.2 90.8 92.6 91.4 92.3")
        result = result_of(trimmed(), scores, judges(*[1] * 7))
        self.assertEqual(result["final"], "91.96")
        self.assertEqual(result["exact"], "2299/25")
        self.assertEqual(result["rounds"]["stage"]["dropped"], ["J3", "J4"])
        self.assertEqual(result["rounds"]["stage"]["counted"], 5)

    def test_b_exact_half(self):
        scores = marks("stage", A="88.73 90.01 90.02 90.03 90.04 93.00")
        for rounding, final in (("half-up", "90.03"), ("half-even", "90.02"), ("down", "90.02")):
            rules = trimmed(extra=", rounding: " + rounding)
            self.assertEqual(result_of(rules, scores, judges(*[1] * 6))["final"], final)

    def example_c(self, digits):
        rules = ["rounds:",
                 "  - {id: written, weight: 40, panel: 书面, method: mean%s}" % digits,
                 "  - {id: stage, weight: 60, panel: 登台, method: trimmed-mean%s,"
                 " overtime: {limit: 8:00, every: 30, deduct: 0.5, at-most: 3}}" % digits]
        panel = judges(*[1] * 7, panels=["书面;登台"] * 3 + ["登台"] * 4)
        scores = marks("written", A="88 90 91") + \
            marks("stage", A="92.5 91.0 93.2 90.8 92.6 91.4 92.3")
        return result_of(rules, scores, panel,
                         timings=["contestant,round,seconds", "A,stage,8:01"])

    def test_c_order_of_steps(self):
        result = self.example_c("")
        self.assertEqual([r["score"] for r in result["rounds"].values()], ["89.67", "91.46"])
        self.assertEqual(result["rounds"]["stage"]["adjustments"], "-0.5")
        self.assertEqual((result["final"], result["exact"]), ("90.74", "11343/125"))
        result = self.example_c(", digits: exact")
        self.assertEqual((result["final"], result["exact"]), ("90.74", "68057/750"))
        self.assertEqual(self.example_c(", digits: 1")["final"], "90.78")

    def test_d_weight_and_drop(self):
        for first, final in (("90", "86.25"), ("92", "75.33")):
            scores = marks("stage", A=first + " 91 50 85")
            result = result_of(trimmed("{high: 1, low: 0}"), scores, judges(10, 1, 1, 1))
            self.assertEqual(result["final"], final)


class Details(unittest.TestCase):

    def test_overtime(self):
        rule = {"limit": "8:00", "every": "30", "deduct": "0.5", "at-most": "3"}
        for time, taken in (("8:00", "0"), ("480.9", "0"), ("8:01", "0.5"), ("8:30", "0.5"),
                            ("8:31", "1"), ("20:00", "3")):
            points = overtime_points(rule, number.seconds(time))
            self.assertEqual(number.shortest(points), taken)

    def test_bands_of_overtime_and_too_short(self):
        rule = {"limit": "8:00", "bands": [["0:01", "0.02"], ["0:11", "0.05"], ["0:21", "0.1"]],
                "under": ["6:00", "0.1"]}
        for time, taken in (("8:00", "0"), ("8:01", "0.02"), ("8:10.9", "0.02"), ("8:11", "0.05"),
                            ("8:21", "0.1"), ("20:00", "0.1"), ("6:00", "0"), ("5:59.9", "0.1")):
            points = overtime_points(rule, number.seconds(time))
            self.assertEqual(number.shortest(points), taken, time)
        # The cap holds for the time over, whichever way it is counted.
        self.assertEqual(overtime_points({**rule, "at-most": "0.05"}, 600), number.number("0.05"))

    def test_negative_half_is_rounded_away_from_zero(self):
        value = number.number("-0.125")
        shown = [number.printed(value, 2, r) for r in ("half-up", "half-even", "down")]
        self.assertEqual(shown, ["-0.13", "-0.12", "-0.12"])
        self.assertEqual(number.printed(number.number("-0.001"), 2, "half-up"), "0.00")

    def test_half_a_sheet_is_pending(self):
        rules = ["rounds:", "  - id: r", "    method: mean", "    criteria:",
                 "      - {id: a}", "      - {id: b}"]
        scores = ["r,A,J1,a,80", "r,A,J1,b,10", "r,A,J2,a,99"]
        got = standings_of(rules, scores, judges(1, 1))
        self.assertFalse(got["complete"])
        self.assertEqual(places(got)["A"]["final"], "90.00")

    def test_unknown_rules_are_not_ignored(self):
        with self.assertRaises(reference.NotComputed):
            standings_of(trimmed() + ["teamwork: {by: unit}"], [], judges(1))


if __name__ == "__main__":
    unittest.main()
