"""The order of rows, how they are spread over files, and the shapes of these change nothing.

    python3 parity.py BIWU_BINARY [--count N] [--seed S] [--only N] [--keep DIR]

Every score file's rows are shuffled and dealt out over any number of files, some cells twice; the
rows of the other tables, but for those of people, stand in another order. Then the marks are written
by judge, by sheet and long, mixed. The standings must be the same byte for byte.
"""

import sys
from pathlib import Path

import differ
import random_contest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import reshape

SHUFFLED = ["adjustments.csv", "recusals.csv", "timings.csv", "factors.csv", "ballots.csv",
            "playoff.csv", "decisions.csv", "quota.csv"]


def dealt(random, rows):
    """The rows in any order, in any number of files; some stand in two, and agree."""
    rows = list(rows)
    random.shuffle(rows)
    hands = [[] for _ in range(random.randint(1, 6))]
    for row in rows:
        random.choice(hands).append(row)
    if len(hands) > 1 and rows and random.random() < 0.3:
        row = random.choice(rows)
        for hand in hands:
            if row not in hand:
                hand.append(row)
    return hands


def write_shuffled(random, case, folder):
    tables = {}
    for name, rows in case["tables"].items():
        tables[name] = list(rows)
        if name in SHUFFLED:
            random.shuffle(tables[name])
    random_contest.write_case({**case, "tables": tables}, folder)
    (folder / "scores" / "marks.csv").unlink()
    hands = dealt(random, case["tables"]["scores/marks.csv"])
    names = random.sample("abcdefghij", len(hands))
    for name, hand in zip(names, hands):
        random_contest.write_table(folder, "scores/marks.csv", hand)
        (folder / "scores" / "marks.csv").rename(folder / "scores" / f"{name}.csv")
    return len(hands)


def try_case(binary, random, folder):
    case = random_contest.random_case(random)
    random_contest.write_case(case, folder / "plain")
    files = write_shuffled(random, case, folder / "shuffled")
    shapes = random.choice([["judge"], ["sheet"], ["long", "judge", "sheet"]])
    reshaped = reshape.reshape(folder / "plain", folder / "reshaped", random, shapes)
    plain = differ.program_output(binary, folder / "plain")
    counts = {"contests": 1, "score files": files, "marks by judge": reshaped["judge"],
              "marks by sheet": reshaped["sheet"]}
    if plain.startswith("exit"):
        return counts, [plain]
    for other in ("shuffled", "reshaped"):
        output = differ.program_output(binary, folder / other)
        if plain != output:
            return counts, [f"the standings differ from those that are {other}", output[:300]]
    return counts, []


if __name__ == "__main__":
    differ.run("the order of rows and files", try_case, 300)
