#include "revision_manifest.h"

#include <string.h>

#include "calendar.h"
#include "record.h"
#include "sha256.h"

/* ---- the fingerprint ---- */

bool revision_file_counts(struct text name)
{
    return text_starts_with(name, REVISION_INPUTS) && !text_equal(name, TEXT("inputs/protests.csv")) &&
           !text_equal(name, TEXT("inputs/protests.xlsx"));
}

struct text revision_fingerprint(const struct revision_file *files, size_t count, struct arena *arena)
{
    struct arena scratch = *arena; /* the lines are gone once they are hashed */
    struct sink lines = sink_in(&scratch);
    struct text inputs = REVISION_INPUTS;
    for (size_t i = 0; i < count; i++) {
        struct text name = files[i].name;
        if (!revision_file_counts(name))
            continue;
        sink_text(&lines, files[i].sha256);
        sink_c(&lines, "  ");
        sink_text(&lines, (struct text){name.bytes + inputs.length, name.length - inputs.length});
        sink_byte(&lines, '\n');
    }
    return sha256_text(sink_written(&lines), arena);
}

/* ---- writing ---- */

static json_t *signers_piece(const struct revision *revision, struct arena *arena)
{
    json_t *array = record_array(arena);
    for (size_t i = 0; i < revision->signer_count; i++) {
        json_t *piece = record_object(arena);
        record_put_text(arena, piece, "role", revision->signers[i].role);
        record_put_text(arena, piece, "name", revision->signers[i].name);
        record_add(arena, array, piece);
    }
    return array;
}

static json_t *files_piece(const struct revision *revision, struct arena *arena)
{
    json_t *array = record_array(arena);
    for (size_t i = 0; i < revision->file_count; i++) {
        json_t *piece = record_object(arena);
        record_put_text(arena, piece, "name", revision->files[i].name);
        record_put(arena, piece, "size", json_integer((json_int_t)revision->files[i].size));
        record_put_text(arena, piece, "sha256", revision->files[i].sha256);
        record_add(arena, array, piece);
    }
    return array;
}

static const char *const kind_names[] = {
    [PLACED_CONTESTANT] = "contestant", [PLACED_TEAM] = "team", [PLACED_UNIT] = "unit"};
enum { KINDS = sizeof kind_names / sizeof *kind_names };

static const char *const issued_keys[ISSUED_TEXTS] = {
    [ISSUED_ID] = "id",         [ISSUED_NAME] = "name",       [ISSUED_UNIT] = "unit",
    [ISSUED_SECTOR] = "sector", [ISSUED_MEMBERS] = "members", [ISSUED_AWARD] = "award"};

static json_t *certificates_piece(const struct issued *issued, struct arena *arena)
{
    json_t *array = record_array(arena);
    for (size_t i = 0; i < issued->count; i++) {
        const struct issued_certificate *certificate = &issued->items[i];
        json_t *piece = record_object(arena);
        record_put(arena, piece, "number", json_integer((json_int_t)certificate->number));
        record_put_text(arena, piece, "printed", certificate->printed);
        record_put_text(arena, piece, "kind", text_from_c(kind_names[certificate->kind]));
        for (size_t k = 0; k < ISSUED_TEXTS; k++)
            record_put_text(arena, piece, issued_keys[k], certificate->of[k]);
        if (certificate->is_recalled)
            record_put(arena, piece, "recalled", json_true());
        record_add(arena, array, piece);
    }
    return array;
}

static void put_placement(struct arena *arena, json_t *move, const char *key, const struct placement *placement)
{
    if (!placement)
        return;
    json_t *piece = record_object(arena);
    if (placement->rank > 0)
        record_put(arena, piece, "rank", json_integer((json_int_t)placement->rank));
    record_put_text(arena, piece, "final", placement->final);
    record_put_text(arena, piece, "award", placement->award);
    if (placement->kind == PLACED_CONTESTANT)
        record_put(arena, piece, "promoted", json_boolean(placement->is_promoted));
    record_put(arena, move, key, piece);
}

static json_t *moves_piece(const struct moves *moves, struct arena *arena)
{
    static const char *const name_keys[] = {
        [PLACED_CONTESTANT] = "name", [PLACED_TEAM] = "team", [PLACED_UNIT] = "unit"};
    json_t *array = record_array(arena);
    for (size_t i = 0; i < moves->count; i++) {
        const struct move *move = &moves->items[i];
        const struct placement *who = move->to ? move->to : move->from;
        json_t *piece = record_object(arena);
        record_put_text(arena, piece, "contestant", who->contestant);
        record_put_text(arena, piece, name_keys[who->kind], who->name);
        record_put_text(arena, piece, "sector", who->sector);
        put_placement(arena, piece, "from", move->from);
        put_placement(arena, piece, "to", move->to);
        record_add(arena, array, piece);
    }
    return array;
}

struct text revision_manifest(const struct revision *revision, const struct moves *moves, struct arena *arena)
{
    json_t *document = record_object(arena);
    record_put_text(arena, document, "program", TEXT("biwu"));
    record_put(arena, document, "format", json_integer(REVISION_FORMAT));
    record_put_text(arena, document, "version", revision->version);
    record_put(arena, document, "revision", json_integer((json_int_t)revision->number));
    record_put_text(arena, document, "contest", revision->contest);
    record_put_text(arena, document, "time", revision->time);
    record_put(arena, document, "signed", signers_piece(revision, arena));
    record_put_text(arena, document, "reason", revision->reason);
    record_put_text(arena, document, "former", revision->former);
    record_put_text(arena, document, "encoding", revision->encoding);
    record_put_text(arena, document, "result", revision->result);
    record_put_text(arena, document, "fingerprint", revision->fingerprint);
    record_put(arena, document, "files", files_piece(revision, arena));
    if (revision->number > 1)
        record_put(arena, document, "moves", moves_piece(moves, arena));
    if (revision->issued.count > 0)
        record_put(arena, document, "certificates", certificates_piece(&revision->issued, arena));
    return record_page(arena, document);
}

