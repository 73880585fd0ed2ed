#include "csv_pieces.h"

#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include "import_files.h"
#include "table_file.h"

/* All that can be told of the records of a file, and its faults, as text: what the reader of one piece and that of many
 * have to give alike. */
static void write_record(void *context, const struct record *record, struct arena scratch)
{
    struct sink *sink = context;
    (void)scratch;
    for (size_t i = 0; i <= record->count; i++) {
        struct place place = record_place(record, i);
        sink_text(sink, i < record->count ? record->cells[i] : record->raw);
        sink_byte(sink, '@');
        sink_integer(sink, (int64_t)place.line);
        sink_byte(sink, ':');
        sink_integer(sink, (int64_t)place.column);
        sink_byte(sink, '/');
        sink_integer(sink, place.row);
        sink_byte(sink, '|');
    }
    sink_c(sink, record->is_one_line ? "one line " : "");
    sink_c(sink, record->is_cut_short ? "cut short" : "");
    sink_byte(sink, '\n');
}

static struct text with_faults(struct sink *sink, const struct faults *faults)
{
    for (size_t i = 0; i < faults->count; i++) {
        sink_text(sink, fault_shown(&faults->items[i]));
        sink_byte(sink, '\n');
    }
    for (size_t i = 0; i < faults->kind_count; i++)
        sink_integer(sink, (int64_t)faults->kinds[i].count);
    return sink_written(sink);
}

static struct text whole(struct text csv)
{
    struct sink sink = sink_in(unit_arena());
    struct faults faults = faults_in(unit_arena());
    csv_records_read(csv, TEXT("x.csv"), unit_scratch(), &faults, write_record, &sink);
    return with_faults(&sink, &faults);
}

/* ---- piecework: records are copied, and written in their turn ---- */

struct kept_record {
    struct record record;
    struct text *cells;
    uint32_t *starts;
};

struct keeper {
    struct arena arena, room; /* what is left of the room; the whole */
    struct kept_record *records;
    size_t count;
    struct faults *faults;
};

static size_t joined_pieces;
static size_t least_before_work; /* so many bytes of text are written before piecework can begin */
static const char *odd_cell;     /* what the own readers have a fault of; NULL: nothing */

static void *begin(void *context, size_t room, struct faults *faults, struct arena *arena)
{
    const struct sink *sink = context;
    if (sink->length < least_before_work)
        return NULL;
    struct keeper *keeper = arena_take(arena, 1, sizeof *keeper);
    size_t size = (room + 1) * sizeof(struct kept_record) + 100 * (room + 1);
    char *block = arena_take_unset(arena, size);
    keeper->room = (struct arena){block, block + size, arena->exhausted};
    keeper->faults = faults;
    return keeper;
}

static void clear(void *own)
{
    struct keeper *keeper = own;
    keeper->arena = keeper->room;
    size_t most = (size_t)(keeper->room.end - keeper->room.next) / (sizeof(struct kept_record) + 100);
    keeper->records = arena_take_unset(&keeper->arena, most * sizeof *keeper->records);
    keeper->count = 0;
}

static void copy_record(void *own, const struct record *record, struct arena scratch)
{
    struct keeper *keeper = own;
    (void)scratch;
    struct kept_record *kept = &keeper->records[keeper->count++];
    *kept = (struct kept_record){.record = *record,
                                 .cells = arena_take_unset(&keeper->arena, record->count * sizeof *kept->cells),
                                 .starts = arena_take_unset(&keeper->arena, record->count * sizeof *kept->starts)};
    for (size_t i = 0; i < record->count; i++) {
        kept->cells[i] = text_copy(&keeper->arena, record->cells[i]);
        kept->starts[i] = record->starts[i];
        if (odd_cell && text_equal(record->cells[i], text_from_c(odd_cell)))
            faults_add(keeper->faults, SEVERITY_WARNING, record_place(record, i), MESSAGE("odd"), NO_HINT);
    }
}

