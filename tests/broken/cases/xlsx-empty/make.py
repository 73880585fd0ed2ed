from workbooks import Workbook

Workbook([]).save("scores/written.xlsx")
