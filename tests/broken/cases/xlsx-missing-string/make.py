from workbooks import Workbook

book = Workbook([
    ["round", "contestant", "score"],
    ["written", "C1", 90],
    ["written", "C2", 88.5],
    ["written", "C3", 91],
    ["written", "C4", 85],
])
book.parts["xl/sharedStrings.xml"] = "<sst/>"
book.save("scores/written.xlsx")
