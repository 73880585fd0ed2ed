from workbooks import Workbook, styled

book = Workbook([
    ["round", "contestant", "score"],
    ["written", "C1", styled(0.9, 1)],
    ["written", "C2", 88.5],
    ["written", "C3", 91],
    ["written", "C4", 85],
], styles=[9])
book.save("scores/written.xlsx")
