#include "verdict.h"

#include <unistd.h>

#include "files.h"
#include "terminal.h"
#include "text_table.h"

struct verdict verdict_of(struct session *session)
{
    return (struct verdict){.session = session};
}

void verdict_add(struct verdict *verdict, struct message name, struct text value)
{
    struct style style = terminal_style(STDOUT_FILENO);
    if (value.length == 0)
        return;
    verdict->names[verdict->count] = style_text(&verdict->session->memory.kept, &style, name);
    verdict->values[verdict->count++] = value;
}

void verdict_add_key(struct verdict *verdict, const struct public_key *signer)
{
    struct arena *kept = &verdict->session->memory.kept;
    struct style style = terminal_style(STDOUT_FILENO);
    verdict_add(verdict, MESSAGE("signed with key"),
                signer ? public_key_fingerprint(signer, kept) : style_text(kept, &style, MESSAGE("none")));
}

static struct text rows_of(const struct verdict *verdict, const struct style *style)
{
    static const struct table_column columns[] = {{TEXT_INIT(""), false, false}, {TEXT_INIT(""), false, true}};
    struct memory *memory = &verdict->session->memory;
    struct table_cell cells[2 * VERDICT_ROWS_MOST] = {0};
    for (size_t i = 0; i < verdict->count; i++) {
        cells[2 * i].text = verdict->names[i];
        cells[2 * i + 1].text = verdict->values[i];
    }
    struct text_table table = {columns, 2, cells, verdict->count, 0, true};
    return text_table(&table, style, &memory->kept, memory->scratch);
}

void verdict_print(struct verdict *verdict, enum tint tint, struct message what)
{
    struct session *session = verdict->session;
    struct style style = terminal_style(STDOUT_FILENO);
    struct text rows = rows_of(verdict, &style);
    struct sink sink = sink_in(&session->memory.kept);
    style_write_tinted(&sink, &style, tint, what);
    sink_byte(&sink, '\n');
    sink_text(&sink, rows);
    output_write(sink_written(&sink), &session->faults);
}
