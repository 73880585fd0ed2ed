#include "summary_tables.h"

#include "rule_words.h"
#include "score_text.h"
#include "words.h"

/* What people are counted by; awards follow from COUNT_AWARDS on. */
enum {
    COUNT_ENTERED,
    COUNT_RANKED,
    COUNT_STATUSES,
    COUNT_WAITING = COUNT_STATUSES + STATUS_EXHIBITION,
    COUNT_PROMOTED,
    COUNT_AWARDS
};

/* So many in each row of a table, by what they are counted by; the last row is for all. */
struct counting {
    const struct standings *standings;
    const struct standing **standing_of; /* by contestant; NULL: unranked */
    size_t *counts;
    size_t rows, columns;
};

static struct counting counting_of(const struct standings *standings, size_t rows, struct arena *arena)
{
    size_t columns = COUNT_AWARDS + standings->contest->rules.award_count;
    const struct standing **standing_of =
        ARENA_ARRAY(arena, const struct standing *, standings->contest->contestant_count);
    for (size_t s = 0; s < standings->sector_count; s++)
        for (size_t i = 0; i < standings->sectors[s].ranking_count; i++) {
            const struct standing *standing = &standings->sectors[s].ranking[i];
            standing_of[standing->placing.contestant] = standing;
        }
    size_t *counts = ARENA_ARRAY(arena, size_t, (rows + 1) * columns);
    return (struct counting){standings, standing_of, counts, rows, columns};
}

static size_t count_at(const struct counting *counting, size_t row, size_t column)
{
    return counting->counts[row * counting->columns + column];
}

static void count_one(struct counting *counting, size_t row, size_t column)
{
    counting->counts[row * counting->columns + column]++;
    counting->counts[counting->rows * counting->columns + column]++;
}

static void count_person(struct counting *counting, size_t row, size_t contestant)
{
    const struct standing *standing = counting->standing_of[contestant];
    int status = sheets_status(counting->standings->sheets, contestant);
    count_one(counting, row, COUNT_ENTERED);
    if (!standing) {
        count_one(counting, row, status == STATUS_COMPETING ? COUNT_WAITING : COUNT_STATUSES + (size_t)status - 1);
        return;
    }
    count_one(counting, row, COUNT_RANKED);
    if (standing->promotion.is_promoted)
        count_one(counting, row, COUNT_PROMOTED);
    if (standing->award != INDEX_NONE)
        count_one(counting, row, COUNT_AWARDS + standing->award);
}

/* ---- columns ---- */

static struct text count_head(const struct rules *rules, size_t column, struct arena *arena)
{
    if (column >= COUNT_AWARDS)
        return rules->awards[column - COUNT_AWARDS].name;
    if (column == COUNT_ENTERED || column == COUNT_RANKED)
        return rule_say(rules, arena, column == COUNT_ENTERED ? "summary.entered" : "summary.ranked", NULL);
    if (column == COUNT_WAITING || column == COUNT_PROMOTED)
        return rule_say(rules, arena, column == COUNT_WAITING ? "leaderboard.waiting" : "leaderboard.promotion", NULL);
    return words_status((enum language)rules->language, (int)(column - COUNT_STATUSES) + 1);
}

static struct column head_column(struct text head)
{
    enum { LINES = 2 };
    return (struct column){.head = head, .alignment = ALIGN_LEFT, .most_lines = LINES};
}

static struct column number_column(struct text head)
{
    return (struct column){.head = head, .alignment = ALIGN_NUMBER, .most_lines = 1, .group = 1};
}

/* Nobody is a dash: numbers stand out. */
static struct text count_text(const struct rules *rules, size_t count, struct arena *arena)
{
    return count > 0 ? number_text((int64_t)count, arena) : wording_plain((enum language)rules->language, "none");
}

static void set_cell(struct table *table, size_t row, size_t column, struct text text, const struct style *styles)
{
    bool is_sum = row + 1 == table->row_count;
    *table_at(table, row, column) =
        (struct table_cell){.text = text, .style = &styles[is_sum ? TABLE_STRONG : TABLE_PLAIN]};
}

/* Adds a column of counts at the right. */
static void add_counts(struct table *table, size_t column, const struct counting *counting, size_t counted,
                       const struct style *styles, struct arena *arena)
{
    const struct rules *rules = &counting->standings->contest->rules;
    table->columns[column] = number_column(count_head(rules, counted, arena));
    for (size_t row = 0; row < table->row_count; row++)
        set_cell(table, row, column, count_text(rules, count_at(counting, row, counted), arena), styles);
}

/* An award that nobody has is told, too. */
static bool has_column(const struct counting *counting, size_t counted)
{
    return counted >= COUNT_AWARDS || count_at(counting, counting->rows, counted) > 0;
}

/* ---- by sector ---- */

struct table summary_by_sector(const struct standings *standings, const struct style *styles, double gap,
                               struct arena *arena)
{
    const struct contest *contest = standings->contest;
    struct counting counting = counting_of(standings, contest->sector_count, arena);
    for (size_t i = 0; i < contest->contestant_count; i++)
        count_person(&counting, contest->contestants[i].sector, i);

