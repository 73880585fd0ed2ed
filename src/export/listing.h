/* A list of records, in the forms that people and programs read. */
#ifndef BIWU_LISTING_H
#define BIWU_LISTING_H

#include "csv_page.h"
#include "style.h"

enum listed {
    LISTED_TEXT,
    LISTED_LONG,  /* a text that is broken into lines where the terminal is too narrow */
    LISTED_SCORE, /* a text to programs, aligned at the right */
    LISTED_COUNT, /* a number to programs: digits alone */
};

struct listing_column {
    struct text key;     /* in CSV's header and JSON, plain ASCII */
    const char *heading; /* English, translatable */
    enum listed kind;
};

struct listing {
    const struct listing_column *columns;
    size_t column_count;
    const struct text *cells; /* row after row; what does not apply is empty */
    size_t row_count;
};

/* For a terminal; without the columns in which nothing stands. */
struct text listing_table(const struct listing *listing, const struct style *style, struct arena *arena,
                          struct arena scratch);
struct text listing_csv(const struct listing *listing, enum csv_reader reader, struct arena *arena);
/* A list of objects; what is empty is left out. Needs well-formed UTF-8. */
struct text listing_json(const struct listing *listing, struct arena *arena, struct arena scratch);

#endif
