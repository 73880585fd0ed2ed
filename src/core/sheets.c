#include "sheets.h"

#include <assert.h>
#include <string.h>

static struct cell *cells_of(const struct sheets *sheets, size_t round, size_t contestant, size_t slot)
{
    size_t first = sheets->first_cell[round * sheets->contest->contestant_count + contestant];
    return sheets->cells + first + slot * sheets->contest->rules.rounds[round].criterion_count;
}

static void lay_out_cells(struct sheets *sheets)
{
    const struct contest *contest = sheets->contest;
    for (size_t r = 0; r < contest->rules.round_count; r++) {
        const struct round *round = &contest->rules.rounds[r];
        for (size_t c = 0; c < contest->contestant_count; c++) {
            size_t at = r * contest->contestant_count + c;
            sheets->panel[at] = round_is_judged(round) ? contest_expected_panel(contest, r, c) : INDEX_NONE;
            sheets->first_cell[at] = sheets->cell_count;
            sheets->cell_count += contest_seats(contest, r, c) * round->criterion_count;
        }
    }
    sheets->cells = ARENA_ARRAY(sheets->arena, struct cell, sheets->cell_count);
}

static void number_slots(struct sheets *sheets)
{
    const struct contest *contest = sheets->contest;
    size_t count = contest->panel_count * contest->judge_count;
    sheets->slots = ARENA_ARRAY(sheets->arena, size_t, count);
    for (size_t i = 0; i < count; i++)
        sheets->slots[i] = INDEX_NONE;
    for (size_t p = 0; p < contest->panel_count; p++)
        for (size_t slot = 0; slot < contest->panels[p].judge_count; slot++)
            sheets->slots[p * contest->judge_count + contest->panels[p].judges[slot]] = slot;
}

/* The seat of a judge among those expected, or INDEX_NONE. */
static size_t slot_of(const struct sheets *sheets, size_t round, size_t contestant, size_t judge)
{
    if (sheets->contest->rules.rounds[round].own.method == METHOD_BALLOT)
        return INDEX_NONE;
    if (!round_is_judged(&sheets->contest->rules.rounds[round]))
        return judge == INDEX_NONE ? 0 : INDEX_NONE;
    size_t panel = sheets->panel[round * sheets->contest->contestant_count + contestant];
    if (panel == INDEX_NONE || judge == INDEX_NONE)
        return INDEX_NONE;
    return sheets->slots[panel * sheets->contest->judge_count + judge];
}

static void mark_recusals(struct sheets *sheets)
{
    const struct contest *contest = sheets->contest;
    for (size_t i = 0; i < contest->recusal_count; i++) {
        const struct recusal *recusal = &contest->recusals[i];
        for (size_t r = 0; r < contest->rules.round_count; r++) {
            size_t slot = slot_of(sheets, r, recusal->contestant, recusal->judge);
            if (slot == INDEX_NONE)
                continue;
            struct cell *cells = cells_of(sheets, r, recusal->contestant, slot);
            for (size_t c = 0; c < contest->rules.rounds[r].criterion_count; c++)
                cells[c].state = CELL_RECUSED;
        }
    }
}

struct sheets sheets_of(const struct contest *contest, struct arena *arena)
{
    struct sheets sheets = {.contest = contest, .arena = arena};
    size_t pairs = contest->rules.round_count * contest->contestant_count;
    sheets.first_cell = ARENA_ARRAY(arena, size_t, pairs);
    sheets.panel = ARENA_ARRAY(arena, size_t, pairs);
    sheets.words = ARENA_ARRAY(arena, struct round_word, pairs);
    sheets.is_disqualified = ARENA_ARRAY(arena, bool, contest->contestant_count);
    lay_out_cells(&sheets);
    number_slots(&sheets);
    mark_recusals(&sheets);
    return sheets;
}

/* ---- accepting ---- */

bool mark_is_allowed(const struct criterion *criterion, const struct mark *mark, struct arena *arena,
                     struct faults *faults)
{
    points value = mark->value;
    if (value > criterion->max)
        faults_add(faults, SEVERITY_ERROR, mark->place,
                   MESSAGE("mark {1} is over the maximum {2} of {3}", points_text(arena, value),
                           points_text(arena, criterion->max), criterion->name),
                   NO_HINT);
    else if (value < criterion->min)
        faults_add(faults, SEVERITY_ERROR, mark->place,
                   MESSAGE("mark {1} is under the minimum {2} of {3}", points_text(arena, value),
                           points_text(arena, criterion->min), criterion->name),
                   NO_HINT);
    else if (criterion->step.is_set && (value - criterion->min) % criterion->step.value != 0)
        faults_add(faults, SEVERITY_ERROR, mark->place,
                   MESSAGE("mark {1} is off the step {2} of {3}", points_text(arena, value),
                           points_text(arena, criterion->step.value), criterion->name),
                   NO_HINT);
    else
        return true;
    return false;
}

