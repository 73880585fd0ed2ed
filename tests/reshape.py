"""A contest folder's marks written again in other shapes: by judge, by sheet, long, split over files in any way.

It knows the contract and shares no code with the program. Marks of rounds that nobody judges stay long.
"""
import csv
import shutil
from pathlib import Path

import yaml

ROUND = ["round", "环节", "轮次"]
CONTESTANT = ["contestant", "选手", "编号", "选手编号", "参赛号"]
JUDGE = ["judge", "评委", "评委编号"]
CRITERION = ["criterion", "评分项", "指标"]
SCORE = ["score", "得分", "分数"]
NAME = ["姓名", "选手姓名"]
BESIDE = {"name": NAME, "sector": ["领域", "组别"], "unit": ["单位"], "draw": ["出场序号"]}
NOT_READ = ["总分", "平均分", "名次", "备注", "序号", "total", "average", "rank", "remarks", "no."]
SEPARATORS = ["-", "–", "_", " ", " - ", "__"]
FULL_WIDTH = {code: code - 0x21 + 0xFF01 for code in range(0x21, 0x7F)}
# Not a name's to be: each means a column, somewhere.
TAKEN = {word.lower() for words in (ROUND, CONTESTANT, JUDGE, CRITERION, SCORE, NAME, NOT_READ, *BESIDE.values())
         for word in words} | {"id", "name", "unit", "sector", "title", "county", "panel", "draw", "status", "lot", "veto"}

# What the columns of tables are called in the folders that are written again.
KNOWN_AS = {"id": "id", "编号": "id", "选手编号": "id", "评委编号": "id", "name": "name", "姓名": "name",
            "sector": "sector", "领域": "sector", "组别": "sector", "unit": "unit", "单位": "unit", "draw": "draw",
            "出场序号": "draw", "round": "round", "contestant": "contestant", "judge": "judge", "criterion": "criterion",
            "score": "score"}


def table(path):
    """Rows as dictionaries by the columns' English names; unknown columns keep theirs."""
    if not path.exists():
        return []
    with open(path, encoding="utf-8-sig", newline="") as lines:
        header, *rows = [row for row in csv.reader(lines) if any(row)]
    header = [KNOWN_AS.get(cell, cell) for cell in header]
    return [dict(zip(header, (cell.strip() for cell in row))) for row in rows]


