#include "marks_shape.h"

#include "plain.h"

/* What the cells of a header are, counted; where one is named, the first such cell, else INDEX_NONE. */
struct traits {
    size_t contestant, judge, criterion, score; /* columns of the name */
    size_t judges, criteria;                    /* of cells that are judges or criteria, whatever else they are */
    size_t only_judge, only_criterion;          /* a cell that is nothing but a judge, or nothing but a criterion */
    size_t unknown;
};

static void note(size_t *first, bool is_one, size_t cell)
{
    if (is_one && *first == INDEX_NONE)
        *first = cell;
}

static struct traits traits_of(const struct record *header, const struct meaning *meanings)
{
    struct traits traits = {INDEX_NONE, INDEX_NONE, INDEX_NONE, INDEX_NONE, INDEX_NONE,
                            INDEX_NONE, INDEX_NONE, INDEX_NONE, INDEX_NONE};
    for (size_t i = 0; i < header->count; i++) {
        const struct meaning *meaning = &meanings[i];
        bool is_judge = meaning->judge != INDEX_NONE, is_criterion = meaning->criterion.length > 0;
        bool is_name = !meaning_is_column(meaning) && meaning->column == INDEX_NONE;
        note(&traits.contestant, meaning_contestant_rank(meaning, header->cells[i]) > 0, i);
        note(&traits.judge, meaning->column == MARKS_JUDGE, i);
        note(&traits.criterion, meaning->column == MARKS_CRITERION, i);
        note(&traits.score, meaning->column == MARKS_SCORE, i);
        note(&traits.judges, is_judge, i);
        note(&traits.criteria, is_criterion, i);
        note(&traits.only_judge, is_name && is_judge && !is_criterion, i);
        note(&traits.only_criterion, is_name && is_criterion && !is_judge, i);
        note(&traits.unknown, header->cells[i].length > 0 && meaning_is_unknown(meaning), i);
    }
    return traits;
}

static bool is_there(size_t cell)
{
    return cell != INDEX_NONE;
}

/* ---- fitting ---- */

static bool fits_long(const struct traits *traits)
{
    return is_there(traits->contestant) && is_there(traits->score) && !is_there(traits->only_judge) &&
           !is_there(traits->only_criterion);
}

/* A column of another shape may be a judge's own name. */
static bool fits_by_judge(const struct traits *traits, const struct meaning *meanings)
{
    bool has_judge_column = is_there(traits->judge) && meanings[traits->judge].judge == INDEX_NONE;
    bool has_score = is_there(traits->score) && meanings[traits->score].judge == INDEX_NONE;
    return is_there(traits->contestant) && is_there(traits->judges) && !has_judge_column && !has_score &&
           !is_there(traits->only_criterion);
}

static bool fits_by_sheet(const struct traits *traits, const struct meaning *meanings)
{
    bool has_criterion_column = is_there(traits->criterion) && meanings[traits->criterion].criterion.length == 0;
    bool has_score = is_there(traits->score) && meanings[traits->score].criterion.length == 0;
    return is_there(traits->contestant) && is_there(traits->judge) && is_there(traits->criteria) &&
           !has_criterion_column && !has_score && !is_there(traits->only_judge);
}

/* ---- faults ---- */

/* The three shapes with this contest's own names. */
static struct message shapes_hint(const struct contest *contest)
{
    const struct rules *rules = &contest->rules;
    struct text judge = contest->judge_count > 0 ? contest->judges[0].id : TEXT("J1");
    struct text criterion = rules->round_count > 0 ? rules->rounds[rules->round_count - 1].criteria[0].name : TEXT("…");
    return MESSAGE("its columns are round, contestant, judge, criterion, score, one mark a row; or contestant and one "
                   "column a judge ({1} …); or judge, contestant and one column a criterion ({2} …)",
                   judge, criterion);
}

static void report_mix(const struct intake *intake, const struct record *header, size_t one, size_t other)
{
    size_t first = one < other ? one : other, second = one < other ? other : one;
    faults_add(intake->faults, SEVERITY_ERROR, record_place(header, second),
               MESSAGE("the columns “{1}” and “{2}” belong to different shapes of a table of marks",
                       SHOWN(header->cells[first]), SHOWN(header->cells[second])),
               shapes_hint(intake->contest));
}

static bool is_title(const struct record *header)
{
    size_t written = 0;
    for (size_t i = 0; i < header->count; i++)
        written += header->cells[i].length > 0;
    return written == 1;
}

