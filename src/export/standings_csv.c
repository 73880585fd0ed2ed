#include "standings_csv.h"

#include "figures.h"

struct standings_page {
    const struct standings *standings;
    struct csv_page csv;
    struct arena *scratch;
};

static void write_header(struct standings_page *page)
{
    static const struct text columns[] = {TEXT_INIT("sector"), TEXT_INIT("rank"),  TEXT_INIT("contestant"),
                                          TEXT_INIT("name"),   TEXT_INIT("unit"),  TEXT_INIT("final"),
                                          TEXT_INIT("award"),  TEXT_INIT("status")};
    const struct rules *rules = &page->standings->contest->rules;

    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        csv_page_cell(&page->csv, columns[i]);
    for (size_t i = 0; i < rules->round_count; i++)
        csv_page_words(&page->csv, rules->rounds[i].id);
    csv_page_end_row(&page->csv);
}

static void write_rounds(struct standings_page *page, const struct result *result)
{
    const struct rules *rules = &page->standings->contest->rules;
    for (size_t i = 0; i < rules->round_count; i++) {
        bool is_scored = result && result->rounds[i].is_scored;
        csv_page_cell(&page->csv,
                      is_scored ? figure_published(page->scratch, rules, result->rounds[i].score) : TEXT(""));
    }
}

/* One contestant; `standing` is NULL for an unranked one. */
static void write_row(struct standings_page *page, size_t who, const struct standing *standing,
                      const struct result *result)
{
    const struct contest *contest = page->standings->contest;
    const struct contestant *contestant = &contest->contestants[who];
    bool has_award = standing && standing->award != INDEX_NONE;
    int status = standing ? STATUS_COMPETING : sheets_status(page->standings->sheets, who);
    struct arena before = *page->scratch;

    csv_page_words(&page->csv, contest->sectors[contestant->sector].name);
    csv_page_cell(&page->csv, standing ? figure_count(page->scratch, standing->placing.rank) : TEXT(""));
    csv_page_words(&page->csv, contestant->id);
    csv_page_words(&page->csv, contestant->name);
    csv_page_words(&page->csv, contestant->unit);
    csv_page_cell(&page->csv, standing ? figure_published(page->scratch, &contest->rules, result->final) : TEXT(""));
    csv_page_words(&page->csv, has_award ? contest->rules.awards[standing->award].name : TEXT(""));
    csv_page_cell(&page->csv, choice_name(&contestant_status_choices, status));
    write_rounds(page, result);
    csv_page_end_row(&page->csv);
    *page->scratch = before;
}

static void write_sector(struct standings_page *page, const struct sector_standings *sector)
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
    struct standings_page page = {standings, csv_page_for(reader, arena), &scratch};
    write_header(&page);
    for (size_t i = 0; i < standings->sector_count; i++) {
        if (only_sector == INDEX_NONE || standings->sectors[i].sector == only_sector)
            write_sector(&page, &standings->sectors[i]);
    }
    return csv_page_written(&page.csv);
}
