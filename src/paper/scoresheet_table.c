#include "scoresheet_table.h"

#include "scoresheet_parts.h"
#include "words.h"

/* Of one who said 弃权 or 缺席 in the round, or does not compete, only who it is and the word for it is told. */
static bool tells_all(const struct scoresheet *sheet, size_t contestant)
{
    return sheets_word(sheet->standings->sheets, sheet->round, contestant) == STATUS_COMPETING &&
           scoresheet_shows(sheet, contestant);
}

static bool tells_always(enum sheet_column kind)
{
    return kind == SHEET_DRAW || kind == SHEET_NAME || kind == SHEET_SCORE;
}

/* 弃权 or 缺席 stands in place of marks where the round counts 0 for it; where there is no score it stands there. */
static bool has_word_beside_score(const struct scoresheet *sheet, size_t contestant)
{
    const struct round_result *result = scoresheet_result(sheet, contestant);
    return sheets_word(sheet->standings->sheets, sheet->round, contestant) != STATUS_COMPETING && result &&
           result->is_scored;
}

/* Columns in which that word stands, the first of them in a row. */
static bool takes_word(const struct scoresheet *sheet, enum sheet_column kind)
{
    bool is_judged = round_is_judged(scoresheet_round(sheet));
    return is_judged ? kind == SHEET_SEAT : kind == SHEET_VOTES || kind == SHEET_RESULT;
}

static void set_row(const struct scoresheet *sheet, const struct scoresheet_plan *plan, size_t row, struct table *table,
                    struct arena *arena)
{
    size_t contestant = plan->rows[row].contestant;
    int word = sheets_word(sheet->standings->sheets, sheet->round, contestant);
    bool is_first = plan->rows[row].criterion == INDEX_NONE || plan->rows[row].criterion == 0;
    bool tells = tells_all(sheet, contestant), says = is_first && has_word_beside_score(sheet, contestant);
    table->places[row] = sheet->standings->contest->contestants[contestant].place;
    for (size_t i = 0; i < plan->column_count; i++) {
        const struct planned_column *column = &plan->columns[i];
        struct table_cell *cell = table_at(table, row, i);
        if (column->kind == SHEET_SEAT && tells) {
            *cell = scoresheet_seat_cell(sheet, plan, &plan->rows[row], column->number, arena);
        } else if (takes_word(sheet, column->kind) && says) {
            *cell = scoresheet_cell_of(sheet, words_status((enum language)scoresheet_rules(sheet)->language, word),
                                       TABLE_QUIET);
            says = false;
        } else if (column->kind != SHEET_SEAT && (tells || tells_always(column->kind))) {
            *cell = scoresheet_cell(sheet, plan, row, column, arena);
        }
    }
}

struct table scoresheet_table(const struct scoresheet *sheet, struct arena *arena)
{
    struct scoresheet_plan plan = scoresheet_plan_of(sheet, arena);
    scoresheet_share_columns(sheet, &plan, arena);
    struct table table = table_with(arena, plan.column_count, plan.row_count, &sheet->styles[TABLE_HEAD], sheet->gap);
    scoresheet_set_columns(sheet, &plan, &table, arena);
    for (size_t i = 0; i < plan.row_count; i++) {
        table.has_no_rule[i] = plan.rows[i].criterion != INDEX_NONE && plan.rows[i].criterion > 0;
        set_row(sheet, &plan, i, &table, arena);
    }
    return table;
}
