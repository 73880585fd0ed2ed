#include "contest_yaml.h"

#include "bytes.h"
#include "rules_complete.h"
#include "yaml_keys.h"

/* ---- reading ---- */

static const struct node *read_tree(struct text utf8, struct text file, struct arena *arena, struct faults *faults)
{
    const struct node *root = yaml_tree_read(utf8, file, arena, faults);
    if (!root || root->kind == NODE_MAPPING)
        return root;
    faults_add(faults, SEVERITY_ERROR, root->place, MESSAGE("contest.yaml must consist of keys and values"),
               MESSAGE("its first line might be: title: …"));
    return NULL;
}

/* The rules in a tree; defaults alone where that is NULL. `grave`: the faults before the file. */
static unsigned fill_rules(const struct node *root, struct text file, size_t grave, struct arena *arena,
                           struct arena scratch, struct faults *faults, struct rules *rules)
{
    struct filling filling = {
        .arena = arena,
        .scratch = scratch,
        .faults = faults,
        .concerns = DOUBT_EVERYTHING,
        .doubts = faults_grave(faults) > grave ? DOUBT_EVERYTHING : DOUBT_NOTHING,
        .weighed = faults_grave(faults),
    };
    *rules = (struct rules){0};
    yaml_keys_fill(&filling, &contest_keys, root, rules);
    rules->place = (struct place){.file = file};
    return filling.doubts;
}

unsigned contest_yaml_read_text(struct text utf8, struct text file, struct arena *arena, struct arena scratch,
                                struct faults *faults, struct rules *rules)
{
    size_t grave = faults_grave(faults);
    const struct node *root = read_tree(utf8, file, &scratch, faults);
    return fill_rules(root, file, grave, arena, scratch, faults, rules);
}

unsigned contest_yaml_read(const char *path, enum encoding encoding, struct arena *arena, struct arena scratch,
                           struct faults *faults, struct rules *rules)
{
    struct text file = text_from_c(path), raw, utf8;
    size_t grave = faults_grave(faults);
    if (bytes_read(path, BYTES_MOST_RULES, &scratch, faults, &raw) &&
        encoding_as_utf8(raw, encoding, file, &scratch, faults, &utf8))
        return contest_yaml_read_text(utf8, file, arena, scratch, faults, rules);
    return fill_rules(NULL, file, grave, arena, scratch, faults, rules);
}

/* ---- what is known ---- */

/* Whether ids, criteria and their marks fit together, whatever becomes of the rest. */
static bool rounds_fit_together(const struct rules *rules, struct arena scratch)
{
    struct faults unheard = faults_in(&scratch);
    struct rules alone = {.combine = COMBINE_SUM, .round_count = rules->round_count};
    alone.rounds = ARENA_ARRAY(&scratch, struct round, rules->round_count);
    for (size_t i = 0; i < rules->round_count; i++)
        alone.rounds[i] = rules->rounds[i];
    rules_complete(&alone, &scratch, &unheard);
    return faults_grave(&unheard) == 0;
}

static void leave_out_weights(struct rules *rules)
{
    rules->combine = COMBINE_SUM;
    for (size_t i = 0; i < rules->round_count; i++) {
        rules->rounds[i].weight = (struct optional_points){0};
        rules->rounds[i].advance = 0;
        rules->rounds[i].carry = true;
    }
}

static void leave_out_awards(struct rules *rules)
{
    rules->award_count = 0;
    rules->promote.is_set = false;
    rules->teams.is_set = false;
}

/* The one round is there for rules_complete() to find nothing wrong with. */
static void leave_out_rounds(struct rules *rules, struct arena *arena)
{
    rules->combine = COMBINE_SUM;
    rules->round_count = 1;
    rules->rounds = ARENA_NEW(arena, struct round);
    rules->rounds->own = (struct panel_rule){.panel_digits = DIGITS_ABSENT,
                                             .criterion_digits = DIGITS_ABSENT,
                                             .clamp_digits = DIGITS_ABSENT,
                                             .outliers = {.policy = OUTLIERS_NONE}};
    rules->rounds->scale = POINTS_ONE;
    rules->rounds->carry = true;
    rules->rounds->correction_digits = DIGITS_ABSENT;
    rules->tie_count = 0;
}

void rules_complete_known(struct rules *rules, unsigned doubts, struct arena *arena, struct arena scratch,
                          struct faults *faults)
{
    bool knows_rounds = !(doubts & DOUBT_MARKS) && rounds_fit_together(rules, scratch);
    if (doubts & DOUBT_MARKS)
        leave_out_rounds(rules, arena);
    if (doubts & DOUBT_WEIGHTS)
        leave_out_weights(rules);
    if (doubts & DOUBT_AWARDS)
        leave_out_awards(rules);
    rules_complete(rules, arena, faults);
    if (!knows_rounds)
        rules->round_count = 0;
}
