/* What is wrong, where, and what to do about it. Reading goes on after a fault; all of them are reported.
 *
 * A message is a format in English with {1}…{4} for its arguments. It is kept apart from them so that the door that
 * prints it can translate the format first. */
#ifndef BIWU_FAULT_H
#define BIWU_FAULT_H

#include <stddef.h>

#include "text.h"

enum { MESSAGE_ARGUMENTS = 4 };

struct message {
    const char *format;                           /* NULL: no message */
    struct text arguments[MESSAGE_ARGUMENTS + 1]; /* the last is never used: it lets MESSAGE take none at all */
};

/* MESSAGE(format, argument…): the format is a literal, each argument a struct text. */
#define MESSAGE(...) ((struct message){MESSAGE_PARTS(__VA_ARGS__, )})
/* clang-format off */
#define MESSAGE_PARTS(format, ...) format, {__VA_ARGS__ (struct text){0}}
/* clang-format on */
#define NO_HINT ((struct message){0})

/* A copy that lives in `arena`; the arguments stay where they are. */
const struct message *message_kept(struct arena *arena, struct message message);

/* Writes `format`, which may be a translation of message->format, with the arguments in their places. */
void message_write(struct sink *sink, const struct message *message, const char *format);

enum severity {
    SEVERITY_WARNING, /* the result stands, perhaps provisional */
    SEVERITY_ERROR,   /* the data is wrong: nothing is written */
    SEVERITY_FAILURE, /* the world failed: disk, memory, library */
};

/* Where: a line of 0 means the whole file; a column of 0 the whole line. Columns count characters, from 1; in a workbook
 * line and column are those of the cell. */
struct place {
    struct text file;
    size_t line, column;
    uint32_t row, cell; /* of a table, as spreadsheets count them, from 1: C5 is row 5, cell 3; 0 where there is none */
};

struct fault {
    enum severity severity;
    struct place place;
    struct message what, hint;
};

/* The same fault (one format in one file) is kept this often; from then on it is only counted. */
enum { FAULTS_KEPT_OF_A_KIND = 20 };

/* Of one format in one file, how often it came. */
struct fault_kind {
    const char *format;
    struct text file;
    enum severity severity;
    size_t count;
};

struct faults {
    struct arena *arena; /* holds the list; texts in messages are copied into it. NULL: they are only counted */
    struct fault *items;
    size_t count, capacity;
    struct fault_kind *kinds;
    size_t kind_count, kind_capacity;
    size_t by_severity[SEVERITY_FAILURE + 1]; /* all of them, kept or only counted */
};

struct faults faults_in(struct arena *arena);
void faults_add(struct faults *faults, enum severity severity, struct place place, struct message what,
                struct message hint);
/* Adds those of another collector, which has an arena, each at least as severe as `least`. What was only counted there is
 * only counted here. Their texts stay where they are, but for what is copied into the arena. */
void faults_join(struct faults *faults, const struct faults *others, enum severity least);
/* All so far, kept or not. */
size_t faults_told(const struct faults *faults);
/* Errors and failures so far: neither is there when a result may be written. */
size_t faults_grave(const struct faults *faults);
/* Puts them in the order file (as first met), line, column; equal ones keep theirs. */
void faults_sort(struct faults *faults, struct arena scratch);

#endif
