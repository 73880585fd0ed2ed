/* Which files of a contest folder are its tables: each may be CSV text or a workbook. */
#ifndef BIWU_CONTEST_FILES_H
#define BIWU_CONTEST_FILES_H

#include "columns.h"
#include "folders.h"

#define RULES_FILE    TEXT("contest.yaml")
#define SCORES_FOLDER TEXT("scores")

/* Whether a file's name ends so, in capitals too. */
bool contest_files_has_ending(struct text name, struct text ending);
/* Whether it is what a spreadsheet keeps beside a workbook that is open in it. */
bool contest_files_is_lock(struct text name);

/* Whether it is contest.yaml or a table in either form: what is read from the folder itself. */
bool contest_files_is_read(struct text name, struct arena scratch);

bool contest_files_has(const struct folder *folder, const struct table_format *format, struct arena scratch);
/* The path of a table, in `arena`; that of the CSV text where it is not there. */
const char *contest_files_path(const struct folder *folder, const struct table_format *format, struct arena *arena);

/* Whether a table is there in both forms, which is reported: which of them is meant, nobody can know. The path in the
 * fault lives in `arena`. */
bool contest_files_clash(const struct folder *folder, const struct table_format *format, struct arena *arena,
                         struct faults *faults);

/* Warns of files that look like tables and are not read. Their paths live in `arena`. */
void contest_files_warn_of_unread(const struct folder *folder, struct arena *arena, struct arena scratch,
                                  struct faults *faults);

#endif
