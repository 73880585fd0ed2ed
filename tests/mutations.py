"""Breaks the engine on purpose, one place at a time, and sees that the tests notice. By hand, not in CI.

usage: mutations.py [PART OF A NAME]    copies the checkout, builds it, and tries the mutations below, or those named so
"""
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# what is broken, file, text to find (once in the file), text to put there
MUTATIONS = [
    ("one more of the lowest is dropped", "core/score.c", "(size_t)round->drop.low : 0", "(size_t)round->drop.low + 1 : 0"),
    ("nothing is dropped", "core/score.c", "bool drops = round->method == METHOD_TRIMMED_MEAN", "bool drops = false"),
    ("half-even for half-up", "base/exact.c", "rounding == ROUNDING_HALF_EVEN", "rounding != ROUNDING_DOWN"),
    ("a half is rounded down", "base/exact.c", "return half >= 0", "return half > 0"),
    ("everybody is ranked in one sector", "core/contest.c", "contestant.sector = sector_named(contest, contestant.sector_name)",
     'contestant.sector = sector_named(contest, TEXT("x"))'),
    ("a pending sheet counts as 0", "core/score.c", "if (sheet.state == CELL_GIVEN) {", "if (sheet.state != CELL_ABSENT) {"),
    ("judges' weights are ignored", "core/score.c", "given.weight = contest->judges[sheet->judge].weight", "given.weight = POINTS_ONE"),
    ("criteria's weights are ignored", "core/sheets.c", "sheet->cells[c].value * round->criteria[c].weight", "sheet->cells[c].value * POINTS_ONE"),
    ("a shared rank is numbered on", "core/ranking.c", "if (ties->starts_rank[i])", "if (true)"),
    ("dense ranks always", "core/ranking.c", "ties->rules->dense ?", "true ?"),
    ("tied by the exact score, not the published one", "core/ranking.c", "exact_compare(ties->placings[run.end].result->final, final) == 0",
     "exact_compare(ties->placings[run.end].result->exact, ties->placings[run.first].result->exact) == 0"),
    ("tie keys are lower first", "core/ranking.c", "return exact_compare(b->value, a->value)", "return exact_compare(a->value, b->value)"),
    ("only the first tie key is used", "core/ranking.c", "break_tie(ties, kept, key + 1, scratch)", "break_tie(ties, kept, ties->rules->tie_count, scratch)"),
    ("overtime counts full units only", "core/score.c", "+ overtime->every - 1) / overtime->every", ") / overtime->every"),
    ("overtime has no most", "core/score.c", "overtime->at_most.is_set &&", "false &&"),
    ("adjustments are added to every round", "core/score.c", "if (adjustments[i].round != round)", "if (adjustments[i].round == INDEX_NONE)"),
    ("round scores are not rounded", "core/score.c", "rules_round(&contest->rules, arena, step.value, round->digits)", "step.value"),
    ("recusals are forgotten", "core/sheets.c", "    mark_recusals(&sheets);", "    if (sheets.cell_count == SIZE_MAX)\n        mark_recusals(&sheets);"),
    ("a void judge scores", "core/sheets.c", "if (contest->judges[sheet.judge].is_void)", "if (false)"),
    ("the maximum is not checked", "core/sheets.c", "if (value > criterion->max)", "if (false)"),
    ("awards do not extend over a tie", "core/award.c", "outcome->is_withheld ? cut.tied_first : cut.tied_end",
     "outcome->is_withheld ? cut.tied_first : cut.end"),
    ("absorbing is forgotten", "core/award.c", "award->tie == AWARD_TIE_ABSORB", "false"),
    ("a withdrawn contestant is ranked", "core/standings.c", "if (contest->contestants[c].status != STATUS_COMPETING)", "if (false)"),
    ("the best round is the first one", "core/score.c", "order > 0 || (order == 0 && i < round)", "i < round"),
    ("a step is counted from 0", "core/sheets.c", "(value - criterion->min) % criterion->step.value", "value % criterion->step.value"),
    ("a given mark ignores panel-digits", "core/score.c", "rules_round(rules, arena, step.value, round->panel_digits)", "step.value"),
    ("overtime is explained as a bonus", "core/score.c", "step.weight = overtime->deduct.value;\n    step.result = exact_from_points(arena, -whole);\n    step.value = exact_from_points(arena, -taken)",
     "step.weight = overtime->deduct.value;\n    step.result = exact_from_points(arena, -whole);\n    step.value = exact_from_points(arena, taken)"),
    ("keeping all is not explained", "core/score.c", "        step.count = (int64_t)given.count;\n        derivation_add(derivation, step);", "        step.count = (int64_t)given.count;"),
    ("a round left out is not explained", "core/score.c", "step.value = result->rounds[r].score;\n        derivation_add(derivation, step);", "step.value = result->rounds[r].score;"),
    ("no limit on the contest's size", "core/contest_complete.c", "count_cells(contest) <= CONTEST_MOST_CELLS", "true"),
    ("keep-all drops", "core/score.c", "low = high = 0;", "low = high = low;"),
    ("of equal sheets another is dropped", "core/panel.c", "return (a->seat > b->seat) - (a->seat < b->seat)", "return (a->seat < b->seat) - (a->seat > b->seat)"),
    ("a sum counts a missing sheet as 0", "core/score.c", "return round->method == METHOD_SUM && (result->pending > 0 || lacks)", "return false && lacks"),
    ("the mean of the others is forgotten", "core/panel.c", "round->missing == MISSING_MEAN_OF_OTHERS ?", "false ?"),
    ("the median is the lower of two", "core/panel.c", "ballots[count / 2].value, 2 * WIDE_ONE", "ballots[(count - 1) / 2].value, 2 * WIDE_ONE"),
    ("the scale is forgotten", "core/score.c", "times(STEP_SCALED, result->panel, round->scale,", "times(STEP_SCALED, result->panel, POINTS_ONE,"),
    ("factors are forgotten", "core/score.c", "times(STEP_FACTOR, result->scaled, factor,", "times(STEP_FACTOR, result->scaled, POINTS_ONE,"),
    ("there is no floor", "core/score.c", "!round->floor.is_set ||", "true ||"),
    ("a band begins a second late", "core/score.c", "overtime->bands[i].seconds <= over", "overtime->bands[i].seconds < over"),
    ("being quick costs nothing", "core/score.c", "seconds < overtime->under.seconds", "seconds < 0"),
    ("tie keys of criteria take dropped sheets", "core/tie_values.c", "|| is_dropped(result, sheet.judge)", ""),
    ("tie keys of criteria keep dropped marks", "core/tie_values.c", "if (drops_marks && !result->kept_all)", "if (false && drops_marks)"),
    ("the worst sheet is the best one", "core/tie_values.c", "exact_from_ratio(arena, totals[0], WIDE_ONE)", "exact_from_ratio(arena, totals[count - 1], WIDE_ONE)"),
]


