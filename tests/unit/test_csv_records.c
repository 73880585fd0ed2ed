#include "import_files.h"
#include "records.h"

/* Everything that is read, as text: "2:1 a|b (2:3)" a record, with the place of its second cell. */
static void write_record(void *context, const struct record *record, struct arena scratch)
{
    struct sink *sink = context;
    struct place second = record_place(record, 1);
    (void)scratch;
    sink_integer(sink, (int64_t)record->start.line);
    sink_byte(sink, ' ');
    for (size_t i = 0; i < record->count; i++) {
        sink_c(sink, i > 0 ? "|" : "");
        sink_text(sink, record->cells[i]);
    }
    sink_c(sink, " @");
    sink_integer(sink, (int64_t)second.line);
    sink_byte(sink, ':');
    sink_integer(sink, (int64_t)second.column);
    sink_byte(sink, '\n');
}

static struct faults faults;

static struct text records_of(struct text csv)
{
    struct sink sink = sink_in(unit_arena());
    faults = faults_in(unit_arena());
    csv_records_read(csv, TEXT("x.csv"), unit_scratch(), &faults, write_record, &sink);
    return sink_written(&sink);
}

static void check_only_fault(const char *expected)
{
    CU_ASSERT_EQUAL_FATAL(faults.count, 1);
    CHECK_TEXT(fault_shown(&faults.items[0]), expected);
}

#define CLOSE_IT " | close it, or write a quote within a cell twice: \"\""
#define QUOTE_IT " | put the whole cell in quotes, and write a quote within it twice: \"\""

UNIT_TEST(reads_plain_records)
{
    CHECK_TEXT(records_of(TEXT("id,name\nC1,张三\nC2, 李 四 \n")), "1 id|name @1:4\n2 C1|张三 @2:4\n3 C2|李 四 @3:5\n");
    CU_ASSERT_EQUAL(faults.count, 0);
}

UNIT_TEST(a_text_of_nothing_has_no_records)
{
    CHECK_TEXT(records_of((struct text){NULL, 0}), "");
    CU_ASSERT_EQUAL(faults.count, 0);
}

UNIT_TEST(reads_a_last_line_without_end)
{
    CHECK_TEXT(records_of(TEXT("a,b\nc,d")), "1 a|b @1:3\n2 c|d @2:3\n");
    CHECK_TEXT(records_of(TEXT("a,b\nc,")), "1 a|b @1:3\n2 c| @2:3\n");
    CHECK_TEXT(records_of(TEXT("a")), "1 a @1:2\n");
}

UNIT_TEST(a_guard_of_formulas_is_no_part_of_a_cell)
{
    CHECK_TEXT(records_of(TEXT("a,'=SUM(A1)\n'-1,'@b\n\"'+1, 2\",'' '=\n")),
               "1 a|=SUM(A1) @1:3\n2 -1|@b @2:5\n3 +1, 2|'' '= @3:10\n");
    CHECK_TEXT(records_of(TEXT("','a\n'1,''\n")), "1 '|'a @1:3\n2 '1|'' @2:4\n");
}

UNIT_TEST(nothing_gives_nothing)
{
    CHECK_TEXT(records_of(TEXT("")), "");
    CHECK_TEXT(records_of(TEXT("\n\r\n \r\n,,\n")), "");
    CU_ASSERT_EQUAL(faults.count, 0);
}

UNIT_TEST(blank_lines_do_not_shift_line_numbers)
{
    CHECK_TEXT(records_of(TEXT("\na,b\n\n\nc,d\n  \n,\ne,f\n")), "2 a|b @2:3\n5 c|d @5:3\n8 e|f @8:3\n");
}

UNIT_TEST(every_line_end_counts_once)
{
    CHECK_TEXT(records_of(TEXT("a,b\r\n\r\nc,d\r\n")), "1 a|b @1:3\n3 c|d @3:3\n");
    CHECK_TEXT(records_of(TEXT("a,b\r\rc,d\r")), "1 a|b @1:3\n3 c|d @3:3\n");
    CHECK_TEXT(records_of(TEXT("a,b\rc,d\ne,f\r\ng,h")), "1 a|b @1:3\n2 c|d @2:3\n3 e|f @3:3\n4 g|h @4:3\n");
}

UNIT_TEST(cells_of_several_lines_keep_the_count)
{
    CHECK_TEXT(records_of(TEXT("\"a\nb\",c\nd,e\n")), "1 a\nb|c @2:4\n3 d|e @3:3\n");
    CHECK_TEXT(records_of(TEXT("\"a\r\n\r\nb\",c\r\nd,e\r\n")), "1 a\r\n\r\nb|c @3:4\n4 d|e @4:3\n");
}

/* "4/2 " a record: the row and the cell of its second cell, as a spreadsheet counts them. */
static void write_cell(void *context, const struct record *record, struct arena scratch)
{
    struct place second = record_place(record, 1);
    (void)scratch;
    CU_ASSERT_EQUAL(record->start.cell, 0);
    sink_integer(context, second.row);
    sink_byte(context, '/');
    sink_integer(context, second.cell);
    sink_byte(context, ' ');
}

