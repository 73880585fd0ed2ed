from pathlib import Path

Path("judges.csv").rename("judge.xlsx")
