#include "xlsx_records.h"

#include "plain.h"
#include "xlsx_parts.h"
#include "xlsx_sheet.h"

static bool is_archive(struct text raw, struct text file, struct faults *faults)
{
    struct place place = {.file = file};
    if (text_starts_with(raw, TEXT("PK")))
        return true;
    if (text_starts_with(raw, TEXT("\xD0\xCF\x11\xE0")))
        faults_add(
            faults, SEVERITY_ERROR, place,
            MESSAGE("this workbook is encrypted, or it is an old .xls under another name"),
            MESSAGE("open it in the spreadsheet, take its password off, and save it as “Excel workbook (.xlsx)”"));
    else
        faults_add(faults, SEVERITY_ERROR, place, MESSAGE("this is no .xlsx workbook, though its name says so"),
                   MESSAGE("if it is CSV text, let its name end in .csv"));
    return false;
}

/* The first sheet that is not hidden; parts->count where there is none. */
static size_t choose_sheet(const struct xlsx_parts *parts)
{
    size_t i = 0;
    while (i < parts->count && parts->sheets[i].is_hidden)
        i++;
    return i;
}

static void warn_of_other_sheets(const struct xlsx_book *book, const struct xlsx_parts *parts, size_t chosen)
{
    for (size_t i = 0; i < parts->count; i++) {
        if (i == chosen || xlsx_sheet_is_empty(book, parts->sheets[i].part))
            continue;
        faults_add(book->package.faults, SEVERITY_WARNING, (struct place){.file = book->package.file},
                   MESSAGE("only the sheet “{1}” is read: “{2}” is not empty, and is not read",
                           SHOWN(parts->sheets[chosen].name), SHOWN(parts->sheets[i].name)),
                   MESSAGE("keep one table in a workbook; several files may lie in the scores folder"));
        return;
    }
}

static bool read_common_parts(struct xlsx_book *book, const struct xlsx_parts *parts, struct arena *scratch)
{
    const struct xlsx_package *package = &book->package;
    return (!parts->strings || xlsx_strings_read(package, parts->strings, scratch, &book->strings)) &&
           (!parts->styles || xlsx_styles_read(package, parts->styles, scratch, &book->styles));
}

static void read_book(struct xlsx_book *book, struct arena scratch, record_fn *take, void *context)
{
    struct xlsx_parts parts;
    if (!xlsx_parts_find(&book->package, &scratch, &parts))
        return;
    size_t chosen = choose_sheet(&parts);
    if (chosen == parts.count)
        xlsx_package_report(&book->package, MESSAGE("this workbook has no sheet that can be seen"),
                            MESSAGE("show its first sheet in the spreadsheet, and save it"));
    else if (read_common_parts(book, &parts, &scratch) &&
             xlsx_sheet_read(book, parts.sheets[chosen].part, scratch, take, context))
        warn_of_other_sheets(book, &parts, chosen);
}

void xlsx_records_read(struct text raw, struct text file, struct arena scratch, struct faults *faults, record_fn *take,
                       void *context)
{
    struct xlsx_book book = {0};
    if (!is_archive(raw, file, faults) || !xlsx_package_open(&book.package, raw, file, faults))
        return;
    read_book(&book, scratch, take, context);
    xlsx_package_close(&book.package);
}