static void write_copies(void *context, void *own, struct place start, struct arena scratch)
{
    const struct keeper *keeper = own;
    for (size_t i = 0; i < keeper->count; i++) {
        struct record record = keeper->records[i].record;
        record.cells = keeper->records[i].cells;
        record.starts = keeper->records[i].starts;
        record.start =
            (struct place){start.file, start.line + record.start.line - 1, 1, start.row + record.start.row - 1, 0};
        write_record(context, &record, scratch);
    }
    joined_pieces++;
}

static const struct piecework copying = {begin, clear, copy_record, write_copies};

static bool is_in_pieces; /* the file last read was */

static struct text in_pieces(const char *path, struct csv_cutting cutting)
{
    struct sink sink = sink_in(unit_arena());
    struct faults faults = faults_in(unit_arena());
    cutting.most = 1 << 20;
    is_in_pieces =
        csv_pieces_read(path, ENCODING_UNTOLD, &cutting, &copying, unit_scratch(), &faults, write_record, &sink);
    return with_faults(&sink, &faults);
}

/* Cuts the file in every way and compares; gives in how many of them it was read in pieces. */
static size_t check_all_cuts(struct text csv)
{
    const char *folder = test_folder();
    const char *path = test_file(folder, "x.csv", csv);
    const char *expected = text_to_c(unit_arena(), whole(csv));
    size_t times = 0;
    for (size_t usual = 1; usual <= csv.length + 1; usual += 1 + usual / 16)
        for (size_t threads = 1; threads <= 3; threads++) {
            struct text read =
                in_pieces(path, (struct csv_cutting){.usual = usual, .longest_line = 12, .threads = threads});
            CHECK_TEXT(read, is_in_pieces ? expected : "");
            times += is_in_pieces;
        }
    test_folder_remove(folder);
    return times;
}

UNIT_TEST(pieces_give_what_the_whole_gives)
{
    CU_ASSERT_TRUE(check_all_cuts(TEXT("id,name\nC1,张三\nC2, 李 四 \n\nC3,\n")) > 30);
    CU_ASSERT_TRUE(check_all_cuts(TEXT("id;n\n1;a,b\n\n\n ;;\n2;c\n,;\n3;d")) > 30);
    CU_ASSERT_TRUE(check_all_cuts(TEXT("a\tb\n\tx\n\"y\"\t\tz\n")) > 20);
}

/* Both ways are taken above; here one alone: by the calling thread, since work never begins or everything is odd. */
UNIT_TEST(pieces_that_cannot_be_joined_are_taken)
{
    struct text csv = TEXT("id,name\nC1,x\n\nC2,\"x\ny\"\nC3,x\nC4,z\n");
    joined_pieces = 0;
    CU_ASSERT_TRUE(check_all_cuts(csv) > 30);
    CU_ASSERT_TRUE(joined_pieces > 100);
    joined_pieces = 0;
    least_before_work = SIZE_MAX;
    CU_ASSERT_TRUE(check_all_cuts(csv) > 30);
    least_before_work = 0;
    CU_ASSERT_EQUAL(joined_pieces, 0);
    odd_cell = "x";
    CU_ASSERT_TRUE(check_all_cuts(csv) > 30);
    odd_cell = NULL;
    CU_ASSERT_TRUE(joined_pieces > 10);
}

/* Work that begins after some pieces. */
UNIT_TEST(work_may_begin_later)
{
    for (least_before_work = 1; least_before_work < 200; least_before_work += 30)
        CU_ASSERT_TRUE(check_all_cuts(TEXT("a,b\n\nc,\"d\ne\"\nf,g\n\"h\n\n\ni\",j\nk,l\n")) > 30);
    least_before_work = 0;
}

UNIT_TEST(a_last_line_may_lack_its_end)
{
    CU_ASSERT_TRUE(check_all_cuts(TEXT("a,b\nc,d\ne,f")) > 20);
    CU_ASSERT_TRUE(check_all_cuts(TEXT("a")) > 2);
    CU_ASSERT_TRUE(check_all_cuts(TEXT("\n")) > 2);
    CU_ASSERT_TRUE(check_all_cuts(TEXT("a,b\nc,\"d\"")) > 20);
}

