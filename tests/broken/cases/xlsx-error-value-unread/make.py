from workbooks import Raw, Workbook, formula, styled

book = Workbook([
    ["round", "contestant", "score", "平均"],
    ["written", "C1", 90, Raw("<f>1/0</f><v>#DIV/0!</v>", t="e")],
    ["written", "C2", 88.5, formula("C3*1")],
    ["written", "C3", 91, styled(0.95, 1)],
    ["written", "C4", 85, styled(45225, 2)],
], styles=["0%", 14])
book.save("scores/written.xlsx")
