"""Eurovision Song Contests against the announced points.

Juries (2016, 2017): five jurors put the songs in order, their places' mean orders the jury's ten best. Two songs of
equal mean are parted by the youngest juror, who is not in the data: there only the sum of the tied songs' points is
compared. Finals 2016 and 2017: the juries' points add to the jury total, and with the televote to the total.
Votes (all finals 1957 to 2022): the countries' points add to the total.
"""

from collections import Counter, defaultdict
from fractions import Fraction

from events import DATA, complete_standings, read_table, run_check, write_contest

EVENT = DATA / "eurovision"
JURORS = "ABCDE"
PUBLISHED = {"jury points, untied": 2923, "jury points, sums of the tied": 312, "jury places, untied": 1422,
             "jury totals": 52, "jury and televote totals": 52, "vote totals": 1359, "contests of votes": 65}

JURY_RULES = """\
title: Eurovision Song Contest, national juries, {show}
language: en
score: {{ digits: 4 }}
rounds:
  - {{ id: jury, method: place-points, points: [12, 10, 8, 7, 6, 5, 4, 3, 2, 1], min: 1, max: 30, step: 1 }}
"""

FINAL_RULES = """\
title: Eurovision Song Contest, finals by juries and televote
language: en
score: { digits: 0, combine: sum }
rounds:
  - { id: jury, method: sum, missing: leave-out, max: 12, step: 1 }
  - { id: televote, method: given, max: 1000, step: 1 }
recusal: { auto: [unit] }
"""

VOTE_RULES = """\
title: Eurovision Song Contest, finals since 1957
language: en
score: { digits: 0 }
rounds:
  - { id: votes, method: sum, missing: leave-out, max: 24, step: 1 }
recusal: { auto: [unit] }
"""


def round_value(places, contestant, round_id):
    value = places.get(contestant, {}).get("rounds", {}).get(round_id, {}).get("exact")
    return value and Fraction(value)


def song_of_jury(row):
    """Each jury ranks for itself, so each is a sector with contestants of its own."""
    return f"{row['contestant']} by {row['jury']}"


def write_juries(folder, show, rows):
    return write_contest(
        folder / show.replace(" ", "-"), JURY_RULES.format(show=show),
        contestants=[["id", "name", "sector"], *([song_of_jury(row), row["contestant"], row["jury"]] for row in rows)],
        judges=[["id", "name"], *([juror, juror] for juror in JURORS)],
        marks=[["contestant", "judge", "score"],
               *([song_of_jury(row), juror, row[juror] or "缺评"] for row in rows for juror in JURORS)])


def check_jury(rows, places, comparison):
    """One jury's points. A juror who was absent was so for all songs: equal sums are equal means."""
    by_sum = defaultdict(list)
    for row in rows:
        by_sum[sum(int(row[juror]) for juror in JURORS if row[juror])].append(row)
    for tied in by_sum.values():
        what = "jury points, untied" if len(tied) == 1 else "jury points, sums of the tied"
        computed = [round_value(places, song_of_jury(row), "jury") for row in tied]
        comparison.compare(what, (tied[0]["show"], *map(song_of_jury, tied)), sum(int(row["points"]) for row in tied),
                           None if None in computed else sum(computed))
        if len(tied) == 1 and tied[0]["place"]:
            comparison.compare("jury places, untied", (tied[0]["show"], song_of_jury(tied[0])), tied[0]["place"],
                               str(places.get(song_of_jury(tied[0]), {}).get("rank")))


def check_juries(binary, folder, juries, comparison):
    shows = defaultdict(lambda: defaultdict(list))
    for row in juries:
        shows[row["show"]][row["jury"]].append(row)
    for show, by_jury in shows.items():
        places = complete_standings(binary, write_juries(folder, show, sum(by_jury.values(), [])))
        for rows in by_jury.values():
            check_jury(rows, places, comparison)


def song_of_year(year, country):
    return f"{country} {year}"


def people(songs, voters):
    """A sector is a year, judged by the panel of that year's countries; no country judges its own song."""
    return {"contestants": [["id", "name", "sector", "unit", "panel"],
                            *([song_of_year(year, country), country, year, country, year]
                              for year, country in songs)],
            "judges": [["id", "name", "unit", "panel"],
                       *([country, country, country, ";".join(years)] for country, years in voters.items())]}


def voters_of(marks):
    """country -> the years in which it gave points."""
    voters = defaultdict(set)
    for year, _, country, _ in marks:
        voters[country].add(year)
    return {country: sorted(voters[country]) for country in sorted(voters)}


def write_finals(folder, juries, finals):
    marks = [(row["show"].removesuffix(" final"), row["contestant"], row["jury"], row["points"])
             for row in juries if row["show"].endswith(" final")]
    lines = [["jury", song_of_year(year, song), country, points] for year, song, country, points in marks]
    lines += [["televote", song_of_year(row["year"], row["contestant"]), "", row["televote"]] for row in finals]
    return write_contest(folder / "finals", FINAL_RULES,
                         **people([(row["year"], row["contestant"]) for row in finals], voters_of(marks)),
                         marks=[["round", "contestant", "judge", "score"], *lines])


def check_finals(binary, folder, juries, comparison):
    finals = read_table(EVENT / "finals.csv")
    places = complete_standings(binary, write_finals(folder, juries, finals))
    for row in finals:
        song = song_of_year(row["year"], row["contestant"])
        comparison.compare("jury totals", song, int(row["jury"]), round_value(places, song, "jury"))
        comparison.compare("jury and televote totals", song, row["total"], places.get(song, {}).get("final"))


def write_votes(folder, rows):
    countries = [column for column in rows[0] if column not in ("year", "contestant", "total")]
    marks = [(row["year"], row["contestant"], country, row[country])
             for row in rows for country in countries if row[country]]
    return write_contest(folder / "votes", VOTE_RULES,
                         **people([(row["year"], row["contestant"]) for row in rows], voters_of(marks)),
                         marks=[["contestant", "judge", "score"],
                                *([song_of_year(year, song), country, points]
                                  for year, song, country, points in marks)])


def check_votes(binary, folder, comparison):
    rows = read_table(EVENT / "votes.csv")
    places = complete_standings(binary, write_votes(folder, rows))
    songs, right = Counter(row["year"] for row in rows), Counter()
    for row in rows:
        song = song_of_year(row["year"], row["contestant"])
        computed = places.get(song, {}).get("final")
        comparison.compare("vote totals", song, row["total"], computed)
        right[row["year"]] += computed == row["total"]
    for year, count in songs.items():
        comparison.compare("contests of votes", year, count, right[year])


def check(binary, folder, comparison):
    juries = read_table(EVENT / "juries.csv")
    check_juries(binary, folder, juries, comparison)
    check_finals(binary, folder, juries, comparison)
    check_votes(binary, folder, comparison)


if __name__ == "__main__":
    run_check(check, PUBLISHED)