UNIT_TEST(both_bytes_of_a_line_end_stay_together)
{
    CU_ASSERT_TRUE(check_all_cuts(TEXT("a,b\r\nc,d\r\n\r\ne,f\r\n")) > 30);
    CU_ASSERT_TRUE(check_all_cuts(TEXT("a,b\r\nc,d\r\re,f\n\rg,h\r\n\n\r\ni,j")) > 30);
}

UNIT_TEST(quotes_across_a_cut_are_found)
{
    CU_ASSERT_TRUE(check_all_cuts(TEXT("a,b\nc,\"d\ne\"\nf,g\n\"h\n\n\ni\",j\nk,l\n")) > 30);
    CU_ASSERT_TRUE(check_all_cuts(TEXT("\"a\nb\",c\nd,\"e\n")) > 0);
    CU_ASSERT_TRUE(check_all_cuts(TEXT("a,b\nc,\"d\"\"e\"\nf,\"\"\"g\"\n\"\"\"\"\"\",h\ni,j\n")) > 30);
}

UNIT_TEST(faults_stand_where_they_stand_in_the_whole)
{
    CU_ASSERT_TRUE(check_all_cuts(TEXT("a,b\nc,\"d\ne,f\ng,h\n")) > 20);
    CU_ASSERT_TRUE(check_all_cuts(TEXT("a,b\nc,d\"e\nf,g\n\"h\"i,j\nk,l\nm,\"n\no,\"p\"\nq,r\n")) > 30);
    CU_ASSERT_TRUE(check_all_cuts(TEXT("a\"b,c\nd,e\nf\"g;h\ni;j;k\n")) > 0);
}

UNIT_TEST(a_byte_order_mark_is_no_text)
{
    const char *folder = test_folder();
    const char *path = test_file(folder, "x.csv",
                                 TEXT("\xEF\xBB\xBF"
                                      "a,b\nc,d\"\ne,f\n"));
    struct text expected = whole(TEXT("a,b\nc,d\"\ne,f\n"));
    for (size_t usual = 4; usual < 20; usual++)
        CHECK_TEXT(in_pieces(path, (struct csv_cutting){.usual = usual, .longest_line = 20, .threads = 2}),
                   text_to_c(unit_arena(), expected));
    test_folder_remove(folder);
}

/* Nothing of such a file is taken: it is left to the reader that tells why, or converts it. */
UNIT_TEST(other_files_are_left_to_others)
{
    CU_ASSERT_EQUAL(check_all_cuts((struct text){"a,b\nc,d\ne,\0\n", 12}), 0);
    CU_ASSERT_EQUAL(check_all_cuts(TEXT("a,b\nc,d\ne,\xFF\n")), 0);
    CU_ASSERT_EQUAL(check_all_cuts(TEXT("a,b\nc,d\ne,\xE5\xBC\n")), 0);
    CU_ASSERT_EQUAL(check_all_cuts(TEXT("a,b\nc,d\ne,\x1B\n")), 0);
    CU_ASSERT_EQUAL(check_all_cuts(TEXT("a,b\nc,d\ne,\xEE\x9E\x8D\n")), 0); /* U+E78D, now U+FE10 */
    CU_ASSERT_EQUAL(check_all_cuts(TEXT("a,b\nc,d\ne,\xC4\xE3\n")), 0);     /* 你 in GB18030, or U+0123 */
    CU_ASSERT_EQUAL(check_all_cuts(TEXT("a,b\xEF\xBB\xBF\nc,d\ne,\xE9\x9B")), 0);
}

