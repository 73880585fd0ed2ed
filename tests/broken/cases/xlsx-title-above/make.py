from workbooks import Workbook

Workbook([["书面比武成绩"], ["round", "contestant", "score"], ["written", "C1", 90]]).save("scores/written.xlsx")