UNIT_TEST(rows_count_as_in_a_spreadsheet)
{
    struct sink sink = sink_in(unit_arena());
    struct faults none = faults_in(unit_arena());
    /* A row of two lines, a blank one, one that is left out for its quote, one that lacks the second cell. */
    struct text csv = TEXT("a,b\r\n\"c\r\nc\",d\r\n\r\ne\"e,f\r\ng\r\nh,\"i\"");
    csv_records_read(csv, TEXT("x.csv"), unit_scratch(), &none, write_cell, &sink);
    CHECK_TEXT(sink_written(&sink), "1/2 2/2 5/2 6/2 ");
    CU_ASSERT_EQUAL(none.count, 1);
}

UNIT_TEST(quotes_hold_separators_and_quotes)
{
    CHECK_TEXT(records_of(TEXT("\"a,b\", \"c \"\"d\"\"\" \ne,\"\"\n")), "1 a,b|c \"d\" @1:8\n2 e| @2:3\n");
    CHECK_TEXT(records_of(TEXT("\"张,三\",x\n")), "1 张,三|x @1:7\n");
}

UNIT_TEST(tells_the_separator_from_the_first_line)
{
    CU_ASSERT_EQUAL(records_separator(TEXT("a,b;c,d\n;;;;")), ',');
    CU_ASSERT_EQUAL(records_separator(TEXT("\r\n a;b;c,d")), ';');
    CU_ASSERT_EQUAL(records_separator(TEXT("a\tb\n,,,")), '\t');
    CU_ASSERT_EQUAL(records_separator(TEXT("\"a;b;\nc;\",d")), ',');
    CU_ASSERT_EQUAL(records_separator(TEXT("abc")), ',');
    CU_ASSERT_EQUAL(records_separator(TEXT("")), ',');
}

UNIT_TEST(tabs_may_stand_around_empty_cells)
{
    CHECK_TEXT(records_of(TEXT("a\tb\tc\n\tx\t\n\"y\"\t\tz\n")), "1 a|b|c @1:3\n2 |x| @2:2\n3 y||z @3:5\n");
}

UNIT_TEST(a_quote_left_open_costs_its_line_only)
{
    CHECK_TEXT(records_of(TEXT("a,b\nc,\"d\ne,f\ng,h\n")), "1 a|b @1:3\n3 e|f @3:3\n4 g|h @4:3\n");
    check_only_fault("2:3 the quote that opens here is never closed" CLOSE_IT);
}

UNIT_TEST(a_quote_left_open_before_others_is_found)
{
    CHECK_TEXT(records_of(TEXT("a,b\nc,\"d\ne,\"f\"\ng,h\n")), "1 a|b @1:3\n3 e|f @3:3\n4 g|h @4:3\n");
    check_only_fault("2:3 the quote that opens here is never closed" CLOSE_IT);
}

UNIT_TEST(a_quote_within_a_cell_is_placed)
{
    CHECK_TEXT(records_of(TEXT("a,b\n张三,李\"四\nc,d\n")), "1 a|b @1:3\n3 c|d @3:3\n");
    check_only_fault("2:5 there is a quote within this cell, which does not begin with one" QUOTE_IT);
}

UNIT_TEST(what_follows_a_closing_quote_is_placed)
{
    CHECK_TEXT(records_of(TEXT("a,b\r\n\"c\"\"\" x,d\r\ne,f\r\n")), "1 a|b @1:3\n3 e|f @3:3\n");
    check_only_fault("2:7 this cell goes on behind its closing quote" QUOTE_IT);
}

static struct text repeated(const char *part, size_t count)
{
    struct sink sink = sink_in(unit_arena());
    for (size_t i = 0; i < count; i++)
        sink_c(&sink, part);
    return sink_written(&sink);
}

static struct text joined(struct text a, struct text b, struct text c)
{
    struct sink sink = sink_in(unit_arena());
    sink_text(&sink, a);
    sink_text(&sink, b);
    sink_text(&sink, c);
    return sink_written(&sink);
}

UNIT_TEST(longest_cell_is_read_and_no_longer_one)
{
    struct text longest = repeated("x", RECORDS_MOST_CELL_BYTES);
    struct text read = records_of(joined(longest, TEXT(",b\n"), TEXT("c,d\n")));
    CU_ASSERT_EQUAL(faults.count, 0);
    CU_ASSERT_TRUE(read.length > RECORDS_MOST_CELL_BYTES);

    CHECK_TEXT(records_of(joined(longest, TEXT("x,b\n"), TEXT("c,d\n"))), "2 c|d @2:3\n");
    check_only_fault("1:1 a cell of this row is longer than 65536 bytes | is a quote left open?");
}

