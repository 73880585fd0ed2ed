#include "marks_sheet.h"

#include <assert.h>

#include "explanation_steps.h"
#include "sector_score.h"
#include "sheet_fates.h"

enum { LINES_OF_A_STEP = 2 }; /* at the most */

struct marks_sheet {
    struct workbook_page *page;
    const struct contest *contest;
    const struct style *style;
    struct arena *scratch;
    const struct contestant *contestant;
    const struct round *round; /* NULL outside any */
    struct round_steps steps;  /* of the round */
    struct telling telling;    /* what the lines of a round's steps know of those before them */
};

/* ---- rows ---- */

static void write_words(struct marks_sheet *marks, const char *english)
{
    workbook_page_text(marks->page, text_from_c(*english ? marks->style->translate(english) : ""), LOOK_PLAIN);
}

/* Whose row it is, and of which round. */
static void begin_row(struct marks_sheet *marks)
{
    workbook_page_text(marks->page, marks->contestant->id, LOOK_PLAIN);
    workbook_page_text(marks->page, marks->contestant->name, LOOK_PLAIN);
    workbook_page_text(marks->page, marks->round ? marks->round->name : TEXT(""), LOOK_PLAIN);
}

static void write_judge(struct marks_sheet *marks, size_t judge)
{
    bool has_judge = judge != INDEX_NONE;
    workbook_page_text(marks->page, has_judge ? marks->contest->judges[judge].id : TEXT(""), LOOK_PLAIN);
    workbook_page_text(marks->page, has_judge ? marks->contest->judges[judge].name : TEXT(""), LOOK_PLAIN);
}

static void write_exact(struct marks_sheet *marks, struct exact value, int digits, enum workbook_look look)
{
    enum { MOST_DIGITS = 15 }; /* what a spreadsheet keeps of a number */
    int used = exact_digits_used(value);
    struct arena before = *marks->scratch;
    struct sink sink = sink_in(marks->scratch);
    exact_write_decimal(&sink, value, used >= 0 && used <= MOST_DIGITS ? used : MOST_DIGITS);
    workbook_page_number(marks->page, sink_written(&sink), digits, look);
    *marks->scratch = before;
}

/* A sheet or a mark of it; without a value where it has none. */
static void write_mark(struct marks_sheet *marks, const struct step *step)
{
    assert(marks->round); /* a sheet is recorded within a round, a mark behind its sheet */
    struct arena before = *marks->scratch;
    struct text remark = round_steps_remark(&marks->steps, step, marks->style, marks->scratch);
    bool has_value = step->kind == STEP_MARK || step->state == CELL_GIVEN;
    bool has_several = marks->round->criterion_count > 1;

    begin_row(marks);
    write_judge(marks, step->judge);
    if (step->kind == STEP_MARK)
        workbook_page_text(marks->page, marks->round->criteria[step->criterion].name, LOOK_PLAIN);
    else
        write_words(marks, has_several && has_value ? N_("Total") : "");
    if (has_value)
        write_exact(marks, step->value, -1, remark.length > 0 ? LOOK_FAINT : LOOK_PLAIN);
    else
        workbook_page_text(marks->page, TEXT(""), LOOK_PLAIN);
    workbook_page_text(marks->page, remark, LOOK_PLAIN);
    workbook_page_end_row(marks->page);
    *marks->scratch = before;
}

/* The value of a step that is a result of its own. */
static void write_result(struct marks_sheet *marks, const struct step *step)
{
    if (step->kind == STEP_ROUND_SCORE || step->kind == STEP_FINAL)
        write_exact(marks, step->result, step->digits, LOOK_STRONG);
    else if (step->kind == STEP_ADJUSTMENT)
        write_exact(marks, step->value, -1, LOOK_PLAIN);
    else
        workbook_page_text(marks->page, TEXT(""), LOOK_PLAIN);
}

static void write_line(struct marks_sheet *marks, const struct step *step, struct text line)
{
    bool is_of_criterion = marks->round && step->criterion != INDEX_NONE;
    begin_row(marks);
    write_judge(marks, step->judge);
    workbook_page_text(marks->page, is_of_criterion ? marks->round->criteria[step->criterion].name : TEXT(""),
                       LOOK_PLAIN);
    write_result(marks, step);
    workbook_page_text(marks->page, line, LOOK_PLAIN);
    workbook_page_end_row(marks->page);
}

