from workbooks import Workbook

book = Workbook([
    ["round", "contestant", "score"],
    ["written", "C1", 90],
    ["written", "C2", 88.5],
    ["written", "C3", 91],
    ["written", "C4", 85],
])
strings = "xl/sharedStrings.xml"
book.parts[strings] = book.parts[strings].replace("C1", "C" * 40_000_000)
book.save("scores/written.xlsx")