    size_t columns = 1, rows = contest->sector_count + (contest->sector_count > 1); /* one sector is all */
    for (size_t counted = 0; counted < counting.columns; counted++)
        columns += has_column(&counting, counted);
    struct table table = table_with(arena, columns, rows, &styles[TABLE_HEAD], gap);
    table.columns[0] = head_column(rule_say(&contest->rules, arena, "summary.sector", NULL));
    for (size_t row = 0; row < contest->sector_count; row++)
        set_cell(&table, row, 0, contest->sectors[row].name, styles);
    if (rows > contest->sector_count)
        set_cell(&table, contest->sector_count, 0, rule_say(&contest->rules, arena, "summary.all", NULL), styles);
    for (size_t counted = 0, column = 1; counted < counting.columns; counted++)
        if (has_column(&counting, counted))
            add_counts(&table, column++, &counting, counted, styles, arena);
    return table;
}

/* ---- by county ---- */

/* Counties in their order, and for each contestant which one it is. */
struct counties {
    struct texts names;
    size_t *of; /* by contestant; names.count: none */
    bool has_strays;
};

static struct counties counties_of(const struct standings *standings, struct arena *arena)
{
    const struct contest *contest = standings->contest;
    const struct texts *listed = &contest->rules.publish_order.counties;
    struct index known = index_in(arena);
    struct counties all = {.of = ARENA_ARRAY(arena, size_t, contest->contestant_count)};
    struct text *names = ARENA_ARRAY(arena, struct text, listed->count + contest->contestant_count);
    bool *is_named = ARENA_ARRAY(arena, bool, listed->count + contest->contestant_count);
    size_t count = 0, kept = 0;
    for (size_t i = 0; i < listed->count; i++) {
        index_add(&known, listed->items[i], count);
        names[count++] = listed->items[i];
    }
    for (size_t i = 0; i < contest->contestant_count; i++) {
        struct text county = contest->contestants[i].county;
        size_t at = county.length > 0 ? index_find(&known, county) : INDEX_NONE;
        if (at == INDEX_NONE && county.length > 0) {
            index_add(&known, county, at = count);
            names[count++] = county;
        }
        all.of[i] = at;
        all.has_strays = all.has_strays || at == INDEX_NONE;
        if (at != INDEX_NONE)
            is_named[at] = true;
    }
    /* Those that nobody comes from go. */
    size_t *renumbered = ARENA_ARRAY(arena, size_t, count);
    for (size_t i = 0; i < count; i++) {
        renumbered[i] = kept;
        if (is_named[i])
            names[kept++] = names[i];
    }
    for (size_t i = 0; i < contest->contestant_count; i++)
        all.of[i] = all.of[i] == INDEX_NONE ? kept : renumbered[all.of[i]];
    all.names = (struct texts){names, kept};
    return all;
}

size_t summary_count_counties(const struct standings *standings, struct arena scratch)
{
    return counties_of(standings, &scratch).names.count;
}

static void add_sector(struct table *table, size_t column, const struct standings *standings,
                       const struct counties *counties, size_t sector, const struct style *styles, struct arena *arena)
{
    const struct contest *contest = standings->contest;
    const struct sector *members = &contest->sectors[sector];
    size_t *counts = ARENA_ARRAY(arena, size_t, table->row_count + 1);
    for (size_t i = 0; i < members->contestant_count; i++)
        counts[counties->of[members->contestants[i]]]++;
    counts[table->row_count - 1] = members->contestant_count;
    table->columns[column] = number_column(members->name);
    for (size_t row = 0; row < table->row_count; row++)
        set_cell(table, row, column, count_text(&contest->rules, counts[row], arena), styles);
}

struct table summary_by_county(const struct standings *standings, struct summary_choice choice,
                               const struct style *styles, double gap, struct arena *arena)
{
    const struct contest *contest = standings->contest;
    const struct rules *rules = &contest->rules;
    struct counties counties = counties_of(standings, arena);
    size_t rows = counties.names.count + counties.has_strays, columns = 2, column = 1;
    columns += choice.has_sectors ? contest->sector_count : 0;
    columns += choice.has_awards ? rules->award_count : 0;
    struct counting counting = counting_of(standings, rows, arena);
    for (size_t i = 0; i < contest->contestant_count; i++)
        count_person(&counting, counties.of[i], i);

    struct table table = table_with(arena, columns, rows + 1, &styles[TABLE_HEAD], gap);
    table.columns[0] = head_column(rule_say(rules, arena, "leaderboard.team.county", NULL));
    for (size_t row = 0; row < rows; row++)
        set_cell(&table, row, 0,
                 row < counties.names.count ? counties.names.items[row] : rule_say(rules, arena, "summary.stray", NULL),
                 styles);
    set_cell(&table, rows, 0, rule_say(rules, arena, "summary.all", NULL), styles);
    for (size_t i = 0; choice.has_sectors && i < contest->sector_count; i++)
        add_sector(&table, column++, standings, &counties, i, styles, arena);
    add_counts(&table, column++, &counting, COUNT_ENTERED, styles, arena);
    for (size_t i = 0; choice.has_awards && i < rules->award_count; i++)
        add_counts(&table, column++, &counting, COUNT_AWARDS + i, styles, arena);
    return table;
}
