#include "finalise_text.h"

#include "text_table.h"

/* ---- the revision ---- */

enum { PLAIN_ROWS = 8 };

struct rows {
    struct table_cell *cells;
    size_t count;
};

static void add(struct rows *rows, struct text name, struct text what, enum tint tint)
{
    if (what.length == 0)
        return;
    rows->cells[2 * rows->count].text = name;
    rows->cells[2 * rows->count++ + 1] = (struct table_cell){what, tint};
}

static struct text signature(const struct signer *signer, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    sink_text(&sink, signer->role);
    sink_byte(&sink, ' ');
    sink_text(&sink, signer->name);
    return sink_written(&sink);
}

/* The stages by their names in JSON, and as people call them. */
static const struct {
    struct text name;
    const char *words;
} stages[] = {
    {TEXT_INIT("provisional"), N_("provisional")},
    {TEXT_INIT("announced"), N_("announced, not signed")},
    {TEXT_INIT("official"), N_("official")},
    {TEXT_INIT("notice"), N_("official, on public notice")},
    {TEXT_INIT("expired"), N_("official, the notice has passed")},
};

static struct text stage_words(struct text stage, const struct style *style)
{
    size_t i = 0;
    while (!text_equal(stages[i].name, stage))
        i++;
    return text_from_c(style->translate(stages[i].words));
}

struct text finalise_revision_text(const struct revision *revision, const char *folder, struct text stage,
                                   const struct style *style, struct arena *arena, struct arena scratch)
{
    static const struct table_column columns[] = {{TEXT_INIT(""), false, false}, {TEXT_INIT(""), false, true}};
    struct rows rows = {ARENA_ARRAY(arena, struct table_cell, 2 * (PLAIN_ROWS + revision->signer_count)), 0};
    const char *place = revision_path(folder, revision->number, TEXT(""), arena);
    add(&rows, style_text(arena, style, MESSAGE("revision")), revision_name(revision->number, arena), TINT_BOLD);
    add(&rows, style_text(arena, style, MESSAGE("stage")), stage_words(stage, style), TINT_GOOD);
    add(&rows, style_text(arena, style, MESSAGE("time")), revision->time, TINT_PLAIN);
    add(&rows, style_text(arena, style, MESSAGE("reason")), revision->reason, TINT_PLAIN);
    for (size_t i = 0; i < revision->signer_count; i++)
        add(&rows, i == 0 ? style_text(arena, style, MESSAGE("signed")) : TEXT(""),
            signature(&revision->signers[i], arena), TINT_PLAIN);
    add(&rows, style_text(arena, style, MESSAGE("result hash")), revision->result, TINT_PLAIN);
    add(&rows, style_text(arena, style, MESSAGE("manifest")), revision->manifest, TINT_PLAIN);
    add(&rows, style_text(arena, style, MESSAGE("folder")), text_from_c(place), TINT_PLAIN);
    struct text_table table = {columns, 2, rows.cells, rows.count, 0, true};
    return text_table(&table, style, arena, scratch);
}

/* ---- whom it has moved ---- */

enum { MOVE_COLUMNS = 7 };

static struct text rank_text(const struct placement *placement, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    if (placement && placement->rank > 0)
        sink_integer(&sink, (int64_t)placement->rank);
    return sink_written(&sink);
}

/* "2 → 1", or what both are; a dash for what is not there. */
static struct table_cell change(struct text from, struct text to, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    if (text_equal(from, to))
        return (struct table_cell){to, TINT_PLAIN};
    sink_text(&sink, from.length > 0 ? from : TEXT("-"));
    sink_c(&sink, " → ");
    sink_text(&sink, to.length > 0 ? to : TEXT("-"));
    return (struct table_cell){sink_written(&sink), TINT_BOLD};
}

static struct text promotion_text(const struct placement *placement, const struct style *style, struct arena *arena)
{
    return placement && placement->is_promoted ? style_text(arena, style, MESSAGE("promoted")) : TEXT("");
}

