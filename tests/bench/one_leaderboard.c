/* The leaderboard of a contest folder and nothing else: one_leaderboard FOLDER OUT. */
#include "contest_folder.h"
#include "leaderboard.h"

#include <stdio.h>
#include <stdlib.h>

static struct arena_region regions[2];

static void exhausted(size_t wanted)
{
    fprintf(stderr, "out of memory: %zu\n", wanted);
    exit(EXIT_FAILURE);
}

int main(int count, char **arguments)
{
    if (count < 3)
        return EXIT_FAILURE;
    struct arena arena = arena_region_init(&regions[0], (size_t)1 << 34, exhausted);
    struct arena scratch = arena_region_init(&regions[1], (size_t)1 << 34, exhausted);
    struct faults faults = faults_in(&arena);
    struct contest contest;
    struct sheets sheets;
    if (!contest_folder_read(arguments[1], ENCODING_UNTOLD, &arena, scratch, &faults, &contest, &sheets))
        return EXIT_FAILURE;
    struct standings standings = standings_of(&contest, &sheets, &arena, scratch, &faults);
    struct fonts *fonts = fonts_open(&(struct font_wishes){0}, &arena, &faults);
    if (!fonts)
        return EXIT_FAILURE;
    const struct edition edition = {.hash = TEXT("0123456789ab")};
    struct press press = {&contest, &edition, fonts, &arena, scratch, &faults};
    struct text pdf;
    FILE *file = fopen(arguments[2], "wb");
    bool is_written = file && leaderboard_write(&press, &standings, INDEX_NONE, &pdf) &&
                      fwrite(pdf.bytes, 1, pdf.length, file) == pdf.length && fclose(file) == 0;
    fonts_close(fonts);
    return is_written ? EXIT_SUCCESS : EXIT_FAILURE;
}
