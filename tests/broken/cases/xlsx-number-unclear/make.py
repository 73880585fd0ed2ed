from workbooks import Raw, Workbook

book = Workbook([
    ["round", "contestant", "score"],
    ["written", "C1", Raw("<v>1E+25</v>")],
    ["written", "C2", 274 / 3],
    ["written", "C3", 91],
    ["written", "C4", 85],
])
book.save("scores/written.xlsx")