/* A step that `explain` tells in lines of its own, in the same words. */
static void write_step(struct marks_sheet *marks, const struct step *step)
{
    struct arena lines_before = *marks->scratch, words_before = *marks->page->arena;
    struct sink sink = sink_in(marks->scratch);
    marks->telling.sink = &sink;
    telling_step(&marks->telling, step);
    *marks->page->arena = words_before;
    struct text rest = sink_written(&sink), line;
    while (text_next_part(&rest, '\n', &line))
        if (text_trimmed(line).length > 0)
            write_line(marks, step, text_trimmed(line));
    *marks->scratch = lines_before;
}

/* ---- a contestant ---- */

static void begin_round(struct marks_sheet *marks, const struct derivation *derivation, size_t first)
{
    marks->telling.round = derivation->steps[first].round;
    marks->round = &marks->contest->rules.rounds[marks->telling.round];
    marks->steps = round_steps_from(marks->contest, derivation, first);
}

static void write_derivation(struct marks_sheet *marks, const struct derivation *derivation)
{
    marks->round = NULL;
    marks->telling = (struct telling){
        .contest = marks->contest, .style = marks->style, .scratch = marks->page->arena, .round = INDEX_NONE};
    for (size_t i = 0; i < derivation->count; i++) {
        const struct step *step = &derivation->steps[i];
        if (step->kind == STEP_ROUND)
            begin_round(marks, derivation, i);
        else if (step->kind == STEP_SHEET || step->kind == STEP_MARK)
            write_mark(marks, step);
        else
            write_step(marks, step);
        if (step->kind == STEP_ROUND_SCORE || step->kind == STEP_NO_SCORE)
            marks->round = NULL;
    }
}

/* Scores the sector once more: the steps of all who compete, in `arena`. */
static struct derivation *derive(const struct standings *standings, const struct sector_standings *sector,
                                 struct arena *arena, struct arena scratch)
{
    const struct contest *contest = standings->contest;
    struct faults unheard = faults_in(arena); /* the standings have told them */
    struct result *results = ARENA_ARRAY(arena, struct result, contest->contestant_count);
    struct derivation all = {.each = ARENA_ARRAY(arena, struct derivation, contest->contestant_count)};
    for (size_t i = 0; i < contest->contestant_count; i++)
        all.each[i] = (struct derivation){.arena = arena, .contestant = i};
    sector_score(standings->sheets, sector->sector, results, arena, scratch, &all, &unheard);
    return all.each;
}

static void begin_sheet(struct marks_sheet *marks, struct text sector)
{
    static const char *const headings[] = {N_("Id"),           N_("Name"),      N_("Round"), N_("Judge"),
                                           N_("Judge's name"), N_("Criterion"), N_("Mark"),  N_("Note")};
    workbook_page_sheet(marks->page, style_text(marks->scratch, marks->style, MESSAGE("marks {1}", sector)));
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        workbook_page_text(marks->page, text_from_c(marks->style->translate(headings[i])), LOOK_HEADING);
    workbook_page_end_heading(marks->page);
}

void marks_sheet_write(struct workbook_page *page, const struct standings *standings,
                       const struct sector_standings *sector, const struct style *style, struct arena scratch)
{
    struct marks_sheet marks = {.page = page, .contest = standings->contest, .style = style, .scratch = &scratch};
    struct text name = standings->contest->sectors[sector->sector].name;
    begin_sheet(&marks, name);
    const struct derivation *derivations = derive(standings, sector, page->arena, scratch);
    for (size_t i = 0; i < sector->ranking_count + sector->unranked_count; i++) {
        bool is_ranked = i < sector->ranking_count;
        size_t contestant =
            is_ranked ? sector->ranking[i].placing.contestant : sector->unranked[i - sector->ranking_count].contestant;
        if (page->row + LINES_OF_A_STEP * derivations[contestant].count > WORKBOOK_PAGE_MOST_ROWS)
            begin_sheet(&marks, name);
        marks.contestant = &standings->contest->contestants[contestant];
        write_derivation(&marks, &derivations[contestant]);
    }
}
