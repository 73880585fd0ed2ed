/* Files and faults for the tests of the import wing. */
#ifndef BIWU_IMPORT_FILES_H
#define BIWU_IMPORT_FILES_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fault.h"
#include "unit.h"

/* A folder of its own for one test. */
static inline const char *test_folder(void)
{
    char path[] = "/tmp/biwu-test-XXXXXX";
    const char *made = mkdtemp(path);
    CU_ASSERT_PTR_NOT_NULL_FATAL(made);
    return text_to_c(unit_arena(), text_from_c(made));
}

/* FOLDER/name holding `content`; its path lives as long as the test. */
static inline const char *test_file(const char *folder, const char *name, struct text content)
{
    struct sink sink = sink_in(unit_arena());
    sink_c(&sink, folder);
    sink_byte(&sink, '/');
    sink_c(&sink, name);
    const char *path = text_to_c(unit_arena(), sink_written(&sink));
    FILE *file = fopen(path, "wb");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fwrite(content.bytes, 1, content.length, file);
    fclose(file);
    return path;
}

static inline void test_folder_remove(const char *folder)
{
    struct sink command = sink_in(unit_arena());
    sink_c(&command, "rm -rf ");
    sink_c(&command, folder);
    CU_ASSERT_EQUAL(system(text_to_c(unit_arena(), sink_written(&command))), 0);
}

/* "3:4 message | hint", as one text. */
static inline struct text fault_shown(const struct fault *fault)
{
    struct sink sink = sink_in(unit_arena());
    sink_integer(&sink, (int64_t)fault->place.line);
    sink_byte(&sink, ':');
    sink_integer(&sink, (int64_t)fault->place.column);
    sink_byte(&sink, ' ');
    message_write(&sink, &fault->what, fault->what.format);
    if (fault->hint.format) {
        sink_c(&sink, " | ");
        message_write(&sink, &fault->hint, fault->hint.format);
    }
    return sink_written(&sink);
}

#endif
