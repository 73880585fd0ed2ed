#include "contest_folder.h"

#include "contest_files.h"
#include "contest_yaml.h"
#include "loose_ends.h"
#include "memory_ahead.h"
#include "missing_times.h"
#include "table_file.h"
#include "tables.h"

struct folder_reading {
    struct folder folder;
    struct arena *arena;
    struct intake intake;
};

/* ---- files ---- */

static void report_missing(struct folder_reading *reading, struct text name)
{
    struct place place = {.file = text_from_c(folder_path(reading->folder.path, name, reading->arena))};
    faults_add(reading->intake.faults, SEVERITY_ERROR, place, MESSAGE("this file is missing"),
               MESSAGE("every contest folder has contest.yaml, judges.csv and contestants.csv (or .xlsx)"));
}

typedef void table_reader_fn(struct intake *intake, const char *path, struct arena scratch);

static void read_table(struct folder_reading *reading, const struct table_format *format, table_reader_fn *read,
                       struct arena scratch)
{
    const struct folder *folder = &reading->folder;
    if (!contest_files_clash(folder, format, reading->arena, reading->intake.faults) &&
        contest_files_has(folder, format, scratch))
        read(&reading->intake, contest_files_path(folder, format, reading->arena), scratch);
}

/* The same; true where it is known afterwards who takes part. */
static bool read_people_table(struct folder_reading *reading, const struct table_format *format, table_reader_fn *read,
                              struct arena scratch)
{
    const struct intake *intake = &reading->intake;
    size_t grave = faults_grave(intake->faults), aside = intake->side_faults;
    read_table(reading, format, read, scratch);
    return faults_grave(intake->faults) - grave == intake->side_faults - aside;
}

/* ---- rules and people ---- */

static void read_rules(struct folder_reading *reading, struct arena scratch)
{
    struct faults *faults = reading->intake.faults;
    struct rules rules = {0};
    if (folder_has(&reading->folder, RULES_FILE)) {
        const char *path = folder_path(reading->folder.path, RULES_FILE, reading->arena);
        unsigned doubts = contest_yaml_read(path, reading->intake.encoding, reading->arena, scratch, faults, &rules);
        rules_complete_known(&rules, doubts, reading->arena, scratch, faults);
    } else {
        report_missing(reading, RULES_FILE);
    }
    reading->intake.knows_rounds = rules.round_count > 0;
    *reading->intake.contest = contest_with(&rules, reading->arena);
}

/* Whether anybody has to score: a contest of given marks alone needs no judges. */
static bool needs_judges(const struct intake *intake)
{
    const struct rules *rules = &intake->contest->rules;
    for (size_t i = 0; i < rules->round_count; i++)
        if (round_is_judged(&rules->rounds[i]))
            return true;
    return false;
}

static void report_nobody(struct folder_reading *reading, const struct table_format *format, struct message what)
{
    const char *path = contest_files_path(&reading->folder, format, reading->arena);
    faults_add(reading->intake.faults, SEVERITY_ERROR, (struct place){.file = text_from_c(path)}, what,
               MESSAGE("write one a line, below the header"));
}

static void read_judges(struct folder_reading *reading, struct arena scratch)
{
    struct intake *intake = &reading->intake;
    bool has_judges = contest_files_has(&reading->folder, &judges_format, scratch);
    if (!has_judges && needs_judges(intake))
        report_missing(reading, judges_format.file);
    bool are_enough = has_judges || (intake->knows_rounds && !needs_judges(intake));
    intake->knows_judges = read_people_table(reading, &judges_format, judges_read, scratch) && are_enough;
    if (has_judges && intake->knows_judges && intake->contest->judge_count == 0 && needs_judges(intake)) {
        report_nobody(reading, &judges_format, MESSAGE("this file names no judges"));
        intake->knows_judges = false;
    }
}

static void read_contestants(struct folder_reading *reading, struct arena scratch)
{
    struct intake *intake = &reading->intake;
    bool has_contestants = contest_files_has(&reading->folder, &contestants_format, scratch);
    if (!has_contestants)
        report_missing(reading, contestants_format.file);
    intake->knows_contestants =
        read_people_table(reading, &contestants_format, contestants_read, scratch) && has_contestants;
    if (intake->knows_contestants && intake->contest->contestant_count == 0) {
        report_nobody(reading, &contestants_format, MESSAGE("this file names no contestants"));
        intake->knows_contestants = false;
    }
}

/* ---- marks ---- */

static void read_scores_file(struct folder_reading *reading, const char *folder, struct text name, struct arena scratch)
{
    const char *path = folder_path(folder, name, reading->arena);
    struct place place = {.file = text_from_c(path)};
    if (contest_files_is_lock(name))
        return;
    if (contest_files_has_ending(name, TEXT(".csv")) || table_file_is_workbook(name))
        marks_read(&reading->intake, path, scratch);
    else if (contest_files_has_ending(name, TEXT(".xls")))
        faults_add(reading->intake.faults, SEVERITY_ERROR, place, MESSAGE("old .xls workbooks are not read"),
                   MESSAGE("save it from the spreadsheet as “Excel workbook (.xlsx)”"));
    else
        faults_add(reading->intake.faults, SEVERITY_WARNING, place,
                   MESSAGE("only .csv and .xlsx files are read from the scores folder: this one is not"), NO_HINT);
}

/* Whether any round has marks: a contest of ballots alone needs no scores folder. */
static bool has_marks(const struct rules *rules)
{
    bool has_any = rules->round_count == 0;
    for (size_t i = 0; i < rules->round_count; i++)
        has_any = has_any || rules->rounds[i].own.method != METHOD_BALLOT;
    return has_any;
}

