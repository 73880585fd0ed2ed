/* The result of an archive, computed again. */
#include <errno.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "archive_compare.h"
#include "archive_file.h"
#include "chain.h"
#include "contest_inputs.h"
#include "interruptions.h"
#include "plain.h"
#include "revision_check.h"

struct recomputing {
    struct session *session;
    struct text path;
    const struct archive *archive;
    struct texts *unread;
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

static char lent[PATH_MAX]; /* empty: there is none */

static bool is_removed(void)
{
    enum { MOST_OPEN_FOLDERS = 16 };
    return !*lent || nftw(lent, remove_one, MOST_OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS) == 0;
}

static void remove_lent(void)
{
    if (is_removed())
        *lent = '\0';
}

/* Where memory runs out the program ends wherever it is: then it is removed, too. */
static const char *make_folder(struct session *session)
{
    const char *given = getenv("TMPDIR");
    int length = snprintf(lent, sizeof lent, "%s/biwu-verify-XXXXXX", given && given[0] == '/' ? given : "/tmp");
    bool is_short = length > 0 && (size_t)length < sizeof lent;
    static bool is_set;
    if (!is_set)
        is_set = atexit(remove_lent) == 0;
    errno = ENAMETOOLONG;
    if (is_short && mkdtemp(lent))
        return lent;
    struct text path = text_copy(&session->memory.kept, text_from_c(lent));
    *lent = '\0';
    faults_add(&session->faults, SEVERITY_FAILURE, (struct place){.file = path},
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

static bool is_input(const struct contest_inputs *inputs, struct text name)
{
    for (size_t i = 0; i < inputs->count; i++)
        if (text_equal(inputs->items[i].name, name))
            return true;
    return false;
}

static bool is_of_chain(const struct chain *chain, struct text name)
{
    for (size_t i = 0; i < chain->count; i++)
        if (text_equal(chain->files[i].name, name))
            return true;
    return false;
}

/* Files of the contest folder that say nothing of the result: templates, pictures, fonts, or what somebody has put there. */
static void find_unread(struct recomputing *recomputing, const char *contest, const struct chain *chain)
{
    struct arena *kept = &recomputing->session->memory.kept;
    struct container files = archive_file_contest(recomputing->archive, kept);
    struct texts *unread = recomputing->unread;
    struct contest_inputs inputs;
    contest_inputs_find(contest, kept, &recomputing->session->faults, &inputs);
    *unread = (struct texts){ARENA_ARRAY(kept, struct text, files.count), 0};
    for (size_t i = 0; i < files.count; i++)
        if (!is_input(&inputs, files.files[i].name) && !is_of_chain(chain, files.files[i].name))
            unread->items[unread->count++] = files.files[i].name;
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
    bool is_official = is_computed && session->official.state == OFFICIAL_NOW;
    if (is_official)
        is_computed = is_official = revision_check(session, &session->faults);
    find_unread(recomputing, contest, &chain);
    struct faults found = session->faults;
    session->faults = outer;
    tell_errors(recomputing, &found);
    if (is_computed && !is_official)
        refuse(recomputing, MESSAGE("its files are not those of its newest revision, or give another result"), NO_HINT);
    return is_official;
}

/* ---- the whole ---- */

static void recompute(struct recomputing *recomputing)
{
    struct session *session = recomputing->session;
    struct arena *kept = &session->memory.kept, scratch = session->memory.scratch;
    const char *contest = whole_path(recomputing->folder, TEXT("contest"), kept);
    struct container files = archive_file_contest(recomputing->archive, kept);
    if (whole_folder_lend(contest, files.files, files.count, scratch, &session->faults) &&
        compute(recomputing, contest))
        archive_compare(session, recomputing->path, recomputing->archive);
}

/* Files that it reads otherwise than that one did would look like another result. */
static void tell_version(struct recomputing *recomputing)
{
    struct session *session = recomputing->session;
    struct text version = archive_version(recomputing->archive, &session->memory.kept);
    if (version.length > 0 && !archive_is_of_this_version(recomputing->archive, session->memory.scratch))
        faults_add(&session->faults, SEVERITY_WARNING, (struct place){.file = recomputing->path},
                   MESSAGE("version {1} has made this archive, and this is {2}", version, TEXT(BIWU_VERSION)),
                   MESSAGE("that version checks it as it was made"));
}

bool archive_file_recompute(struct session *session, const char *path, const struct archive *archive,
                            struct texts *unread)
{
    struct recomputing recomputing = {
        .session = session, .path = text_from_c(path), .archive = archive, .unread = unread};
    size_t before = faults_grave(&session->faults);
    struct interruptions interruptions = interruptions_hold();
    recomputing.folder = make_folder(session);
    if (recomputing.folder) {
        recompute(&recomputing);
        remove_lent();
        if (*lent)
            faults_add(&session->faults, SEVERITY_WARNING,
                       (struct place){.file = text_copy(&session->memory.kept, text_from_c(lent))},
                       MESSAGE("this folder could not be removed: {1}", text_from_c(strerror(errno))),
                       MESSAGE("it holds the files of the archive: remove it"));
    }
    interruptions_release(&interruptions);
    bool is_fine = faults_grave(&session->faults) == before;
    if (!is_fine)
        tell_version(&recomputing);
    return is_fine;
}
