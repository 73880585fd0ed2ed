#include "new_contest.h"

#include <string.h>

#include "bytes.h"
#include "contest_files.h"
#include "contest_yaml.h"
#include "csv_page.h"
#include "example_people.h"
#include "loose_ends.h"
#include "people_csv.h"
#include "plain.h"
#include "presets.h"
#include "roster_file.h"
#include "score_grids.h"

/* ---- which rules ---- */

static bool is_path(struct text name)
{
    return text_contains(name, TEXT("/")) || contest_files_has_ending(name, TEXT(".yaml")) ||
           contest_files_has_ending(name, TEXT(".yml"));
}

bool new_rules_find(struct session *session, struct new_rules *rules)
{
    struct arena *kept = &session->memory.kept;
    bool is_given = session->request.values[OPTION_RULES] != NULL;
    struct text name = is_given ? session_option(session, OPTION_RULES) : PRESET_USUAL;
    const struct preset *preset = preset_find(name);
    *rules = (struct new_rules){.file = name};
    if (preset) {
        struct sink file = sink_in(kept);
        sink_text(&file, name);
        sink_c(&file, ".yaml");
        rules->bytes = preset_text(preset);
        rules->file = sink_written(&file);
        return true;
    }
    rules->path = session->request.values[OPTION_RULES];
    if (is_path(name))
        return true;
    struct text nearest = preset_nearest(name, session->memory.scratch);
    session_misused(session, MESSAGE("there are no rules called {1}", name),
                    nearest.length > 0 ? MESSAGE("did you mean {1}?", nearest)
                                       : MESSAGE("biwu new --list names them; rules of your own are a file that ends "
                                                 "in .yaml"));
    return false;
}

/* ---- reading ---- */

static bool read_rules(struct session *session, struct new_rules *rules)
{
    struct arena *kept = &session->memory.kept, scratch = session->memory.scratch;
    struct faults *faults = &session->faults;
    enum encoding encoding = session->request.encoding;
    struct rules read;
    unsigned doubts;
    if (rules->path && !bytes_read(rules->path, BYTES_MOST_RULES, kept, faults, &rules->bytes))
        return false;
    if (rules->path)
        doubts = contest_yaml_read(rules->path, encoding, kept, scratch, faults, &read);
    else
        doubts = contest_yaml_read_text(rules->bytes, rules->file, kept, scratch, faults, &read);
    rules_complete_known(&read, doubts, kept, scratch, faults);
    session->contest = contest_with(&read, kept);
    return faults_grave(faults) == 0;
}

/* The list of contestants once before the judges, whose panels it may name. */
static struct contest read_ahead(struct session *session, const char *path)
{
    struct arena *kept = &session->memory.kept;
    struct faults told_later = faults_in(kept);
    struct contest contest = contest_with(&session->contest.rules, kept);
    struct intake intake = {.contest = &contest, .faults = &told_later, .encoding = session->request.encoding};
    roster_contestants_read(&intake, path, session->memory.scratch);
    return contest;
}

static void read_people(struct session *session)
{
    struct arena scratch = session->memory.scratch;
    const char *contestants = session->request.values[OPTION_FROM], *judges = session->request.values[OPTION_JUDGES];
    struct intake intake = {
        .contest = &session->contest, .faults = &session->faults, .encoding = session->request.encoding};
    if (judges) {
        roster_judges_read(&intake, judges, scratch);
    } else {
        struct contest ahead = {0};
        if (contestants)
            ahead = read_ahead(session, contestants);
        example_judges_add(&session->contest, contestants ? &ahead : NULL);
    }
    if (contestants)
        roster_contestants_read(&intake, contestants, scratch);
    else
        example_contestants_add(&session->contest);
}

/* Rules that seat the judges in panels ask more of a list of judges than their names; where it says nothing of panels,
 * that is one fault of the list. */
