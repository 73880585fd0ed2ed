from pathlib import Path

Path("scores/more.xls").write_bytes(b"")
