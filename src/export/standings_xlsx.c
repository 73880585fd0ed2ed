#include "standings_xlsx.h"

#include "figures.h"
#include "marks_sheet.h"
#include "status_word.h"
#include "tie_line.h"
#include "workbook_page.h"

struct standings_sheet {
    struct workbook_page *page;
    const struct standings *standings;
    const struct sector_standings *sector;
    const struct rules *rules;
    const struct style *style;
    struct arena *scratch;
    bool has_draw, has_unit;
};

/* ---- cells ---- */

static void write_text(struct standings_sheet *sheet, struct text text, enum workbook_look look)
{
    workbook_page_text(sheet->page, text, look);
}

static void write_words(struct standings_sheet *sheet, const char *english, enum workbook_look look)
{
    write_text(sheet, text_from_c(sheet->style->translate(english)), look);
}

static void write_count(struct standings_sheet *sheet, size_t count, enum workbook_look look)
{
    workbook_page_number(sheet->page, figure_count(sheet->scratch, count), 0, look);
}

static void write_score(struct standings_sheet *sheet, struct exact score, enum workbook_look look)
{
    workbook_page_number(sheet->page, figure_published(sheet->scratch, sheet->rules, score), sheet->rules->digits,
                         look);
}

/* ---- the heading ---- */

static void note_what_is_filled(struct standings_sheet *sheet)
{
    const struct contest *contest = sheet->standings->contest;
    const struct sector *sector = &contest->sectors[sheet->sector->sector];
    for (size_t i = 0; i < sector->contestant_count; i++) {
        const struct contestant *contestant = &contest->contestants[sector->contestants[i]];
        sheet->has_draw = sheet->has_draw || contestant->draw > 0;
        sheet->has_unit = sheet->has_unit || contestant->unit.length > 0;
    }
}

static void write_title(struct standings_sheet *sheet)
{
    struct sink title = sink_in(sheet->scratch);
    sink_text(&title, sheet->rules->title);
    sink_c(&title, " · ");
    sink_text(&title, sheet->standings->contest->sectors[sheet->sector->sector].name);
    if (!sheet->standings->is_complete) {
        sink_c(&title, "  ");
        style_write(&title, sheet->style, MESSAGE("provisional: not complete"));
    }
    write_text(sheet, sink_written(&title), LOOK_TITLE);
    workbook_page_end_row(sheet->page);
}

static void write_heading(struct standings_sheet *sheet)
{
    write_words(sheet, N_("Rank"), LOOK_HEADING);
    if (sheet->has_draw)
        write_words(sheet, N_("Draw"), LOOK_HEADING);
    write_words(sheet, N_("Id"), LOOK_HEADING);
    write_words(sheet, N_("Name"), LOOK_HEADING);
    if (sheet->has_unit)
        write_words(sheet, N_("Unit"), LOOK_HEADING);
    for (size_t i = 0; i < sheet->rules->round_count; i++)
        write_text(sheet, sheet->rules->rounds[i].name, LOOK_HEADING);
    write_words(sheet, N_("Final"), LOOK_HEADING);
    if (sheet->rules->award_count > 0)
        write_words(sheet, N_("Award"), LOOK_HEADING);
    write_words(sheet, N_("Note"), LOOK_HEADING);
    workbook_page_end_heading(sheet->page);
}

/* ---- rows ---- */

static void write_contestant(struct standings_sheet *sheet, size_t who, const struct result *result)
{
    const struct contestant *contestant = &sheet->standings->contest->contestants[who];
    if (sheet->has_draw && contestant->draw > 0)
        write_count(sheet, (size_t)contestant->draw, LOOK_PLAIN);
    else if (sheet->has_draw)
        write_text(sheet, TEXT(""), LOOK_PLAIN);
    write_text(sheet, contestant->id, LOOK_PLAIN);
    write_text(sheet, contestant->name, LOOK_PLAIN);
    if (sheet->has_unit)
        write_text(sheet, contestant->unit, LOOK_PLAIN);
    for (size_t i = 0; i < sheet->rules->round_count; i++)
        if (result && result->rounds[i].is_scored)
            write_score(sheet, result->rounds[i].score, LOOK_PLAIN);
        else
            write_text(sheet, TEXT(""), LOOK_PLAIN);
}

