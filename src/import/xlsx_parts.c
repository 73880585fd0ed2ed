#include "xlsx_parts.h"

#include <string.h>

/* More sheets and relations than this no workbook has. */
enum { ENTRIES_MOST = 10000 };

/* ---- relations ---- */

struct relation {
    struct text id, type; /* type: behind the last slash, "worksheet" */
    const char *target;   /* the part */
};

struct relations {
    struct arena *arena;
    struct text folder; /* of the part whose relations they are, with its slash; empty for the root's */
    struct relation *items;
    size_t count, capacity;
};

static struct text behind_last_slash(struct text path)
{
    size_t at = path.length;
    while (at > 0 && path.bytes[at - 1] != '/')
        at--;
    return (struct text){path.bytes + at, path.length - at};
}

static struct text folder_of(struct text part)
{
    return (struct text){part.bytes, part.length - behind_last_slash(part).length};
}

/* "worksheets/sheet1.xml" seen from "xl/" is "xl/worksheets/sheet1.xml"; "/xl/…" and "../" are resolved, too. */
static const char *part_of(const struct relations *relations, struct text target)
{
    struct text folder = relations->folder;
    if (text_starts_with(target, TEXT("/"))) {
        folder.length = 0;
        target = (struct text){target.bytes + 1, target.length - 1};
    }
    while (text_starts_with(target, TEXT("../"))) {
        folder = folder.length > 0 ? folder_of((struct text){folder.bytes, folder.length - 1}) : folder;
        target = (struct text){target.bytes + 3, target.length - 3};
    }
    struct sink part = sink_in(relations->arena);
    sink_text(&part, folder);
    sink_text(&part, target);
    return text_to_c(relations->arena, sink_written(&part));
}

static bool take_relation(void *context, const char *element, const char **attributes)
{
    struct relations *relations = context;
    const char *id = xlsx_attribute(attributes, "Id"), *type = xlsx_attribute(attributes, "Type"),
               *target = xlsx_attribute(attributes, "Target");
    if (strcmp(element, "Relationship") != 0 || !id || !type || !target || relations->count == ENTRIES_MOST)
        return true;
    ARENA_RESERVE_ONE(relations->arena, relations->items, relations->count, relations->capacity);
    relations->items[relations->count++] = (struct relation){
        text_copy(relations->arena, text_from_c(id)), text_copy(relations->arena, behind_last_slash(text_from_c(type))),
        part_of(relations, text_from_c(target))};
    return true;
}

/* The relations of a part, or of the package where `part` is empty: "xl/_rels/workbook.xml.rels". */
static bool read_relations(const struct xlsx_package *package, struct text part, struct relations *relations)
{
    static const struct xlsx_reader reader = {take_relation, NULL, NULL};
    struct sink path = sink_in(relations->arena);
    relations->folder = folder_of(part);
    sink_text(&path, relations->folder);
    sink_c(&path, "_rels/");
    sink_text(&path, behind_last_slash(part));
    sink_c(&path, ".rels");
    const char *name = text_to_c(relations->arena, sink_written(&path));
    return xlsx_part_read(package, name, XLSX_MOST_SMALL, &reader, relations);
}

/* The first relation of this type, or NULL. */
static const char *find_by_type(const struct relations *relations, struct text type)
{
    for (size_t i = 0; i < relations->count; i++)
        if (text_equal(relations->items[i].type, type))
            return relations->items[i].target;
    return NULL;
}

/* ---- the workbook's own part ---- */

struct book_reading {
    const struct relations *relations;
    struct arena *arena;
    struct xlsx_parts *parts;
    bool is_workbook;
};

static const struct relation *find_by_id(const struct relations *relations, const char *id)
{
    for (size_t i = 0; id && i < relations->count; i++)
        if (text_equal(relations->items[i].id, text_from_c(id)))
            return &relations->items[i];
    return NULL;
}

static bool take_sheet(void *context, const char *element, const char **attributes)
{
    struct book_reading *reading = context;
    struct xlsx_parts *parts = reading->parts;
    reading->is_workbook = reading->is_workbook || strcmp(element, "workbook") == 0;
    if (!reading->is_workbook || strcmp(element, "sheet") != 0 || parts->count == ENTRIES_MOST)
        return reading->is_workbook;
    const char *name = xlsx_attribute(attributes, "name"), *state = xlsx_attribute(attributes, "state");
    const struct relation *relation = find_by_id(reading->relations, xlsx_attribute(attributes, "id"));
    if (!relation || !text_equal(relation->type, TEXT("worksheet")))
        return true;
    ARENA_RESERVE_ONE(reading->arena, parts->sheets, parts->count, parts->capacity);
    parts->sheets[parts->count++] = (struct xlsx_sheet_entry){text_copy(reading->arena, text_from_c(name ? name : "")),
                                                              relation->target, state && strcmp(state, "visible") != 0};
    return true;
}

static bool report_no_workbook(const struct xlsx_package *package)
{
    xlsx_package_report(package, MESSAGE("this zip archive holds no .xlsx workbook"),
                        MESSAGE("save the table from the spreadsheet as “Excel workbook (.xlsx)”"));
    return false;
}

bool xlsx_parts_find(const struct xlsx_package *package, struct arena *arena, struct xlsx_parts *parts)
{
    static const struct xlsx_reader reader = {take_sheet, NULL, NULL};
    struct relations of_root = {.arena = arena}, of_book = {.arena = arena};
    *parts = (struct xlsx_parts){0};
    if (!xlsx_package_has(package, "_rels/.rels"))
        return report_no_workbook(package);
    if (!read_relations(package, TEXT(""), &of_root))
        return false;
    const char *book = find_by_type(&of_root, TEXT("officeDocument"));
    if (!book || !xlsx_package_has(package, book))
        return report_no_workbook(package);
    if (!read_relations(package, text_from_c(book), &of_book))
        return false;
    struct book_reading reading = {.relations = &of_book, .arena = arena, .parts = parts};
    if (!xlsx_part_read(package, book, XLSX_MOST_SMALL, &reader, &reading))
        return false;
    if (!reading.is_workbook)
        return report_no_workbook(package);
    parts->strings = find_by_type(&of_book, TEXT("sharedStrings"));
    parts->styles = find_by_type(&of_book, TEXT("styles"));
    return true;
}
