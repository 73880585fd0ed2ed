"""The warnings that `biwu check` must give, one a line of a file: the words that it must hold, in any order."""


def unlike(told, path):
    """How the warnings in what was told differ from those of the file; without the file there are to be none."""
    found = [line for line in told.splitlines() if "warning: " in line]
    expected = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    if len(found) != len(expected) or any(word not in line for words, line in zip(expected, found)
                                          for word in words.split()):
        yield f"warnings: expected {expected}, found {found}"
