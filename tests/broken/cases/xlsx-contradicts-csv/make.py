from workbooks import Workbook

Workbook([["round", "contestant", "score"], ["written", "C1", 91]]).save("scores/written.xlsx")