/* What parted a tie, and who goes on. */
static struct text note_of(struct standings_sheet *sheet, size_t position)
{
    const struct standing *standing = &sheet->sector->ranking[position];
    struct sink note = sink_in(sheet->page->arena);
    if (standing->promotion.is_promoted)
        style_write(&note, sheet->style, MESSAGE("goes on to the next level"));
    if (standing->promotion.reserve > 0)
        style_write(
            &note, sheet->style,
            MESSAGE("reserve {1} for the next level", figure_count(sheet->scratch, standing->promotion.reserve)));
    if (!standing->placing.tie)
        return sink_written(&note);
    size_t before = note.length;
    sink_c(&note, before > 0 ? "; " : "");
    size_t begun = note.length;
    tie_line_write(&note, sheet->standings, sheet->sector, position, sheet->style, *sheet->scratch);
    note.length = note.length > begun ? note.length : before; /* another note may have told it */
    return sink_written(&note);
}

static void write_ranked(struct standings_sheet *sheet, size_t position)
{
    const struct standing *standing = &sheet->sector->ranking[position];
    const struct placing *placing = &standing->placing;
    bool has_award = standing->award != INDEX_NONE;

    write_count(sheet, placing->rank, has_award ? LOOK_STRONG : LOOK_PLAIN);
    write_contestant(sheet, placing->contestant, placing->result);
    write_score(sheet, placing->result->final, LOOK_STRONG);
    if (sheet->rules->award_count > 0)
        write_text(sheet, has_award ? sheet->rules->awards[standing->award].name : TEXT(""), LOOK_PLAIN);
    struct arena before = *sheet->page->arena;
    /* What the page makes of the note must not lie over it. */
    struct text note = text_copy(sheet->scratch, note_of(sheet, position));
    *sheet->page->arena = before;
    write_text(sheet, note, LOOK_PLAIN);
    workbook_page_end_row(sheet->page);
}

static void write_unranked(struct standings_sheet *sheet, const struct unranked *unranked)
{
    int status = sheets_status(sheet->standings->sheets, unranked->contestant);
    struct sink note = sink_in(sheet->scratch);
    sink_c(&note, sheet->style->translate(status_word(status)));
    if (unranked->reason) {
        sink_c(&note, ": ");
        style_write(&note, sheet->style, *unranked->reason);
    }
    write_text(sheet, TEXT(""), LOOK_PLAIN);
    write_contestant(sheet, unranked->contestant, unranked->result);
    write_text(sheet, TEXT(""), LOOK_PLAIN);
    if (sheet->rules->award_count > 0)
        write_text(sheet, TEXT(""), LOOK_PLAIN);
    write_text(sheet, sink_written(&note), LOOK_PLAIN);
    workbook_page_end_row(sheet->page);
}

static void write_sector(struct workbook_page *page, const struct standings *standings,
                         const struct sector_standings *sector, const struct style *style, struct arena scratch)
{
    struct standings_sheet sheet = {.page = page,
                                    .standings = standings,
                                    .sector = sector,
                                    .rules = &standings->contest->rules,
                                    .style = style,
                                    .scratch = &scratch};
    workbook_page_sheet(page, standings->contest->sectors[sector->sector].name);
    note_what_is_filled(&sheet);
    write_title(&sheet);
    write_heading(&sheet);
    for (size_t i = 0; i < sector->ranking_count + sector->unranked_count; i++) {
        struct arena before = scratch;
        if (i < sector->ranking_count)
            write_ranked(&sheet, i);
        else
            write_unranked(&sheet, &sector->unranked[i - sector->ranking_count]);
        scratch = before;
    }
}

/* ---- the workbook ---- */

bool standings_xlsx(const struct standings *standings, size_t only_sector, const struct style *style,
                    struct arena *arena, struct arena scratch, struct faults *faults, struct text *bytes)
{
    const struct contest *contest = standings->contest;
    struct workbook_about about = {contest->rules.title, contest->rules.level, contest->rules.date};
    struct workbook_page page;
    workbook_page_begin(&page, &about, arena);
    for (size_t i = 0; i < standings->sector_count; i++)
        if (only_sector == INDEX_NONE || standings->sectors[i].sector == only_sector)
            write_sector(&page, standings, &standings->sectors[i], style, scratch);
    for (size_t i = 0; i < standings->sector_count; i++)
        if (only_sector == INDEX_NONE || standings->sectors[i].sector == only_sector)
            marks_sheet_write(&page, standings, &standings->sectors[i], style, scratch);
    return workbook_page_end(&page, faults, bytes);
}
