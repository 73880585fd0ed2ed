#include "leaderboard.h"

#include "arena_split.h"
#include "footer.h"
#include "heading.h"
#include "leaderboard_table.h"
#include "palette.h"
#include "rules_wording.h"
#include "score_text.h"
#include "signatures.h"
#include "tie_notes.h"
#include "words.h"

/* Rows that go overleaf with what follows the table, so that signatures never stand alone. */
enum { ROWS_CARRIED = 3 };

static const double SPACE = 8;

/* One leaderboard while it is made. */
struct leaderboard {
    const struct standings *standings;
    const struct rules *rules;
    enum language language;
    struct arena *arena;
    struct typesetter typesetter;
    struct canvas canvas;
};

/* A paragraph under the table. */
struct note {
    struct text label; /* empty: it follows the one above */
    struct text text;
};

struct notes {
    struct note *items;
    size_t count, capacity;
};

/* ---- the head of a section ---- */

static struct text hosts_text(const struct leaderboard *board)
{
    struct sink sink = sink_in(board->arena);
    for (size_t i = 0; i < board->rules->hosts.count; i++) {
        if (i > 0)
            sink_text(&sink, wording_plain(board->language, "list.separator"));
        sink_text(&sink, board->rules->hosts.items[i]);
    }
    return sink_written(&sink);
}

static struct text date_text(const struct leaderboard *board)
{
    struct sink sink = sink_in(board->arena);
    words_write_date(&sink, board->language, board->rules->date);
    return sink_written(&sink);
}

static struct text basis_text(const struct leaderboard *board, struct text sector)
{
    bool is_complete = board->standings->is_complete;
    return wording_text(
        board->arena, board->language, is_complete ? "leaderboard.basis" : "leaderboard.basis.provisional",
        FILL({"hosts", hosts_text(board)}, {"contest", board->rules->title}, {"level", board->rules->level},
             {"date", date_text(board)}, {"place", board->rules->venue}, {"sector", sector}));
}

static void draw_paragraph(const struct leaderboard *board, struct flow *flow, struct text text)
{
    struct lines lines = typeset_wrapped(flow->typesetter, &style_text, text, flow_width(flow));
    if (board->language == LANGUAGE_CHINESE)
        lines_justify(&lines, flow_width(flow), 0);
    flow_lines(flow, &lines, LEADING_TEXT);
}

/* A label in the margin of its text: 计分办法　…… */
static void draw_labelled(const struct leaderboard *board, struct flow *flow, const struct note *note, double indent)
{
    double left = flow->left;
    if (note->label.length > 0) {
        struct line label = typeset_line(flow->typesetter, &style_label, note->label);
        if (flow_room(flow) < LEADING_TEXT)
            flow_turn_page(flow);
        canvas_line(flow->canvas, &label, left, flow->y + (LEADING_TEXT - SIZE_TEXT) / 2 + 0.88 * SIZE_TEXT);
    }
    flow->left += indent;
    draw_paragraph(board, flow, note->text);
    flow->left = left;
}

static double label_indent(const struct leaderboard *board, struct typesetter *typesetter)
{
    struct line label = typeset_line(typesetter, &style_label, wording_plain(board->language, "leaderboard.rules"));
    return label.width + SIZE_TEXT;
}

static void draw_head(struct leaderboard *board, struct flow *flow, struct text sector)
{
    heading_draw(flow, board->rules, "leaderboard.title", sector);
    draw_paragraph(board, flow, basis_text(board, sector));
    flow->y += SPACE / 2;
    double indent = label_indent(board, flow->typesetter);
    struct note rounds = {wording_plain(board->language, "leaderboard.rules"),
                          rules_wording_rounds(board->rules, board->arena)};
    draw_labelled(board, flow, &rounds, indent);
    draw_labelled(board, flow, &(struct note){TEXT(""), rules_wording_final(board->rules, board->arena)}, indent);
    flow->y += SPACE * 1.5;
}

/* ---- what stands under the table ---- */