static void report_unexpected(const struct sheets *sheets, const struct mark *mark, struct faults *faults)
{
    const struct contest *contest = sheets->contest;
    const struct round *round = &contest->rules.rounds[mark->round];
    struct text contestant = contest->contestants[mark->contestant].id;
    if (round->own.method == METHOD_BALLOT)
        faults_add(faults, SEVERITY_ERROR, mark->place,
                   MESSAGE("round {1} is a ballot: its votes stand in ballots.csv", round->name), NO_HINT);
    else if (mark->judge == INDEX_NONE)
        faults_add(faults, SEVERITY_ERROR, mark->place,
                   MESSAGE("round {1} is scored by judges, and the mark names none", round->name), NO_HINT);
    else if (!round_is_judged(round))
        faults_add(faults, SEVERITY_ERROR, mark->place,
                   MESSAGE("round {1} has one mark and no judges, and the mark names judge {2}", round->name,
                           contest->judges[mark->judge].id),
                   MESSAGE("leave the judge empty"));
    else
        faults_add(faults, SEVERITY_ERROR, mark->place,
                   MESSAGE("judge {1} is not expected to score contestant {2} in round {3}",
                           contest->judges[mark->judge].id, contestant, round->name),
                   MESSAGE("panels stand in judges.csv, contestants.csv and at the round"));
}

static struct text state_text(struct arena *arena, int state, points value)
{
    static const struct text names[] = {
        [CELL_PENDING] = TEXT_INIT(""), [CELL_ABSENT] = TEXT_INIT("缺评"), [CELL_RECUSED] = TEXT_INIT("回避")};
    return state == CELL_GIVEN ? points_text(arena, value) : names[state];
}

static void report_contradiction(const struct sheets *sheets, const struct mark *mark, const struct cell *cell,
                                 struct faults *faults)
{
    if (cell->line == 0) {
        faults_add(faults, SEVERITY_ERROR, mark->place,
                   MESSAGE("judge {1} is recused from contestant {2} and must not score",
                           sheets->contest->judges[mark->judge].id, sheets->contest->contestants[mark->contestant].id),
                   MESSAGE("take the mark away, or the recusal"));
        return;
    }
    struct sink first = sink_in(sheets->arena);
    sink_text(&first, sheets->files[cell->file]);
    sink_byte(&first, ':');
    sink_integer(&first, cell->line);
    faults_add(faults, SEVERITY_ERROR, mark->place,
               MESSAGE("this cell is {1} here and {2} at {3}", state_text(sheets->arena, mark->state, mark->value),
                       state_text(sheets->arena, cell->state, cell->value), sink_written(&first)),
               MESSAGE("keep one of them"));
}

static uint16_t file_number(struct sheets *sheets, struct text file)
{
    for (size_t i = sheets->file_count; i-- > 0;)
        if (text_equal(sheets->files[i], file))
            return (uint16_t)i;
    if (sheets->file_count == UINT16_MAX)
        return UINT16_MAX - 1;
    ARENA_RESERVE_ONE(sheets->arena, sheets->files, sheets->file_count, sheets->file_capacity);
    sheets->files[sheets->file_count] = file;
    return (uint16_t)sheets->file_count++;
}

/* ---- words in place of scores ---- */

static struct round_word *word_of(const struct sheets *sheets, size_t round, size_t contestant)
{
    return &sheets->words[round * sheets->contest->contestant_count + contestant];
}

static void report_word_against_mark(const struct sheets *sheets, const struct mark *mark,
                                     const struct round_word *word, struct faults *faults)
{
    struct sink first = sink_in(sheets->arena);
    sink_text(&first, sheets->files[word->file]);
    sink_byte(&first, ':');
    sink_integer(&first, word->line);
    faults_add(faults, SEVERITY_ERROR, mark->place,
               MESSAGE("contestant {1} has both a score and 弃权 or 缺席 in round {2}, or both of these: see {3}",
                       sheets->contest->contestants[mark->contestant].id,
                       sheets->contest->rules.rounds[mark->round].name, sink_written(&first)),
               MESSAGE("all cells of the contestant in this round must agree"));
}

