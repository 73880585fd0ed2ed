#include "roster_csv.h"

struct roster_column {
    struct text name;
    size_t offset; /* of its text in struct roster_row */
    bool is_always_there;
};

static const struct roster_column columns[] = {
    {TEXT_INIT("id"), offsetof(struct roster_row, id), true},
    {TEXT_INIT("name"), offsetof(struct roster_row, name), true},
    {TEXT_INIT("sector"), offsetof(struct roster_row, sector), true},
    {TEXT_INIT("unit"), offsetof(struct roster_row, unit), false},
    {TEXT_INIT("title"), offsetof(struct roster_row, title), false},
    {TEXT_INIT("county"), offsetof(struct roster_row, county), false},
};
enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

static struct text cell_of(const struct roster_row *row, const struct roster_column *column)
{
    return *(const struct text *)((const char *)row + column->offset);
}

static bool is_shown(const struct roster_column *column, const struct roster_row *rows, size_t count)
{
    bool is_filled = column->is_always_there;
    for (size_t i = 0; !is_filled && i < count; i++)
        is_filled = cell_of(&rows[i], column).length > 0;
    return is_filled;
}

struct text roster_csv(const struct roster_row *rows, size_t count, enum csv_reader reader, struct arena *arena)
{
    const struct roster_column *shown[COLUMN_COUNT];
    size_t shown_count = 0;
    struct csv_page page = csv_page_for(reader, arena);
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        if (is_shown(&columns[i], rows, count))
            shown[shown_count++] = &columns[i];

    for (size_t i = 0; i < shown_count; i++)
        csv_page_cell(&page, shown[i]->name);
    csv_page_end_row(&page);
    for (size_t r = 0; r < count; r++) {
        for (size_t i = 0; i < shown_count; i++)
            csv_page_words(&page, cell_of(&rows[r], shown[i]));
        csv_page_end_row(&page);
    }
    return csv_page_written(&page);
}
