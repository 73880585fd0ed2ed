/* A bare libcsv parse: the file into memory, then every cell and row counted. What reading it costs at the least. */
#include <csv.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

struct counts {
    size_t cells, bytes, rows;
};

static void count_cell(void *bytes, size_t length, void *context)
{
    struct counts *counts = context;
    (void)bytes;
    counts->cells++;
    counts->bytes += length;
}

static void count_row(int line_end, void *context)
{
    struct counts *counts = context;
    (void)line_end;
    counts->rows++;
}

static char *read_whole(const char *path, size_t *length)
{
    FILE *stream = fopen(path, "rb");
    if (!stream || fseek(stream, 0, SEEK_END) != 0)
        return NULL;
    long size = ftell(stream);
    rewind(stream);
    char *bytes = size < 0 ? NULL : malloc((size_t)size + 1);
    *length = bytes ? fread(bytes, 1, (size_t)size, stream) : 0;
    fclose(stream);
    return *length == (size_t)size ? bytes : NULL;
}

int main(int argc, char **argv)
{
    struct csv_parser parser;
    struct counts counts = {0};
    size_t length;
    char *bytes = argc == 2 ? read_whole(argv[1], &length) : NULL;
    if (!bytes || csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0) {
        fputs("usage: bare_libcsv FILE\n", stderr);
        return 2;
    }
    bool is_read = csv_parse(&parser, bytes, length, count_cell, count_row, &counts) == length &&
                   csv_fini(&parser, count_cell, count_row, &counts) == 0;
    csv_free(&parser);
    free(bytes);
    if (!is_read) {
        fputs("bare_libcsv: this is not well-formed\n", stderr);
        return 1;
    }
    printf("%zu rows, %zu cells, %zu bytes in them\n", counts.rows, counts.cells, counts.bytes);
    return 0;
}
