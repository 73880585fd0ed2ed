#include "contest_files.h"

#include "plain.h"
#include "table_file.h"

bool contest_files_has_ending(struct text name, struct text ending)
{
    return name.length >= ending.length &&
           text_is_word((struct text){name.bytes + name.length - ending.length, ending.length}, ending);
}

bool contest_files_is_lock(struct text name)
{
    return text_starts_with(name, TEXT("~$"));
}

/* ---- a table ---- */

static bool is_csv(struct text name)
{
    return contest_files_has_ending(name, TEXT(".csv"));
}

/* contestants.csv as contestants.xlsx. */
static struct text as_workbook(struct text csv, struct arena *arena)
{
    struct text ending = TEXT("csv");
    struct sink name = sink_in(arena);
    sink_text(&name, (struct text){csv.bytes, csv.length - ending.length});
    sink_c(&name, "xlsx");
    return sink_written(&name);
}

bool contest_files_is_read(struct text name, struct arena scratch)
{
    for (size_t i = 0; i < table_format_count; i++)
        if (text_equal(table_formats[i]->file, name) || text_equal(as_workbook(table_formats[i]->file, &scratch), name))
            return true;
    return text_equal(name, RULES_FILE);
}

static bool has_workbook(const struct folder *folder, const struct table_format *format, struct arena scratch)
{
    return folder_has(folder, as_workbook(format->file, &scratch));
}

bool contest_files_has(const struct folder *folder, const struct table_format *format, struct arena scratch)
{
    return folder_has(folder, format->file) || has_workbook(folder, format, scratch);
}

const char *contest_files_path(const struct folder *folder, const struct table_format *format, struct arena *arena)
{
    bool is_workbook = !folder_has(folder, format->file) && has_workbook(folder, format, *arena);
    return folder_path(folder->path, is_workbook ? as_workbook(format->file, arena) : format->file, arena);
}

bool contest_files_clash(const struct folder *folder, const struct table_format *format, struct arena *arena,
                         struct faults *faults)
{
    if (!folder_has(folder, format->file) || !has_workbook(folder, format, *arena))
        return false;
    struct text workbook = as_workbook(format->file, arena);
    faults_add(faults, SEVERITY_ERROR, (struct place){.file = text_from_c(folder_path(folder->path, workbook, arena))},
               MESSAGE("{1} and {2} are both there: one of them alone can be read", workbook, format->file),
               MESSAGE("keep the one that holds, and move the other out of the folder"));
    return true;
}

/* ---- other files ---- */

static bool is_workbook_or_old(struct text name)
{
    return table_file_is_workbook(name) || contest_files_has_ending(name, TEXT(".xls"));
}

/* The file of a contest folder that a name nearly is, with another ending or a slip; empty where it is none. */
static struct text nearest_file(struct text name, struct arena scratch)
{
    struct index known = index_in(&scratch);
    index_add(&known, RULES_FILE, 0);
    for (size_t i = 0; i < table_format_count; i++)
        if (table_formats[i] != &marks_format)
            index_add(&known, table_formats[i]->file, 0);

    struct sink as_csv = sink_in(&scratch);
    size_t stem = is_workbook_or_old(name) ? name.length : 0;
    while (stem > 0 && name.bytes[stem - 1] != '.')
        stem--;
    sink_text(&as_csv, (struct text){name.bytes, stem});
    sink_text(&as_csv, stem > 0 ? TEXT("csv") : name);
    return name.length <= PLAIN_MOST_BYTES ? index_nearest(&known, sink_written(&as_csv), scratch) : TEXT("");
}

static bool is_known(struct text name, struct arena scratch)
{
    return contest_files_is_read(name, scratch) || text_equal(name, SCORES_FOLDER) || contest_files_is_lock(name);
}

static bool looks_like_a_table(struct text name)
{
    return is_csv(name) || is_workbook_or_old(name) || contest_files_has_ending(name, TEXT(".yaml")) ||
           contest_files_has_ending(name, TEXT(".yml"));
}

/* The file that a misnamed one is meant to be, in the same form; empty where that is there, or there is none. */
static struct text meant_file(const struct folder *folder, struct text name, struct arena *scratch)
{
    struct text nearest = nearest_file(name, *scratch);
    bool is_there = nearest.length > 0 && folder_has(folder, nearest);
    if (nearest.length == 0 || !is_csv(nearest))
        return is_there ? TEXT("") : nearest;
    struct text workbook = as_workbook(nearest, scratch);
    if (is_there || folder_has(folder, workbook))
        return TEXT("");
    return is_workbook_or_old(name) ? workbook : nearest;
}

/* A table under another name would be missing from the result without a word. Other files may lie in the folder. */
void contest_files_warn_of_unread(const struct folder *folder, struct arena *arena, struct arena scratch,
                                  struct faults *faults)
{
    for (size_t i = 0; i < folder->count; i++) {
        struct text name = text_from_c(folder->names[i]);
        struct text meant = is_known(name, scratch) ? TEXT("") : meant_file(folder, name, &scratch);
        if (is_known(name, scratch) || (meant.length == 0 && !looks_like_a_table(name)))
            continue;
        struct place place = {.file = text_from_c(folder_path(folder->path, name, arena))};
        faults_add(faults, SEVERITY_WARNING, place, MESSAGE("this file is not read"),
                   meant.length > 0 ? MESSAGE("is it meant to be {1}?", meant)
                                    : MESSAGE("biwu help files names the files that are read; keep others in a "
                                              "folder of their own"));
    }
}
