"""The worked examples of the rules, computed by the second implementation."""

import tempfile
import unittest
from pathlib import Path

import reference


def write(folder, name, lines):
    path = Path(folder) / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def standings_of(rules, scores, judges, **tables):
    """The standings of one contestant A, of one sector, under these rules."""
    with tempfile.TemporaryDirectory() as folder:
        write(folder, "contest.yaml", rules)
        write(folder, "contestants.csv", ["id,name,sector", "A,某人,社区"])
        write(folder, "judges.csv", judges)
        write(folder, "scores/marks.csv", ["round,contestant,judge,criterion,score", *scores])
        for name, lines in tables.items():
            write(folder, name + ".csv", lines)
        return reference.standings(folder)


def result_of(*args, **tables):
    return standings_of(*args, **tables)["sectors"][0]["ranking"][0]


def judges(*weights):
    return ["id,name,weight"] + [f"J{n},评委{n},{w}" for n, w in enumerate(weights, 1)]


def marks(round_id, scores):
    return [f"{round_id},A,J{n},,{score}" for n, score in enumerate(scores.split(), 1)]


def trimmed(drop="{high: 1, low: 1}", extra=""):
    return ["title: t", "score: {digits: 2%s}" % extra,
            "rounds:", "  - {id: stage, method: trimmed-mean, drop: %s}" % drop]


class WorkedExamples(unittest.TestCase):

    def test_a_seven_judges(self):
        scores = marks("stage", "92.5 91.0 93.2 90.8 92.6 91.4 92.3")
        result = result_of(trimmed(), scores, judges(*[1] * 7))
        self.assertEqual(result["final"], "91.96")
        self.assertEqual(result["exact"], "2299/25")
        self.assertEqual(result["rounds"]["stage"]["dropped"], ["J3", "J4"])
        self.assertEqual(result["rounds"]["stage"]["counted"], 5)

    def test_b_exact_half(self):
        scores = marks("stage", "88.73 90.01 90.02 90.03 90.04 93.00")
        for rounding, final in (("half-up", "90.03"), ("half-even", "90.02"), ("down", "90.02")):
            rules = trimmed(extra=", rounding: " + rounding)
            self.assertEqual(result_of(rules, scores, judges(*[1] * 6))["final"], final)

    def example_c(self, digits):
        rules = ["title: t", "rounds:",
                 "  - {id: written, weight: 40, panel: 书面, method: mean%s}" % digits,
                 "  - {id: stage, weight: 60, panel: 登台, method: trimmed-mean%s,"
                 " overtime: {limit: 8:00, every: 30, deduct: 0.5, at-most: 3}}" % digits]
        panel = ["id,name,panel"] + [f"J{n},评委{n},{'书面;登台' if n < 4 else '登台'}"
                                     for n in range(1, 8)]
        scores = marks("written", "88 90 91") + \
            marks("stage", "92.5 91.0 93.2 90.8 92.6 91.4 92.3")
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
            scores = marks("stage", first + " 91 50 85")
            result = result_of(trimmed("{high: 1, low: 0}"), scores, judges(10, 1, 1, 1))
            self.assertEqual(result["final"], final)


class Details(unittest.TestCase):

    def test_overtime(self):
        rule = {"limit": "8:00", "every": "30", "deduct": "0.5", "at-most": "3"}
        for time, taken in (("8:00", "0"), ("480.9", "0"), ("8:01", "0.5"), ("8:30", "0.5"),
                            ("8:31", "1"), ("20:00", "3")):
            points = reference.overtime_points(rule, reference.seconds(time))
            self.assertEqual(reference.shortest(points), taken)

    def test_negative_half_is_rounded_away_from_zero(self):
        value = reference.number("-0.125")
        shown = [reference.printed(value, 2, r) for r in ("half-up", "half-even", "down")]
        self.assertEqual(shown, ["-0.13", "-0.12", "-0.12"])
        self.assertEqual(reference.printed(reference.number("-0.001"), 2, "half-up"), "0.00")

    def test_half_a_sheet_is_pending(self):
        rules = ["title: t", "rounds:", "  - id: r", "    method: mean", "    criteria:",
                 "      - {id: a}", "      - {id: b}"]
        scores = ["r,A,J1,a,80", "r,A,J1,b,10", "r,A,J2,a,99"]
        got = standings_of(rules, scores, judges(1, 1))
        self.assertFalse(got["complete"])
        self.assertEqual(got["sectors"][0]["ranking"][0]["final"], "90.00")

    def test_unknown_rules_are_not_ignored(self):
        with self.assertRaises(reference.NotComputed):
            standings_of(trimmed() + ["teams: {by: unit}"], [], judges(1))


if __name__ == "__main__":
    unittest.main()
