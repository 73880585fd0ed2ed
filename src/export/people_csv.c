#include "people_csv.h"

#include "csv_page.h"
#include "figures.h"
#include "words.h"

/* What stands in a column for one person; empty where nothing does. */
typedef struct text cell_fn(const struct contest *contest, size_t person, struct arena *scratch);

struct people_column {
    struct text heading;
    cell_fn *cell;
    bool is_always_there;
};

/* ---- contestants ---- */

#define CONTESTANT_TEXT(field)                                                                                         \
    static struct text contestant_##field(const struct contest *contest, size_t person, struct arena *scratch)         \
    {                                                                                                                  \
        (void)scratch;                                                                                                 \
        return contest->contestants[person].field;                                                                     \
    }
CONTESTANT_TEXT(id)
CONTESTANT_TEXT(name)
CONTESTANT_TEXT(sector_name)
CONTESTANT_TEXT(unit)
CONTESTANT_TEXT(title)
CONTESTANT_TEXT(county)
CONTESTANT_TEXT(panel_name)
CONTESTANT_TEXT(veto)

static struct text contestant_draw(const struct contest *contest, size_t person, struct arena *scratch)
{
    int64_t draw = contest->contestants[person].draw;
    return draw > 0 ? figure_count(scratch, (size_t)draw) : TEXT("");
}

static struct text contestant_status(const struct contest *contest, size_t person, struct arena *scratch)
{
    int status = contest->contestants[person].status;
    (void)scratch;
    return status == STATUS_COMPETING ? TEXT("") : words_status(LANGUAGE_CHINESE, status);
}

static const struct people_column contestant_columns[] = {
    {TEXT_INIT("编号"), contestant_id, true},
    {TEXT_INIT("姓名"), contestant_name, true},
    {TEXT_INIT("领域"), contestant_sector_name, true},
    {TEXT_INIT("单位"), contestant_unit, false},
    {TEXT_INIT("职务"), contestant_title, false},
    {TEXT_INIT("旗县区"), contestant_county, false},
    {TEXT_INIT("评委组"), contestant_panel_name, false},
    {TEXT_INIT("出场序号"), contestant_draw, false},
    {TEXT_INIT("状态"), contestant_status, false},
    {TEXT_INIT("一票否决"), contestant_veto, false},
};
enum { CONTESTANT_COLUMNS = sizeof contestant_columns / sizeof *contestant_columns };

/* ---- judges ---- */

#define JUDGE_TEXT(field)                                                                                              \
    static struct text judge_##field(const struct contest *contest, size_t person, struct arena *scratch)              \
    {                                                                                                                  \
        (void)scratch;                                                                                                 \
        return contest->judges[person].field;                                                                          \
    }
JUDGE_TEXT(id)
JUDGE_TEXT(name)
JUDGE_TEXT(unit)
JUDGE_TEXT(county)
JUDGE_TEXT(panel_names)

static struct text judge_weight(const struct contest *contest, size_t person, struct arena *scratch)
{
    points weight = contest->judges[person].weight;
    return weight == POINTS_ONE ? TEXT("") : figure_points(scratch, weight);
}

static struct text judge_status(const struct contest *contest, size_t person, struct arena *scratch)
{
    (void)scratch;
    return contest->judges[person].is_void ? TEXT("作废") : TEXT("");
}

static const struct people_column judge_columns[] = {
    {TEXT_INIT("编号"), judge_id, true},
    {TEXT_INIT("姓名"), judge_name, true},
    {TEXT_INIT("单位"), judge_unit, false},
    {TEXT_INIT("旗县区"), judge_county, false},
    {TEXT_INIT("评委组"), judge_panel_names, false},
    {TEXT_INIT("权重"), judge_weight, false},
    {TEXT_INIT("状态"), judge_status, false},
};
enum { JUDGE_COLUMNS = sizeof judge_columns / sizeof *judge_columns };

/* ---- pages ---- */

static bool is_shown(const struct people_column *column, const struct contest *contest, size_t people,
                     struct arena scratch)
{
    bool is_filled = column->is_always_there;
    for (size_t i = 0; !is_filled && i < people; i++) {
        struct arena of_cell = scratch;
        is_filled = column->cell(contest, i, &of_cell).length > 0;
    }
    return is_filled;
}

/* Those of the columns that are shown; gives their number. */
static size_t choose_columns(const struct people_column *columns, size_t count, const struct contest *contest,
                             size_t people, struct arena scratch, const struct people_column **shown)
{
    size_t shown_count = 0;
    for (size_t i = 0; i < count; i++)
        if (is_shown(&columns[i], contest, people, scratch))
            shown[shown_count++] = &columns[i];
    return shown_count;
}

static void write_headings(struct csv_page *page, const struct people_column *const *shown, size_t count)
{
    for (size_t i = 0; i < count; i++)
        csv_page_cell(page, shown[i]->heading);
}

static void write_cells(struct csv_page *page, const struct people_column *const *shown, size_t count,
                        const struct contest *contest, size_t person, struct arena scratch)
{
    for (size_t i = 0; i < count; i++)
        csv_page_words(page, shown[i]->cell(contest, person, &scratch));
}

/* Whether a column that a tie key names is one of those already shown. */
static bool is_among(struct text name, const struct people_column *const *shown, size_t count)
{
    bool is_among = false;
    for (size_t i = 0; i < count; i++)
        is_among = is_among || text_equal(name, shown[i]->heading);
    return is_among;
}

static void write_tie_columns(struct csv_page *page, const struct people_column *const *shown, size_t count,
                              const struct contest *contest, const struct contestant *contestant, struct arena scratch)
{
    const struct texts *names = &contest->rules.columns;
    for (size_t i = 0; i < names->count; i++) {
        bool is_set = contestant && contestant->columns && contestant->columns[i].is_set;
        if (is_among(names->items[i], shown, count))
            continue;
        if (contestant)
            csv_page_cell(page, is_set ? figure_points(&scratch, contestant->columns[i].value) : TEXT(""));
        else
            csv_page_words(page, names->items[i]);
    }
}

struct text contestants_csv(const struct contest *contest, struct arena *arena, struct arena scratch)
{
    const struct people_column *shown[CONTESTANT_COLUMNS];
    struct csv_page page = csv_page_for(CSV_FOR_SPREADSHEET, arena);
    size_t count =
        choose_columns(contestant_columns, CONTESTANT_COLUMNS, contest, contest->contestant_count, scratch, shown);
    write_headings(&page, shown, count);
    write_tie_columns(&page, shown, count, contest, NULL, scratch);
    csv_page_end_row(&page);
    for (size_t c = 0; c < contest->contestant_count; c++) {
        write_cells(&page, shown, count, contest, c, scratch);
        write_tie_columns(&page, shown, count, contest, &contest->contestants[c], scratch);
        csv_page_end_row(&page);
    }
    return csv_page_written(&page);
}

struct text judges_csv(const struct contest *contest, struct arena *arena, struct arena scratch)
{
    const struct people_column *shown[JUDGE_COLUMNS];
    struct csv_page page = csv_page_for(CSV_FOR_SPREADSHEET, arena);
    size_t count = choose_columns(judge_columns, JUDGE_COLUMNS, contest, contest->judge_count, scratch, shown);
    write_headings(&page, shown, count);
    csv_page_end_row(&page);
    for (size_t j = 0; j < contest->judge_count; j++) {
        write_cells(&page, shown, count, contest, j, scratch);
        csv_page_end_row(&page);
    }
    return csv_page_written(&page);
}