/* Notes what a cell says of the round; false where it does not agree with another cell. */
static bool agrees(struct sheets *sheets, const struct mark *mark, struct faults *faults)
{
    struct round_word *word = word_of(sheets, mark->round, mark->contestant);
    bool is_mark = mark->word == STATUS_COMPETING && mark->state == CELL_GIVEN;
    bool is_known = word->has_mark || word->status != STATUS_COMPETING;
    if (!is_mark && mark->word == STATUS_COMPETING)
        return true;
    if (is_known && (word->has_mark != is_mark || word->status != mark->word)) {
        report_word_against_mark(sheets, mark, word, faults);
        return false;
    }
    if (!is_known)
        *word = (struct round_word){.status = (uint8_t)mark->word,
                                    .has_mark = is_mark,
                                    .file = file_number(sheets, mark->place.file),
                                    .line = (uint32_t)mark->place.line};
    return true;
}

int sheets_word(const struct sheets *sheets, size_t round, size_t contestant)
{
    return word_of(sheets, round, contestant)->status;
}

int sheets_status(const struct sheets *sheets, size_t contestant)
{
    const struct rules *rules = &sheets->contest->rules;
    size_t worded = 0;
    int first = STATUS_COMPETING;
    for (size_t r = rules->round_count; r-- > 0;) {
        int word = sheets_word(sheets, r, contestant);
        worded += word != STATUS_COMPETING;
        first = word != STATUS_COMPETING ? word : first;
    }
    if (sheets->contest->contestants[contestant].status != STATUS_COMPETING)
        return sheets->contest->contestants[contestant].status;
    if (sheets->is_disqualified[contestant])
        return STATUS_DISQUALIFIED;
    if (rules->combine == COMBINE_BEST)
        return worded == rules->round_count ? first : STATUS_COMPETING;
    return rules->absent_round == ABSENT_ROUND_ZERO ? STATUS_COMPETING : first;
}

/* ---- a mark ---- */

bool sheets_accept(struct sheets *sheets, const struct mark *mark, struct faults *faults)
{
    const struct round *round = &sheets->contest->rules.rounds[mark->round];
    assert(mark->criterion < round->criterion_count);
    size_t slot = slot_of(sheets, mark->round, mark->contestant, mark->judge);
    if (slot == INDEX_NONE) {
        report_unexpected(sheets, mark, faults);
        return false;
    }
    if (mark->word == STATUS_DISQUALIFIED) {
        sheets->is_disqualified[mark->contestant] = true;
        return true;
    }
    if (!agrees(sheets, mark, faults))
        return false;
    if (mark->word != STATUS_COMPETING || mark->state == CELL_PENDING)
        return true;
    struct cell *cell = &cells_of(sheets, mark->round, mark->contestant, slot)[mark->criterion];
    bool is_recused = cell->state == CELL_RECUSED && cell->line == 0;
    if (is_recused && mark->state == CELL_ABSENT)
        return true; /* who is recused does not score: both say so */
    bool is_same = cell->state == mark->state && cell->value == mark->value;
    if (cell->state != CELL_PENDING && !is_same) {
        report_contradiction(sheets, mark, cell, faults);
        return false;
    }
    if (mark->state == CELL_GIVEN && !mark_is_allowed(&round->criteria[mark->criterion], mark, sheets->arena, faults))
        return false;
    *cell = (struct cell){.value = mark->value,
                          .line = (uint32_t)mark->place.line,
                          .file = file_number(sheets, mark->place.file),
                          .state = (uint8_t)mark->state};
    return true;
}

/* ---- reading ---- */

size_t sheets_expected(const struct sheets *sheets, size_t round, size_t contestant)
{
    if (!round_is_judged(&sheets->contest->rules.rounds[round]))
        return 1;
    size_t panel = sheets->panel[round * sheets->contest->contestant_count + contestant];
    return panel == INDEX_NONE ? 0 : sheets->contest->panels[panel].judge_count;
}

static int state_of(const struct cell *cells, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (cells[i].state != cells[0].state)
            return CELL_PENDING;
    return cells[0].state;
}

