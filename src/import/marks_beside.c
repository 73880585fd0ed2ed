#include "marks_beside.h"

#include "marks_name.h"
#include "plain.h"
#include "points.h"
#include "states.h"

struct beside beside_none(void)
{
    struct beside beside = {.judge_name_cell = INDEX_NONE};
    for (size_t i = 0; i < COLUMNS_MOST; i++)
        beside.contestant_cells[i] = INDEX_NONE;
    return beside;
}

/* What contestants.csv says in a column that is kept as it was written. */
static struct text kept_text(const struct contestant *contestant, size_t column)
{
    switch (column) {
    case CONTESTANTS_NAME:
        return contestant->name;
    case CONTESTANTS_SECTOR:
        return contestant->sector_name;
    case CONTESTANTS_UNIT:
        return contestant->unit;
    case CONTESTANTS_TITLE:
        return contestant->title;
    case CONTESTANTS_COUNTY:
        return contestant->county;
    case CONTESTANTS_PANEL:
        return contestant->panel_name;
    default:
        return TEXT("");
    }
}

bool beside_is_kept(const struct contest *contest, size_t column)
{
    for (size_t i = 0; i < contest->contestant_count; i++) {
        const struct contestant *contestant = &contest->contestants[i];
        if (column == CONTESTANTS_STATUS || (column == CONTESTANTS_DRAW && contestant->draw > 0) ||
            kept_text(contestant, column).length > 0)
            return true;
    }
    return false;
}

/* ---- comparing ---- */

/* The next character that is no blank, in plain form; 0 at the end. Two characters of a name are often set apart. */
static uint32_t next_visible(struct text *rest)
{
    while (rest->length > 0) {
        uint32_t c = text_next_character(rest);
        if (c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000)
            continue;
        return c >= 0xFF01 && c <= 0xFF5E ? c - (0xFF01 - '!') : c;
    }
    return 0;
}

static bool are_alike(struct text a, struct text b)
{
    uint32_t left, right;
    do {
        left = next_visible(&a);
        right = next_visible(&b);
    } while (left == right && left != 0);
    return left == right;
}

static bool is_draw(struct text written, int64_t draw)
{
    struct plain plain;
    points value;
    return plain_from_text(written, &plain) && points_read(plain_text(&plain), &value) == POINTS_READ &&
           value == draw * POINTS_ONE;
}

static struct text draw_text(int64_t draw, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    sink_integer(&sink, draw);
    return sink_written(&sink);
}

/* Whether a cell and contestants.csv agree, or one of them says nothing; else what the latter says. */
static bool agrees(const struct contestant *contestant, size_t column, struct text written, struct arena *arena,
                   struct text *known)
{
    int status;
    *known = kept_text(contestant, column);
    if (column == CONTESTANTS_DRAW) {
        *known = draw_text(contestant->draw, arena);
        return contestant->draw == 0 || is_draw(written, contestant->draw);
    }
    if (column == CONTESTANTS_STATUS) {
        *known = choice_name(&contestant_status_choices, contestant->status);
        return state_find(&contestant_status_words, written, &status) && status == contestant->status;
    }
    return known->length == 0 || are_alike(*known, written);
}

static struct text cell_of(const struct record *record, size_t cell)
{
    return cell < record->count ? record->cells[cell] : TEXT("");
}

bool beside_agrees_with_contestant(const struct beside *beside, const struct record *record,
                                   const struct contestant *contestant, struct arena scratch, struct faults *faults)
{
    bool is_about = true;
    for (size_t i = 0; beside->has_contestant_cells && i < contestants_format.count; i++) {
        struct text written = cell_of(record, beside->contestant_cells[i]), known;
        struct arena arena = scratch;
        if (written.length == 0 || agrees(contestant, i, written, &arena, &known))
            continue;
        faults_add(faults, SEVERITY_ERROR, record_place(record, beside->contestant_cells[i]),
                   MESSAGE("“{1}” is not that of contestant {2}, whose {3} is “{4}” in contestants.csv", SHOWN(written),
                           contestant->id, contestants_format.columns[i].name, known),
                   MESSAGE("is the row about someone else? Put the one that is wrong right"));
        is_about = false;
    }
    return is_about;
}

bool beside_agrees_with_judge(const struct beside *beside, const struct record *record, const struct judge *judge,
                              struct faults *faults)
{
    struct text written = cell_of(record, beside->judge_name_cell);
    if (written.length == 0 || are_alike(written, judge->name))
        return true;
    faults_add(faults, SEVERITY_ERROR, record_place(record, beside->judge_name_cell),
               MESSAGE("“{1}” is not that of judge {2}, whose name is “{3}” in judges.csv", SHOWN(written), judge->id,
                       judge->name),
               MESSAGE("is the row about someone else? Put the one that is wrong right"));
    return false;
}