static bool lacks_panels(struct session *session)
{
    const struct contest *contest = &session->contest;
    const struct rules *rules = &contest->rules;
    struct text panel = TEXT("");
    for (size_t r = 0; r < rules->round_count && panel.length == 0; r++)
        for (size_t p = 0; p < rules->rounds[r].panel_count && panel.length == 0; p++)
            panel = rules->rounds[r].panels[p].name;
    for (size_t j = 0; j < contest->judge_count; j++)
        if (contest->judges[j].panel_names.length > 0)
            return false;
    if (panel.length == 0 || !session->request.values[OPTION_JUDGES])
        return false;
    faults_add(&session->faults, SEVERITY_ERROR, (struct place){.file = session_option(session, OPTION_JUDGES)},
               MESSAGE("the rules have panels, such as {1}, and this list seats nobody in one", panel),
               MESSAGE("add a column panel (评委组), who sits in several: A; B; or take rules without panels, such as "
                       "--rules trimmed-mean"));
    return true;
}

bool new_contest_read(struct session *session, struct new_rules *rules)
{
    struct faults *faults = &session->faults;
    if (!read_rules(session, rules))
        return false;
    read_people(session);
    if (faults_grave(faults) > 0 || lacks_panels(session))
        return false;
    /* The quotas are still to be written into the table that is made for them. */
    if (session->contest.rules.promote.quota.length > 0)
        session->contest.rules.promote = (struct promote){0};
    contest_complete(&session->contest, faults);
    if (faults_grave(faults) > 0)
        return false;
    loose_ends_warn(&session->contest, session->memory.scratch, faults);
    session->sheets = sheets_of(&session->contest, &session->memory.kept);
    return true;
}

/* ---- what is written ---- */

static bool has_method(const struct rules *rules, int method)
{
    bool has_it = false;
    for (size_t r = 0; r < rules->round_count; r++)
        has_it = has_it || rules->rounds[r].own.method == method;
    return has_it;
}

static bool has_overtime(const struct rules *rules)
{
    bool has_it = false;
    for (size_t r = 0; r < rules->round_count; r++)
        has_it = has_it || round_has_overtime(&rules->rounds[r]);
    return has_it;
}

/* Whether results will need the table, by the rules or by what is said in them of it: difficulty has no key. */
static bool is_needed(const struct session *session, const struct new_rules *rules, const struct table_format *format)
{
    const struct rules *read = &session->contest.rules;
    if (format == &contestants_format || format == &judges_format || format == &marks_format)
        return false;
    return text_contains(rules->bytes, format->file) || (format == &timings_format && has_overtime(read)) ||
           (format == &ballots_format && has_method(read, METHOD_BALLOT)) ||
           (format == &special_format && read->special_count > 0);
}

/* The Chinese headings alone. */
static struct text empty_table(const struct table_format *format, struct arena *arena)
{
    struct csv_page page = csv_page_for(CSV_FOR_SPREADSHEET, arena);
    for (size_t i = 0; i < format->count; i++) {
        struct text rest = format->columns[i].aliases, heading = TEXT("");
        text_next_part(&rest, '|', &heading);
        csv_page_cell(&page, heading);
    }
    csv_page_end_row(&page);
    return csv_page_written(&page);
}

static void add_grids(struct session *session, struct outputs *outputs)
{
    struct arena *kept = &session->memory.kept;
    struct grid_names names = {session->request.values[OPTION_FROM] != NULL,
                               session->request.values[OPTION_JUDGES] != NULL};
    struct score_grids grids = score_grids_of(&session->sheets, names, kept, session->memory.scratch);
    for (size_t i = 0; i < grids.count; i++)
        outputs_add(outputs, file_name_for(&outputs->names, "", grids.items[i].stem, ".csv", kept), grids.items[i].csv);
}

void new_contest_outputs(struct session *session, const struct new_rules *rules, struct outputs *tables,
                         struct outputs *grids)
{
    struct arena *kept = &session->memory.kept, scratch = session->memory.scratch;
    outputs_add(tables, RULES_FILE, rules->bytes);
    outputs_add(tables, contestants_format.file, contestants_csv(&session->contest, kept, scratch));
    if (session->contest.judge_count > 0)
        outputs_add(tables, judges_format.file, judges_csv(&session->contest, kept, scratch));
    for (size_t i = 0; i < table_format_count; i++)
        if (is_needed(session, rules, table_formats[i]))
            outputs_add(tables, table_formats[i]->file, empty_table(table_formats[i], kept));
    add_grids(session, grids);
}
