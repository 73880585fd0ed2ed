from workbooks import Workbook

book = Workbook([
    ["round", "contestant", "score"],
    ["written", "C1", 90],
    ["written", "C2", 88.5],
    ["written", "C3", 91],
    ["written", "C4", 85],
], [], [["说明"]], names=["书面", "空", "备用"])
book.save("scores/written.xlsx")