/* ---- reading ---- */

static bool is_hash(struct text text)
{
    bool is_hash = text.length == SHA256_DIGITS;
    for (size_t i = 0; is_hash && i < text.length; i++) {
        char c = text.bytes[i];
        is_hash = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
    return is_hash;
}

static bool read_signers(const json_t *array, struct arena *arena, struct revision *revision)
{
    revision->signers = ARENA_ARRAY(arena, struct signer, json_array_size(array));
    for (size_t i = 0; i < json_array_size(array); i++) {
        const json_t *piece = json_array_get(array, i);
        revision->signers[i] = (struct signer){record_text(piece, "role", arena), record_text(piece, "name", arena)};
    }
    revision->signer_count = json_array_size(array);
    return json_is_array(array);
}

static bool read_files(const json_t *array, struct arena *arena, struct revision *revision)
{
    revision->files = ARENA_ARRAY(arena, struct revision_file, json_array_size(array));
    revision->file_count = json_array_size(array);
    bool is_sound = json_is_array(array);
    for (size_t i = 0; i < json_array_size(array); i++) {
        const json_t *piece = json_array_get(array, i);
        struct revision_file *file = &revision->files[i];
        json_int_t size = json_integer_value(json_object_get(piece, "size"));
        *file = (struct revision_file){record_text(piece, "name", arena), record_text(piece, "sha256", arena),
                                       (size_t)size};
        is_sound = is_sound && size >= 0 && file->name.length > 0 && is_hash(file->sha256) &&
                   (i == 0 || text_compare(revision->files[i - 1].name, file->name) < 0);
    }
    return is_sound;
}

static bool read_certificate(const json_t *piece, struct arena *arena, struct issued_certificate *certificate)
{
    enum { MOST = 1 << 30 }; /* so that there is always a next one */
    struct text kind_name = record_text(piece, "kind", arena);
    size_t kind = 0;
    while (kind < KINDS && !text_equal(text_from_c(kind_names[kind]), kind_name))
        kind++;
    *certificate = (struct issued_certificate){.number = record_count(piece, "number"),
                                               .printed = record_text(piece, "printed", arena),
                                               .kind = (enum placed)kind,
                                               .is_recalled = json_is_true(json_object_get(piece, "recalled"))};
    for (size_t i = 0; i < ISSUED_TEXTS; i++)
        certificate->of[i] = record_text(piece, issued_keys[i], arena);
    return kind < KINDS && certificate->number > 0 && certificate->number < MOST;
}

/* There are none where nobody has an award, and in the first manifests that were written. */
static bool read_certificates(const json_t *array, struct arena *arena, struct issued *issued)
{
    size_t count = json_array_size(array);
    bool is_sound = !array || json_is_array(array);
    *issued = (struct issued){ARENA_ARRAY(arena, struct issued_certificate, count), count, count};
    for (size_t i = 0; i < count; i++)
        is_sound = read_certificate(json_array_get(array, i), arena, &issued->items[i]) && is_sound;
    return is_sound;
}

/* Of a time only its day is ever taken apart. */
static bool begins_with_day(struct text time)
{
    enum { DAY = sizeof "2023-10-26" - 1 };
    return time.length > DAY && time.bytes[DAY] == 'T' && calendar_has_day((struct text){time.bytes, DAY});
}

static bool is_manifest_of(const json_t *document, size_t number)
{
    const char *program = json_string_value(json_object_get(document, "program"));
    return program && strcmp(program, "biwu") == 0 && record_count(document, "format") == REVISION_FORMAT &&
           record_count(document, "revision") == number;
}

bool revision_manifest_read(struct text bytes, size_t number, struct arena *arena, struct revision *revision)
{
    json_t *document = record_parse(bytes);
    *revision = (struct revision){.number = number,
                                  .contest = record_text(document, "contest", arena),
                                  .time = record_text(document, "time", arena),
                                  .version = record_text(document, "version", arena),
                                  .encoding = record_text(document, "encoding", arena),
                                  .result = record_text(document, "result", arena),
                                  .fingerprint = record_text(document, "fingerprint", arena),
                                  .reason = record_text(document, "reason", arena),
                                  .former = record_text(document, "former", arena),
                                  .manifest = sha256_text(bytes, arena)};
    bool is_sound =
        is_manifest_of(document, number) && begins_with_day(revision->time) && record_is_word(revision->version) &&
        (number == 1 || revision->reason.length > 0) && is_hash(revision->result) && is_hash(revision->fingerprint) &&
        read_signers(json_object_get(document, "signed"), arena, revision) &&
        read_files(json_object_get(document, "files"), arena, revision) &&
        read_certificates(json_object_get(document, "certificates"), arena, &revision->issued) &&
        text_equal(revision_fingerprint(revision->files, revision->file_count, arena), revision->fingerprint);
    json_decref(document);
    return is_sound;
}
