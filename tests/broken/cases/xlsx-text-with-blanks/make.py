from workbooks import Workbook

book = Workbook([
    ["round", "contestant", "score"],
    [" written ", "C1\u3000", " 9O "],
    ["written", "C2", 88.5],
    ["written", "C3", 91],
    ["written", "C4", 85],
])
book.save("scores/written.xlsx")
