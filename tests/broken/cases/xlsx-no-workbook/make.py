import zipfile

with zipfile.ZipFile("scores/written.xlsx", "w") as archive:
    archive.writestr("written.csv", "round,contestant,score\n")