UNIT_TEST(no_file_and_a_small_one_and_a_large_one_are_left_to_others)
{
    const char *folder = test_folder();
    const char *path = test_file(folder, "x.csv", TEXT("a,b\nc,d\n"));
    struct csv_cutting cutting = {.least = 9, .usual = 4, .longest_line = 9, .threads = 2};
    CHECK_TEXT(in_pieces(path, cutting), "");
    CU_ASSERT_FALSE(is_in_pieces);
    cutting.least = 8;
    in_pieces(path, cutting);
    CU_ASSERT_TRUE(is_in_pieces);
    struct faults faults = faults_in(unit_arena());
    cutting.most = 7;
    CU_ASSERT_FALSE(
        csv_pieces_read(path, ENCODING_UNTOLD, &cutting, &copying, unit_scratch(), &faults, write_record, NULL));
    cutting.most = 8;
    CU_ASSERT_FALSE(
        csv_pieces_read(path, ENCODING_GB18030, &cutting, &copying, unit_scratch(), &faults, write_record, NULL));
    in_pieces(folder, cutting);
    CU_ASSERT_FALSE(is_in_pieces);
    in_pieces("/nowhere/x.csv", cutting);
    CU_ASSERT_FALSE(is_in_pieces);
    CU_ASSERT_EQUAL(faults.count, 0);
    test_folder_remove(folder);
}

static void sink_times(struct sink *sink, const char *part, size_t count)
{
    for (size_t i = 0; i < count; i++)
        sink_c(sink, part);
}

/* A quoted cell that is longer than what is read, but ends: where libcsv has been fed so much of it that it is known to be
 * too long, its quote is told, else its row. Here two bytes decide that: its quote is byte 65533 of the text, so that 65538
 * bytes of it come before byte 131072, to which libcsv is fed. */
UNIT_TEST(long_cells_are_told_at_the_same_place)
{
    struct sink csv = sink_in(unit_arena());
    sink_c(&csv, "\xEF\xBB\xBF");
    sink_times(&csv, "h,i,j\n", 10921);
    sink_c(&csv, "a,bbbb,\"\n");
    sink_times(&csv, "c,d\n", 17500);
    sink_c(&csv, "\"\nk,l,m\n");
    struct text text = {csv.bytes + 3, csv.length - 3};
    const char *folder = test_folder();
    const char *path = test_file(folder, "x.csv", sink_written(&csv));
    const char *expected = text_to_c(unit_arena(), whole(text));
    CU_ASSERT_PTR_NOT_NULL(strstr(expected, "\n10922:8 a cell of this row is longer than 65536 bytes"));
    static const size_t sizes[] = {7000, 18000, 65000, 65536};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct csv_cutting cutting = {.usual = sizes[i], .longest_line = 99, .threads = 1 + i};
        CHECK_TEXT(in_pieces(path, cutting), expected);
        CU_ASSERT_TRUE(is_in_pieces);
    }
    test_folder_remove(folder);
}

static void write_to(void *context, const struct record *record, struct arena scratch)
{
    FILE *file = fopen(context, "ab");
    (void)record;
    (void)scratch;
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fputs("g,h\n", file);
    fclose(file);
}

static void *never_begin(void *context, size_t room, struct faults *faults, struct arena *arena)
{
    (void)context;
    (void)room;
    (void)faults;
    (void)arena;
    return NULL;
}

static const struct piecework never = {.begin = never_begin};

UNIT_TEST(a_file_that_is_written_to_meanwhile_is_a_failure)
{
    const char *folder = test_folder();
    char *path = (char *)test_file(folder, "x.csv", TEXT("a,b\nc,d\ne,f\n"));
    struct csv_cutting cutting = {.most = 99, .usual = 4, .longest_line = 9, .threads = 2};
    struct faults faults = faults_in(unit_arena());
    CU_ASSERT_TRUE(csv_pieces_read(path, ENCODING_UTF8, &cutting, &never, unit_scratch(), &faults, write_to, path));
    CU_ASSERT_EQUAL_FATAL(faults.count, 1);
    CU_ASSERT_EQUAL(faults.items[0].severity, SEVERITY_FAILURE);
    CHECK_TEXT(fault_shown(&faults.items[0]),
               "0:0 this file was changed while it was read | try again when nobody writes to it");
    test_folder_remove(folder);
}

