"""Zips as biwu seal writes them, by a second writer, for tests that forge archives."""
import hashlib
import struct
import zipfile
import zlib


def entries(path):
    """Name and bytes of each file, in the order of the archive."""
    with zipfile.ZipFile(path) as archive:
        return [(item.filename, archive.read(item)) for item in archive.infolist()]


def build(files):
    """The bytes of a zip of stored files, in this order, whatever they are called."""
    body, directory = b"", b""
    for name, data in files:
        raw = name if isinstance(name, bytes) else name.encode()
        common = struct.pack("<HHHHHIIIHH", 20, 1 << 11, 0, 0, 33, zlib.crc32(data), len(data), len(data), len(raw), 0)
        directory += b"PK\1\2" + struct.pack("<H", 0x314) + common
        directory += struct.pack("<HHHII", 0, 0, 0, 0o100644 << 16, len(body)) + raw
        body += b"PK\3\4" + common + raw + data
    end = struct.pack("<HHHHIIH", 0, 0, len(files), len(files), len(directory), len(body), 0)
    return body + directory + b"PK\5\6" + end


def sums(files):
    """The SHA256SUMS of these files."""
    lines = [f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files
             if name not in ("SHA256SUMS", "signature.txt")]
    return "".join(lines).encode()


def unsigned(files):
    """The same files with hashes that fit them, without a signature, in order."""
    kept = {name: data for name, data in files if name not in ("SHA256SUMS", "signature.txt")}
    ordered = sorted(kept.items(), key=lambda file: file[0].encode())
    return sorted([*ordered, ("SHA256SUMS", sums(ordered))], key=lambda file: file[0].encode())
