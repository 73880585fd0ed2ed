from workbooks import Workbook

Workbook({
    3: ["round", None, "contestant", "score"],
    4: ["written", None, "C2", 88.5],
    5: [None, None, None, ""],
    7: ["written", None, "C1", 190],
    9: ["written", None, "C3", 91],
    10: ["written", None, "C4", 85],
}).save("scores/written.xlsx")
