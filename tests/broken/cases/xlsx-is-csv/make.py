from pathlib import Path

Path("scores/written.csv").rename("scores/written.xlsx")
