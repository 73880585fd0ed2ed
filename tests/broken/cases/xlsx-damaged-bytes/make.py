import zipfile
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
with zipfile.ZipFile(path) as archive:
    entry = archive.getinfo("xl/worksheets/sheet1.xml")
bytes_ = bytearray(path.read_bytes())
bytes_[entry.header_offset + 14] ^= 1  # its checksum, and so nothing but that, is wrong
central = bytes_.index(b"PK\1\2")
while bytes_[central + 46:central + 46 + len(entry.filename)] != entry.filename.encode():
    central = bytes_.index(b"PK\1\2", central + 4)
bytes_[central + 16] ^= 1
path.write_bytes(bytes_)
