"""Makes a case smaller while something stays true of it."""

# Without these a folder is no contest, or says something else.
KEPT_KEYS = ("id", "title", "name", "rounds", "from", "by")


def without_row(case, name, n):
    """The case without one row, and without the rows that would then name nobody."""
    gone = case["tables"][name][n]
    column = {"contestants.csv": "contestant", "judges.csv": "judge"}.get(name)
    tables = {}
    for table, rows in case["tables"].items():
        tables[table] = [row for row in rows
                         if row is not gone and not (column and row.get(column) == gone["id"])]
    return {**case, "tables": tables}


def without_round(case, n):
    """The case without one round, and without the rows and keys that would then name none."""
    gone = case["rules"]["rounds"][n]["id"]
    rules = {**case["rules"], "rounds": [r for r in case["rules"]["rounds"] if r["id"] != gone]}
    rules["ties"] = [key for key in rules.get("ties", [])
                     if key.partition(":")[2].partition("/")[0] != gone]
    if not rules["ties"]:
        del rules["ties"]
    if len(rules["rounds"]) == 1:
        rules["rounds"] = [{k: v for k, v in rules["rounds"][0].items() if k != "weight"}]
    tables = {name: [row for row in rows if row.get("round") != gone]
              for name, rows in case["tables"].items()}
    return {**case, "rules": rules, "tables": tables}


def without_key(value, path):
    """A copy of nested dictionaries and lists without the item that `path` leads to."""
    copy = dict(value) if isinstance(value, dict) else list(value)
    if len(path) == 1:
        del copy[path[0]]
    else:
        copy[path[0]] = without_key(value[path[0]], path[1:])
    return copy


def rule_paths(value, path=()):
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in items:
        yield path + (key,)
        if isinstance(inner, (dict, list)):
            yield from rule_paths(inner, path + (key,))


def without_cell(case, name, n, column):
    rows = list(case["tables"][name])
    rows[n] = {key: value for key, value in rows[n].items() if key != column}
    return {**case, "tables": {**case["tables"], name: rows}}


def smaller_cases(case):
    """Cases with one thing less, the largest things first. Some of them may be invalid."""
    people = ("contestants.csv", "judges.csv")
    for name in people:
        for n in range(len(case["tables"][name])):
            yield without_row(case, name, n)
    for n in range(len(case["rules"]["rounds"])):
        if len(case["rules"]["rounds"]) > 1:
            yield without_round(case, n)
    for path in rule_paths(case["rules"]):
        if path[-1] not in KEPT_KEYS:
            yield {**case, "rules": without_key(case["rules"], path)}
    for name in case["tables"]:
        for n in range(len(case["tables"][name]) if name not in people else 0):
            yield without_row(case, name, n)
    for name in people:
        for n, row in enumerate(case["tables"][name]):
            for column in row:
                if row[column] and column not in ("id", "name", "sector"):
                    yield without_cell(case, name, n, column)


def smallest(case, is_wanted, trials=600):
    """The case with everything taken away that `is_wanted` does not need."""
    progress = True
    while progress and trials > 0:
        progress = False
        for smaller in smaller_cases(case):
            trials -= 1
            if trials <= 0:
                break
            if is_wanted(smaller):
                case, progress = smaller, True
                break
    return case
