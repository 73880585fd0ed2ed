#include "leaderboard.h"

#include "arena_split.h"
#include "footer.h"
#include "heading.h"
#include "imprint.h"
#include "leaderboard_notes.h"
#include "leaderboard_table.h"
#include "leaderboard_teams.h"
#include "palette.h"
#include "proofread.h"
#include "rules_wording.h"
#include "score_text.h"
#include "signatures.h"

/* Rows that go overleaf with what follows the table, so that signatures never stand alone. */
enum { ROWS_CARRIED = 2 };
/* The fewest letters of a paragraph's last line, and by how many letters its others may be shorter for that. */
enum { LETTERS_ALONE = 5, NARROWER_MOST = 3 };
/* With more rounds than these, a table too wide is their doing. */
enum { ROUNDS_BESIDE_TEXTS = 8 };

static const double SPACE = 8;

/* Tried in this order until the columns fit side by side. */
static const struct {
    double size, gap;
    bool is_landscape, is_tight;
    enum squeeze squeeze;
} settings[] = {
    {SIZE_TEXT, 9, false, false, SQUEEZE_SMALL}, {SIZE_TEXT, 9, false, true, SQUEEZE_SMALL},
    {SIZE_TEXT, 9, true, false, SQUEEZE_SMALL},  {SIZE_TEXT, 9, true, true, SQUEEZE_SMALL},
    {SIZE_TEXT, 9, true, true, SQUEEZE_CROWDED}, {9, 6, true, true, SQUEEZE_CROWDED},
    {8, 4, true, true, SQUEEZE_CROWDED},
};

/* One leaderboard while it is made. */
struct leaderboard {
    const struct standings *standings;
    const struct rules *rules;
    enum language language;
    struct arena *arena;
    struct typesetter typesetter;
    struct canvas canvas;
};

/* ---- the head of a section ---- */

static struct text basis_text(const struct leaderboard *board, struct text sector)
{
    bool is_complete = board->standings->is_complete;
    return wording_text(board->arena, board->language,
                        is_complete ? "leaderboard.basis" : "leaderboard.basis.provisional",
                        FILL({"hosts", imprint_hosts(board->rules, board->arena)}, {"contest", board->rules->title},
                             {"level", board->rules->level}, {"date", imprint_date(board->rules, board->arena)},
                             {"place", board->rules->venue}, {"sector", sector}));
}

/* A last line of one or two letters is none: a paragraph may be set a little narrower, and is then spread. */
static struct lines paragraph_lines(const struct leaderboard *board, struct flow *flow, struct text text, double width)
{
    struct lines lines = typeset_wrapped(flow->typesetter, &style_text, text, width);
    for (int i = 1; i <= NARROWER_MOST && lines.count > 1 && lines.items[lines.count - 1].count < LETTERS_ALONE; i++) {
        struct lines narrower =
            typeset_wrapped(flow->typesetter, &style_text, text, width - (double)i * style_text.size);
        if (narrower.count > lines.count)
            break;
        if (i == NARROWER_MOST || narrower.items[narrower.count - 1].count >= LETTERS_ALONE)
            lines = narrower;
    }
    if (board->language == LANGUAGE_CHINESE)
        lines_justify(&lines, width, 0);
    return lines;
}

static void draw_paragraph(const struct leaderboard *board, struct flow *flow, struct text text)
{
    struct lines lines = paragraph_lines(board, flow, text, flow_width(flow));
    flow_lines(flow, &lines, LEADING_TEXT);
}

/* A label in the margin of its text: 计分办法　…… */
static void draw_labelled(const struct leaderboard *board, struct flow *flow, const char *label_key, struct text text,
                          double indent)
{
    double left = flow->left;
    if (label_key) {
        struct line label = typeset_line(flow->typesetter, &style_label, wording_plain(board->language, label_key));
        if (flow_room(flow) < LEADING_TEXT)
            flow_turn_page(flow);
        canvas_line(flow->canvas, &label, left, flow->y + (LEADING_TEXT - SIZE_TEXT) / 2 + ASCENT * SIZE_TEXT);
    }
    flow->left += indent;
    draw_paragraph(board, flow, text);
    flow->left = left;
}

static double label_indent(const struct leaderboard *board, struct typesetter *typesetter)
{
    struct line label = typeset_line(typesetter, &style_label, wording_plain(board->language, "leaderboard.rules"));
    return label.width + SIZE_TEXT;
}

static void draw_head(struct leaderboard *board, struct flow *flow, struct text part, struct text basis,
                      struct text rules)
{
    heading_draw(flow, board->rules, "leaderboard.title", part);
    draw_paragraph(board, flow, basis);
    flow->y += SPACE / 2;
    if (rules.length > 0)
        draw_labelled(board, flow, "leaderboard.rules", rules, label_indent(board, flow->typesetter));
    flow->y += SPACE * 1.5;
}

/* ---- what stands under the table ---- */

static double note_height(struct leaderboard *board, struct flow *flow, struct text text, double indent)
{
    return (double)paragraph_lines(board, flow, text, flow_width(flow) - indent).count * LEADING_TEXT;
}

/* Of signatures and imprint, which stay together. */
static double closing_height(struct leaderboard *board, struct flow *flow)
{
    return signatures_height(flow, board->rules) + SPACE + imprint_height(flow, board->rules);
}

static double tail_height(struct leaderboard *board, struct flow *flow, const struct leaderboard_notes *notes,
                          double indent)
{
    double height = SPACE + closing_height(board, flow);
    for (size_t i = 0; i < notes->count; i++)
        height += note_height(board, flow, notes->items[i].text, indent);
    return height;
}

