/* Where a reader of templates is, and what it has found there. */
#include "template_parts.h"

struct place template_place(const struct template_reader *reader, const char *byte)
{
    struct text before = {reader->line.bytes, (size_t)(byte - reader->line.bytes)};
    return (struct place){.file = reader->file, .line = reader->line_number, .column = text_characters(before) + 1};
}

void template_fault(struct template_reader *reader, const char *byte, struct message what, struct message hint)
{
    faults_add(reader->faults, SEVERITY_ERROR, template_place(reader, byte), what, hint);
}
