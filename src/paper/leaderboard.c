#include "leaderboard.h"

#include "coded_imprint.h"
#include "imprint.h"
#include "leaderboard_fit.h"
#include "leaderboard_notes.h"
#include "leaderboard_teams.h"
#include "mark_chart.h"
#include "palette.h"
#include "paragraph.h"
#include "proofread.h"
#include "rules_wording.h"
#include "score_text.h"
#include "signatures.h"
#include "summary_page.h"

/* Rows that go overleaf with what follows the table, so that signatures never stand alone. */
enum { ROWS_CARRIED = 2 };
/* Fewer rows than these do not stand under the head of a table of rounds, unless there are no more. */
enum { ROWS_BEGUN = 3 };

/* Of notes so many lines that no page has to be left half white for them: under the table stand at least the first ones. */
enum { NOTES_WHOLE = 8, NOTES_BEGUN = 3 };

static const double SPACE = 8;

/* One leaderboard while it is made. */
struct leaderboard {
    const struct standings *standings;
    struct document document;
};

/* ---- the head of a section ---- */

static struct text basis_text(const struct leaderboard *board, struct text sector)
{
    bool is_complete = board->standings->is_complete;
    return wording_text(board->document.arena, board->document.language,
                        is_complete ? "leaderboard.basis" : "leaderboard.basis.provisional",
                        FILL({"hosts", imprint_hosts(board->document.rules, board->document.arena)},
                             {"contest", board->document.rules->title}, {"level", board->document.rules->level},
                             {"date", imprint_date(board->document.rules, board->document.arena)},
                             {"place", board->document.rules->venue}, {"sector", sector}));
}

static struct lines paragraph_lines(const struct leaderboard *board, struct flow *flow, struct text text, double width)
{
    struct span span = {text, &style_text};
    return paragraph_of(flow->typesetter, &span, 1, width, 0, board->document.language == LANGUAGE_CHINESE);
}

static void draw_paragraph(const struct leaderboard *board, struct flow *flow, struct text text)
{
    struct lines lines = paragraph_lines(board, flow, text, flow_width(flow));
    flow_lines(flow, &lines, LEADING_TEXT);
}

static void draw_label(const struct leaderboard *board, struct flow *flow, const char *key, double y)
{
    struct line label = typeset_line(flow->typesetter, &style_label, wording_plain(board->document.language, key));
    canvas_line(flow->canvas, &label, flow->left, y + (LEADING_TEXT - SIZE_TEXT) / 2 + ASCENT * SIZE_TEXT);
}

/* A label in the margin of its text: 计分办法　…… Where the text goes on overleaf, `overleaf` stands there; NULL: none. */
static void draw_labelled(const struct leaderboard *board, struct flow *flow, const char *label, const char *overleaf,
                          struct text text, double indent)
{
    struct lines lines = paragraph_lines(board, flow, text, flow_width(flow) - indent);
    if (flow_room(flow) < LEADING_TEXT)
        flow_turn_page(flow);
    if (label)
        draw_label(board, flow, label, flow->y);
    size_t pages = flow->canvas->page_count, here = (size_t)(flow_room(flow) / LEADING_TEXT);
    flow->left += indent;
    flow_lines(flow, &lines, LEADING_TEXT);
    flow->left -= indent;
    if (overleaf && flow->canvas->page_count == pages + 1)
        draw_label(board, flow, overleaf, flow->y - (double)(lines.count - here) * LEADING_TEXT);
}

static double label_indent(const struct leaderboard *board, struct typesetter *typesetter)
{
    struct line label =
        typeset_line(typesetter, &style_label, wording_plain(board->document.language, "leaderboard.rules"));
    return label.width + SIZE_TEXT;
}

/* In two lines, if need be in brief: the document of the rules tells all of them. */
static struct text rules_text(const struct leaderboard *board, struct flow *flow, double indent)
{
    enum { LINES = 2 };
    struct arena *arena = board->document.arena;
    struct text whole = rules_wording(board->standings->contest, arena);
    size_t lines = paragraph_lines(board, flow, whole, flow_width(flow) - indent).count;
    return lines <= LINES ? whole : rules_brief_wording(board->standings->contest, arena);
}

