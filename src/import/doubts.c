#include "doubts.h"

struct key_doubts {
    struct text name;
    unsigned doubts;
};

/* The other keys of the top level are read by nobody who reads marks. */
static const struct key_doubts of_top_level[] = {
    {TEXT_INIT("rounds"), DOUBT_MARKS | DOUBT_WEIGHTS},
    {TEXT_INIT("score"), DOUBT_WEIGHTS},
    {TEXT_INIT("awards"), DOUBT_AWARDS},
};

/* A round's keys that say what becomes of its marks, not which there may be. */
static const struct key_doubts within_sections[] = {
    {TEXT_INIT("weight"), DOUBT_WEIGHTS},       {TEXT_INIT("combine"), DOUBT_WEIGHTS},
    {TEXT_INIT("drop"), DOUBT_NOTHING},         {TEXT_INIT("min-sheets"), DOUBT_NOTHING},
    {TEXT_INIT("too-few"), DOUBT_NOTHING},      {TEXT_INIT("digits"), DOUBT_NOTHING},
    {TEXT_INIT("panel-digits"), DOUBT_NOTHING}, {TEXT_INIT("criterion-digits"), DOUBT_NOTHING},
    {TEXT_INIT("overtime"), DOUBT_NOTHING},     {TEXT_INIT("missing"), DOUBT_NOTHING},
    {TEXT_INIT("scale"), DOUBT_NOTHING},        {TEXT_INIT("floor"), DOUBT_NOTHING},
};

#define LENGTH(rows) (sizeof(rows) / sizeof *(rows))

static unsigned find(const struct key_doubts *rows, size_t count, struct text name, unsigned otherwise)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal(rows[i].name, name))
            return rows[i].doubts;
    return otherwise;
}

unsigned doubts_in_key(const struct key_table *table, struct text name)
{
    if (table == &contest_keys)
        return find(of_top_level, LENGTH(of_top_level), name, DOUBT_NOTHING);
    return find(within_sections, LENGTH(within_sections), name, DOUBT_MARKS | DOUBT_AWARDS);
}

unsigned doubts_in_unknown_key(const struct key_table *table)
{
    /* A misspelt `score` says how weights are meant; a misspelt `rounds` is missing as well. */
    return table == &contest_keys ? DOUBT_WEIGHTS : DOUBT_EVERYTHING;
}
