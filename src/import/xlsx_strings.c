#include "xlsx_strings.h"

#include <string.h>

struct strings_reading {
    struct xlsx_strings *strings;
    struct xlsx_text text;
    bool is_in_text, is_in_reading;
};

static bool take_open(void *context, const char *element, const char **attributes)
{
    struct strings_reading *reading = context;
    (void)attributes;
    if (strcmp(element, "si") == 0)
        xlsx_text_clear(&reading->text);
    else if (strcmp(element, "rPh") == 0)
        reading->is_in_reading = true;
    else if (strcmp(element, "t") == 0)
        reading->is_in_text = !reading->is_in_reading;
    return true;
}

static void keep(struct strings_reading *reading)
{
    struct xlsx_strings *strings = reading->strings;
    struct xlsx_string string;
    string.defect = xlsx_text_settle(&reading->text, &string.text);
    string.text = text_copy(strings->arena, string.text);
    ARENA_RESERVE_ONE(strings->arena, strings->items, strings->count, strings->capacity);
    strings->items[strings->count++] = string;
}

static void take_close(void *context, const char *element)
{
    struct strings_reading *reading = context;
    if (strcmp(element, "si") == 0)
        keep(reading);
    else if (strcmp(element, "rPh") == 0)
        reading->is_in_reading = false;
    else if (strcmp(element, "t") == 0)
        reading->is_in_text = false;
}

static void take_text(void *context, struct text text)
{
    struct strings_reading *reading = context;
    if (reading->is_in_text)
        xlsx_text_add(&reading->text, text);
}

bool xlsx_strings_read(const struct xlsx_package *package, const char *part, struct arena *arena,
                       struct xlsx_strings *strings)
{
    static const struct xlsx_reader reader = {take_open, take_close, take_text};
    struct strings_reading reading = {.strings = strings, .text = {sink_in(arena)}};
    *strings = (struct xlsx_strings){.arena = arena};
    return xlsx_part_read(package, part, XLSX_MOST_STRINGS, &reader, &reading);
}
