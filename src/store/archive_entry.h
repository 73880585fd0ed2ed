/* What an archive says of its contest and of everybody in it: what a list or an index of many archives needs. */
#ifndef BIWU_ARCHIVE_ENTRY_H
#define BIWU_ARCHIVE_ENTRY_H

#include "archive.h"

/* Of a contestant, a team, or a unit that was given a special award: what does not apply is empty, or 0. */
struct archive_result {
    struct text sector;
    struct text contestant, name, unit; /* id and name; of a team its name and no id, of a unit the unit alone */
    size_t rank, of;                    /* of how many that have one */
    struct text final, award;           /* as printed; special awards of a contestant are joined to the award */
    struct text status;                 /* of who has no rank: competing, withdrawn … */
};

struct archive_entry {
    struct text contest, level, date; /* as contest.yaml has them; the last two may be empty */
    struct text signed_on;            /* the day on which it became official: 2023-10-26 */
    size_t revision;
    struct text manifest; /* SHA-256 of the revision's manifest.json, which no other result has */
    struct text *former;  /* the same of those that it corrects */
    size_t former_count, former_capacity;
    struct text key;                /* the fingerprint of who signed the archive; empty: nobody did */
    struct archive_result *results; /* in the order of standings.json */
    size_t count, capacity;
};

/* Reads one that archive_read() found sound. False where manifest.json or standings.json is not what biwu writes, or a
 * text has control characters, more than one line or more than 16 MiB. All texts live in `arena`. */
bool archive_entry_read(const struct archive *archive, struct arena *arena, struct archive_entry *entry);

#endif
