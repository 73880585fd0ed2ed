from pathlib import Path

# a blank row, and a cell of two lines: the fifth line is the fourth row of a spreadsheet
Path("scores/more.csv").write_text('round,contestant,备注,score\n\nwritten,C1,"一\n二",90\nwritten,C2,三四五六七八,9O\n', encoding="utf-8")
