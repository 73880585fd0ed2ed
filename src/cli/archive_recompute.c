/* The result of an archive, computed again. */
#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "archive_compare.h"
#include "archive_file.h"
#include "chain.h"
#include "interruptions.h"
#include "plain.h"

struct recomputing {
    struct session *session;
    struct text path;
    const struct archive *archive;
    const char *folder; /* of this user alone, for as long as it takes */
};

static void refuse(struct recomputing *recomputing, struct message what, struct message hint)
{
    faults_add(&recomputing->session->faults, SEVERITY_ERROR, (struct place){.file = recomputing->path}, what, hint);
}

/* ---- the folder ---- */

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status, (void)kind, (void)walk;
    return remove(path);
}

static void remove_folder(const char *folder)
{
    enum { MOST_OPEN_FOLDERS = 16 };
    nftw(folder, remove_one, MOST_OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
}

static char *make_folder(struct session *session)
{
    const char *given = getenv("TMPDIR");
    struct sink sink = sink_in(&session->memory.kept);
    sink_c(&sink, given && given[0] == '/' ? given : "/tmp");
    sink_c(&sink, "/biwu-verify-XXXXXX");
    sink_byte(&sink, '\0');
    if (mkdtemp(sink.bytes))
        return sink.bytes;
    faults_add(&session->faults, SEVERITY_FAILURE, (struct place){.file = text_from_c(sink.bytes)},
               MESSAGE("cannot write: {1}", text_from_c(strerror(errno))),
               MESSAGE("TMPDIR names another folder for it"));
    return NULL;
}

/* ---- the result ---- */

/* That of --encoding when it was signed. */
static enum encoding encoding_of(struct text name)
{
    for (size_t i = 0; name.length > 0 && i < encoding_name_count; i++)
        if (text_is_word(encoding_names[i].name, name))
            return encoding_names[i].encoding;
    return ENCODING_UNTOLD;
}

/* FILE/contest/scores/a.csv for what lies in the folder. */
static struct text place_shown(const struct recomputing *recomputing, struct text place)
{
    struct text folder = text_from_c(recomputing->folder);
    struct sink sink = sink_in(&recomputing->session->memory.kept);
    if (!text_starts_with(place, folder))
        return place;
    sink_text(&sink, recomputing->path);
    sink_text(&sink, (struct text){place.bytes + folder.length, place.length - folder.length});
    return sink_written(&sink);
}

/* Warnings are of the contest, and were told when it was signed. */
static void tell_errors(struct recomputing *recomputing, const struct faults *found)
{
    struct faults *faults = &recomputing->session->faults;
    for (size_t i = 0; i < found->count; i++) {
        struct fault fault = found->items[i];
        if (fault.severity == SEVERITY_WARNING)
            continue;
        fault.place.file = place_shown(recomputing, fault.place.file);
        faults_add(faults, fault.severity, fault.place, fault.what, fault.hint);
    }
}

static bool compute(struct recomputing *recomputing, const char *contest)
{
    struct session *session = recomputing->session;
    struct arena *kept = &session->memory.kept;
    struct faults outer = session->faults;
    struct revision newest = {0};
    struct chain chain;
    session->faults = faults_in(kept);
    size_t number = revisions_count(contest, session->memory.scratch);
    if (number > 0 && revision_read(contest, number, kept, &session->faults, &newest))
        session->request.encoding = encoding_of(newest.encoding);
    bool is_computed = chain_read(contest, SEVERITY_ERROR, kept, &session->faults, &chain) &&
                       session_compute_apart(session, contest, &session->faults);
    struct faults found = session->faults;
    session->faults = outer;
    tell_errors(recomputing, &found);
    if (is_computed && session->official.state != OFFICIAL_NOW)
        refuse(recomputing, MESSAGE("its files are not those of its newest revision, or give another result"), NO_HINT);
    return is_computed && session->official.state == OFFICIAL_NOW;
}

/* ---- the whole ---- */

static void recompute(struct recomputing *recomputing)
{
    struct session *session = recomputing->session;
    struct arena *kept = &session->memory.kept, scratch = session->memory.scratch;
    static const struct text name = TEXT_INIT("contest");
    struct container files = archive_file_contest(recomputing->archive, kept);
    if (whole_folder_write(recomputing->folder, name, files.files, files.count, scratch, &session->faults) ==
            WHOLE_WRITTEN &&
        compute(recomputing, whole_path(recomputing->folder, name, kept)))
        archive_compare(session, recomputing->path, recomputing->archive);
}

bool archive_file_recompute(struct session *session, const char *path, const struct archive *archive)
{
    struct recomputing recomputing = {.session = session, .path = text_from_c(path), .archive = archive};
    size_t before = faults_grave(&session->faults);
    struct interruptions interruptions = interruptions_hold();
    recomputing.folder = make_folder(session);
    if (recomputing.folder) {
        recompute(&recomputing);
        remove_folder(recomputing.folder);
    }
    interruptions_release(&interruptions);
    return faults_grave(&session->faults) == before;
}
