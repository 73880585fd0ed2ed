/* What other programs read out of a PDF: for tests of paper. */
#ifndef BIWU_PDF_READING_H
#define BIWU_PDF_READING_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "unit.h"

/* What `command`, a format with one %s for the file, prints about the PDF; empty where it fails. */
static inline struct text pdf_reading(struct text pdf, const char *command)
{
    char name[] = "/tmp/biwu-test-XXXXXX", line[256];
    int file = mkstemp(name);
    CU_ASSERT_FATAL(file >= 0);
    CU_ASSERT_FATAL(write(file, pdf.bytes, pdf.length) == (ssize_t)pdf.length);
    close(file);
    snprintf(line, sizeof line, command, name);

    struct sink sink = sink_in(unit_arena());
    FILE *reader = popen(line, "r");
    CU_ASSERT_FATAL(reader != NULL);
    for (int byte; (byte = fgetc(reader)) != EOF;)
        sink_byte(&sink, (char)byte);
    bool is_fine = pclose(reader) == 0;
    unlink(name);
    return is_fine ? sink_written(&sink) : TEXT("");
}

static inline struct text pdf_text_of(struct text pdf)
{
    return pdf_reading(pdf, "pdftotext -raw %s -");
}

static inline bool pdf_is_sound(struct text pdf)
{
    return pdf_reading(pdf, "qpdf --check %s 2>/dev/null").length > 0;
}

static inline bool text_holds(struct text text, const char *part)
{
    size_t length = strlen(part);
    for (size_t i = 0; i + length <= text.length; i++)
        if (memcmp(text.bytes + i, part, length) == 0)
            return true;
    return false;
}

static inline size_t text_count(struct text text, const char *part)
{
    size_t length = strlen(part), count = 0;
    for (size_t i = 0; i + length <= text.length; i++)
        count += memcmp(text.bytes + i, part, length) == 0;
    return count;
}

/* Where `part` begins for the first time behind `before`; 0: nowhere. */
static inline size_t text_first_after(struct text text, const char *before, const char *part)
{
    size_t at = 0;
    const char *wanted[] = {before, part};
    for (size_t i = 0; i < 2; i++) {
        size_t length = strlen(wanted[i]);
        while (at + length <= text.length && memcmp(text.bytes + at, wanted[i], length) != 0)
            at++;
        if (at + length > text.length)
            return 0;
    }
    return at;
}

#endif
