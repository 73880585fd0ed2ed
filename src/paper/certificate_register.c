#include "certificate_register.h"

#include "certificate.h"
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

static struct text number_of(struct document *document, size_t number)
{
    struct sink sink = sink_in(document->arena);
    if (document->rules->certificate_number.length == 0)
        return number_text((int64_t)number, document->arena);
    certificate_write_number(&sink, document->rules->certificate_number, number);
    return glue_text(sink_written(&sink), document->arena);
}

/* A unit that got one itself stands in the place of a name. */
static void set_row(struct document *document, struct table *table, size_t row, const struct certificate *certificate)
{
    bool is_unit = certificate->contestant == INDEX_NONE;
    struct text name = is_unit ? certificate->unit : document->contest->contestants[certificate->contestant].name;
    table->places[row] = certificate->place;
    table_at(table, row, NUMBER)->text = number_of(document, certificate->number);
    table_at(table, row, NAME)->text = is_unit ? name : glue_text(name, document->arena);
    table_at(table, row, UNIT)->text = is_unit ? TEXT("") : certificate->unit;
    table_at(table, row, AWARD)->text = certificate_award(document->rules, certificate->award);
}

/* The sector of a certificate; of special awards none. */
static size_t part_of(const struct document *document, const struct certificate *certificate)
{
    if (certificate->award >= document->rules->award_count)
        return INDEX_NONE;
    return document->contest->contestants[certificate->contestant].sector;
}

static void draw_section(struct document *document, const struct certificate *certificates, size_t count)
{
    size_t sector = part_of(document, certificates);
    struct text part = sector == INDEX_NONE ? wording_plain(document->language, "leaderboard.specials")
                                            : document->contest->sectors[sector].name;
    struct table table = people_list(document, columns, COLUMNS, count);
    table.columns[NAME].most_lines = 2;
    for (size_t i = 0; i < count; i++)
        set_row(document, &table, i, &certificates[i]);
    struct flow flow = people_list_fit(document, &table);
    document_begin_section(document, &flow, part, false);
    heading_draw_occasion(&flow, document->rules);
    people_list_flow(&flow, &table, 0);
}

bool certificate_register_write(const struct press *press, const struct standings *standings, struct text *pdf_bytes)
{
    const struct certificate_choice everybody = CERTIFICATES_ALL;
    struct document document;
    document_begin(&document, press, "register.title");
    struct certificate_list list = certificate_list_of(standings, &everybody, document.arena);
    proofread_specials(&document.typesetter, press->contest);
    for (size_t i = 0; i < standings->sector_count; i++)
        proofread_sector(&document.typesetter, press->contest, i);
    for (size_t first = 0, end; first < list.count; first = end) {
        for (end = first + 1;
             end < list.count && part_of(&document, &list.items[end]) == part_of(&document, &list.items[first]);)
            end++;
        draw_section(&document, list.items + first, end - first);
    }
    document_draw_footers(&document);
    return document_end(&document, TEXT(""), pdf_bytes);
}
