/* What becomes of texts, for run.py: standard input is any number of them, each behind its length in decimal and a line
 * end. For each, standard output has a line "ERRORS WARNINGS LENGTH" and the UTF-8 of that length. */
#include <stdio.h>
#include <stdlib.h>

#include "encoding.h"

enum { REGION_SIZE = 1 << 26 };

static void out_of_memory(size_t wanted)
{
    (void)wanted;
    abort();
}

static void tell(struct text raw, struct arena scratch)
{
    struct faults faults = faults_in(&scratch);
    struct text utf8 = TEXT("");
    if (!encoding_as_utf8(raw, ENCODING_UNTOLD, TEXT("x"), &scratch, &faults, &utf8))
        utf8 = TEXT("");
    printf("%zu %zu %zu\n", faults.by_severity[SEVERITY_ERROR], faults.by_severity[SEVERITY_WARNING], utf8.length);
    fwrite(utf8.bytes, 1, utf8.length, stdout);
}

int main(void)
{
    struct arena_region region;
    struct arena arena = arena_region_init(&region, REGION_SIZE, out_of_memory);
    size_t length;
    while (scanf("%zu", &length) == 1 && getchar() == '\n') {
        struct arena scratch = arena;
        char *bytes = arena_take_unset(&scratch, length);
        if (fread(bytes, 1, length, stdin) != length)
            return EXIT_FAILURE;
        tell((struct text){bytes, length}, scratch);
    }
    arena_region_release(&region);
    return EXIT_SUCCESS;
}
