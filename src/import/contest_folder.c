#include "contest_folder.h"

#include "columns.h"
#include "contest_yaml.h"
#include "folders.h"
#include "index.h"
#include "loose_ends.h"
#include "missing_times.h"
#include "plain.h"
#include "tables.h"

struct folder_reading {
    struct folder folder;
    struct arena *arena;
    struct intake intake;
};

#define RULES_FILE    TEXT("contest.yaml")
#define SCORES_FOLDER TEXT("scores")

/* ---- files ---- */

static bool has_ending(struct text name, struct text ending)
{
    return name.length >= ending.length &&
           text_is_word((struct text){name.bytes + name.length - ending.length, ending.length}, ending);
}

static bool is_workbook(struct text name)
{
    return has_ending(name, TEXT(".xlsx")) || has_ending(name, TEXT(".xls"));
}

/* The file of a contest folder that a name nearly is, with another ending or a slip; empty where it is none. */
static struct text nearest_file(struct text name, struct arena scratch)
{
    struct index known = index_in(&scratch);
    index_add(&known, RULES_FILE, 0);
    for (size_t i = 0; i < table_format_count; i++)
        if (table_formats[i] != &marks_format)
            index_add(&known, table_formats[i]->file, 0);

    struct sink as_csv = sink_in(&scratch);
    size_t stem = is_workbook(name) ? name.length : 0;
    while (stem > 0 && name.bytes[stem - 1] != '.')
        stem--;
    sink_text(&as_csv, (struct text){name.bytes, stem});
    sink_text(&as_csv, stem > 0 ? TEXT("csv") : name);
    return name.length <= PLAIN_MOST_BYTES ? index_nearest(&known, sink_written(&as_csv), scratch) : TEXT("");
}

static bool is_known(struct text name)
{
    for (size_t i = 0; i < table_format_count; i++)
        if (text_equal(table_formats[i]->file, name))
            return true;
    return text_equal(name, RULES_FILE) || text_equal(name, SCORES_FOLDER);
}

static bool looks_like_a_table(struct text name)
{
    return has_ending(name, TEXT(".csv")) || is_workbook(name) || has_ending(name, TEXT(".yaml")) ||
           has_ending(name, TEXT(".yml"));
}

/* A table under another name would be missing from the result without a word. Other files may lie in the folder. */
static void warn_of_unread_files(struct folder_reading *reading, struct arena scratch)
{
    for (size_t i = 0; i < reading->folder.count; i++) {
        struct text name = text_from_c(reading->folder.names[i]);
        struct text nearest = nearest_file(name, scratch);
        bool is_misnamed = nearest.length > 0 && !folder_has(&reading->folder, nearest);
        if (is_known(name) || (!is_misnamed && !looks_like_a_table(name)))
            continue;
        struct place place = {.file = text_from_c(folder_path(reading->folder.path, name, reading->arena))};
        faults_add(reading->intake.faults, SEVERITY_WARNING, place, MESSAGE("this file is not read"),
                   is_misnamed ? MESSAGE("is it meant to be {1}?", nearest)
                               : MESSAGE("biwu help files names the files that are read; keep others in a folder of "
                                         "their own"));
    }
}

static void report_missing(struct folder_reading *reading, struct text name)
{
    struct place place = {.file = text_from_c(folder_path(reading->folder.path, name, reading->arena))};
    faults_add(reading->intake.faults, SEVERITY_ERROR, place, MESSAGE("this file is missing"),
               MESSAGE("every contest folder has contest.yaml, judges.csv and contestants.csv"));
}

typedef void table_reader_fn(struct intake *intake, const char *path, struct arena scratch);

