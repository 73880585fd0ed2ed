#include <unistd.h>

#include "messages.h"
#include "new_advice.h"
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
        new_advice_tell(session, folder);
    return code;
}
