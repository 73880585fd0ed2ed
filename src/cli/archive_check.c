#include "archive_check.h"

#include "archive_compare.h"
#include "archive_file.h"
#include "contest_files.h"
#include "verdict.h"

static void refuse(struct session *session, const char *path, struct message what, struct message hint)
{
    faults_add(&session->faults, SEVERITY_ERROR, (struct place){.file = text_from_c(path)}, what, hint);
}

/* Whether --key, if it is given, names the key that has signed it. */
static bool has_wanted_key(struct session *session, const char *path, const struct archive *archive)
{
    struct text wanted = session_option(session, OPTION_KEY);
    if (!session->request.values[OPTION_KEY])
        return true;
    if (archive->is_signed && public_key_is_named(&archive->signer, wanted, session->memory.scratch))
        return true;
    if (archive->is_signed)
        refuse(session, path,
               MESSAGE("signed with another key, {1}: not genuine",
                       public_key_fingerprint(&archive->signer, &session->memory.kept)),
               MESSAGE("whoever has that key may have changed anything in it: get the organiser's own copy"));
    else
        refuse(session, path, MESSAGE("not signed: anybody can have made this archive"),
               MESSAGE("get the organiser's own copy"));
    return false;
}

/* ---- what it is ---- */

/* "002, 2023-10-26" */
static struct text revision_shown(const struct revision *revision, struct arena *arena)
{
    struct text name = revision_name(revision->number, arena);
    struct sink sink = sink_in(arena);
    sink_text(&sink, name);
    sink_c(&sink, ", ");
    sink_text(&sink, revision_day(revision));
    return sink_written(&sink);
}

/* "计分员 周明, 复核员 吴亮" */
static struct text signers_shown(const struct revision *revision, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    for (size_t i = 0; i < revision->signer_count; i++) {
        sink_c(&sink, i > 0 ? ", " : "");
        sink_text(&sink, revision->signers[i].role);
        sink_byte(&sink, ' ');
        sink_text(&sink, revision->signers[i].name);
    }
    return sink_written(&sink);
}

static struct text count_shown(size_t count, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    sink_integer(&sink, (int64_t)count);
    return sink_written(&sink);
}

enum { MOST_NAMED = 5 };

static void name(struct sink *sink, struct text folder, struct text name)
{
    sink_c(sink, sink->length > 0 ? ", " : "");
    sink_text(sink, folder);
    sink_text(sink, name);
}

/* The first few of them. */
static void name_some(struct sink *sink, struct text folder, const struct texts *names)
{
    for (size_t i = 0; i < names->count && i < MOST_NAMED; i++)
        name(sink, folder, names->items[i]);
    if (names->count <= MOST_NAMED)
        return;
    sink_c(sink, " … (");
    sink_integer(sink, (int64_t)names->count);
    sink_byte(sink, ')');
}

/* What `seal` writes there, in this version and those before it. */
static bool is_document(struct text name)
{
    static const struct text known[] = {
        TEXT_INIT("certificates.pdf"), TEXT_INIT("leaderboard.pdf"), TEXT_INIT("marks.pdf"),
        TEXT_INIT("notice.pdf"),       TEXT_INIT("register.pdf"),    TEXT_INIT("rules.pdf"),
        TEXT_INIT("scoresheets.pdf"),  TEXT_INIT("script.pdf"),      TEXT_INIT("slips.pdf")};
    if (text_starts_with(name, TEXT("leaderboard-")))
        return contest_files_has_ending(name, TEXT(".pdf"));
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (text_equal(name, known[i]))
            return true;
    return false;
}

/* "documents/ (11)", and by their names those that no biwu has printed. */
static void name_documents(struct sink *sink, const struct container *files, struct arena *scratch)
{
    struct text folder = ARCHIVE_DOCUMENTS;
    struct texts foreign = {ARENA_ARRAY(scratch, struct text, files->count), 0};
    size_t count = 0;
    for (size_t i = 0; i < files->count; i++) {
        struct text whole = files->files[i].name;
        if (!text_starts_with(whole, folder))
            continue;
        struct text within = {whole.bytes + folder.length, whole.length - folder.length};
        if (is_document(within))
            count++;
        else
            foreign.items[foreign.count++] = within;
    }
    name(sink, folder, TEXT(" ("));
    sink_integer(sink, (int64_t)count);
    sink_byte(sink, ')');
    name_some(sink, folder, &foreign);
}