def run(command, folder):
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


def tests_fail(folder):
    built = run(["cmake", "--build", "build/release"], folder)
    if built.returncode != 0:
        return None, built.stdout[-600:]
    tested = run(["ctest", "--test-dir", "build/release", "--parallel", "2", "--stop-on-failure"], folder)
    named = [line.split(" - ")[1].split(" (")[0] for line in tested.stdout.splitlines() if " - " in line and "(Failed)" in line]
    return tested.returncode != 0, ", ".join(named[:6])


def main(part=""):
    chosen = [mutation for mutation in MUTATIONS if part in mutation[0]]
    survived = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "biwu")
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns("build", ".git", "out"))
        configured = run(["cmake", "--preset", "release", "-DBIWU_TESTS=ON"], copy)
        failed, why = tests_fail(copy)
        if configured.returncode != 0 or failed is not False:
            print("the tests do not pass as they are:", why)
            return 1
        for name, file, old, new in chosen:
            path = copy / "src" / file
            sound = path.read_text()
            if sound.count(old) != 1:
                print(f"STALE     {name}: {file} holds the text {sound.count(old)} times")
                survived += 1
                continue
            path.write_text(sound.replace(old, new))
            failed, noticed = tests_fail(copy)
            path.write_text(sound)
            verdict = "noticed" if failed else "UNBUILT" if failed is None else "SURVIVED"
            survived += not failed
            print(f"{verdict:9} {name}: {noticed}", flush=True)
    print(f"{len(chosen) - survived} passed, {survived} failed")
    return survived > 0 or not chosen


sys.exit(main(*sys.argv[1:]))