/* In place of the file `context` every descriptor of it gets one of a copy that looks the same and cannot be read. */
static void make_unreadable(void *context, const struct record *record, struct arena scratch)
{
    char link[32], target[PATH_MAX], copy[PATH_MAX + 1];
    struct stat status;
    (void)record;
    (void)scratch;
    CU_ASSERT_EQUAL_FATAL(stat(context, &status), 0);
    snprintf(copy, sizeof copy, "%s2", (const char *)context);
    int unreadable = open(copy, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    CU_ASSERT_EQUAL_FATAL(ftruncate(unreadable, status.st_size), 0);
    CU_ASSERT_EQUAL_FATAL(futimens(unreadable, (struct timespec[]){status.st_atim, status.st_mtim}), 0);
    for (int descriptor = 3; descriptor < 64; descriptor++) {
        snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
        ssize_t length = readlink(link, target, sizeof target);
        if (length == (ssize_t)strlen(context) && memcmp(target, context, (size_t)length) == 0)
            dup2(unreadable, descriptor);
    }
    close(unreadable);
}

UNIT_TEST(a_file_that_cannot_be_read_on_is_a_failure)
{
    const char *folder = test_folder();
    char *path = (char *)test_file(folder, "x.csv", TEXT("a,b\nc,d\ne,f\n"));
    struct csv_cutting cutting = {.most = 99, .usual = 4, .longest_line = 9, .threads = 2};
    struct faults faults = faults_in(unit_arena());
    CU_ASSERT_TRUE(
        csv_pieces_read(path, ENCODING_UTF8, &cutting, &never, unit_scratch(), &faults, make_unreadable, path));
    CU_ASSERT_EQUAL_FATAL(faults.count, 1);
    CU_ASSERT_EQUAL(faults.items[0].severity, SEVERITY_FAILURE);
    CHECK_TEXT(fault_shown(&faults.items[0]),
               "2:1 this file cannot be read to its end | is its disk or network at fault? Try again");
    test_folder_remove(folder);
}

/* ---- the door of all table files ---- */

struct counts {
    size_t taken, ahead; /* records */
};

static void *begin_counting(void *context, size_t room, struct faults *faults, struct arena *arena)
{
    const struct counts *counts = context;
    (void)room;
    (void)faults;
    return counts->taken > 0 ? arena_take(arena, 1, sizeof(size_t)) : NULL;
}

static void clear_count(void *own)
{
    *(size_t *)own = 0;
}

static void count_ahead(void *own, const struct record *record, struct arena scratch)
{
    (void)record;
    (void)scratch;
    ++*(size_t *)own;
}

static void join_count(void *context, void *own, struct place start, struct arena scratch)
{
    (void)start;
    (void)scratch;
    ((struct counts *)context)->ahead += *(size_t *)own;
}

static void count(void *context, const struct record *record, struct arena scratch)
{
    (void)record;
    (void)scratch;
    ((struct counts *)context)->taken++;
}

static const struct piecework counting = {begin_counting, clear_count, count_ahead, join_count};

UNIT_TEST(large_tables_are_read_in_pieces)
{
    enum { ROW = 8, LARGE = (8 << 20) / ROW };
    struct sink csv = sink_in(unit_arena());
    sink_times(&csv, "abc,def\n", LARGE);
    const char *folder = test_folder();
    const char *path = test_file(folder, "x.csv", sink_written(&csv));
    struct faults faults = faults_in(unit_arena());
    struct counts counts = {0}, whole = {0};
    table_file_read(path, ENCODING_UNTOLD, &counting, unit_scratch(), &faults, count, &counts);
    CU_ASSERT_EQUAL(counts.taken + counts.ahead, LARGE);
    CU_ASSERT_TRUE(counts.ahead > LARGE * 9 / 10);
    table_file_read(path, ENCODING_UNTOLD, NULL, unit_scratch(), &faults, count, &whole);
    CU_ASSERT_EQUAL(whole.taken, LARGE);
    CU_ASSERT_EQUAL(faults.count, 0);
    /* With too little memory for two pieces it is for another reader. */
    struct arena little = unit_scratch();
    little.end = little.next + (1 << 20);
    struct csv_cutting cutting = {.most = SIZE_MAX, .usual = 1 << 16, .longest_line = 99, .threads = 2};
    CU_ASSERT_FALSE(csv_pieces_read(path, ENCODING_UTF8, &cutting, &counting, little, &faults, count, &counts));
    test_folder_remove(folder);
}