static void add_note(struct leaderboard *board, struct notes *notes, struct text text)
{
    struct text label = notes->count == 0 ? wording_plain(board->language, "leaderboard.notes") : TEXT("");
    ARENA_RESERVE_ONE(board->arena, notes->items, notes->count, notes->capacity);
    notes->items[notes->count++] = (struct note){label, text};
}

static void add_award_notes(struct leaderboard *board, const struct sector_standings *sector, struct notes *notes)
{
    for (size_t i = 0; i < board->rules->award_count; i++) {
        const struct award_outcome *outcome = &sector->outcomes[i];
        struct text name = board->rules->awards[i].name;
        struct text count = number_text(outcome->planned - (int64_t)outcome->given, board->arena);
        if (outcome->is_withheld)
            add_note(board, notes,
                     wording_text(board->arena, board->language, "leaderboard.withheld", FILL({"award", name})));
        else if (outcome->is_vacant)
            add_note(board, notes,
                     wording_text(board->arena, board->language, "leaderboard.vacant",
                                  FILL({"award", name}, {"count", count})));
    }
}

static struct text unranked_text(struct leaderboard *board, const struct unranked *unranked)
{
    const struct contestant *contestant = &board->standings->contest->contestants[unranked->contestant];
    struct sink draw = sink_in(board->arena), reason = sink_in(board->arena);
    if (contestant->draw > 0)
        sink_integer(&draw, contestant->draw);
    if (unranked->reason.format)
        words_write_message(&reason, board->language, &unranked->reason);
    struct text status = contestant->status == STATUS_COMPETING ? wording_plain(board->language, "leaderboard.waiting")
                                                                : words_status(board->language, contestant->status);
    return wording_text(board->arena, board->language, "leaderboard.unranked.person",
                        FILL({"draw", sink_written(&draw)}, {"name", typeset_glued(contestant->name, board->arena)},
                             {"unit", contestant->unit}, {"status", status}, {"reason", sink_written(&reason)}));
}

static void add_unranked_note(struct leaderboard *board, const struct sector_standings *sector, struct notes *notes)
{
    if (sector->unranked_count == 0)
        return;
    struct sink people = sink_in(board->arena);
    for (size_t i = 0; i < sector->unranked_count; i++) {
        if (i > 0)
            sink_text(&people, wording_plain(board->language, "clause.separator"));
        sink_text(&people, unranked_text(board, &sector->unranked[i]));
    }
    add_note(
        board, notes,
        wording_text(board->arena, board->language, "leaderboard.unranked", FILL({"people", sink_written(&people)})));
}

static struct notes notes_of(struct leaderboard *board, const struct sector_standings *sector)
{
    struct notes notes = {0};
    struct texts ties = tie_notes_of(board->standings, sector, board->arena);
    for (size_t i = 0; i < ties.count; i++)
        add_note(board, &notes, ties.items[i]);
    add_award_notes(board, sector, &notes);
    add_unranked_note(board, sector, &notes);
    struct text hosts = hosts_text(board);
    add_note(board, &notes,
             wording_text(board->arena, board->language,
                          hosts.length > 0 ? "leaderboard.protest" : "leaderboard.protest.nobody",
                          FILL({"hosts", hosts})));
    return notes;
}

static double note_height(struct flow *flow, struct text text, double indent)
{
    struct lines lines = typeset_wrapped(flow->typesetter, &style_text, text, flow_width(flow) - indent);
    return (double)lines.count * LEADING_TEXT;
}

/* Under the signatures, at the right: who publishes this, and when. */
static struct lines imprint_line(struct flow *flow, struct text text)
{
    return typeset_wrapped(flow->typesetter, &style_text, text, flow_width(flow));
}

static void draw_imprint(struct flow *flow, struct text text)
{
    struct lines lines = imprint_line(flow, text);
    for (size_t i = 0; i < lines.count; i++, flow->y += LEADING_TEXT)
        canvas_line_right(flow->canvas, &lines.items[i], flow->right, flow->y + SIZE_TEXT);
}

