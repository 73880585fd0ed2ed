#include "archive_entry.h"

#include <string.h>

#include "record.h"
#include "sha256.h"
#include "standing_awards.h"

struct reading {
    struct archive_entry *entry;
    struct arena *arena;
    bool has_sound_texts; /* so far */
};

/* No text of a contest has control characters or ends of lines, which would reach terminals and tables, or is as long as a
 * book, of which several would be more than SQLite holds. */
static bool is_sound(struct text text)
{
    enum { MOST_BYTES = 1 << 24 };
    enum { C0_END = 0x20, DELETE = 0x7F, C1_END = 0xA0, LINE = 0x2028, PARAGRAPH = 0x2029 };
    if (text.length > MOST_BYTES)
        return false;
    while (text.length > 0) {
        uint32_t c = text_next_character(&text);
        if (c < C0_END || (c >= DELETE && c < C1_END) || c == LINE || c == PARAGRAPH)
            return false;
    }
    return true;
}

static struct text looked_at(struct reading *reading, struct text text)
{
    reading->has_sound_texts = reading->has_sound_texts && is_sound(text);
    return text;
}

static struct text text_at(struct reading *reading, const json_t *object, const char *key)
{
    return looked_at(reading, record_text(object, key, reading->arena));
}

static struct archive_result *add(struct reading *reading)
{
    struct archive_entry *entry = reading->entry;
    ARENA_RESERVE_ONE(reading->arena, entry->results, entry->count, entry->capacity);
    entry->results[entry->count] = (struct archive_result){0};
    return &entry->results[entry->count++];
}

/* ---- standings.json ---- */

static void take_contestant(struct reading *reading, const json_t *standing, struct text sector, size_t of)
{
    *add(reading) = (struct archive_result){
        .sector = sector,
        .contestant = text_at(reading, standing, "contestant"),
        .name = text_at(reading, standing, "name"),
        .unit = text_at(reading, standing, "unit"),
        .rank = record_count(standing, "rank"),
        .of = of,
        .final = text_at(reading, standing, "final"),
        .award = looked_at(reading, standing_awards(standing, reading->arena)),
        .status = text_at(reading, standing, "status"),
    };
}

static void take_sector(struct reading *reading, const json_t *sector)
{
    const json_t *ranking = json_object_get(sector, "ranking"), *unranked = json_object_get(sector, "unranked");
    struct text name = text_at(reading, sector, "sector");
    for (size_t i = 0; i < json_array_size(ranking); i++)
        take_contestant(reading, json_array_get(ranking, i), name, json_array_size(ranking));
    for (size_t i = 0; i < json_array_size(unranked); i++)
        take_contestant(reading, json_array_get(unranked, i), name, 0);
}

static void take_teams(struct reading *reading, const json_t *teams)
{
    for (size_t i = 0; i < json_array_size(teams); i++) {
        const json_t *team = json_array_get(teams, i);
        *add(reading) = (struct archive_result){
            .name = text_at(reading, team, "team"),
            .rank = record_count(team, "rank"),
            .of = json_array_size(teams),
            .final = text_at(reading, team, "score"),
        };
    }
}

/* Those of contestants stand beside their names. */
static void take_units(struct reading *reading, const json_t *specials)
{
    for (size_t i = 0; i < json_array_size(specials); i++) {
        const json_t *special = json_array_get(specials, i);
        struct text unit = text_at(reading, special, "unit");
        if (unit.length > 0)
            *add(reading) = (struct archive_result){.unit = unit, .award = text_at(reading, special, "award")};
    }
}

static bool take_standings(struct reading *reading, const json_t *document)
{
    const json_t *sectors = json_object_get(document, "sectors");
    for (size_t i = 0; i < json_array_size(sectors); i++)
        take_sector(reading, json_array_get(sectors, i));
    take_teams(reading, json_object_get(document, "teams"));
    take_units(reading, json_object_get(document, "special"));
    return json_is_array(sectors);
}

/* ---- manifest.json ---- */

/* The day of a time; empty where it begins with none. */
static struct text day_of(struct text time)
{
    static const struct text form = TEXT_INIT("0000-00-00");
    for (size_t i = 0; i < form.length; i++)
        if (i == time.length ||
            (form.bytes[i] == '0' ? time.bytes[i] < '0' || time.bytes[i] > '9' : time.bytes[i] != form.bytes[i]))
            return TEXT("");
    return (struct text){time.bytes, form.length};
}

static bool take_manifest(struct reading *reading, const json_t *document)
{
    struct archive_entry *entry = reading->entry;
    entry->contest = text_at(reading, document, "contest");
    entry->level = text_at(reading, document, "level");
    entry->date = text_at(reading, document, "date");
    entry->signed_on = day_of(text_at(reading, document, "time"));
    entry->revision = record_count(document, "revision");
    entry->manifest = text_at(reading, document, "manifest");
    return entry->contest.length > 0 && entry->signed_on.length > 0 && entry->revision > 0 &&
           entry->manifest.length == SHA256_DIGITS;
}

/* ---- former revisions ---- */

static bool is_manifest_of_revision(struct text name)
{
    struct text start = TEXT("contest/revisions/"), end = TEXT("/manifest.json");
    return text_starts_with(name, start) && name.length > start.length + end.length &&
           memcmp(name.bytes + name.length - end.length, end.bytes, end.length) == 0;
}

static void take_former(struct reading *reading, const struct container *container)
{
    struct archive_entry *entry = reading->entry;
    for (size_t i = 0; i < container->count; i++) {
        if (!is_manifest_of_revision(container->files[i].name))
            continue;
        struct text manifest = sha256_text(container->files[i].bytes, reading->arena);
        if (text_equal(manifest, entry->manifest))
            continue;
        ARENA_RESERVE_ONE(reading->arena, entry->former, entry->former_count, entry->former_capacity);
        entry->former[entry->former_count++] = manifest;
    }
}

bool archive_entry_read(const struct archive *archive, struct arena *arena, struct archive_entry *entry)
{
    *entry = (struct archive_entry){0};
    struct reading reading = {entry, arena, true};
    json_t *manifest = record_parse(archive_find(archive, ARCHIVE_MANIFEST)->bytes);
    json_t *standings = record_parse(archive_find(archive, ARCHIVE_STANDINGS)->bytes);
    bool is_ours = archive_manifest_version(archive_find(archive, ARCHIVE_MANIFEST)->bytes, arena).length > 0;
    bool is_read = is_ours && take_manifest(&reading, manifest) && take_standings(&reading, standings);
    json_decref(manifest);
    json_decref(standings);
    take_former(&reading, &archive->container);
    if (archive->is_signed)
        entry->key = public_key_fingerprint(&archive->signer, arena);
    return is_read && reading.has_sound_texts;
}
