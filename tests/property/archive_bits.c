/* What archive_read() says of an archive of which a bit is another or the end is missing, for archive_bits.py.
 *
 * usage: archive_bits FILE
 *
 * Standard input has a line "flip AT BIT" or "cut LENGTH" for each; standard output a line for each, with all that is wrong,
 * one " | " the other, and empty where nothing is. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "archive.h"

enum { REGION_SIZE = 1 << 28, MOST_BYTES = 1 << 26 };

static void out_of_memory(size_t wanted)
{
    (void)wanted;
    abort();
}

static void say(struct text bytes, struct arena arena, struct arena scratch)
{
    struct faults faults = faults_in(&arena);
    struct archive archive;
    archive_read(bytes, TEXT("x"), &arena, scratch, &faults, &archive);
    struct sink line = sink_in(&arena);
    for (size_t i = 0; i < faults.count; i++) {
        sink_c(&line, i > 0 ? " | " : "");
        message_write(&line, &faults.items[i].what, faults.items[i].what.format);
    }
    sink_byte(&line, '\n');
    fwrite(line.bytes, 1, line.length, stdout);
}

/* All of it lies at the end of a block of its own: a sanitizer notices what is read beyond. */
static void run(const struct text whole, char *copy, struct arena arena, struct arena scratch)
{
    size_t length, at;
    int bit;
    char word[8];
    while (scanf("%7s", word) == 1) {
        if (strcmp(word, "flip") == 0 && scanf("%zu %d", &at, &bit) == 2 && at < whole.length) {
            copy[at] = (char)(copy[at] ^ 1 << bit);
            say((struct text){copy, whole.length}, arena, scratch);
            copy[at] = whole.bytes[at];
        } else if (strcmp(word, "cut") == 0 && scanf("%zu", &length) == 1 && length <= whole.length) {
            char *from = copy + whole.length - length;
            memcpy(from, whole.bytes, length);
            say((struct text){from, length}, arena, scratch);
            memcpy(copy, whole.bytes, whole.length);
        } else {
            exit(EXIT_FAILURE);
        }
    }
}

int main(int count, char **arguments)
{
    struct arena_region regions[3];
    struct arena arenas[3];
    struct text whole;
    for (size_t i = 0; i < sizeof arenas / sizeof *arenas; i++)
        arenas[i] = arena_region_init(&regions[i], REGION_SIZE, out_of_memory);
    if (count != 2 || !whole_file_read(arguments[1], MOST_BYTES, &arenas[0], &whole))
        return EXIT_FAILURE;
    char *copy = malloc(whole.length);
    if (!copy)
        return EXIT_FAILURE;
    memcpy(copy, whole.bytes, whole.length);
    run(whole, copy, arenas[1], arenas[2]);
    free(copy);
    for (size_t i = 0; i < sizeof arenas / sizeof *arenas; i++)
        arena_region_release(&regions[i]);
    return EXIT_SUCCESS;
}
