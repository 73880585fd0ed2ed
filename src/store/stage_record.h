/* What has become of a result beyond its computation: announced, under public notice, the notice over. Each is recorded
 * once, in FOLDER/revisions/stages/NNN/stage.json, and stays. docs/reference/revisions.md is the contract. */
#ifndef BIWU_STAGE_RECORD_H
#define BIWU_STAGE_RECORD_H

#include "revision.h"

enum stage_kind {
    STAGE_ANNOUNCED, /* 已宣布: read out in the hall, not signed yet */
    STAGE_NOTICE,    /* 公示: an official result is on public notice */
    STAGE_EXPIRED,   /* 公示期满: the period has passed */
    STAGE_COUNT
};
extern const struct text stage_names[STAGE_COUNT]; /* in JSON */
extern const struct text stage_words[STAGE_COUNT]; /* in Chinese */

struct stage_record {
    size_t number; /* from 1; 0: there is none */
    enum stage_kind kind;
    struct text time, by;
    struct text result;   /* the result hash that it is about */
    size_t revision;      /* 0: of no revision */
    struct text manifest; /* SHA-256 of that revision's manifest */
    struct text from, to; /* of STAGE_NOTICE: first and last day, 2023-10-27 */
    size_t working_days;  /* of those */
    struct text former;   /* SHA-256 of the stage.json before; empty in the first */
    struct text sha256;   /* of its own */
};

/* The day on which it was recorded: 2023-10-26. */
struct text stage_record_day(const struct stage_record *stage);
/* The number of the newest, 0 where there is none. */
size_t stage_records_count(const char *folder, struct arena scratch);
/* False and a warning where it cannot be read. */
bool stage_record_read(const char *folder, size_t number, struct arena *arena, struct faults *faults,
                       struct stage_record *stage);
/* Writes it as the one of its number; sets its sha256. */
enum whole_outcome stage_record_write(const char *folder, struct stage_record *stage, struct arena *arena,
                                      struct arena scratch, struct faults *faults);

#endif
