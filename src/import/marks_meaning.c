#include "marks_meaning.h"

#include "marks_name.h"
#include "plain.h"

static bool is_one_of(struct text words, struct text written)
{
    struct plain plain;
    struct text word;
    if (!plain_from_text(written, &plain))
        return false;
    while (text_next_part(&words, '|', &word))
        if (text_is_word(word, plain_text(&plain)))
            return true;
    return false;
}

/* What offices keep beside the marks, and what cannot be compared with anything. */
static bool is_total(struct text cell)
{
    return is_one_of(TEXT("总分|平均分|名次|备注|序号|total|average|rank|remarks|no."), cell);
}

/* The column of contestants.csv that a cell means, where the contest keeps what stands there. */
static size_t person_column(struct text cell)
{
    size_t column = columns_find(&contestants_format, cell);
    return column == CONTESTANTS_LOT || column == CONTESTANTS_VETO ? INDEX_NONE : column;
}

static struct text find_criterion(const struct rules *rules, struct text written)
{
    for (size_t r = 0; r < rules->round_count; r++) {
        const struct round *round = &rules->rounds[r];
        size_t found = round_find_criterion(round, written);
        if (found == INDEX_NONE)
            continue;
        const struct criterion *criterion = &round->criteria[found];
        return text_equal(criterion->id, written) ? criterion->id : criterion->name;
    }
    return TEXT("");
}

/* ---- names but for their form ---- */

/* All names in folded form; made for the first header that no name is as it stands. */
struct folded_names {
    const struct contest *contest;
    struct arena *arena;
    bool is_made;
    struct index judges, criteria; /* criteria: to numbers in `known` */
    struct text *known;
    size_t known_count, known_capacity;
};

static void add_criterion(struct folded_names *names, struct text name)
{
    struct text folded = name_folded(name, names->arena);
    size_t found = index_find(&names->criteria, folded);
    if (found < names->known_count && text_equal(names->known[found], name))
        return;
    ARENA_RESERVE_ONE(names->arena, names->known, names->known_count, names->known_capacity);
    names->known[names->known_count] = name;
    index_add(&names->criteria, folded, names->known_count++);
}

static void make(struct folded_names *names)
{
    const struct contest *contest = names->contest;
    names->judges = names->criteria = index_in(names->arena);
    for (size_t i = 0; i < contest->judge_count; i++) {
        index_add(&names->judges, name_folded(contest->judges[i].id, names->arena), i);
        index_add(&names->judges, name_folded(contest->judges[i].name, names->arena), i);
    }
    for (size_t r = 0; r < contest->rules.round_count; r++)
        for (size_t c = 0; c < contest->rules.rounds[r].criterion_count; c++) {
            add_criterion(names, contest->rules.rounds[r].criteria[c].id);
            add_criterion(names, contest->rules.rounds[r].criteria[c].name);
        }
    names->is_made = true;
}

static void find_folded(struct folded_names *names, struct text cell, struct meaning *meaning)
{
    if (!names->is_made)
        make(names);
    struct text folded = name_folded(cell, names->arena);
    size_t criterion = index_find(&names->criteria, folded);
    meaning->judge = index_find(&names->judges, folded);
    if (criterion < names->known_count)
        meaning->criterion = names->known[criterion];
}

/* ---- the whole ---- */

struct meaning *meanings_of(const struct contest *contest, const struct record *header, struct arena *arena)
{
    struct folded_names names = {.contest = contest, .arena = arena};
    struct meaning *meanings = ARENA_ARRAY(arena, struct meaning, header->count);
    for (size_t i = 0; i < header->count; i++) {
        struct text cell = header->cells[i];
        meanings[i] = (struct meaning){.column = INDEX_NONE, .person = INDEX_NONE, .judge = INDEX_NONE};
        if (cell.length == 0)
            continue;
        meanings[i].column = columns_find(&marks_format, cell);
        meanings[i].person = person_column(cell);
        meanings[i].is_total = is_total(cell);
        meanings[i].judge = contest_find_judge(contest, cell);
        meanings[i].criterion = find_criterion(&contest->rules, cell);
        if (meaning_is_unknown(&meanings[i]) && cell.length <= PLAIN_MOST_BYTES)
            find_folded(&names, cell, &meanings[i]);
    }
    return meanings;
}

bool meaning_is_unknown(const struct meaning *meaning)
{
    return !meaning_is_column(meaning) && meaning->column == INDEX_NONE && meaning->judge == INDEX_NONE &&
           meaning->criterion.length == 0;
}

bool meaning_is_column(const struct meaning *meaning)
{
    return meaning->column == MARKS_ROUND || meaning->column == MARKS_CONTESTANT || meaning->person != INDEX_NONE ||
           meaning->is_total;
}

int meaning_contestant_rank(const struct meaning *meaning, struct text cell)
{
    if (meaning->person == CONTESTANTS_ID)
        return 3;
    if (meaning->column == MARKS_CONTESTANT && is_one_of(TEXT("contestant|选手"), cell))
        return 2;
    return meaning->person == CONTESTANTS_NAME || meaning->column == MARKS_CONTESTANT;
}

int meaning_judge_rank(const struct meaning *meaning, struct text cell)
{
    if (meaning->column != MARKS_JUDGE)
        return 0;
    if (is_one_of(TEXT("评委编号"), cell))
        return 3;
    return is_one_of(TEXT("评委姓名"), cell) ? 1 : 2;
}
