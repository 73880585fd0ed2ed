from workbooks import Workbook, styled

book = Workbook([
    ["round", "contestant", "score"],
    ["written", "C1", styled(45225, 1)],
    ["written", "C2", 88.5],
    ["written", "C3", 91],
    ["written", "C4", 85],
], styles=['yyyy"年"m"月"d"日";@'])
book.save("scores/written.xlsx")
