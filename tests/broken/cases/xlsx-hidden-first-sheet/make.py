from workbooks import Workbook

Workbook([["C1"]], [
    ["round", "contestant", "score"],
    ["written", "C1", 90],
    ["written", "C2", 88.5],
    ["written", "C3", 91],
    ["written", "C4", 85],
], names=["名单", "书面"], states=["hidden", None]).save("scores/written.xlsx")
