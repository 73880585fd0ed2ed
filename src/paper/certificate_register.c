#include "certificate_register.h"

#include <stdlib.h>

#include "certificate_list.h"
#include "certificate_values.h"
#include "certificate_words.h"
#include "glue.h"
#include "heading.h"
#include "people_list.h"
#include "proofread.h"
#include "score_text.h"

enum { NUMBER, NAME, UNIT, AWARD, RECEIVED, DATE, COLUMNS };

static const struct list_column columns[COLUMNS] = {
    [NUMBER] = {"register.number", ALIGN_LEFT, MM(20), false},
    [NAME] = {"register.name", ALIGN_LEFT, MM(20), false},
    [UNIT] = {"register.unit", ALIGN_LEFT, 0, true},
    [AWARD] = {"register.award", ALIGN_LEFT, MM(18), false},
    [RECEIVED] = {"register.received", ALIGN_LEFT, MM(30), false},
    [DATE] = {"register.date", ALIGN_LEFT, MM(20), false},
};

static struct table register_table(struct document *document, bool is_taken_back, size_t rows)
{
    struct list_column kinds[COLUMNS];
    for (size_t i = 0; i < COLUMNS; i++)
        kinds[i] = columns[i];
    if (is_taken_back) {
        kinds[RECEIVED].head = "register.taken-back.by";
        kinds[DATE].head = "register.taken-back.date";
    }
    struct table table = people_list(document, kinds, COLUMNS, rows);
    table.columns[NAME].most_lines = 2;
    return table;
}

static void draw_table(struct document *document, struct table *table, struct text part)
{
    struct flow flow;
    if (!people_list_fit(document, table, &flow))
        return;
    document_begin_section(document, &flow, part, false);
    heading_draw_occasion(&flow, document->rules);
    people_list_flow(&flow, table, 0);
}

static struct text printed_or_plain(struct document *document, struct text printed, size_t number)
{
    return printed.length > 0 ? glue_text(printed, document->arena) : number_text((int64_t)number, document->arena);
}

/* A unit that got one itself stands in the place of a name. */
static void set_row(struct document *document, struct table *table, size_t row, const struct certificate *certificate)
{
    bool is_unit = certificate->contestant == INDEX_NONE;
    struct text name = is_unit ? certificate->unit : document->contest->contestants[certificate->contestant].name;
    table->places[row] = certificate->place;
    table_at(table, row, NUMBER)->text = printed_or_plain(document, certificate->printed, certificate->number);
    table_at(table, row, NAME)->text = is_unit ? name : glue_text(name, document->arena);
    table_at(table, row, UNIT)->text = is_unit ? TEXT("") : certificate->unit;
    table_at(table, row, AWARD)->text =
        certificate->team ? certificate_team_award(document->rules, certificate->team->rank, document->arena)
                          : certificate_award(document->rules, certificate->award);
}

/* The sector of a certificate, or what it is of instead. */
static struct text part_of(const struct document *document, const struct certificate *certificate)
{
    if (certificate->team)
        return wording_plain(document->language, "leaderboard.teams");
    if (certificate->award >= document->rules->award_count)
        return wording_plain(document->language, "leaderboard.specials");
    return contest_sector_title(document->contest, document->contest->contestants[certificate->contestant].sector);
}

static void draw_section(struct document *document, const struct certificate *certificates, size_t count)
{
    struct table table = register_table(document, false, count);
    for (size_t i = 0; i < count; i++)
        set_row(document, &table, i, &certificates[i]);
    draw_table(document, &table, part_of(document, certificates));
}

static int by_number(const void *left, const void *right)
{
    const struct certificate *a = left, *b = right;
    return (a->number > b->number) - (a->number < b->number);
}

/* What a correction has brought has its number behind all others: in a register it stands there, too. */
static void draw_list(struct document *document, const struct certificate_list *list)
{
    for (size_t first = 0, end; first < list->count; first = end) {
        struct text part = part_of(document, &list->items[first]);
        for (end = first + 1; end < list->count && text_equal(part_of(document, &list->items[end]), part);)
            end++;
        qsort(list->items + first, end - first, sizeof *list->items, by_number);
        draw_section(document, list->items + first, end - first);
    }
}

/* ---- taken back ---- */

static bool is_taken_back(const struct issued_certificate *certificate, size_t teams)
{
    return certificate->is_recalled && (teams > 0 || certificate->kind != PLACED_TEAM);
}

/* The line of whoever got it, if they are still there. */
static struct place place_of_issued(const struct document *document, const struct issued_certificate *certificate)
{
    const struct contest *contest = document->contest;
    size_t contestant = index_find(&contest->contestant_ids, certificate->of[ISSUED_ID]);
    return contestant < contest->contestant_count ? contest->contestants[contestant].place : document->rules->place;
}

static void set_issued_row(struct document *document, struct table *table, size_t row,
                           const struct issued_certificate *certificate)
{
    struct place place = place_of_issued(document, certificate);
    for (size_t i = 0; i < ISSUED_TEXTS; i++)
        proofread_text(&document->typesetter, certificate->of[ISSUED_NAME], place, certificate->of[i]);
    table->places[row] = place;
    table_at(table, row, NUMBER)->text = printed_or_plain(document, certificate->printed, certificate->number);
    table_at(table, row, NAME)->text = certificate->kind == PLACED_CONTESTANT
                                           ? glue_text(certificate->of[ISSUED_NAME], document->arena)
                                           : certificate->of[ISSUED_NAME];
    table_at(table, row, UNIT)->text = certificate->of[ISSUED_UNIT];
    table_at(table, row, AWARD)->text = certificate->of[ISSUED_AWARD];
}

/* What corrections have made void, for those who fetch it. */
static void draw_taken_back(struct document *document, const struct issued *issued, size_t teams)
{
    size_t count = 0, row = 0;
    for (size_t i = 0; i < issued->count; i++)
        count += is_taken_back(&issued->items[i], teams);
    if (count == 0)
        return;
    struct table table = register_table(document, true, count);
    for (size_t i = 0; i < issued->count; i++)
        if (is_taken_back(&issued->items[i], teams))
            set_issued_row(document, &table, row++, &issued->items[i]);
    draw_table(document, &table, wording_plain(document->language, "register.taken-back"));
}

bool certificate_register_write(const struct press *press, const struct standings *standings, size_t teams,
                                struct text *pdf_bytes)
{
    struct certificate_choice choice = CERTIFICATES_ALL;
    struct document document;
    document_begin(&document, press, "register.title");
    struct certificate_list people = certificate_list_of(standings, &choice, press->edition->issued, document.arena);
    proofread_specials(&document.typesetter, press->contest);
    for (size_t i = 0; i < standings->sector_count; i++)
        proofread_sector(&document.typesetter, press->contest, i);
    draw_list(&document, &people);
    choice.teams = teams;
    struct certificate_list of_teams = certificate_list_of(standings, &choice, press->edition->issued, document.arena);
    if (teams > 0)
        draw_list(&document, &of_teams);
    if (press->edition->revision > 0) /* until a correction is signed the papers before it hold */
        draw_taken_back(&document, press->edition->issued, teams);
    document_draw_footers(&document);
    return document_end(&document, TEXT(""), pdf_bytes);
}
