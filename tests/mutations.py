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
    ("one more of the lowest is dropped", "core/panel.c", "drops ? (size_t)rule->drop.low : 0", "drops ? (size_t)rule->drop.low + 1 : 0"),
    ("nothing is dropped", "core/panel.c", "bool drops = rule->method == METHOD_TRIMMED_MEAN", "bool drops = false"),
    ("half-even for half-up", "base/exact.c", "rounding == ROUNDING_HALF_EVEN", "rounding != ROUNDING_DOWN"),
    ("a half is rounded down", "base/exact.c", "return remainder >= left;", "return remainder > left;"),
    ("everybody is ranked in one sector", "core/contest.c", "contestant.sector = sector_named(contest, contestant.sector_name)",
     'contestant.sector = sector_named(contest, TEXT("x"))'),
    ("a pending sheet counts as 0", "core/panel.c", "        if (sheet.state != CELL_GIVEN)\n", "        if (sheet.state == CELL_ABSENT)\n"),
    ("judges' weights are ignored", "core/panel.c", "sheet.judge == INDEX_NONE ? POINTS_ONE : contest->judges[sheet.judge].weight", "POINTS_ONE"),
    ("criteria's weights are ignored", "core/sheets.c", "sheet->cells[c].value * round->criteria[c].weight", "sheet->cells[c].value * POINTS_ONE"),
    ("a shared rank is numbered on", "core/ranking.c", "if (ties->starts_rank[i])", "if (true)"),
    ("dense ranks always", "core/ranking.c", "ties->rules->dense ?", "true ?"),
    ("tied by the exact score, not the published one", "core/ranking.c", "exact_compare(b->result->final, a->result->final)",
     "exact_compare(b->result->exact, a->result->exact)"),
    ("tie keys are lower first", "core/ranking.c", "return exact_compare(b->value.value, a->value.value) * a->direction",
     "return exact_compare(a->value.value, b->value.value) * a->direction"),
    ("only the first tie key is used", "core/ranking.c", "        key++;\n        turn = 0;",
     "        key = ties->rules->tie_count;\n        turn = 0;"),
    ("overtime counts full units only", "core/score_points.c", "+ overtime->every - 1) / overtime->every", ") / overtime->every"),
    ("overtime has no most", "core/score_points.c", "overtime->at_most.is_set &&", "false &&"),
    ("adjustments are added to every round", "core/score_points.c", "if (adjustments[i].round != round)", "if (adjustments[i].round == INDEX_NONE)"),
    ("round scores are not rounded", "core/score_points.c", "rules_round(&contest->rules, arena, step.value, round->digits)", "step.value"),
    ("recusals are forgotten", "core/sheets.c", "    mark_recusals(&sheets);",
     "    if (sheets.cell_count == SIZE_MAX)\n        mark_recusals(&sheets);"),
    ("a void judge scores", "core/sheets.c", "if (contest->judges[sheet.judge].is_void)", "if (false)"),
    ("the maximum is not checked", "core/sheets.c", "if (value > criterion->max)", "if (false)"),
    ("awards do not extend over a tie", "core/award.c", "is_withheld ? 0 : give(giving, number, queue, line.tied_end)", "0"),
    ("absorbing is forgotten", "core/award.c", "award->cut.tie == CUT_TIE_ABSORB ?", "false ?"),
    ("a withdrawn contestant is ranked", "core/standings.c", "if (status == STATUS_COMPETING && result->has_final)", "if (result->has_final)"),
    ("the best round is the first one", "core/score_points.c", "order > 0 || (order == 0 && i < round)", "i < round"),
    ("a step is counted from 0", "core/sheets.c", "(value - criterion->min) % criterion->step.value", "value % criterion->step.value"),
    ("a given mark ignores panel-digits", "core/score.c", "step_of(STEP_GIVEN);\n    step.digits = round->own.panel_digits;",
     "step_of(STEP_GIVEN);\n    step.digits = DIGITS_EXACT;"),
    ("overtime is explained as a bonus", "core/score_points.c", "step.result = exact_from_points(arena, -whole);\n    step.value = exact_from_points(arena, -taken);\n    derivation_add(derivation, step);\n    return taken;\n}\n\nstatic",
     "step.result = exact_from_points(arena, -whole);\n    step.value = exact_from_points(arena, taken);\n    derivation_add(derivation, step);\n    return taken;\n}\n\nstatic"),
    ("keeping all is not explained", "core/score.c", "        step.count = (int64_t)found.given.count;\n        derivation_add(derivation, step);",
     "        step.count = (int64_t)found.given.count;"),
    ("a round left out is not explained", "core/score_points.c", "        step.value = result->rounds[r].score;\n        derivation_add(derivation, step);",
     "        step.value = result->rounds[r].score;"),
    ("no limit on the contest's size", "core/contest_complete.c", "count_cells(contest) <= CONTEST_MOST_CELLS", "true"),
    ("keep-all drops", "core/panel.c", "too_few ? (struct trim){.kept_all = true} : trim", "too_few ? (struct trim){trim.low, 0, true} : trim"),
    ("of equal sheets another is dropped", "core/panel.c", "return (a->seat > b->seat) - (a->seat < b->seat)",
     "return (a->seat < b->seat) - (a->seat > b->seat)"),
    ("a sum counts a missing sheet as 0", "core/panel.c", "return adds && (sheets->pending > 0 || lacks)", "return false && adds && lacks"),
    ("the mean of the others is forgotten", "core/panel.c", "rule->missing == MISSING_MEAN_OF_OTHERS ?", "false ?"),
    ("the median is the lower of two", "core/panel.c", "+ tallies->items[tallies->count / 2].value;",
     "+ tallies->items[(tallies->count - 1) / 2].value;"),
    ("the scale is forgotten", "core/score_points.c", "times(STEP_SCALED, value, contest->rules.rounds[round_number].scale,",
     "times(STEP_SCALED, value, POINTS_ONE,"),
    ("factors are forgotten", "core/score_points.c", "times(STEP_FACTOR, value, factor,", "times(STEP_FACTOR, value, POINTS_ONE,"),
    ("there is no floor", "core/score_points.c", "!round->floor.is_set ||", "true ||"),
    ("a band begins a second late", "core/score_points.c", "overtime->bands[i].seconds <= over", "overtime->bands[i].seconds < over"),
    ("being quick costs nothing", "core/score_points.c", "seconds < overtime->under.seconds", "seconds < 0"),
    ("tie keys of criteria take dropped sheets", "core/tie_values.c", "        if (is_dropped(result, marks.items[i].judge))\n            continue;\n",
     ""),
    ("tie keys of criteria keep dropped marks", "core/tie_values.c", "if (panel_rule_drops_by_criterion(rule))", "if (false)"),
    ("the worst sheet is the best one", "core/tie_values.c", "exact_from_ratio(arena, totals[0], TALLY_UNIT)",
     "exact_from_ratio(arena, totals[count - 1], TALLY_UNIT)"),
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