static void read_scores(struct folder_reading *reading, struct arena scratch)
{
    struct folder scores;
    const char *path = folder_path(reading->folder.path, SCORES_FOLDER, reading->arena);
    if (!folder_has(&reading->folder, SCORES_FOLDER) && !has_marks(&reading->intake.contest->rules))
        return;
    if (!folder_has(&reading->folder, SCORES_FOLDER)) {
        faults_add(reading->intake.faults, SEVERITY_WARNING, (struct place){.file = text_from_c(path)},
                   MESSAGE("there is no such folder, so there are no marks"),
                   MESSAGE("put the files of marks into a folder named scores"));
        return;
    }
    if (!folder_list(path, &scratch, reading->intake.faults, &scores))
        return;
    for (size_t i = 0; i < scores.count; i++)
        read_scores_file(reading, path, text_from_c(scores.names[i]), scratch);
}

/* ---- the whole ---- */

/* Whether the sheets take no more than they may at any rate; contest_complete() knows more exactly, and reports. */
static bool is_of_usual_size(const struct contest *contest)
{
    size_t judges = contest->judge_count + 1;
    size_t cells = contest->panel_count * judges;
    for (size_t r = 0; r < contest->rules.round_count; r++)
        cells += contest->contestant_count * judges * contest->rules.rounds[r].criterion_count;
    return cells <= CONTEST_MOST_CELLS;
}

/* Puts what was read together, and makes the sheets where it is known which there are. */
static void complete(struct folder_reading *reading, struct sheets *sheets, struct arena scratch)
{
    struct intake *intake = &reading->intake;
    struct contest *contest = intake->contest;
    size_t grave = faults_grave(intake->faults);
    if (!intake->knows_judges || !intake->knows_contestants)
        return;
    if (!intake->knows_sectors)
        contest->rules.award_count = 0, contest->rules.promote.is_set = false;
    contest_complete(contest, intake->faults);
    if (faults_grave(intake->faults) == grave)
        loose_ends_warn(contest, scratch, intake->faults);
    if (intake->knows_rounds && (faults_grave(intake->faults) == grave || is_of_usual_size(contest))) {
        *sheets = sheets_of(contest, reading->arena);
        intake->sheets = sheets;
    }
}

static void check_times(struct folder_reading *reading)
{
    const char *path = contest_files_path(&reading->folder, &timings_format, reading->arena);
    if (reading->intake.sheets)
        missing_times_warn(reading->intake.sheets, (struct place){.file = text_from_c(path)}, reading->intake.faults);
}

static bool is_contest_folder(const struct folder *folder, struct arena scratch, struct faults *faults)
{
    if (folder_has(folder, RULES_FILE) || contest_files_has(folder, &contestants_format, scratch) ||
        contest_files_has(folder, &judges_format, scratch))
        return true;
    faults_add(faults, SEVERITY_ERROR, (struct place){.file = text_from_c(folder->path)},
               MESSAGE("this is no contest folder: it has no contest.yaml"),
               MESSAGE("a contest folder holds contest.yaml, contestants.csv, judges.csv and a folder scores"));
    return false;
}

/* Lists the folder, whose names live in `names`, and reads its rules; false where it is no contest folder. */
static bool begin(struct folder_reading *reading, const char *folder, struct arena *names)
{
    struct faults *faults = reading->intake.faults;
    const char *kept = text_to_c(reading->arena, text_from_c(folder));
    if (!folder_list(kept, names, faults, &reading->folder) || !is_contest_folder(&reading->folder, *names, faults))
        return false;
    contest_files_warn_of_unread(&reading->folder, reading->arena, *names, faults);
    read_rules(reading, *names);
    return true;
}

bool contest_folder_read_contestants(const char *folder, enum encoding encoding, struct arena *arena,
                                     struct arena scratch, struct faults *faults, struct contest *contest)
{
    struct folder_reading reading = {
        .arena = arena, .intake = {.contest = contest, .faults = faults, .encoding = encoding, .knows_sectors = true}};
    size_t grave = faults_grave(faults);
    if (begin(&reading, folder, &scratch))
        read_contestants(&reading, scratch);
    return faults_grave(faults) == grave;
}

bool contest_folder_read(const char *folder, enum encoding encoding, struct arena *arena, struct arena scratch,
                         struct faults *faults, struct contest *contest, struct sheets *sheets)
{
    struct memory_ahead cells = {0};
    struct folder_reading reading = {
        .arena = arena, .intake = {.contest = contest, .faults = faults, .encoding = encoding, .knows_sectors = true}};
    size_t grave = faults_grave(faults);
    if (!begin(&reading, folder, &scratch))
        return false;
    read_judges(&reading, scratch);
    read_contestants(&reading, scratch);
    read_table(&reading, &adjustments_format, adjustments_read, scratch);
    read_table(&reading, &recusals_format, recusals_read, scratch);
    read_table(&reading, &factors_format, factors_read, scratch);
    read_table(&reading, &ballots_format, ballots_read, scratch);
    read_table(&reading, &playoff_format, playoff_read, scratch);
    read_table(&reading, &decisions_format, decisions_read, scratch);
    read_table(&reading, &protests_format, protests_read, scratch);
    read_table(&reading, &special_format, special_read, scratch);
    read_table(&reading, &quota_format, quota_read, scratch);
    size_t before_times = faults_grave(faults);
    read_table(&reading, &timings_format, timings_read, scratch);
    bool knows_times = faults_grave(faults) == before_times;
    complete(&reading, sheets, scratch);
    if (reading.intake.sheets)
        memory_ahead_begin(&cells, sheets->cells, sheets->cell_count * sizeof *sheets->cells);
    read_scores(&reading, scratch);
    memory_ahead_end(&cells);
    if (knows_times)
        check_times(&reading);
    return faults_grave(faults) == grave;
}
