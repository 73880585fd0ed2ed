from workbooks import Workbook

book = Workbook([
    ["round", "contestant", "score"],
    ["written", "C1", 90],
    ["written", "C2", 88.5],
    ["written", "C3", 91],
    ["written", "C4", 85],
])
sheet = "xl/worksheets/sheet1.xml"
book.parts[sheet] = book.parts[sheet].replace("</row>", "")
book.save("scores/written.xlsx")
