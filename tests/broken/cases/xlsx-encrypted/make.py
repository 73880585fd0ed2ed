from pathlib import Path

Path("scores/written.xlsx").write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504))
