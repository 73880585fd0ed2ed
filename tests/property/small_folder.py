"""Folders of a few lines, for the hand-computed examples."""

import tempfile
from pathlib import Path

import reference


def write(folder, name, lines):
    path = Path(folder) / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def judges(*weights, panels=None):
    """J1, J2 … with these weights; `panels` names the panel of each."""
    panels = panels or [""] * len(weights)
    return ["id,name,weight,panel"] + [f"J{n},评委{n},{weight},{panel}" for n, (weight, panel)
                                       in enumerate(zip(weights, panels), 1)]


def marks(round_id, criterion="", **scores):
    """`marks("stage", A="90 91")`: A's marks of J1, J2 …; a point stands for no row."""
    return [f"{round_id},{c},J{n},{criterion},{score}" for c, text in scores.items()
            for n, score in enumerate(text.split(), 1) if score != "."]


def given(round_id, **scores):
    """Marks that have no judge."""
    return [f"{round_id},{c},,,{score}" for c, score in scores.items()]


def standings_of(rules, scores, judges_table, people=None, **tables):
    with tempfile.TemporaryDirectory() as folder:
        write(folder, "contest.yaml", ["title: t"] + rules)
        write(folder, "contestants.csv", people or ["id,name,sector", "A,某人,社区"])
        write(folder, "judges.csv", judges_table)
        write(folder, "scores/marks.csv", ["round,contestant,judge,criterion,score", *scores])
        for name, lines in tables.items():
            write(folder, name + ".csv", lines)
        return reference.standings(folder)


def people(*rows, columns="id,name,sector"):
    """A contestants.csv whose rows say id and sector, and the further columns."""
    table = []
    for row in rows:
        contestant, _, rest = row.partition(",")
        table.append(f"{contestant},选手{contestant},{rest}")
    return [columns] + table


def places(standings):
    """Contestant -> its entry among the ranked."""
    return {place["contestant"]: place for sector in standings["sectors"]
            for place in sector["ranking"]}


def ranks(standings):
    return {c: place["rank"] for c, place in places(standings).items()}


def unranked(standings):
    return {entry["contestant"]: entry["status"] for sector in standings["sectors"]
            for entry in sector["unranked"]}


def awards(standings):
    return {c: place.get("award") for c, place in places(standings).items()}
