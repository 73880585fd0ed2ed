from workbooks import Workbook

Workbook([["id", "name", "sector"], ["C1", "张三", "社区"]]).save("contestants.xlsx")
