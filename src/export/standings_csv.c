#include "standings_csv.h"

#include <string.h>

#include "figures.h"

struct csv_page {
    const struct standings *standings;
    enum csv_reader reader;
    struct sink sink;
    struct arena *scratch;
    bool is_row_begun;
};

static bool holds_any(struct text text, const char *bytes)
{
    bool found = false;
    for (size_t i = 0; i < text.length; i++)
        found = found || (text.bytes[i] != '\0' && strchr(bytes, text.bytes[i]) != NULL);
    return found;
}

static bool needs_quotes(struct text text)
{
    if (text.length == 0)
        return false;
    return holds_any(text, ",\"\r\n") || text.bytes[0] == ' ' || text.bytes[text.length - 1] == ' ';
}

static void write_quoted(struct sink *sink, struct text text)
{
    sink_byte(sink, '"');
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] == '"')
            sink_byte(sink, '"');
        sink_byte(sink, text.bytes[i]);
    }
    sink_byte(sink, '"');
}

static void write_cell(struct csv_page *page, struct text cell)
{
    if (page->is_row_begun)
        sink_byte(&page->sink, ',');
    page->is_row_begun = true;
    if (needs_quotes(cell))
        write_quoted(&page->sink, cell);
    else
        sink_text(&page->sink, cell);
}

/* A cell of words from the contest, as against our own numbers. */
static void write_words(struct csv_page *page, struct text cell)
{
    bool is_like_formula = cell.length > 0 && holds_any((struct text){cell.bytes, 1}, "=+-@");
    if (page->reader == CSV_FOR_SPREADSHEET && is_like_formula) {
        struct sink guarded = sink_in(page->scratch);
        sink_byte(&guarded, '\'');
        sink_text(&guarded, cell);
        cell = sink_written(&guarded);
    }
    write_cell(page, cell);
}

static void end_row(struct csv_page *page)
{
    sink_byte(&page->sink, '\n');
    page->is_row_begun = false;
}

static void write_header(struct csv_page *page)
{
    static const struct text columns[] = {TEXT_INIT("sector"), TEXT_INIT("rank"),  TEXT_INIT("contestant"),
                                          TEXT_INIT("name"),   TEXT_INIT("unit"),  TEXT_INIT("final"),
                                          TEXT_INIT("award"),  TEXT_INIT("status")};
    const struct rules *rules = &page->standings->contest->rules;

    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        write_cell(page, columns[i]);
    for (size_t i = 0; i < rules->round_count; i++)
        write_words(page, rules->rounds[i].id);
    end_row(page);
}

static void write_rounds(struct csv_page *page, const struct result *result)
{
    const struct rules *rules = &page->standings->contest->rules;
    for (size_t i = 0; i < rules->round_count; i++) {
        bool is_scored = result && result->rounds[i].is_scored;
        write_cell(page, is_scored ? figure_published(page->scratch, rules, result->rounds[i].score) : TEXT(""));
    }
}

/* One contestant; `standing` is NULL for an unranked one. */
static void write_row(struct csv_page *page, size_t who, const struct standing *standing, const struct result *result)
{
    const struct contest *contest = page->standings->contest;
    const struct contestant *contestant = &contest->contestants[who];
    bool has_award = standing && standing->award != INDEX_NONE;

    write_words(page, contest->sectors[contestant->sector].name);
    write_cell(page, standing ? figure_count(page->scratch, standing->placing.rank) : TEXT(""));
    write_words(page, contestant->id);
    write_words(page, contestant->name);
    write_words(page, contestant->unit);
    write_cell(page, standing ? figure_published(page->scratch, &contest->rules, result->final) : TEXT(""));
    write_words(page, has_award ? contest->rules.awards[standing->award].name : TEXT(""));
    write_cell(page, choice_name(&contestant_status_choices, sheets_status(page->standings->sheets, who)));
    write_rounds(page, result);
    end_row(page);
}

static void write_sector(struct csv_page *page, const struct sector_standings *sector)
{
    for (size_t i = 0; i < sector->ranking_count; i++) {
        const struct standing *standing = &sector->ranking[i];
        write_row(page, standing->placing.contestant, standing, standing->placing.result);
    }
    for (size_t i = 0; i < sector->unranked_count; i++)
        write_row(page, sector->unranked[i].contestant, NULL, sector->unranked[i].result);
}

struct text standings_csv(const struct standings *standings, size_t only_sector, enum csv_reader reader,
                          struct arena *arena, struct arena scratch)
{
    struct csv_page page = {standings, reader, sink_in(arena), &scratch, false};
    if (reader == CSV_FOR_SPREADSHEET)
        sink_character(&page.sink, 0xFEFF);
    write_header(&page);
    for (size_t i = 0; i < standings->sector_count; i++) {
        if (only_sector == INDEX_NONE || standings->sectors[i].sector == only_sector)
            write_sector(&page, &standings->sectors[i]);
    }
    return sink_written(&page.sink);
}
