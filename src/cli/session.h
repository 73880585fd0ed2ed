/* One run of one command: memory, what was asked for, and what has been read so far. */
#ifndef BIWU_SESSION_H
#define BIWU_SESSION_H

#include "command.h"
#include "keyring.h"
#include "memory.h"
#include "official.h"
#include "standings.h"

struct session {
    struct memory memory;
    struct request request;
    struct faults faults;
    struct contest contest;
    struct sheets sheets;
    struct standings standings;
    struct official official;
    struct keyring keyring;
    struct sink besides; /* paths of files that were read besides those of the contest, a NUL behind each */
};

struct session session_begin(void);
void session_end(struct session *session);

/* Reads the contest folder that the request names first and computes the standings. False where there are errors or
 * failures; the faults are then printed. */
bool session_read(struct session *session);
/* Reads it and computes nothing: for what needs no result. */
bool session_read_contest(struct session *session);
/* As session_read(), and prints nothing. */
bool session_compute(struct session *session, const char *folder);
/* The same, but what the standings report goes to `of_result`, and nothing concludes from changes since a revision. */
bool session_compute_apart(struct session *session, const char *folder, struct faults *of_result);
/* The same of this folder, and prints. What an earlier one left in the session is given up. */
bool session_read_folder(struct session *session, const char *folder);

/* Notes a file that was read, or looked for, besides those of the contest: --watch follows it. */
void session_note_file(struct session *session, const char *path);

/* Prints the faults; the exit code that they ask for. Call once, after the last fault. */
enum exit_code session_close(struct session *session);
/* The exit code alone. */
enum exit_code session_exit(const struct session *session);

/* The value of an option as a text, empty where it was not given. */
struct text session_option(const struct session *session, enum option_kind kind);

/* Wrong usage: says so, below the warnings so far; gives EXIT_USAGE. */
enum exit_code session_misused(struct session *session, struct message what, struct message hint);

/* The sector of --sector, INDEX_NONE where not given. False, having said so, where there is no such sector. */
bool session_sector(struct session *session, size_t *sector);
/* The contestant of this id or unique name; false, having said so, where there is none. */
bool session_contestant(struct session *session, struct text written, size_t *contestant);
/* How many of the teams, of --teams; 0 where not given. False, having said so, where it is no such number, or there are
 * none. */
bool session_teams(struct session *session, size_t *teams);

#endif
