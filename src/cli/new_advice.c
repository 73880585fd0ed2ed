#include "new_advice.h"

#include <stdio.h>
#include <unistd.h>

#include "contest_files.h"
#include "messages.h"
#include "presets.h"
#include "shell_words.h"
#include "terminal.h"

struct advice {
    struct sink sink;
    struct style style;
    const char *const *given; /* the values of the request's options */
    struct text rules, contestants, judges, scores, folder;
};

/* ---- paths ---- */

static struct text within(const char *folder, struct text name, struct arena *arena)
{
    return shell_word(text_from_c(folder_path(folder, name, arena)), arena);
}

/* ---- lines ---- */

static void add_line(struct advice *advice, struct message message)
{
    style_write(&advice->sink, &advice->style, message);
    sink_byte(&advice->sink, '\n');
}

static void add_usual_rules(struct advice *advice)
{
    const struct preset *usual = preset_find(PRESET_USUAL);
    add_line(advice, MESSAGE("the rules are {1} ({2}); biwu new --list names the others", usual->name,
                             preset_description(usual, messages_are_chinese())));
}

/* The tables for the marks name the made-up people: others need tables of their own. */
static void add_examples(struct advice *advice)
{
    if (advice->given[OPTION_FROM])
        add_line(advice, MESSAGE("  the judges are made up: put the real ones into {1}, then", advice->judges));
    else if (advice->given[OPTION_JUDGES])
        add_line(advice,
                 MESSAGE("  the contestants are made up: put the real ones into {1}, then", advice->contestants));
    else
        add_line(advice, MESSAGE("  the people are made up: put the real ones into {1} and {2}, then",
                                 advice->contestants, advice->judges));
    add_line(advice, MESSAGE("    biwu new NEWFOLDER --rules {1} --from {2} --judges {3}", advice->rules,
                             advice->contestants, advice->judges));
    add_line(advice, MESSAGE("  makes a folder with tables for their marks; go on with that"));
}

static void add_steps(struct advice *advice, bool has_examples)
{
    add_line(advice, MESSAGE("what comes next:"));
    add_line(advice, MESSAGE("  look through {1}: title, host, date, awards", advice->rules));
    if (has_examples)
        add_examples(advice);
    add_line(advice, MESSAGE("  fill in the tables in {1}", advice->scores));
    add_line(advice, MESSAGE("  biwu check {1}  tells at any time what is wrong and what is missing", advice->folder));
    add_line(advice, MESSAGE("  biwu run {1}  makes the standings, leaderboards and certificates", advice->folder));
}

void new_advice_tell(const struct session *session, const char *folder)
{
    struct arena scratch = session->memory.scratch;
    struct advice advice = {.sink = sink_in(&scratch),
                            .style = terminal_style(STDERR_FILENO),
                            .given = session->request.values,
                            .rules = within(folder, RULES_FILE, &scratch),
                            .contestants = within(folder, contestants_format.file, &scratch),
                            .judges = within(folder, judges_format.file, &scratch),
                            .scores = within(folder, SCORES_FOLDER, &scratch),
                            .folder = shell_word(text_from_c(folder), &scratch)};
    bool has_judges = advice.given[OPTION_JUDGES] || session->contest.judge_count == 0;
    if (!advice.given[OPTION_RULES])
        add_usual_rules(&advice);
    add_steps(&advice, !advice.given[OPTION_FROM] || !has_judges);
    struct text all = sink_written(&advice.sink);
    fwrite(all.bytes, 1, all.length, stderr);
}
