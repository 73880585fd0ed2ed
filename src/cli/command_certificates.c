#include "certificate_files.h"
#include "certificate_template.h"
#include "certificate_words.h"
#include "destination.h"
#include "documents.h"
#include "numbers_note.h"

/* "一等奖, 二等奖": all names, for where none is near. */
static struct text award_list(const struct rules *rules, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    for (size_t i = 0; i < rules->award_count + rules->special_count; i++) {
        sink_c(&sink, i > 0 ? ", " : "");
        sink_text(&sink, certificate_award(rules, i));
    }
    return sink_written(&sink);
}

static bool find_award(struct session *session, size_t *award)
{
    const struct rules *rules = &session->contest.rules;
    struct text written = session_option(session, OPTION_AWARD);
    struct arena scratch = session->memory.scratch;
    struct index known = index_in(&scratch);
    *award = INDEX_NONE;
    if (!session->request.values[OPTION_AWARD])
        return true;
    for (size_t i = 0; i < rules->award_count + rules->special_count; i++)
        index_add(&known, certificate_award(rules, i), i);
    *award = index_find(&known, written);
    if (*award != INDEX_NONE)
        return true;

    struct arena rest = scratch;
    struct text nearest = index_nearest(&known, written, rest);
    struct text all = award_list(rules, &session->memory.kept);
    session_misused(session, MESSAGE("there is no award {1}", written),
                    nearest.length > 0 ? MESSAGE("did you mean {1}?", nearest)
                    : all.length > 0   ? MESSAGE("the awards are {1}", all)
                                       : NO_HINT);
    return false;
}

/* They have none of the awards of contest.yaml. */
static bool find_teams(struct session *session, size_t *teams)
{
    bool is_alone = !session->request.values[OPTION_AWARD] && !session->request.values[OPTION_CONTESTANT];
    if (session->request.values[OPTION_TEAMS] && !is_alone) {
        session_misused(session, MESSAGE("--teams does not go with --award or --contestant"), NO_HINT);
        return false;
    }
    return session_teams(session, teams);
}

static bool find_choice(struct session *session, struct certificate_choice *choice)
{
    *choice = (struct certificate_choice)CERTIFICATES_ALL;
    if (!find_teams(session, &choice->teams) || !find_award(session, &choice->award))
        return false;
    return !session->request.values[OPTION_CONTESTANT] ||
           session_contestant(session, session_option(session, OPTION_CONTESTANT), &choice->contestant);
}

/* False, with a fault, where there is nothing that may be printed. */
static bool may_print(struct session *session, const struct certificate_choice *choice, size_t count)
{
    struct faults *faults = &session->faults;
    if (!session->standings.is_complete && !session->request.values[OPTION_FORCE]) {
        faults_add(faults, SEVERITY_ERROR, (struct place){0},
                   MESSAGE("the contest is not complete: no certificates are made"),
                   MESSAGE("--force makes them of the result so far"));
        return false;
    }
    if (count == 0)
        faults_add(faults, SEVERITY_WARNING, (struct place){0},
                   choice->contestant == INDEX_NONE ? MESSAGE("nobody has an award: there are no certificates")
                   : choice->award == INDEX_NONE    ? MESSAGE("this contestant has no award")
                                                    : MESSAGE("this contestant has no such award"),
                   NO_HINT);
    return count > 0;
}

static bool make(struct session *session, const struct certificate_choice *choice, size_t count,
                 struct outputs *outputs)
{
    struct progress progress = progress_start(count);
    struct printing printing;
    bool is_made =
        printing_begin_blank(session, &printing) && certificate_template_read(session, &printing.certificates);
    if (is_made && template_vouches(&printing.certificates)) /* nobody is asked for a key that signs nothing */
        printing_vouch(&printing);
    if (is_made && session->request.values[OPTION_SPLIT])
        is_made = certificate_files_add(&printing, choice, outputs, &progress);
    else if (is_made)
        is_made = documents_add_certificates(&printing, choice, outputs);
    printing_end(&printing);
    progress_end(&progress);
    return is_made;
}

/* Its wording is for several who have done something together. */
static void warn_of_teams_template(struct session *session, size_t teams)
{
    if (teams == 0 && text_equal(session_option(session, OPTION_TEMPLATE), TEXT("team")))
        faults_add(&session->faults, SEVERITY_WARNING, (struct place){0},
                   MESSAGE("the template team is worded for teams, and these certificates are for people"),
                   MESSAGE("--teams N prints those of the first N teams"));
}

enum exit_code run_certificates(struct session *session)
{
    const char *out = session->request.values[OPTION_OUTPUT];
    struct certificate_choice choice;
    if (session->request.values[OPTION_SPLIT] && !destination_is_folder_for_several(session, out))
        return EXIT_USAGE;
    if (!session_read(session))
        return session_exit(session);
    if (!find_choice(session, &choice) || !certificate_template_is_there(session))
        return EXIT_USAGE;

    warn_of_teams_template(session, choice.teams);
    size_t count = certificates_count(session, &choice);
    struct outputs outputs = outputs_in(&session->memory.kept);
    bool is_printed = may_print(session, &choice, count) && make(session, &choice, count, &outputs) &&
                      destination_write(session, out, &outputs);
    enum exit_code code = session_close(session);
    if (is_printed)
        numbers_note_of_certificates(session);
    return code;
}
