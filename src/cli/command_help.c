#include <string.h>
#include <unistd.h>

#include "files.h"
#include "help_files.h"
#include "help_rules.h"
#include "help_template.h"
#include "messages.h"
#include "session.h"
#include "terminal.h"
#include "text_table.h"
#include "wording.h"

struct help {
    struct session *session;
    struct style style;
    struct sink sink;
};

static struct help help_begin(struct session *session)
{
    session->faults = faults_in(&session->memory.kept);
    return (struct help){session, terminal_style(STDOUT_FILENO), sink_in(&session->memory.kept)};
}

static enum exit_code help_end(struct help *help)
{
    output_write(sink_written(&help->sink), &help->session->faults);
    return session_close(help->session);
}

static void add_title(struct help *help, struct message title)
{
    style_write_tinted(&help->sink, &help->style, TINT_BOLD, title);
    sink_byte(&help->sink, '\n');
}

static void add_paragraph(struct help *help, struct message message)
{
    style_write(&help->sink, &help->style, message);
    sink_byte(&help->sink, '\n');
}

/* Several, with empty lines between them. */
static void add_lines(struct help *help, struct text lines)
{
    sink_text(&help->sink, lines);
    sink_byte(&help->sink, '\n');
}

/* Two columns without headings: names and what they mean. */
static void add_list(struct help *help, const struct table_cell *cells, size_t count)
{
    static const struct table_column columns[] = {{TEXT_INIT(""), false, false}, {TEXT_INIT(""), false, true}};
    struct text_table table = {columns, 2, cells, count, 2, true};
    sink_text(&help->sink, text_table(&table, &help->style, help->sink.arena, help->session->memory.scratch));
}

enum exit_code help_overview(struct session *session)
{
    struct help help = help_begin(session);
    struct table_cell *cells = ARENA_ARRAY(&session->memory.kept, struct table_cell, 2 * command_count);
    for (size_t i = 0; i < command_count; i++) {
        cells[2 * i] = (struct table_cell){text_from_c(commands[i].name), TINT_BOLD};
        cells[2 * i + 1].text = text_from_c(translate(commands[i].help));
    }
    add_title(&help, MESSAGE("biwu: results of judged competitions"));
    add_paragraph(&help, MESSAGE("usage: biwu COMMAND [OPTIONS] FOLDER"));
    sink_byte(&help.sink, '\n');
    add_list(&help, cells, command_count);
    sink_byte(&help.sink, '\n');
    add_paragraph(&help, MESSAGE("biwu help COMMAND tells more; biwu --version tells the version."));
    add_paragraph(&help, MESSAGE("Ends with 0 when all is well, warnings included, 1 when the data has errors, 2 on "
                                 "wrong usage, 3 when the disk, memory or a library failed."));
    return help_end(&help);
}

static struct text option_text(const struct option_row *row, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    if (row->letter) {
        sink_byte(&sink, '-');
        sink_byte(&sink, row->letter);
        sink_c(&sink, ", ");
    }
    sink_c(&sink, "--");
    sink_c(&sink, row->name);
    if (row->argument) {
        sink_byte(&sink, ' ');
        sink_c(&sink, translate(row->argument));
    }
    return sink_written(&sink);
}

enum exit_code help_command(struct session *session, const struct command *command)
{
    struct help help = help_begin(session);
    struct arena *kept = &session->memory.kept;
    struct table_cell *cells = ARENA_ARRAY(kept, struct table_cell, 2 * (size_t)OPTION_COUNT);
    size_t count = 0;
    for (int kind = OPTION_COUNT - 1; kind >= 0; kind--) {
        if (!(command->options & OPTION_BIT(kind)))
            continue;
        cells[2 * count].text = option_text(&option_rows[kind], kept);
        cells[2 * count++ + 1].text = text_from_c(translate(option_rows[kind].help));
    }
    add_title(&help, MESSAGE("biwu {1}: {2}", text_from_c(command->name), text_from_c(translate(command->help))));
    add_paragraph(&help, MESSAGE("usage: biwu {1}", text_from_c(translate(command->usage))));
    sink_byte(&help.sink, '\n');
    add_lines(&help, text_from_c(translate(command->details)));
    sink_byte(&help.sink, '\n');
    add_list(&help, cells, count);
    return help_end(&help);
}

/* A topic that is no command. */
struct topic {
    struct text name;
    void (*write)(struct sink *sink, const struct style *style, struct arena scratch);
};

static void write_wording(struct sink *sink, const struct style *style, struct arena scratch)
{
    (void)style;
    (void)scratch;
    sink_text(sink, wording_file(LANGUAGE_CHINESE));
}

static void write_english_wording(struct sink *sink, const struct style *style, struct arena scratch)
{
    (void)style;
    (void)scratch;
    sink_text(sink, wording_file(LANGUAGE_ENGLISH));
}

static const struct topic topics[] = {{TEXT_INIT("rules"), help_rules_write},
                                      {TEXT_INIT("files"), help_files_write},
                                      {TEXT_INIT("template"), help_template_write},
                                      {TEXT_INIT("wording"), write_wording},
                                      {TEXT_INIT("wording.en"), write_english_wording}};

enum exit_code run_help(struct session *session)
{
    if (session->request.operand_count == 0)
        return help_overview(session);
    struct text asked = text_from_c(session->request.operands[0]);
    for (size_t i = 0; i < sizeof topics / sizeof *topics; i++) {
        if (!text_equal(asked, topics[i].name))
            continue;
        struct help help = help_begin(session);
        topics[i].write(&help.sink, &help.style, session->memory.scratch);
        return help_end(&help);
    }
    const struct command *command = command_find(asked);
    return command ? help_command(session, command) : command_unknown(asked, session->memory.scratch);
}
