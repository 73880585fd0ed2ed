from workbooks import Raw, Workbook

book = Workbook([
    ["round", "contestant", "score"],
    ["written", "C" * 70000, 90],
    ["written", Raw("<is><t>" + "张" * 70000 + "</t></is>", t="inlineStr"), 88.5],
    ["written", "C3", 91],
    ["written", "C4", 85],
])
book.save("scores/written.xlsx")
