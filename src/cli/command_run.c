#include <string.h>

#include "destination.h"
#include "documents.h"
#include "manifest_json.h"
#include "messages.h"
#include "standings_csv.h"
#include "standings_json.h"

static const char manifest_name[] = "manifest.json";

static const char *path_in(const char *folder, const char *name, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    sink_c(&sink, folder);
    if (sink.length == 0 || sink.bytes[sink.length - 1] != '/')
        sink_byte(&sink, '/');
    sink_c(&sink, name);
    return text_to_c(arena, sink_written(&sink));
}

/* ---- what is made ---- */

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
    const struct certificate_choice all = {INDEX_NONE, INDEX_NONE, INDEX_NONE};
    progress_step(progress, translate("certificates"));
    if (certificates_count(session, &all) == 0)
        return true;
    if (session->standings.is_complete)
        return documents_add_certificates(printing, &all, outputs);
    faults_add(&session->faults, SEVERITY_WARNING, (struct place){0},
               MESSAGE("the contest is not complete: no certificates are made"),
               MESSAGE("biwu certificates --force makes them of the result so far"));
    return true;
}

static void add_manifest(struct session *session, struct outputs *outputs)
{
    struct arena scratch = session->memory.scratch, *kept = outputs->arena;
    struct manifest_entry *entries = ARENA_ARRAY(kept, struct manifest_entry, outputs->count);
    for (size_t i = 0; i < outputs->count; i++)
        entries[i] = (struct manifest_entry){outputs->files[i].name, outputs->files[i].bytes};
    struct text hash = standings_hash(&session->standings, kept, scratch);
    struct manifest manifest = {TEXT(BIWU_VERSION), hash, entries, outputs->count};
    outputs_add(outputs, text_from_c(manifest_name), manifest_json(&manifest, kept, scratch));
}

static bool make_outputs(struct session *session, struct outputs *outputs)
{
    struct progress progress = progress_start(documents_of_report(session) + 2);
    struct printing printing;
    progress_step(&progress, translate("standings"));
    add_standings(session, outputs);
    bool is_made = printing_begin(session, &printing) && documents_add_report(&printing, outputs, &progress) &&
                   add_certificates(&printing, outputs, &progress);
    printing_end(&printing);
    progress_end(&progress);
    if (is_made)
        add_manifest(session, outputs);
    return is_made;
}

/* ---- what the last run left ---- */

struct leavings {
    struct text *names;
    size_t count;
};

static struct leavings leavings_find(struct session *session, const char *out)
{
    struct leavings found = {NULL, 0};
    struct text bytes;
    if (file_read(path_in(out, manifest_name, &session->memory.kept), &session->memory.kept, &bytes))
        manifest_names(bytes, &session->memory.kept, &found.names, &found.count);
    return found;
}

static bool holds(const struct outputs *outputs, struct text name)
{
    bool holds = false;
    for (size_t i = 0; i < outputs->count; i++)
        holds = holds || text_equal(outputs->files[i].name, name);
    return holds;
}

static void leavings_remove(struct session *session, const struct leavings *leavings, const char *out,
                            const struct outputs *outputs)
{
    for (size_t i = 0; i < leavings->count; i++)
        if (!holds(outputs, leavings->names[i]))
            file_remove(out, leavings->names[i], session->memory.scratch, &session->faults);
}

enum exit_code run_everything(struct session *session)
{
    const char *given = session->request.values[OPTION_OUTPUT];
    if (given && !destination_is_folder_for_several(session, given))
        return EXIT_USAGE;
    if (!session_read(session))
        return session_exit(session);

    const char *out = given ? given : path_in(session->request.operands[0], "out", &session->memory.kept);
    struct outputs outputs = outputs_in(&session->memory.kept);
    struct leavings leavings = leavings_find(session, out);
    if (make_outputs(session, &outputs) && destination_write(session, out, &outputs))
        leavings_remove(session, &leavings, out, &outputs);
    return session_close(session);
}
