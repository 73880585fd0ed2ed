from pathlib import Path

from workbooks import Workbook

book = Workbook([
    ["round", "contestant", "score"],
    ["written", "C1", 90],
    ["written", "C2", 88.5],
    ["written", "C3", 91],
    ["written", "C4", 85],
])
book.save("scores/written.xlsx")
path = Path("scores/written.xlsx")
path.write_bytes(path.read_bytes()[:-100])
