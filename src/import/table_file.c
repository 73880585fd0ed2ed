#include "table_file.h"

#include "bytes.h"
#include "crew.h"
#include "csv_pieces.h"
#include "plain.h"
#include "xlsx_records.h"

bool table_file_is_workbook(struct text name)
{
    struct text ending = TEXT(".xlsx");
    return name.length > ending.length &&
           text_is_word((struct text){name.bytes + name.length - ending.length, ending.length}, ending);
}

/* Files of less than this are read soon enough. Pieces lie in a processor's own memory, with their records. */
enum { LEAST_IN_PIECES = 8 << 20, PIECE = 1 << 16, LONGEST_LINE = 1 << 14 };

void table_file_read(const char *path, enum encoding encoding, const struct piecework *work, struct arena scratch,
                     struct faults *faults, record_fn *take, void *context)
{
    struct text file = text_from_c(path), raw, utf8;
    bool is_workbook = table_file_is_workbook(file);
    struct csv_cutting cutting = {LEAST_IN_PIECES, BYTES_MOST_TABLE, PIECE, LONGEST_LINE, crew_processors()};
    if (work && !is_workbook && csv_pieces_read(path, encoding, &cutting, work, scratch, faults, take, context))
        return;
    if (!bytes_read(path, is_workbook ? BYTES_MOST_WORKBOOK : BYTES_MOST_TABLE, &scratch, faults, &raw))
        return;
    if (is_workbook)
        xlsx_records_read(raw, file, scratch, faults, take, context);
    else if (encoding_as_utf8(raw, encoding, file, &scratch, faults, &utf8))
        csv_records_read(utf8, file, scratch, faults, take, context);
}
