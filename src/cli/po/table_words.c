/* Prints the helps of the tables of rules as sources for xgettext: they stand in tables, which it cannot read. */
#include <stdio.h>

#include "rules.h"

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

int main(void)
{
    print_table(&contest_keys);
    return 0;
}