static void fill_row(struct table_cell *row, const struct move *move, const struct style *style, struct arena *arena)
{
    static const struct placement nowhere = {0};
    const struct placement *from = move->from ? move->from : &nowhere, *to = move->to ? move->to : &nowhere;
    const struct placement *who = move->to ? to : from;
    row[0].text = who->contestant;
    row[1].text = who->name;
    row[2] =
        move->from && move->to ? change(from->sector, to->sector, arena) : (struct table_cell){who->sector, TINT_PLAIN};
    if (who->kind != PLACED_CONTESTANT)
        row[2].text = style_text(arena, style, who->kind == PLACED_TEAM ? MESSAGE("team") : MESSAGE("unit"));
    row[3] = change(rank_text(from, arena), rank_text(to, arena), arena);
    row[4] = change(from->final, to->final, arena);
    row[5] = change(from->award, to->award, arena);
    row[6] = change(promotion_text(from, style, arena), promotion_text(to, style, arena), arena);
}

struct text finalise_moves_text(const struct moves *moves, const struct style *style, struct arena *arena,
                                struct arena scratch)
{
    translate_fn *translate = style->translate;
    const struct table_column columns[MOVE_COLUMNS] = {
        {text_from_c(translate(N_("Id"))), false, false},         {text_from_c(translate(N_("Name"))), false, false},
        {text_from_c(translate(N_("Sector"))), false, false},     {text_from_c(translate(N_("Rank"))), false, false},
        {text_from_c(translate(N_("Final"))), false, false},      {text_from_c(translate(N_("Award"))), false, false},
        {text_from_c(translate(N_("Next level"))), false, false},
    };
    struct sink sink = sink_in(arena);
    sink_byte(&sink, '\n');
    style_write(&sink, style,
                moves->count > 0 ? MESSAGE("Moved by the correction:") : MESSAGE("Nobody is moved by the correction."));
    sink_byte(&sink, '\n');
    if (moves->count == 0)
        return sink_written(&sink);
    struct table_cell *cells = ARENA_ARRAY(&scratch, struct table_cell, MOVE_COLUMNS * moves->count);
    for (size_t i = 0; i < moves->count; i++)
        fill_row(cells + MOVE_COLUMNS * i, &moves->items[i], style, arena);
    struct text_table table = {columns, MOVE_COLUMNS, cells, moves->count, 2, false};
    sink_text(&sink, text_table(&table, style, arena, scratch));
    return sink_written(&sink);
}

/* ---- certificates ---- */

enum { CERTIFICATE_COLUMNS = 5 };

static struct text number_shown(const struct issued_certificate *certificate, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    if (certificate->printed.length > 0)
        return certificate->printed;
    sink_integer(&sink, (int64_t)certificate->number);
    return sink_written(&sink);
}

/* What has become of the one at this place; `what` is NULL where nothing has. Those before stand at the same places. */
static const char *fate(const struct issued *before, const struct issued *now, size_t at)
{
    if (at >= before->count)
        return N_("new");
    if (before->items[at].is_recalled == now->items[at].is_recalled)
        return NULL;
    return now->items[at].is_recalled ? N_("take it back") : N_("holds again");
}

struct text finalise_certificates_text(const struct issued *before, const struct issued *now, const struct style *style,
                                       struct arena *arena, struct arena scratch)
{
    translate_fn *translate = style->translate;
    const struct table_column columns[CERTIFICATE_COLUMNS] = {
        {text_from_c(translate(N_("Number"))), false, false},
        {text_from_c(translate(N_("Id"))), false, false},
        {text_from_c(translate(N_("Name"))), false, false},
        {text_from_c(translate(N_("Award"))), false, false},
        {TEXT_INIT(""), false, false},
    };
    struct table_cell *cells = ARENA_ARRAY(arena, struct table_cell, CERTIFICATE_COLUMNS * now->count);
    size_t count = 0;
    for (size_t i = 0; i < now->count; i++) {
        const char *what = fate(before, now, i);
        struct table_cell *row = cells + CERTIFICATE_COLUMNS * count;
        if (!what)
            continue;
        row[0].text = number_shown(&now->items[i], arena);
        row[1].text = now->items[i].of[ISSUED_ID];
        row[2].text = now->items[i].of[ISSUED_NAME];
        row[3].text = now->items[i].of[ISSUED_AWARD];
        row[4] = (struct table_cell){text_from_c(translate(what)), TINT_BOLD};
        count++;
    }
    if (count == 0)
        return TEXT("");
    struct text_table table = {columns, CERTIFICATE_COLUMNS, cells, count, 2, false};
    struct text rows = text_table(&table, style, arena, scratch);
    struct sink sink = sink_in(arena);
    sink_byte(&sink, '\n');
    style_write(&sink, style, MESSAGE("Certificates:"));
    sink_byte(&sink, '\n');
    sink_text(&sink, rows);
    return sink_written(&sink);
}
