#include "sign_in_sheet.h"

#include "glue.h"
#include "heading.h"
#include "people_list.h"
#include "people_order.h"
#include "proofread.h"
#include "score_text.h"

enum { NUMBER, NAME, UNIT, SIGNATURE, TIME, COLUMNS };

static const struct list_column columns[COLUMNS] = {
    [NUMBER] = {"sign-in.number", ALIGN_CENTRE, MM(14), false},
    [NAME] = {"sign-in.name", ALIGN_LEFT, MM(24), false},
    [UNIT] = {"sign-in.unit", ALIGN_LEFT, 0, true},
    [SIGNATURE] = {"sign-in.signature", ALIGN_LEFT, MM(36), false},
    [TIME] = {"sign-in.time", ALIGN_LEFT, MM(24), false},
};

/* Somebody who signs. */
struct entry {
    struct text name, unit;
    int64_t number;
    struct place place;
};

static void draw_section(struct document *document, struct text part, const char *number_head,
                         const struct entry *entries, size_t count)
{
    struct table table = people_list(document, columns, COLUMNS, count);
    table.columns[NUMBER].head = wording_plain(document->language, number_head);
    for (size_t i = 0; i < count; i++) {
        table.places[i] = entries[i].place;
        if (entries[i].number > 0)
            table_at(&table, i, NUMBER)->text = number_text(entries[i].number, document->arena);
        table_at(&table, i, NAME)->text = glue_text(entries[i].name, document->arena);
        table_at(&table, i, UNIT)->text = entries[i].unit;
    }
    struct flow flow;
    if (!people_list_fit(document, &table, &flow))
        return;
    document_begin_section(document, &flow, part, false);
    heading_draw_occasion(&flow, document->rules);
    people_list_flow(&flow, &table, 0);
}

static void draw_judges(struct document *document)
{
    const struct contest *contest = document->contest;
    struct entry *entries = ARENA_ARRAY(document->arena, struct entry, contest->judge_count);
    size_t count = 0;
    for (size_t i = 0; i < contest->judge_count; i++) {
        const struct judge *judge = &contest->judges[i];
        if (!judge->is_void) {
            entries[count] = (struct entry){judge->name, judge->unit, (int64_t)count + 1, judge->place};
            count++;
        }
    }
    if (count > 0)
        draw_section(document, wording_plain(document->language, "sign-in.judges"), "sign-in.number", entries, count);
}

/* Draw numbers where they are drawn already, else just counted. */
static void draw_sector(struct document *document, size_t sector)
{
    const struct contest *contest = document->contest;
    const size_t *people = people_in_order(contest, sector, document->arena);
    size_t most = contest->sectors[sector].contestant_count, count = 0;
    struct entry *entries = ARENA_ARRAY(document->arena, struct entry, most);
    bool has_draws = people_have_draws(contest, sector);
    for (size_t i = 0; i < most; i++) {
        const struct contestant *contestant = &contest->contestants[people[i]];
        if (!people_expect(contestant))
            continue;
        int64_t number = has_draws ? contestant->draw : (int64_t)count + 1;
        entries[count++] = (struct entry){contestant->name, contestant->unit, number, contestant->place};
    }
    if (count > 0)
        draw_section(document, document_contestants(document, sector), has_draws ? "sign-in.draw" : "sign-in.number",
                     entries, count);
}

bool sign_in_sheet_write(const struct press *press, struct text *pdf_bytes)
{
    struct document document;
    document_begin(&document, press, "sign-in.title");
    proofread_judges(&document.typesetter, press->contest);
    draw_judges(&document);
    for (size_t i = 0; i < press->contest->sector_count; i++) {
        proofread_sector(&document.typesetter, press->contest, i);
        draw_sector(&document, i);
    }
    document_draw_footers(&document);
    return document_end(&document, TEXT(""), pdf_bytes);
}
