from workbooks import Raw, Workbook

book = Workbook([
    ["round", "contestant", "score"],
    ["written", "C1", Raw("<f>VLOOKUP(1,A:B,2)</f><v>#N/A</v>", t="e")],
    ["written", "C2", 88.5],
    ["written", "C3", 91],
    ["written", "C4", 85],
])
book.save("scores/written.xlsx")