/* Of signatures and imprint, which stay together. */
static double closing_height(struct leaderboard *board, struct flow *flow)
{
    size_t lines = imprint_line(flow, hosts_text(board)).count + imprint_line(flow, date_text(board)).count;
    return signatures_height(flow, board->rules) + SPACE + (double)lines * LEADING_TEXT;
}

static double tail_height(struct leaderboard *board, struct flow *flow, const struct notes *notes, double indent)
{
    double height = SPACE + closing_height(board, flow);
    for (size_t i = 0; i < notes->count; i++)
        height += note_height(flow, notes->items[i].text, indent);
    return height;
}

static void draw_tail(struct leaderboard *board, struct flow *flow, const struct notes *notes, double indent)
{
    flow->y += SPACE;
    for (size_t i = 0; i < notes->count; i++) {
        const struct note *note = &notes->items[i];
        bool is_last = i + 1 == notes->count;
        /* The last paragraph stays with the signatures. */
        if (is_last && flow_room(flow) < note_height(flow, note->text, indent) + closing_height(board, flow))
            flow_turn_page(flow);
        draw_labelled(board, flow, note, indent);
    }
    signatures_draw(flow, board->rules);
    flow->y += SPACE;
    draw_imprint(flow, hosts_text(board));
    draw_imprint(flow, date_text(board));
}

/* ---- sections ---- */

/* Upright where the table has room enough, lying otherwise. */
static struct flow flow_for(struct leaderboard *board, struct table *table)
{
    struct flow upright = flow_on(&board->canvas, &board->typesetter, false);
    if (table_fit(table, &board->typesetter, flow_width(&upright), false) ||
        table_fit(table, &board->typesetter, flow_width(&upright), true))
        return upright;
    struct flow lying = flow_on(&board->canvas, &board->typesetter, true);
    table_fit(table, &board->typesetter, flow_width(&lying), false);
    return lying;
}

static void draw_section(struct leaderboard *board, const struct sector_standings *sector)
{
    struct text name = board->standings->contest->sectors[sector->sector].name;
    struct table table = leaderboard_table(board->standings, sector, board->arena);
    struct flow flow = flow_for(board, &table);
    flow.running_head = heading_running(board->rules, "leaderboard.title", name, board->arena);
    if (!board->standings->is_complete)
        flow.watermark = wording_plain(board->language, "page.provisional");

    flow_begin_section(&flow);
    canvas_add_bookmark(&board->canvas, name, 0);
    draw_head(board, &flow, name);
    struct notes notes = notes_of(board, sector);
    double indent = label_indent(board, &board->typesetter);
    if (sector->ranking_count > 0)
        table_flow(&table, &flow, ROWS_CARRIED, tail_height(board, &flow, &notes, indent));
    else
        draw_paragraph(board, &flow, wording_plain(board->language, "leaderboard.nobody"));
    draw_tail(board, &flow, &notes, indent);
}

bool leaderboard_write(const struct standings *standings, size_t sector, const struct edition *edition,
                       const struct fonts *fonts, struct arena *arena, struct arena scratch, struct text *pdf_bytes,
                       struct faults *faults)
{
    const struct rules *rules = &standings->contest->rules;
    size_t grave = faults_grave(faults);
    struct arena work = arena_split(&scratch);
    struct leaderboard board = {
        .standings = standings, .rules = rules, .language = (enum language)rules->language, .arena = &work};
    board.typesetter = (struct typesetter){.fonts = fonts, .arena = &work, .faults = faults, .place = rules->place};
    board.canvas = canvas_with(fonts, &work);
    for (size_t i = 0; i < standings->sector_count; i++)
        if (sector == INDEX_NONE || sector == i)
            draw_section(&board, &standings->sectors[i]);
    footers_draw(&board.canvas, &board.typesetter, 0, board.language, edition);
    if (faults_grave(faults) > grave)
        return false;
    struct text part = sector == INDEX_NONE ? wording_plain(board.language, "leaderboard.all")
                                            : standings->contest->sectors[sector].name;
    struct document_title title = heading_of_document(rules, "leaderboard.title", part, &work);
    return canvas_write(&board.canvas, &title, arena, scratch, pdf_bytes, faults);
}
