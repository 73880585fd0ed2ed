#include "leaderboard_fit.h"

#include "leaderboard_table.h"
#include "leaderboard_teams.h"
#include "palette.h"

/* With more rounds than these, a table too wide is their doing. */
enum { ROUNDS_BESIDE_TEXTS = 8 };

/* Tried in this order until the columns fit side by side; smaller type has a smaller gap. */
static const struct setting {
    double size, gap;
    bool is_landscape, is_tight;
    enum squeeze squeeze;
} settings[] = {
    {SIZE_TEXT, 9, false, false, SQUEEZE_SMALL}, {SIZE_TEXT, 9, false, true, SQUEEZE_SMALL},
    {SIZE_TEXT, 9, true, false, SQUEEZE_SMALL},  {SIZE_TEXT, 9, true, true, SQUEEZE_SMALL},
    {SIZE_TEXT, 9, true, true, SQUEEZE_CROWDED}, {9, 6, true, true, SQUEEZE_CROWDED},
    {8, 4, true, true, SQUEEZE_CROWDED},
};

/* A table of so many rows does not go onto one lying page with what stands over and under it, but may onto an upright one
 * with names in several lines; the room that is left for it there. */
enum { ROWS_UPRIGHT_LEAST = 8, ROWS_UPRIGHT_MOST = 24, NAME_LINES = 2 };
static const struct setting upright = {SIZE_TEXT, 9, false, true, SQUEEZE_CROWDED};
static const double ROOM_UPRIGHT = MM(145);

/* One section while its tables are fitted. */
struct fitting {
    const struct standings *standings;
    const struct sector_standings *sector; /* NULL: the teams */
    struct canvas *canvas;
    struct typesetter *typesetter;
};

static struct table main_table(const struct fitting *fitting, const struct setting *setting, bool has_rounds)
{
    struct arena *arena = fitting->typesetter->arena;
    const struct style *styles = table_styles(setting->size, arena);
    if (!fitting->sector)
        return leaderboard_teams_table(fitting->standings, styles, setting->gap, arena);
    return leaderboard_table(fitting->standings, fitting->sector, has_rounds, styles, setting->gap, arena);
}

static bool fit_by(const struct fitting *fitting, const struct setting *setting, struct leaderboard_tables *tables)
{
    tables->flow = flow_on(fitting->canvas, fitting->typesetter, setting->is_landscape);
    return table_fit(&tables->main, fitting->typesetter, flow_width(&tables->flow), setting->is_tight,
                     setting->squeeze);
}

static bool fits_upright_page(const struct fitting *fitting, bool has_rounds, struct leaderboard_tables *tables)
{
    struct table *table = &tables->main;
    *table = main_table(fitting, &upright, has_rounds);
    if (table->row_count < ROWS_UPRIGHT_LEAST || table->row_count > ROWS_UPRIGHT_MOST)
        return false;
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].alignment == ALIGN_LEFT && table->columns[i].most_lines < NAME_LINES)
            table->columns[i].most_lines = NAME_LINES;
    tables->flow = flow_on(fitting->canvas, fitting->typesetter, false);
    return table_fit(table, fitting->typesetter, flow_width(&tables->flow), upright.is_tight, upright.squeeze) &&
           table_height(table, fitting->typesetter) <= ROOM_UPRIGHT;
}

static bool fit_main(const struct fitting *fitting, bool has_rounds, struct leaderboard_tables *tables)
{
    bool was_lying = false;
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
        bool begins_lying = settings[i].is_landscape && !was_lying;
        was_lying = settings[i].is_landscape;
        if (begins_lying && fits_upright_page(fitting, has_rounds, tables))
            return true;
        if (i == 0 || begins_lying || settings[i].gap < settings[i - 1].gap) /* else it is the same, and measured */
            tables->main = main_table(fitting, &settings[i], has_rounds);
        if (fit_by(fitting, &settings[i], tables))
            return true;
    }
    return false;
}

/* The rounds shared out over so many tables. */
static bool fit_rounds(const struct fitting *fitting, size_t count, struct leaderboard_tables *tables)
{
    struct arena *arena = fitting->typesetter->arena;
    const struct style *styles = table_styles(SIZE_TEXT, arena);
    size_t rounds = fitting->standings->contest->rules.round_count, each = (rounds + count - 1) / count;
    tables->rounds = ARENA_ARRAY(arena, struct table, count);
    tables->rounds_count = 0;
    for (size_t first = 0; first < rounds; first += each) {
        struct table *table = &tables->rounds[tables->rounds_count++];
        *table =
            leaderboard_rounds_table(fitting->standings, fitting->sector, first,
                                     first + each < rounds ? each : rounds - first, styles, settings[0].gap, arena);
        if (!table_fit(table, fitting->typesetter, flow_width(&tables->flow), true, SQUEEZE_SMALL))
            return false;
    }
    return true;
}

static bool fit_apart(const struct fitting *fitting, struct leaderboard_tables *tables)
{
    if (!fit_main(fitting, false, tables))
        return false;
    for (size_t count = 1; count <= fitting->standings->contest->rules.round_count; count++)
        if (fit_rounds(fitting, count, tables))
            return true;
    tables->main = tables->rounds[0];
    return false;
}

bool leaderboard_fit(const struct standings *standings, const struct sector_standings *sector, struct canvas *canvas,
                     struct typesetter *typesetter, struct leaderboard_tables *tables)
{
    struct fitting fitting = {standings, sector, canvas, typesetter};
    bool has_many = sector && standings->contest->rules.round_count > ROUNDS_BESIDE_TEXTS;
    *tables = (struct leaderboard_tables){0};
    if (fit_main(&fitting, true, tables) || (has_many && fit_apart(&fitting, tables)))
        return true;
    table_blame(&tables->main, typesetter);
    return false;
}