/* Long cells with doubled quotes are copied, and the first copy holds while the others are made. */
UNIT_TEST(long_cells_with_quotes_stay_whole)
{
    struct text half = repeated("x", RECORDS_MOST_CELL_BYTES - 1), quote = TEXT("\"\"");
    struct text quoted = joined(TEXT("\""), joined(half, quote, TEXT("\"")), TEXT(""));
    struct text row = joined(joined(quoted, TEXT(","), quoted), joined(TEXT(","), quoted, TEXT("\n")), TEXT(""));
    struct text cell = joined(half, TEXT("\""), TEXT(""));
    struct text cells = joined(joined(cell, TEXT("|"), cell), joined(TEXT("|"), cell, TEXT(" @")), TEXT(""));
    struct text read = records_of(joined(row, row, TEXT("e,\"f\"\"g\"\n")));
    CHECK_TEXT(((struct text){read.bytes + 2, cells.length}), text_to_c(unit_arena(), cells));
    struct text last = TEXT("3 e|f\"g @3:3\n");
    CHECK_TEXT(((struct text){read.bytes + read.length - last.length, last.length}), last.bytes);
    CU_ASSERT_EQUAL(faults.count, 0);

    struct text longer = joined(TEXT("a,\"x"), joined(half, quote, TEXT("\"\n")), TEXT("c,d\n"));
    CHECK_TEXT(records_of(longer), "2 c|d @2:3\n");
    check_only_fault("1:1 a cell of this row is longer than 65536 bytes | is a quote left open?");
}

UNIT_TEST(an_open_quote_does_not_take_in_the_file)
{
    struct text many = repeated("c,d\n", 50000);
    struct text read = records_of(joined(TEXT("a,\"b\n"), many, TEXT("e,f\n")));
    CU_ASSERT_TRUE(text_starts_with(read, TEXT("2 c|d @2:3\n3 c|d")));
    check_only_fault("1:3 a cell of this row is longer than 65536 bytes | is a quote left open?");
}

UNIT_TEST(wide_rows_are_read_and_wider_ones_are_not)
{
    struct text commas = repeated(",", RECORDS_MOST_CELLS - 1);
    CU_ASSERT_TRUE(text_starts_with(records_of(joined(commas, TEXT("x\n"), TEXT(""))), TEXT("1 |||")));
    CU_ASSERT_EQUAL(faults.count, 0);
    CHECK_TEXT(records_of(joined(commas, TEXT(",x\n"), TEXT("c,d\n"))), "2 c|d @2:3\n");
    check_only_fault("1:1 this row has more than 20000 cells");
}

UNIT_TEST(records_cross_the_chunks_in_which_libcsv_is_fed)
{
    struct text filler = repeated("0123456789012345678901234567890,x\n", 6000);
    struct text read = records_of(joined(filler, TEXT("\"a\nb\",c\n"), TEXT("d,e\n")));
    struct text tail = TEXT("6001 a\nb|c @6002:4\n6003 d|e @6003:3\n");
    CU_ASSERT_TRUE_FATAL(read.length > tail.length);
    CHECK_TEXT(((struct text){read.bytes + read.length - tail.length, tail.length}), tail.bytes);
}

/* ---- plain lines need no parser ---- */

/* The records of a piece. A first line of two quotes is blank, and has libcsv read all of it. */
static struct text records_of_piece(struct text csv, char separator, bool is_for_libcsv)
{
    struct sink whole = sink_in(unit_arena());
    sink_c(&whole, is_for_libcsv ? "\"\"\n" : "");
    sink_text(&whole, csv);
    struct csv_piece piece = {.utf8 = text_copy(unit_arena(), sink_written(&whole)),
                              .start = {.line = !is_for_libcsv, .column = 1, .row = !is_for_libcsv},
                              .separator = separator};
    struct sink sink = sink_in(unit_arena());
    faults = faults_in(unit_arena());
    struct place next = csv_piece_read(&piece, unit_scratch(), &faults, write_record, &sink);
    sink_integer(&sink, (int64_t)next.line);
    sink_byte(&sink, '/');
    sink_integer(&sink, (int64_t)next.row);
    return text_copy(unit_arena(), sink_written(&sink));
}

UNIT_TEST(plain_lines_give_what_libcsv_gives)
{
    static const char *const parts[] = {"a",  "b1",   " ",  "\t", ",", ",",  ";",     "\n",
                                        "\n", "\r\n", "\r", "'",  "=", "中", "\u3000"};
    static const char separators[] = ",;\t";
    uint32_t dice = 20231;
    size_t told = 0;
    for (size_t n = 0; n < 6000; n++) {
        struct arena before = *unit_arena();
        struct sink csv = sink_in(unit_arena());
        for (size_t i = 0; i < n % 40; i++) {
            dice = dice * 1664525 + 1013904223;
            sink_c(&csv, parts[(dice >> 16) % (sizeof parts / sizeof *parts)]);
        }
        struct text text = text_copy(unit_arena(), sink_written(&csv));
        struct text plain = records_of_piece(text, separators[n % 3], false);
        struct text parsed = records_of_piece(text, separators[n % 3], true);
        told += plain.length > 10;
        CHECK_TEXT(plain, text_to_c(unit_arena(), parsed));
        *unit_arena() = before;
    }
    CU_ASSERT_TRUE(told > 4000);
}