static void draw_head(struct leaderboard *board, struct flow *flow, struct text part, struct text basis,
                      struct text rules)
{
    document_begin_section(&board->document, flow, part, !board->standings->is_complete);
    draw_paragraph(board, flow, basis);
    flow->y += SPACE / 2;
    if (rules.length > 0)
        draw_labelled(board, flow, "leaderboard.rules", NULL, rules, label_indent(board, flow->typesetter));
    flow->y += SPACE * 1.5;
}

/* ---- what stands under the table ---- */

static size_t note_lines(struct leaderboard *board, struct flow *flow, const struct leaderboard_note *note,
                         double indent)
{
    return paragraph_lines(board, flow, note->text, flow_width(flow) - indent).count;
}

/* Of signatures and imprint, which stay together. */
static double closing_height(struct leaderboard *board, struct flow *flow)
{
    return signatures_height(flow, board->document.rules) +
           coded_imprint_height(flow, board->document.rules, board->document.press->edition);
}

/* What has to stand under the table's last rows: all of it, or the beginning of long notes. */
static double tail_height(struct leaderboard *board, struct flow *flow, const struct leaderboard_notes *notes,
                          double indent)
{
    size_t lines = 0, last = 0;
    for (size_t i = 0; i < notes->count; i++)
        lines += last = note_lines(board, flow, &notes->items[i], indent);
    size_t parted = notes->count > 1 ? lines - last : 0;
    if (parted > NOTES_WHOLE)
        return SPACE + NOTES_BEGUN * LEADING_TEXT;
    return SPACE + (double)lines * LEADING_TEXT + closing_height(board, flow);
}

static void draw_tail(struct leaderboard *board, struct flow *flow, const struct leaderboard_notes *notes,
                      double indent)
{
    const char *label = NULL;
    flow->y += SPACE;
    for (size_t i = 0; i < notes->count; i++) {
        const struct leaderboard_note *note = &notes->items[i];
        bool is_last = i + 1 == notes->count;
        /* The last paragraph stays with the signatures. */
        double height = (double)note_lines(board, flow, note, indent) * LEADING_TEXT;
        bool turns =
            flow_room(flow) < LEADING_TEXT || (is_last && flow_room(flow) < height + closing_height(board, flow));
        label = note->label ? note->label : label;
        if (turns)
            flow_turn_page(flow);
        draw_labelled(board, flow, turns ? label : note->label, label, note->text, indent);
    }
    signatures_draw(flow, board->document.rules);
    coded_imprint_draw(flow, board->document.rules, board->document.press->edition);
}

/* ---- sections ---- */

/* The rounds under a ranking that has no room for them, with what follows the last table, `tail` high. */
static void draw_rounds(struct leaderboard *board, struct leaderboard_tables *tables, struct flow *flow, double tail)
{
    struct lines label =
        typeset_wrapped(&board->document.typesetter, &style_label,
                        wording_plain(board->document.language, "leaderboard.rounds"), flow_width(flow));
    for (size_t i = 0; i < tables->rounds_count; i++) {
        const struct table *table = &tables->rounds[i];
        bool is_last = i + 1 == tables->rounds_count;
        size_t rows = table->row_count < ROWS_BEGUN ? table->row_count : ROWS_BEGUN;
        double height = (double)(label.count + rows + 1) * LEADING_TEXT * 1.5;
        if (flow_room(flow) < SPACE * 2 + height)
            flow_turn_page(flow);
        else
            flow->y += SPACE * 2;
        if (i == 0)
            flow_lines(flow, &label, LEADING_TEXT);
        table_flow(table, flow, is_last ? ROWS_CARRIED : 0, is_last ? tail : 0);
    }
}

static void draw_tables(struct leaderboard *board, struct leaderboard_tables *tables, struct flow *flow, double tail)
{
    bool is_alone = tables->rounds_count == 0;
    table_flow(&tables->main, flow, is_alone ? ROWS_CARRIED : 0, is_alone ? tail : 0);
    draw_rounds(board, tables, flow, tail);
}

