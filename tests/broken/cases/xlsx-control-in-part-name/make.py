from workbooks import Workbook

book = Workbook([["round", "contestant", "score"], ["written", "C1", 90]])
relations = "xl/_rels/workbook.xml.rels"
book.parts[relations] = book.parts[relations].replace("styles.xml", "sty\x7fes\x9b.xml")
book.save("scores/written.xlsx")
