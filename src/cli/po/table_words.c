/* Prints the helps of the tables of rules and columns as sources for xgettext, which cannot read tables. */
#include <stdio.h>

#include "columns.h"
#include "contest.h"
#include "placeholders.h"
#include "rules.h"
#include "template_keys.h"

static void print_word(const char *word)
{
    fputs("N_(\"", stdout);
    for (; *word; word++) {
        if (*word == '"' || *word == '\\')
            putchar('\\');
        putchar(*word);
    }
    fputs("\")\n", stdout);
}

static void print_table(const struct key_table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        const struct key *key = &table->keys[i];
        print_word(key->help);
        for (size_t c = 0; key->choices && c < key->choices->count; c++)
            print_word(key->choices->items[c].help);
        if (key->section)
            print_table(key->section);
    }
}

static void print_format(const struct table_format *format)
{
    print_word(format->help);
    for (size_t i = 0; i < format->count; i++)
        print_word(format->columns[i].help);
}

static void print_template_keys(const struct template_key_table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        const struct choices *choices = table->keys[i].choices;
        print_word(table->keys[i].help);
        for (size_t c = 0; choices && c < choices->count; c++)
            print_word(choices->items[c].help);
    }
}

static void print_placeholders(void)
{
    for (size_t i = 0; i < PLACEHOLDER_COUNT; i++)
        print_word(placeholder_rows[i].help);
}

/* The words of status_word() that are names in core. */
static void print_statuses(void)
{
    for (size_t i = 0; i < contestant_status_choices.count; i++)
        if (contestant_status_choices.items[i].value != STATUS_COMPETING)
            print_word(contestant_status_choices.items[i].name.bytes);
}

int main(void)
{
    print_statuses();
    print_table(&contest_keys);
    for (size_t i = 0; i < table_format_count; i++)
        print_format(table_formats[i]);
    print_format(&marks_by_judge_format);
    print_format(&marks_by_sheet_format);
    print_template_keys(&template_page_keys);
    print_template_keys(&template_box_keys);
    print_placeholders();
    return 0;
}
