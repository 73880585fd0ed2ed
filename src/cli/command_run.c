#include "certificate_template.h"
#include "destination.h"
#include "documents.h"
#include "folders.h"
#include "job.h"
#include "messages.h"
#include "numbers_note.h"
#include "out_folder.h"
#include "standings_csv.h"
#include "standings_json.h"

static void add_standings(struct session *session, struct outputs *outputs)
{
    struct arena scratch = session->memory.scratch;
    const struct standings *standings = &session->standings;
    outputs_add(outputs, TEXT("standings.json"), standings_json(standings, INDEX_NONE, outputs->arena, scratch));
    outputs_add(outputs, TEXT("standings.csv"),
                standings_csv(standings, INDEX_NONE, CSV_FOR_SPREADSHEET, outputs->arena, scratch));
}

static bool add_certificates(struct printing *printing, struct outputs *outputs, struct progress *progress)
{
    struct session *session = printing->session;
    const struct certificate_choice all = CERTIFICATES_ALL;
    progress_step(progress, translate("certificates"));
    if (certificates_count(session, &all) == 0)
        return true;
    if (session->standings.is_complete)
        return certificate_template_read(session, &printing->certificates) &&
               documents_add_certificates(printing, &all, outputs);
    faults_add(&session->faults, SEVERITY_WARNING, (struct place){0},
               MESSAGE("the contest is not complete: no certificates are made"),
               MESSAGE("biwu certificates --force makes them of the result so far"));
    return true;
}

struct everything {
    const char *out;
    struct outputs outputs;
    struct text hash;
};

static enum exit_code make(struct session *session, void *what)
{
    struct everything *everything = what;
    struct outputs *outputs = &everything->outputs;
    struct progress progress = progress_start(documents_of_report(session) + 2);
    struct printing printing;
    *outputs = outputs_in(&session->memory.kept);
    bool is_begun = printing_begin(session, &printing); /* may ask for a password: the bar comes after it */
    everything->hash = printing.edition.hash;
    progress_step(&progress, translate("standings"));
    add_standings(session, outputs);
    bool is_made = is_begun && documents_add_report(&printing, outputs, &progress) &&
                   add_certificates(&printing, outputs, &progress);
    printing_end(&printing);
    progress_end(&progress);
    return is_made ? EXIT_FINE : session_exit(session);
}

static bool publish(struct session *session, void *what)
{
    const struct everything *everything = what;
    if (!out_folder_replace(everything->out, &everything->outputs, everything->hash, session->memory.scratch,
                            &session->faults))
        return false;
    if (documents_bear_numbers(session, 0))
        numbers_note_of_certificates(session);
    return true;
}

enum exit_code run_everything(struct session *session)
{
    const char *given = session->request.values[OPTION_OUTPUT];
    if (given && !destination_is_folder_for_several(session, given))
        return EXIT_USAGE;
    const char *beside = folder_path(session->request.operands[0], TEXT("out"), &session->memory.kept);
    struct everything everything = {.out = given ? given : beside};
    struct job job = {.make = make, .publish = publish, .what = &everything};
    return job_do(session, &job);
}
