"""The men's snowboard halfpipe final of Milano-Cortina 2026 against what was announced: runs, bests and ranks."""

from events import DATA, complete_standings, read_table, run_check, write_contest

EVENT = DATA / "halfpipe-2026"
PUBLISHED = {"runs": 24, "best runs": 12, "ranks": 12}

RULES = """\
title: Snowboard halfpipe, men's final
language: en
score: { digits: 2, rounding: half-up, combine: best }
rounds:
""" + "".join(f"  - {{ id: run-{run}, method: trimmed-mean, drop: {{ high: 1, low: 1 }}, digits: 2, max: 100, step: 1 }}\n"
              for run in "123")


def write_event(folder, runs):
    riders = list(dict.fromkeys(row["rider"] for row in runs))
    judges = [column for column in runs[0] if column not in ("rider", "run", "score")]
    # A run that did not improve was not published. Under `best` a run that has no score (DNF) is no fault.
    marks = [["run-" + row["run"], row["rider"], judge, row[judge] or "DNF"] for row in runs for judge in judges]
    return write_contest(folder / "final", RULES,
                         contestants=[["id", "name", "sector"], *([rider, rider, "Men"] for rider in riders)],
                         judges=[["id", "name"], *([judge, judge] for judge in judges)],
                         marks=[["round", "contestant", "judge", "score"], *marks])


def check(binary, folder, comparison):
    runs = read_table(EVENT / "runs.csv")
    places = complete_standings(binary, write_event(folder, runs))
    for row in runs:
        result = places.get(row["rider"], {}).get("rounds", {}).get("run-" + row["run"], {})
        if row["score"]:
            comparison.compare("runs", (row["rider"], row["run"]), row["score"], result.get("score"))
        elif "score" in result:
            comparison.compare("runs that were not published", (row["rider"], row["run"]), None, result["score"])
    for row in read_table(EVENT / "results.csv"):
        place = places.get(row["rider"], {})
        comparison.compare("best runs", row["rider"], row["best"], place.get("final"))
        comparison.compare("ranks", row["rider"], row["rank"], str(place.get("rank")))


if __name__ == "__main__":
    run_check(check, PUBLISHED)