static void draw_section(struct leaderboard *board, const struct sector_standings *sector)
{
    struct text name = contest_sector_title(board->standings->contest, sector->sector);
    struct leaderboard_tables tables;
    if (!leaderboard_fit(board->standings, sector, &board->document.canvas, &board->document.typesetter, &tables))
        return;
    struct flow flow = tables.flow;
    double indent = label_indent(board, &board->document.typesetter);
    draw_head(board, &flow, name, basis_text(board, name), rules_text(board, &flow, indent));
    struct leaderboard_notes notes = leaderboard_notes(board->standings, sector, board->document.arena);
    if (sector->ranking_count > 0)
        draw_tables(board, &tables, &flow, tail_height(board, &flow, &notes, indent));
    else
        draw_paragraph(board, &flow, wording_plain(board->document.language, "leaderboard.nobody"));
    draw_tail(board, &flow, &notes, indent);
}

/* ---- what goes across the sectors ---- */

static struct text teams_basis_text(const struct leaderboard *board, struct text part)
{
    return wording_text(board->document.arena, board->document.language, "leaderboard.teams.basis",
                        FILL({"hosts", imprint_hosts(board->document.rules, board->document.arena)},
                             {"contest", board->document.rules->title}, {"level", board->document.rules->level},
                             {"date", imprint_date(board->document.rules, board->document.arena)},
                             {"place", board->document.rules->venue}, {"part", part}));
}

/* Special awards of all sectors; none where the ranking of the only one tells them. */
static struct text specials_across(const struct leaderboard *board)
{
    struct text all = special_awards_text(board->standings, INDEX_NONE, board->document.arena);
    bool is_told = board->standings->sector_count == 1 &&
                   text_equal(all, special_awards_text(board->standings, 0, board->document.arena));
    return is_told ? TEXT("") : all;
}

/* Teams and special awards, on a page of their own behind the sectors. */
static void draw_teams(struct leaderboard *board)
{
    const struct teams_ranking *teams = &board->standings->teams;
    struct leaderboard_note special = {"leaderboard.specials", specials_across(board)};
    struct leaderboard_notes notes = {&special, special.text.length > 0, 1};
    const char *both[2][2] = {{NULL, "leaderboard.specials"}, {"leaderboard.teams", "leaderboard.teams.and"}};
    const char *key = both[teams->count > 0][notes.count > 0];
    if (!key)
        return;
    struct text part = wording_plain(board->document.language, key);
    struct leaderboard_tables tables = {.flow = flow_on(&board->document.canvas, &board->document.typesetter, false)};
    if (teams->count > 0 &&
        !leaderboard_fit(board->standings, NULL, &board->document.canvas, &board->document.typesetter, &tables))
        return;
    struct flow flow = tables.flow;
    draw_head(board, &flow, part, teams_basis_text(board, part),
              leaderboard_teams_rules(board->document.rules, board->document.arena));
    double indent = label_indent(board, &board->document.typesetter);
    if (teams->count > 0)
        table_flow(&tables.main, &flow, ROWS_CARRIED, tail_height(board, &flow, &notes, indent));
    draw_tail(board, &flow, &notes, indent);
}

bool leaderboard_write(const struct press *press, const struct standings *standings, size_t sector,
                       struct text *pdf_bytes)
{
    struct leaderboard board = {.standings = standings};
    struct document *document = &board.document;
    document_begin(document, press, "leaderboard.title");
    proofread_outcomes(&document->typesetter, document->contest);
    if (sector == INDEX_NONE && summary_page_is_needed(standings, document->scratch))
        summary_page_draw(document, standings);
    for (size_t i = 0; i < standings->sector_count; i++)
        if (sector == INDEX_NONE || sector == i) {
            proofread_sector(&document->typesetter, document->contest, i);
            draw_section(&board, &standings->sectors[i]);
            if (document->rules->publish_judge_marks)
                mark_chart_draw(document, standings, &standings->sectors[i]);
        }
    if (sector == INDEX_NONE || standings->sector_count == 1)
        draw_teams(&board);
    document_draw_footers(document);
    struct text part = sector == INDEX_NONE ? wording_plain(document->language, "leaderboard.all")
                                            : contest_sector_title(document->contest, sector);
    return document_end(document, part, pdf_bytes);
}