static void report_none(const struct intake *intake, const struct record *header)
{
    struct message hint = shapes_hint(intake->contest);
    if (header->count == 1 && text_contains(header->cells[0], TEXT("，")))
        hint = MESSAGE("part the columns by ordinary commas (,), not by full-width ones (，)");
    else if (is_title(header))
        hint = MESSAGE("is it a title? Take it away: the first line names the columns");
    faults_add(intake->faults, SEVERITY_ERROR, header->start,
               MESSAGE("this header fits none of the three shapes of a table of marks"), hint);
}

void marks_shape_report_two_meanings(const struct intake *intake, const struct record *header, size_t cell)
{
    faults_add(intake->faults, SEVERITY_ERROR, record_place(header, cell),
               MESSAGE("“{1}” may be a judge or a criterion here, and something else", SHOWN(header->cells[cell])),
               MESSAGE("head the column by the id of the one who is meant; other columns by another of their names"));
}

/* Reports two columns that no shape has together; false where there are none. */
static bool report_mixed(const struct intake *intake, const struct record *header, const struct traits *traits)
{
    size_t one = traits->only_judge, other = traits->only_criterion;
    if (!is_there(one))
        one = other;
    if (!is_there(other) || one == other)
        other = traits->score;
    if (!is_there(other) && is_there(traits->only_judge))
        other = traits->judge;
    if (!is_there(other) && is_there(traits->only_criterion))
        other = traits->criterion;
    if (!is_there(one) || !is_there(other))
        return false;
    report_mix(intake, header, one, other);
    return true;
}

/* ---- what is meant ---- */

static bool has_near_judge(const struct intake *intake, const struct record *header, const struct meaning *meanings,
                           struct arena scratch)
{
    enum { MOST_TRIES = 200 };
    for (size_t i = 0; i < header->count && i < MOST_TRIES; i++)
        if (meaning_is_unknown(&meanings[i]) && header->cells[i].length > 0 &&
            header->cells[i].length <= PLAIN_MOST_BYTES &&
            contest_nearest_judge(intake->contest, header->cells[i], scratch).length > 0)
            return true;
    return false;
}

/* Whether the columns of the long shape are what a header lacks: it has most of them, or one that is nearly its score. */
static bool is_meant_as_long(const struct record *header, const struct traits *traits, struct arena scratch)
{
    const struct column *score = &marks_format.columns[MARKS_SCORE];
    return is_there(traits->score) || is_there(traits->criterion) ||
           columns_nearest_header(&marks_format, score, header, scratch).length > 0;
}

/* The shape of a header that fits none, as far as what it lacks can be told; false where not. */
static bool tell_meant(const struct intake *intake, const struct record *header, const struct meaning *meanings,
                       const struct traits *traits, struct arena scratch, enum marks_shape *shape)
{
    bool has_names = is_there(traits->only_judge) || is_there(traits->only_criterion);
    bool has_people = is_there(traits->contestant) && is_there(traits->unknown);
    if (!has_names && is_meant_as_long(header, traits, scratch))
        *shape = MARKS_LONG;
    else if (is_there(traits->only_criterion) || (!has_names && has_people && is_there(traits->judge)))
        *shape = MARKS_BY_SHEET;
    else if (has_names || (has_people && has_near_judge(intake, header, meanings, scratch)))
        *shape = MARKS_BY_JUDGE;
    else
        return false;
    return true;
}

bool marks_shape_tell(const struct intake *intake, const struct record *header, const struct meaning *meanings,
                      struct arena scratch, enum marks_shape *shape)
{
    struct traits traits = traits_of(header, meanings);
    bool is_by_judge = fits_by_judge(&traits, meanings), is_by_sheet = fits_by_sheet(&traits, meanings);
    /* Where a judge or a criterion is called 得分, the long shape reads it; what that cannot mean is told row by row. */
    bool is_long = fits_long(&traits);
    *shape = is_long ? MARKS_LONG : is_by_judge ? MARKS_BY_JUDGE : MARKS_BY_SHEET;
    if (!is_long && is_by_judge && is_by_sheet) {
        marks_shape_report_two_meanings(intake, header, traits.criteria);
        return false;
    }
    if (is_long || is_by_judge || is_by_sheet)
        return true;
    if (report_mixed(intake, header, &traits))
        return false;
    if (tell_meant(intake, header, meanings, &traits, scratch, shape))
        return true;
    if (intake->knows_rounds && intake->knows_judges)
        report_none(intake, header);
    return false;
}
