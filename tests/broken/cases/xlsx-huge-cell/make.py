from workbooks import Raw, Workbook

book = Workbook([["round", "contestant", "score"], ["written", "C1", Raw("<v>" + "9" * 200_000_000 + "</v>")]])
book.save("scores/written.xlsx")
