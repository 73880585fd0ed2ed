from workbooks import Workbook, formula

book = Workbook([
    ["round", "contestant", "score"],
    ["written", "C1", formula("45+45", "90")],
    ["written", "C2", formula("44+44.5")],
    ["written", "C3", 91],
    ["written", "C4", 85],
])
book.save("scores/written.xlsx")