static void draw_tail(struct leaderboard *board, struct flow *flow, const struct leaderboard_notes *notes,
                      double indent)
{
    flow->y += SPACE;
    for (size_t i = 0; i < notes->count; i++) {
        bool is_last = i + 1 == notes->count;
        /* The last paragraph stays with the signatures. */
        double height = note_height(board, flow, notes->items[i].text, indent) + closing_height(board, flow);
        if (is_last && flow_room(flow) < height)
            flow_turn_page(flow);
        draw_labelled(board, flow, notes->items[i].label, notes->items[i].text, indent);
    }
    signatures_draw(flow, board->rules);
    flow->y += SPACE;
    imprint_draw(flow, board->rules);
}

/* ---- sections ---- */

/* The table of a sector on paper, or of the teams for NULL, where it fits; false where it does not even in the smallest
 * type. */
static bool set_table(struct leaderboard *board, const struct sector_standings *sector, struct table *table,
                      struct flow *flow)
{
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
        const struct style *styles = table_styles(settings[i].size, board->arena);
        *table = sector ? leaderboard_table(board->standings, sector, styles, settings[i].gap, board->arena)
                        : leaderboard_teams_table(board->standings, styles, settings[i].gap, board->arena);
        *flow = flow_on(&board->canvas, &board->typesetter, settings[i].is_landscape);
        if (table_fit(table, &board->typesetter, flow_width(flow), settings[i].is_tight, settings[i].squeeze))
            return true;
    }
    return false;
}

/* Reports what makes it too wide. */
static void blame_table(struct leaderboard *board, struct table *table)
{
    if (board->rules->round_count > ROUNDS_BESIDE_TEXTS)
        faults_add(board->typesetter.faults, SEVERITY_ERROR, board->rules->place,
                   MESSAGE("the ranking has {1} rounds: too many for the width of a page",
                           number_text((int64_t)board->rules->round_count, board->arena)),
                   MESSAGE("give the rounds shorter names, or hold them as several contests"));
    else
        table_blame(table, &board->typesetter);
}

static void draw_section(struct leaderboard *board, const struct sector_standings *sector)
{
    struct text name = board->standings->contest->sectors[sector->sector].name;
    struct table table;
    struct flow flow;
    if (!set_table(board, sector, &table, &flow)) {
        blame_table(board, &table);
        return;
    }
    flow.running_head = heading_running(board->rules, "leaderboard.title", name, board->arena);
    if (!board->standings->is_complete)
        flow.watermark = wording_plain(board->language, "page.provisional");

    flow_begin_section(&flow);
    canvas_add_bookmark(&board->canvas, name, 0);
    draw_head(board, &flow, name, basis_text(board, name), rules_wording(board->standings->contest, board->arena));
    struct leaderboard_notes notes = leaderboard_notes(board->standings, sector, board->arena);
    double indent = label_indent(board, &board->typesetter);
    if (sector->ranking_count > 0)
        table_flow(&table, &flow, ROWS_CARRIED, tail_height(board, &flow, &notes, indent));
    else
        draw_paragraph(board, &flow, wording_plain(board->language, "leaderboard.nobody"));
    draw_tail(board, &flow, &notes, indent);
}

/* ---- what goes across the sectors ---- */

static struct text teams_basis_text(const struct leaderboard *board, struct text part)
{
    return wording_text(board->arena, board->language, "leaderboard.teams.basis",
                        FILL({"hosts", imprint_hosts(board->rules, board->arena)}, {"contest", board->rules->title},
                             {"level", board->rules->level}, {"date", imprint_date(board->rules, board->arena)},
                             {"place", board->rules->venue}, {"part", part}));
}

/* Special awards of all sectors; none where the ranking of the only one tells them. */
static struct text specials_across(const struct leaderboard *board)
{
    struct text all = special_awards_text(board->standings, INDEX_NONE, board->arena);
    bool is_told =
        board->standings->sector_count == 1 && text_equal(all, special_awards_text(board->standings, 0, board->arena));
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
    struct text part = wording_plain(board->language, key);
    struct table table = {0};
    struct flow flow = flow_on(&board->canvas, &board->typesetter, false);
    if (teams->count > 0 && !set_table(board, NULL, &table, &flow)) {
        table_blame(&table, &board->typesetter);
        return;
    }
    flow.running_head = heading_running(board->rules, "leaderboard.title", part, board->arena);
    if (!board->standings->is_complete)
        flow.watermark = wording_plain(board->language, "page.provisional");
    flow_begin_section(&flow);
    canvas_add_bookmark(&board->canvas, part, 0);
    draw_head(board, &flow, part, teams_basis_text(board, part), leaderboard_teams_rules(board->rules, board->arena));
    double indent = label_indent(board, &board->typesetter);
    if (teams->count > 0)
        table_flow(&table, &flow, ROWS_CARRIED, tail_height(board, &flow, &notes, indent));
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
    proofread_rules(&board.typesetter, rules);
    proofread_outcomes(&board.typesetter, standings->contest);
    for (size_t i = 0; i < standings->sector_count; i++)
        if (sector == INDEX_NONE || sector == i) {
            proofread_sector(&board.typesetter, standings->contest, i);
            draw_section(&board, &standings->sectors[i]);
        }
    if (sector == INDEX_NONE || standings->sector_count == 1)
        draw_teams(&board);
    footers_draw(&board.canvas, &board.typesetter, 0, board.language, edition);
    if (faults_grave(faults) > grave)
        return false;
    struct text part = sector == INDEX_NONE ? wording_plain(board.language, "leaderboard.all")
                                            : standings->contest->sectors[sector].name;
    struct document_title title = heading_of_document(rules, "leaderboard.title", part, &work);
    return canvas_write(&board.canvas, &title, arena, scratch, pdf_bytes, faults);
}
