/* What the fuzz targets share: a contest in which one file is what the fuzzer makes up, and what must hold of any. */
#ifndef BIWU_FUZZ_H
#define BIWU_FUZZ_H

#include "records.h"

/* The fuzzer's door, one a target. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* Two arenas, empty at the beginning of each input. What does not fit into them is a finding: no input is that large. */
struct arena *fuzz_arena(void);
struct arena fuzz_scratch(void);
/* A third one, which is never emptied. */
struct arena *fuzz_lasting_arena(void);

/* Reads the contest of tests/fuzz/sound with `bytes` in place of its file `name`, and where that has no error makes its
 * standings. Asserts of the faults what fuzz_check_faults() does, and that everybody is in the standings once. */
void fuzz_read_contest(struct text name, struct text bytes);

/* Each has a file and a place that can be, and says nothing that a terminal would obey. */
void fuzz_check_faults(const struct faults *faults);

/* Cells that are text, trimmed and within their limits, but for those with a defect, in a record behind the last one. */
void fuzz_check_record(const struct record *record, size_t *last_line);

#endif
