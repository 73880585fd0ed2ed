from workbooks import Workbook

Workbook([
    ["round", "contestant", "score"],
    ["written", "C1", 90],
    ["written", "C2", 88.5, None, "旁注"],
    ["written", "C3", 91],
    ["written", "C4", 85],
]).save("scores/written.xlsx")