static void read_table(struct folder_reading *reading, const struct table_format *format, table_reader_fn *read,
                       struct arena scratch)
{
    if (folder_has(&reading->folder, format->file))
        read(&reading->intake, folder_path(reading->folder.path, format->file, reading->arena), scratch);
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
        unsigned doubts = contest_yaml_read(path, reading->arena, scratch, faults, &rules);
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

static void report_nobody(struct folder_reading *reading, struct text file, struct message what)
{
    const char *path = folder_path(reading->folder.path, file, reading->arena);
    faults_add(reading->intake.faults, SEVERITY_ERROR, (struct place){.file = text_from_c(path)}, what,
               MESSAGE("write one a line, below the header"));
}

static void read_judges(struct folder_reading *reading, struct arena scratch)
{
    struct intake *intake = &reading->intake;
    bool has_judges = folder_has(&reading->folder, judges_format.file);
    if (!has_judges && needs_judges(intake))
        report_missing(reading, judges_format.file);
    bool are_enough = has_judges || (intake->knows_rounds && !needs_judges(intake));
    intake->knows_judges = read_people_table(reading, &judges_format, judges_read, scratch) && are_enough;
    if (has_judges && intake->knows_judges && intake->contest->judge_count == 0 && needs_judges(intake)) {
        report_nobody(reading, judges_format.file, MESSAGE("this file names no judges"));
        intake->knows_judges = false;
    }
}

static void read_contestants(struct folder_reading *reading, struct arena scratch)
{
    struct intake *intake = &reading->intake;
    bool has_contestants = folder_has(&reading->folder, contestants_format.file);
    if (!has_contestants)
        report_missing(reading, contestants_format.file);
    intake->knows_contestants =
        read_people_table(reading, &contestants_format, contestants_read, scratch) && has_contestants;
    if (intake->knows_contestants && intake->contest->contestant_count == 0) {
        report_nobody(reading, contestants_format.file, MESSAGE("this file names no contestants"));
        intake->knows_contestants = false;
    }
}

/* ---- marks ---- */

static void read_scores_file(struct folder_reading *reading, const char *folder, struct text name, struct arena scratch)
{
    const char *path = folder_path(folder, name, reading->arena);
    struct place place = {.file = text_from_c(path)};
    if (has_ending(name, TEXT(".csv")))
        marks_read(&reading->intake, path, scratch);
    else if (is_workbook(name) && !text_starts_with(name, TEXT("~$")))
        faults_add(reading->intake.faults, SEVERITY_ERROR, place, MESSAGE("workbooks are not read here"),
                   MESSAGE("save it from the spreadsheet as “CSV UTF-8”"));
    else
        faults_add(reading->intake.faults, SEVERITY_WARNING, place,
                   MESSAGE("only .csv files are read from the scores folder: this one is not"), NO_HINT);
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
    const char *path = folder_path(reading->folder.path, timings_format.file, reading->arena);
    if (reading->intake.sheets)
        missing_times_warn(reading->intake.sheets, (struct place){.file = text_from_c(path)}, reading->intake.faults);
}

static bool is_contest_folder(const struct folder *folder, struct faults *faults)
{
    if (folder_has(folder, RULES_FILE) || folder_has(folder, contestants_format.file) ||
        folder_has(folder, judges_format.file))
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
    if (!folder_list(kept, names, faults, &reading->folder) || !is_contest_folder(&reading->folder, faults))
        return false;
    warn_of_unread_files(reading, *names);
    read_rules(reading, *names);
    return true;
}

bool contest_folder_read_contestants(const char *folder, struct arena *arena, struct arena scratch,
                                     struct faults *faults, struct contest *contest)
{
    struct folder_reading reading = {.arena = arena,
                                     .intake = {.contest = contest, .faults = faults, .knows_sectors = true}};
    size_t grave = faults_grave(faults);
    if (begin(&reading, folder, &scratch))
        read_contestants(&reading, scratch);
    return faults_grave(faults) == grave;
}

bool contest_folder_read(const char *folder, struct arena *arena, struct arena scratch, struct faults *faults,
                         struct contest *contest, struct sheets *sheets)
{
    struct folder_reading reading = {.arena = arena,
                                     .intake = {.contest = contest, .faults = faults, .knows_sectors = true}};
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
    read_table(&reading, &special_format, special_read, scratch);
    read_table(&reading, &quota_format, quota_read, scratch);
    size_t before_times = faults_grave(faults);
    read_table(&reading, &timings_format, timings_read, scratch);
    bool knows_times = faults_grave(faults) == before_times;
    complete(&reading, sheets, scratch);
    read_scores(&reading, scratch);
    if (knows_times)
        check_times(&reading);
    return faults_grave(faults) == grave;
}
