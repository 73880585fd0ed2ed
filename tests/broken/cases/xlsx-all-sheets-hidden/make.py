from workbooks import Workbook

Workbook([["C1"]], states=["veryHidden"]).save("scores/written.xlsx")