struct sheet sheets_sheet(const struct sheets *sheets, size_t round, size_t contestant, size_t slot)
{
    const struct contest *contest = sheets->contest;
    struct sheet sheet = {.judge = INDEX_NONE, .cells = cells_of(sheets, round, contestant, slot)};
    sheet.state = state_of(sheet.cells, contest->rules.rounds[round].criterion_count);
    if (contest->rules.rounds[round].own.method == METHOD_BALLOT) {
        size_t count;
        contest_ballots_of(contest, contestant, round, &count);
        sheet.state = count > 0 ? CELL_GIVEN : CELL_PENDING;
    }
    if (round_is_judged(&contest->rules.rounds[round])) {
        size_t panel = sheets->panel[round * contest->contestant_count + contestant];
        sheet.judge = contest->panels[panel].judges[slot];
        if (contest->judges[sheet.judge].is_void)
            sheet.state = CELL_ABSENT;
    }
    return sheet;
}

bool sheets_find(const struct sheets *sheets, size_t round, size_t contestant, size_t judge, struct sheet *sheet)
{
    size_t slot = slot_of(sheets, round, contestant, judge);
    if (slot == INDEX_NONE || judge == INDEX_NONE)
        return false;
    *sheet = sheets_sheet(sheets, round, contestant, slot);
    return true;
}

bool sheet_is_partial(const struct sheet *sheet, const struct round *round)
{
    size_t filled = 0;
    for (size_t i = 0; i < round->criterion_count; i++)
        filled += sheet->cells[i].state != CELL_PENDING;
    return sheet->state == CELL_PENDING && filled > 0;
}

wide sheet_total(const struct sheet *sheet, const struct round *round)
{
    wide total = 0;
    for (size_t c = 0; c < round->criterion_count; c++)
        total += (wide)sheet->cells[c].value * round->criteria[c].weight;
    return total;
}

/* ---- sheets that are still to come ---- */

/* The highest mark on the criterion's step. */
static points highest_mark(const struct criterion *criterion)
{
    points range = criterion->max - criterion->min;
    return criterion->step.is_set ? criterion->min + range / criterion->step.value * criterion->step.value
                                  : criterion->max;
}

static void fill_cells(struct sheets *sheets, size_t round, size_t contestant, bool is_high)
{
    const struct round *rules = &sheets->contest->rules.rounds[round];
    size_t count = sheets_expected(sheets, round, contestant) * rules->criterion_count;
    struct cell *cells = cells_of(sheets, round, contestant, 0);
    for (size_t i = 0; i < count; i++) {
        const struct criterion *criterion = &rules->criteria[i % rules->criterion_count];
        if (cells[i].state != CELL_PENDING)
            continue;
        cells[i].value = is_high ? highest_mark(criterion) : criterion->min;
        cells[i].state = CELL_GIVEN;
    }
}

/* One vote for the best or the worst grade of a contestant for whom nobody has voted yet. */
static void fill_ballot(struct contest *contest, size_t round, size_t contestant, bool is_high)
{
    const struct round *rules = &contest->rules.rounds[round];
    size_t grades, chosen = 0;
    contest_ballots_of(contest, contestant, round, &grades);
    for (size_t g = 1; g < rules->grade_count; g++)
        if (is_high ? rules->grades[g].value > rules->grades[chosen].value
                    : rules->grades[g].value < rules->grades[chosen].value)
            chosen = g;
    if (grades == 0)
        contest_insert_ballot(contest,
                              (struct ballot){.contestant = contestant, .round = round, .grade = chosen, .count = 1});
}

struct sheets sheets_filled(const struct sheets *sheets, bool is_high, struct arena *arena)
{
    struct sheets filled = *sheets;
    struct contest *contest = ARENA_NEW(arena, struct contest);
    *contest = *sheets->contest;
    contest->arena = filled.arena = arena;
    contest->ballots = ARENA_ARRAY(arena, struct ballot, contest->ballot_count);
    contest->ballot_capacity = contest->ballot_count;
    for (size_t i = 0; i < contest->ballot_count; i++)
        contest->ballots[i] = sheets->contest->ballots[i];
    filled.contest = contest;
    filled.cells = ARENA_ARRAY(arena, struct cell, sheets->cell_count);
    memcpy(filled.cells, sheets->cells, sheets->cell_count * sizeof *filled.cells);
    for (size_t r = 0; r < contest->rules.round_count; r++)
        for (size_t c = 0; c < contest->contestant_count; c++) {
            if (sheets_word(sheets, r, c) != STATUS_COMPETING)
                continue;
            if (contest->rules.rounds[r].own.method == METHOD_BALLOT)
                fill_ballot(contest, r, c, is_high);
            else
                fill_cells(&filled, r, c, is_high);
        }
    return filled;
}
