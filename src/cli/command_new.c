#include <stdio.h>
#include <unistd.h>

#include "contest_files.h"
#include "messages.h"
#include "new_contest.h"
#include "new_folder.h"
#include "presets.h"
#include "terminal.h"
#include "text_table.h"

/* ---- the list of rules ---- */

static enum exit_code list_presets(struct session *session)
{
    static const struct table_column columns[] = {{TEXT_INIT(""), false, false}, {TEXT_INIT(""), false, true}};
    struct arena *kept = &session->memory.kept;
    struct style style = terminal_style(STDOUT_FILENO);
    struct table_cell *cells = ARENA_ARRAY(kept, struct table_cell, 2 * preset_count);
    for (size_t i = 0; i < preset_count; i++) {
        cells[2 * i] = (struct table_cell){presets[i].name, TINT_BOLD};
        cells[2 * i + 1].text = preset_description(&presets[i], messages_are_chinese());
    }
    struct text_table table = {columns, 2, cells, preset_count, 0, true};
    session->faults = faults_in(kept);
    output_write(text_table(&table, &style, kept, session->memory.scratch), &session->faults);
    return session_close(session);
}

/* ---- what comes next ---- */

struct advice {
    const struct session *session;
    struct sink sink;
    struct style style;
};

static void add_line(struct advice *advice, struct message message)
{
    style_write(&advice->sink, &advice->style, message);
    sink_byte(&advice->sink, '\n');
}

static void tell_usual_rules(struct advice *advice)
{
    const struct preset *usual = preset_find(PRESET_USUAL);
    add_line(advice, MESSAGE("the rules are {1} ({2}); biwu new --list names the others", usual->name,
                             preset_description(usual, messages_are_chinese())));
}

/* Lists that are made up must be filled in first: the tables for the marks name the people. */
static void tell_of_examples(struct advice *advice, const char *folder)
{
    struct text contestants = text_from_c(folder_path(folder, contestants_format.file, advice->sink.arena));
    struct text judges = text_from_c(folder_path(folder, judges_format.file, advice->sink.arena));
    struct text rules = text_from_c(folder_path(folder, RULES_FILE, advice->sink.arena));
    const char *const *values = advice->session->request.values;
    add_line(advice, values[OPTION_FROM] ? MESSAGE("  the judges are made up: replace them in {1}", judges)
                     : values[OPTION_JUDGES]
                         ? MESSAGE("  the contestants are made up: replace them in {1}", contestants)
                         : MESSAGE("  the people are made up: replace them in {1} and {2}", contestants, judges));
    add_line(advice, MESSAGE("  then have a folder made whose tables name them: biwu new … --rules {1} --from {2} "
                             "--judges {3}",
                             rules, contestants, judges));
}

/* On standard error: standard output lists the files. */
static void tell_next(const struct session *session, const char *folder)
{
    struct arena scratch = session->memory.scratch;
    struct advice advice = {session, sink_in(&scratch), terminal_style(STDERR_FILENO)};
    const char *const *values = session->request.values;
    bool has_examples = !values[OPTION_FROM] || (!values[OPTION_JUDGES] && session->contest.judge_count > 0);
    if (!values[OPTION_RULES])
        tell_usual_rules(&advice);
    add_line(&advice, MESSAGE("what comes next:"));
    add_line(&advice, MESSAGE("  look through {1}: title, host, date, awards",
                              text_from_c(folder_path(folder, RULES_FILE, &scratch))));
    if (has_examples)
        tell_of_examples(&advice, folder);
    add_line(&advice,
             MESSAGE("  fill in the tables in {1}", text_from_c(folder_path(folder, SCORES_FOLDER, &scratch))));
    add_line(&advice,
             MESSAGE("  biwu check {1}   tells at any time what is wrong and what is missing", text_from_c(folder)));
    add_line(&advice,
             MESSAGE("  biwu run {1}   makes the standings, leaderboards and certificates", text_from_c(folder)));
    struct text all = sink_written(&advice.sink);
    fwrite(all.bytes, 1, all.length, stderr);
}

/* ---- the command ---- */

enum exit_code run_new(struct session *session)
{
    struct arena *kept = &session->memory.kept, scratch = session->memory.scratch;
    struct new_rules rules;
    session->faults = faults_in(kept);
    if (session->request.values[OPTION_LIST])
        return list_presets(session);
    if (session->request.operand_count == 0)
        return session_misused(session, MESSAGE("{1}: an argument is missing", TEXT("new")),
                               MESSAGE("usage: biwu {1}", text_from_c(translate(command_find(TEXT("new"))->usage))));
    const char *folder = session->request.operands[0];
    if (!new_rules_find(session, &rules))
        return EXIT_USAGE;
    if (!new_folder_is_free(session, folder))
        return session->faults.count > 0 ? session_close(session) : EXIT_USAGE;

    struct outputs tables = outputs_in(kept), grids = outputs_in(kept);
    bool is_made = new_contest_read(session, &rules);
    if (is_made) {
        new_contest_outputs(session, &rules, &tables, &grids);
        is_made = new_folder_write(folder, &tables, &grids, scratch, &session->faults);
    }
    enum exit_code code = session_close(session);
    if (is_made)
        tell_next(session, folder);
    return code;
}
