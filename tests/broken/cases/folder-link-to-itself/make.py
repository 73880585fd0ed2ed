import os

os.symlink("judges.csv", "judges.csv")