/* "documents/ (23), contest/templates/own.txt": looks depend on fonts, and tables on the version. */
static struct text not_made_again(const struct archive *archive, const struct revision *revision,
                                  const struct texts *unread, struct arena *arena, struct arena scratch)
{
    struct sink sink = sink_in(arena);
    name_documents(&sink, &archive->container, &scratch);
    if (!archive_is_of_this_version(archive, scratch)) {
        name(&sink, TEXT(""), ARCHIVE_README);
        name(&sink, TEXT(""), ARCHIVE_STANDINGS_CSV);
    }
    if (!text_equal(revision->version, TEXT(BIWU_VERSION)))
        name(&sink, text_from_c(revision_path("contest", revision->number, TEXT(""), &scratch)),
             TEXT("/manifest.json"));
    name_some(&sink, ARCHIVE_CONTEST, unread);
    return sink_written(&sink);
}

static void warn(struct session *session, const char *path, struct message what, struct message hint)
{
    faults_add(&session->faults, SEVERITY_WARNING, (struct place){.file = text_from_c(path)}, what, hint);
}

static bool is_own(struct session *session, const struct public_key *signer)
{
    struct public_key own;
    return keyring_own_key(&own, session->memory.scratch, &session->faults) && public_key_is_same(signer, &own);
}

/* What of it is proven, on standard output; what is not, as a warning. */
static void print(struct verdict *verdict, const char *path, const struct archive *archive)
{
    struct session *session = verdict->session;
    if (!archive->is_signed) {
        verdict_print(verdict, TINT_PLAIN, MESSAGE("Whole, and the result computed again is the same; not signed:"));
        warn(session, path, MESSAGE("not signed: anybody can have made this archive"),
             MESSAGE("compare the SHA-256 of its SHA256SUMS with the one that the organiser has published"));
    } else if (session->request.values[OPTION_KEY]) {
        verdict_print(
            verdict, TINT_GOOD,
            MESSAGE("Genuine: signed with this key, not changed since, and the result computed again is the same:"));
    } else if (is_own(session, &archive->signer)) {
        verdict_print(
            verdict, TINT_GOOD,
            MESSAGE(
                "Genuine: signed with your own key, not changed since, and the result computed again is the same:"));
    } else {
        verdict_print(verdict, TINT_PLAIN,
                      MESSAGE("Not changed since it was signed, and the result computed again is the same:"));
        warn(session, path, MESSAGE("whose key has signed it is not known here"),
             MESSAGE("anybody can change an archive and sign it anew with a key of their own: give the organiser's "
                     "fingerprint, which official paper carries, with --key"));
    }
}

static void show(struct session *session, const char *path, const struct archive *archive, const struct texts *unread)
{
    struct arena *kept = &session->memory.kept;
    const struct revision *revision = &session->official.revision;
    struct verdict verdict = verdict_of(session);
    verdict_add(&verdict, MESSAGE("contest"), revision->contest);
    verdict_add(&verdict, MESSAGE("revision"), revision_shown(revision, kept));
    verdict_add(&verdict, MESSAGE("signed by"), signers_shown(revision, kept));
    verdict_add(&verdict, MESSAGE("reason"), revision->reason);
    verdict_add(&verdict, MESSAGE("result hash"), revision->result);
    verdict_add(&verdict, MESSAGE("files"), count_shown(archive->container.count, kept));
    verdict_add(&verdict, MESSAGE("not made again"),
                not_made_again(archive, revision, unread, kept, session->memory.scratch));
    verdict_add_key(&verdict, archive->is_signed ? &archive->signer : NULL);
    print(&verdict, path, archive);
}

void archive_check(struct session *session, const char *path)
{
    struct archive archive;
    struct texts unread = {0};
    if (archive_file_read(path, &session->memory.kept, session->memory.scratch, &session->faults, &archive) &&
        has_wanted_key(session, path, &archive) && archive_file_recompute(session, path, &archive, &unread))
        show(session, path, &archive, &unread);
}
