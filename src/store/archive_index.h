/* An index over many archives, to list and to search: made from them, never the other way, and made anew wherever it is of no
 * use. Only archives of which each hash holds go into it.
 *
 * Full text is FTS5's, which knows no hanzi words: every character is a word of its own here, written as its code, and what is
 * asked for is a phrase of them. So 小明 finds 王小明, and 王伟 is found with two characters. */
#ifndef BIWU_ARCHIVE_INDEX_H
#define BIWU_ARCHIVE_INDEX_H

#include "archive_entry.h"
#include "database.h"

struct archive_index {
    struct database database;
    bool is_of_other_version;
};

/* What a file system tells of a file: another one has another, also one that was given the same name and size. */
struct file_state {
    int64_t size, inode;
    int64_t changed[2]; /* seconds, nanoseconds */
};

/* Opens the index that lies in this file, or an empty one; NULL: one in memory. False where the file is of no use. Close it in
 * either case. */
bool archive_index_open(struct archive_index *index, const char *path);
void archive_index_close(struct archive_index *index);
/* Of one that could not be opened, or not be written: whether the file might as well be removed. */
bool archive_index_is_useless(const struct archive_index *index);

/* ---- bringing it up to date: begin, has for each file, drop, put for each new one, end ---- */

void archive_index_begin(struct archive_index *index);
/* Whether it has the archive of this path in this state; it then stays. */
bool archive_index_has(struct archive_index *index, struct text path, struct file_state state);
/* Removes all for which it was not asked, or said no. */
void archive_index_drop_others(struct archive_index *index);
void archive_index_put(struct archive_index *index, struct text path, struct file_state state,
                       const struct archive_entry *entry, struct arena scratch);
/* False where it could not be written. */
bool archive_index_end(struct archive_index *index);

/* ---- reading ---- */

struct listed_archive {
    struct text path, contest, level, signed_on, key; /* as in struct archive_entry */
    struct text date;                                 /* the contest's, else that of signing */
    size_t revision, contestants;
    /* Path of the archive that holds a correction of it, or, of two of one result, of the other; empty. Of one that is signed
     * only another of the same key. */
    struct text replaced_by;
};

struct listed_archives {
    struct listed_archive *items; /* by date, then by path */
    size_t count, capacity;
};

struct found_result {
    struct text path, contest, level, date;
    struct text key; /* the fingerprint of who signed the archive; empty: nobody did */
    size_t revision;
    struct archive_result result;
};

struct found_results {
    struct found_result *items; /* by date, by path, in the order of the standings */
    size_t count, capacity;
};

struct index_question {
    const struct text *words; /* each is found in the name, unit, sector, award, contest or id of a result */
    size_t word_count;
    struct text sector; /* that alone; no bytes: all */
};

/* Whether a word has a character that is looked for: blanks, dots and other ASCII punctuation are none. */
bool index_word_is_sound(struct text word, struct arena scratch);

/* False where the index cannot be read. Texts live in `arena`. */
bool archive_index_list(struct archive_index *index, struct arena *arena, struct listed_archives *archives);
/* Of archives that no other replaces. */
bool archive_index_search(struct archive_index *index, const struct index_question *question, struct arena *arena,
                          struct found_results *results);

#endif
