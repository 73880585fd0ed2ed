#include "sealing.h"

#include "certificate_template.h"
#include "documents.h"
#include "messages.h"
#include "sealing_folder.h"
#include "standings_csv.h"
#include "standings_json.h"

struct sealing {
    struct session *session;
    struct sealing_files files;
    struct printing printing;
    struct outputs documents;
    bool has_certificates;
};

static void add_record(struct sealing *sealing)
{
    struct session *session = sealing->session;
    struct arena *kept = &session->memory.kept, scratch = session->memory.scratch;
    struct sealing_files *files = &sealing->files;
    const struct standings *standings = &session->standings;
    sealing_files_add(files, TEXT(""), ARCHIVE_STANDINGS, standings_json(standings, INDEX_NONE, kept, scratch));
    sealing_files_add(files, TEXT(""), ARCHIVE_STANDINGS_CSV,
                      standings_csv(standings, INDEX_NONE, CSV_FOR_SPREADSHEET, kept, scratch));
    sealing_files_add(files, TEXT(""), ARCHIVE_MANIFEST,
                      archive_manifest(&session->contest.rules, &session->official.revision, TEXT(BIWU_VERSION), kept));
}

static bool print_certificates_of_all(struct sealing *sealing, struct progress *progress)
{
    const struct certificate_choice all = CERTIFICATES_ALL;
    progress_step(progress, translate("certificates"));
    sealing->has_certificates = certificates_count(sealing->session, &all) > 0;
    return !sealing->has_certificates ||
           (certificate_template_read(sealing->session, &sealing->printing.certificates) &&
            documents_add_certificates(&sealing->printing, &all, &sealing->documents));
}

static bool print_all(struct sealing *sealing)
{
    struct progress progress = progress_start(documents_of_report(sealing->session) + OCCASION_DOCUMENTS + 1);
    bool is_printed = documents_add_report(&sealing->printing, &sealing->documents, &progress) &&
                      documents_add_occasion(&sealing->printing, 0, &sealing->documents, &progress) &&
                      print_certificates_of_all(sealing, &progress);
    progress_end(&progress);
    return is_printed;
}

static void add_documents(struct sealing *sealing)
{
    for (size_t i = 0; i < sealing->documents.count; i++)
        sealing_files_add(&sealing->files, ARCHIVE_DOCUMENTS, sealing->documents.files[i].name,
                          sealing->documents.files[i].bytes);
}

/* An archive that was to be signed is not written without. */
static bool has_key(struct sealing *sealing)
{
    struct session *session = sealing->session;
    if (sealing->printing.attester.key || session->request.values[OPTION_UNSIGNED])
        return true;
    faults_add(&session->faults, SEVERITY_ERROR, (struct place){0},
               MESSAGE("an archive is signed, and there is no key for it: nothing was written"),
               MESSAGE("--unsigned makes one without a signature: whoever has it cannot tell who made it"));
    return false;
}

static bool gather(struct sealing *sealing)
{
    struct session *session = sealing->session;
    if (!printing_begin(session, &sealing->printing) || !has_key(sealing) ||
        !sealing_folder_add(session, &sealing->files) || !print_all(sealing))
        return false;
    sealing_folder_add_looks(session, sealing->has_certificates ? &sealing->printing.certificates : NULL,
                             &sealing->files);
    add_record(sealing);
    add_documents(sealing);
    return true;
}

bool sealing_gather(struct session *session, struct container *container, const struct signing_key **key)
{
    struct arena *kept = &session->memory.kept;
    struct sealing sealing = {.session = session, .files = {.arena = kept}, .documents = outputs_in(kept)};
    if (session->request.values[OPTION_UNSIGNED])
        session->keyring.state = KEYRING_UNWANTED;
    bool is_gathered = gather(&sealing);
    *container = sealing.files.container;
    *key = sealing.printing.attester.key;
    printing_end(&sealing.printing);
    return is_gathered;
}