class Contest:
    """Who and what there is, and every mark as (round, contestant, judge, criterion) -> what its cell says."""

    def __init__(self, folder):
        rules = yaml.load((folder / "contest.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
        self.rounds = {rule["id"]: rule for rule in rules["rounds"]}
        self.contestants = {row["id"]: row for row in table(folder / "contestants.csv")}
        self.judges = {row["id"]: row for row in table(folder / "judges.csv")}
        self.marks = []
        for path in sorted((folder / "scores").glob("*.csv")):
            self.marks += [self.mark(row) for row in table(path)]

    def mark(self, row):
        round_id = self.found(self.rounds, row.get("round") or next(iter(self.rounds)))
        criterion = row.get("criterion") or next(iter(self.criteria(round_id)))
        judge = row.get("judge", "")
        return (round_id, self.found(self.contestants, row["contestant"]), judge and self.found(self.judges, judge),
                self.found(self.criteria(round_id), criterion), row.get("score", ""))

    def criteria(self, round_id):
        """Those of a round by id; a round without a list has one, called as it is."""
        rule = self.rounds[round_id]
        return {criterion["id"]: criterion for criterion in rule.get("criteria", [rule])}

    @staticmethod
    def found(things, written):
        if written in things:
            return written
        return next(key for key, thing in things.items() if thing.get("name") == written)

    def written(self, random, things, key, is_header=False):
        """The id, or the name where nobody else may be meant by it."""
        name = things[key].get("name")
        names = [thing.get("name") for thing in things.values()]
        choices = [key] + ([name] if name and names.count(name) == 1 and name not in things else [])
        if is_header:
            choices = [word for word in choices if word.lower() not in TAKEN] or choices
        return random.choice(choices)

    def folded_names(self):
        """Every id and name of the rounds and the criteria, folded."""
        for round_id, rule in self.rounds.items():
            yield ("round", round_id), {word.lower() for word in (round_id, rule.get("name", round_id))}
            if "criteria" in rule:
                for criterion_id, criterion in self.criteria(round_id).items():
                    yield ("criterion", criterion_id), {w.lower() for w in (criterion_id, criterion.get("name", criterion_id))}

    def may_name_a_file(self, word, thing):
        """Whether no other name begins alike, or within this one."""
        if any(c in "/.(" for c in word):
            return False
        return all(key == thing or not any(word.lower().startswith(other) or other.startswith(word.lower())
                                           for other in words) for key, words in self.folded_names())


class Writing:
    """The files of one rewriting."""

    def __init__(self, contest, random, scores):
        self.contest, self.random, self.scores = contest, random, scores
        self.files = 0
        self.counts = {"long": 0, "judge": 0, "sheet": 0}

    def maybe(self, share=0.5):
        return self.random.random() < share

    def write(self, stem, header, rows):
        """Columns and rows in any order; some columns that are not read stand between."""
        columns = [(name, [row[at] for row in rows]) for at, name in enumerate(header)]
        if self.maybe(0.3) and "long" not in stem:
            columns.append((self.random.choice(NOT_READ), [str(n) for n in range(len(rows))]))
        self.random.shuffle(columns)
        lines = list(zip(*(cells for _, cells in columns)))
        self.random.shuffle(lines)
        path = self.scores / f"{stem}.csv"
        assert not path.exists(), path
        self.files += 1
        with open(path, "w", encoding=self.random.choice(["utf-8", "utf-8-sig"]), newline="") as out:
            writer = csv.writer(out, delimiter=self.random.choice(",;\t"))
            writer.writerows([[name for name, _ in columns], *lines])

    def plain_stem(self, kind):
        return f"{kind}{self.files:03}"

    def folded_otherwise(self, word):
        """The same name in another form: capitals, or full-width letters."""
        return self.random.choice([word, word.upper(), word.translate(FULL_WIDTH)])

    def beside(self, shown):
        """Further columns of contestants, each with what contestants.csv says of `shown`."""
        people = self.contest.contestants
        for column, headers in BESIDE.items():
            if self.maybe(0.25) and any(person.get(column) for person in people.values()):
                yield self.random.choice(headers), [self.random.choice(["", people[c].get(column, "")]) for c in shown]

    def with_people(self, header, rows, contestants):
        """Puts the contestants in front of the rows, and what stands beside them."""
        columns = [(self.random.choice(CONTESTANT), [self.contest.written(self.random, self.contest.contestants, c)
                                                     for c in contestants]), *self.beside(contestants)]
        front = list(zip(*(cells for _, cells in columns)))
        return [name for name, _ in columns] + header, [list(a) + list(b) for a, b in zip(front, rows)]

    def place(self, round_id, criterion=None):
        """How a file says its round, and its criterion where it must: a stem, and columns with what stands in them."""
        contest, random, columns = self.contest, self.random, []
        stem = self.plain_stem("t")
        needs_criterion = criterion is not None and len(contest.criteria(round_id)) > 1
        by_name = contest.written(random, contest.rounds, round_id)
        in_name = self.maybe(0.6) and contest.may_name_a_file(by_name, ("round", round_id))
        if in_name:
            stem = self.folded_otherwise(by_name)
        elif len(contest.rounds) > 1 or self.maybe(0.2):
            columns.append((random.choice(ROUND), by_name))
        if needs_criterion:
            word = contest.written(random, contest.criteria(round_id), criterion)
            if in_name and self.maybe() and contest.may_name_a_file(word, ("criterion", criterion)):
                stem += random.choice(SEPARATORS) + self.folded_otherwise(word)
            else:
                columns.append((random.choice(CRITERION), word))
        if in_name:
            stem += random.choice(SEPARATORS) + f"第{self.files}张"
        return stem, columns

    def split(self, keys):
        """Into some parts, of which most are not empty."""
        parts = [[] for _ in range(self.random.randint(1, 3))]
        for key in keys:
            self.random.choice(parts).append(key)
        return [part for part in parts if part]

    # ---- the shapes

    def long(self, marks):
        contest, random = self.contest, self.random
        for part in self.split(marks):
            header = [random.choice(words) for words in (ROUND, CONTESTANT, JUDGE, CRITERION, SCORE)]
            rows = [[contest.written(random, contest.rounds, r), contest.written(random, contest.contestants, c),
                     j and contest.written(random, contest.judges, j),
                     contest.written(random, contest.criteria(r), k), score] for r, c, j, k, score in part]
            self.write(self.plain_stem("long"), header, rows)
            self.counts["long"] += len(part)

    def by_judge(self, marks):
        """A table for each round and criterion, or several; each judge's column is in one of them."""
        contest, random = self.contest, self.random
        for round_id, criterion in sorted({(r, k) for r, _, _, k, _ in marks}):
            cells = {(c, j): score for r, c, j, k, score in marks if (r, k) == (round_id, criterion)}
            for judges in self.split(sorted({j for _, j in cells})):
                contestants = sorted({c for c, j in cells if j in judges})
                stem, columns = self.place(round_id, criterion)
                header = [name for name, _ in columns] + \
                    [contest.written(random, contest.judges, j, True) for j in judges]
                rows = [[cell for _, cell in columns] + [cells.get((c, j), "") for j in judges] for c in contestants]
                self.write(stem, *self.with_people(header, rows, contestants))
                self.counts["judge"] += sum((c, j) in cells for c in contestants for j in judges)

    def by_sheet(self, marks):
        """A table a round, or some; each criterion's column is in one of them."""
        contest, random = self.contest, self.random
        for round_id in sorted({mark[0] for mark in marks}):
            cells = {(c, j, k): score for r, c, j, k, score in marks if r == round_id}
            for criteria in self.split(sorted({k for _, _, k in cells})):
                sheets = sorted({(c, j) for c, j, k in cells if k in criteria})
                stem, columns = self.place(round_id)
                header = [random.choice(JUDGE)] + [name for name, _ in columns] + \
                    [contest.written(random, contest.criteria(round_id), k, True) for k in criteria]
                rows = [[contest.written(random, contest.judges, j)] + [cell for _, cell in columns] +
                        [cells.get((c, j, k), "") for k in criteria] for c, j in sheets]
                self.write(stem, *self.with_people(header, rows, [c for c, _ in sheets]))
                self.counts["sheet"] += sum((c, j, k) in cells for c, j in sheets for k in criteria)


def can_be_headed(contest, judge, criteria):
    """Whether neither id nor name of a judge or criterion is what a column is called."""
    return all(any(word.lower() not in TAKEN for word in (key, thing.get("name", key)))
               for key, thing in [(judge, contest.judges[judge])] + list(criteria.items()))


def reshape(folder, target, random, shapes):
    """Copies a contest folder with its marks in these shapes, mixed where there are several: {shape: marks written}."""
    contest = Contest(folder)
    shutil.copytree(folder, target, ignore=shutil.ignore_patterns("*.pdf", "out", "official"))
    for path in (target / "scores").glob("*"):
        path.unlink()
    writing = Writing(contest, random, target / "scores")
    dealt = {"long": [], "judge": [], "sheet": []}
    for mark in contest.marks:
        is_judged = mark[2] and can_be_headed(contest, mark[2], contest.criteria(mark[0]))
        dealt[random.choice(shapes) if is_judged else "long"].append(mark)
    # Some marks stand in two files, and agree.
    for mark in dealt["judge"][:: 7] if len(shapes) > 1 else []:
        dealt["sheet"].append(mark)
    for shape, write in (("long", writing.long), ("judge", writing.by_judge), ("sheet", writing.by_sheet)):
        if dealt[shape]:
            write(dealt[shape])
    return writing.counts
