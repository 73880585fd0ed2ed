#include "stage_record.h"

#include "calendar.h"
#include "later_format.h"
#include "record.h"
#include "sha256.h"

const struct text stage_names[STAGE_COUNT] = {TEXT_INIT("announced"), TEXT_INIT("notice"), TEXT_INIT("expired")};

const struct text stage_words[STAGE_COUNT] = {TEXT_INIT("已宣布"), TEXT_INIT("公示"), TEXT_INIT("公示期满")};

static const struct text stage_file = TEXT_INIT("stage.json");

enum { FORMAT = 1, MOST_BYTES = 1 << 20 };

static const char *stages_path(const char *folder, struct arena *arena)
{
    return whole_path(whole_path(folder, REVISIONS_FOLDER, arena), TEXT("stages"), arena);
}

struct text stage_record_day(const struct stage_record *stage)
{
    enum { DAY = sizeof "2023-10-26" - 1 };
    return (struct text){stage->time.bytes, stage->time.length < DAY ? 0 : DAY};
}

size_t stage_records_count(const char *folder, struct arena scratch)
{
    return whole_newest(stages_path(folder, &scratch));
}

/* ---- writing ---- */

static struct text stage_json(const struct stage_record *stage, struct arena *arena)
{
    json_t *document = record_object(arena);
    record_put_text(arena, document, "program", TEXT("biwu"));
    record_put_count(arena, document, "format", FORMAT);
    record_put_text(arena, document, "stage", stage_names[stage->kind]);
    record_put_text(arena, document, "time", stage->time);
    record_put_text(arena, document, "by", stage->by);
    record_put_text(arena, document, "result", stage->result);
    record_put_count(arena, document, "revision", stage->revision);
    record_put_text(arena, document, "manifest", stage->manifest);
    record_put_text(arena, document, "from", stage->from);
    record_put_text(arena, document, "to", stage->to);
    record_put_count(arena, document, "working_days", stage->working_days);
    record_put_text(arena, document, "former", stage->former);
    return record_page(arena, document);
}

enum whole_outcome stage_record_write(const char *folder, struct stage_record *stage, struct arena *arena,
                                      struct arena scratch, struct faults *faults)
{
    struct whole_file file = {.name = stage_file, .bytes = stage_json(stage, arena)};
    stage->sha256 = sha256_text(file.bytes, arena);
    return whole_folder_write(stages_path(folder, arena), whole_name(stage->number, arena), &file, 1, scratch, faults);
}

/* ---- reading ---- */

/* A notice has its period, and a moment its day. */
static bool has_days(const struct stage_record *stage)
{
    bool has_period =
        calendar_has_day(stage->from) && calendar_has_day(stage->to) && text_compare(stage->from, stage->to) <= 0;
    return calendar_has_day(stage_record_day(stage)) && (stage->kind != STAGE_NOTICE || has_period);
}

/* What is official is of a revision. */
static bool is_of_result(const struct stage_record *stage)
{
    return stage->by.length > 0 &&
           (stage->kind == STAGE_ANNOUNCED || (stage->revision > 0 && stage->manifest.length > 0));
}

static bool read_json(struct text bytes, struct arena *arena, struct stage_record *stage)
{
    json_t *document = record_parse(bytes);
    struct text name = record_text(document, "stage", arena);
    stage->kind = STAGE_COUNT;
    for (size_t kind = 0; kind < STAGE_COUNT; kind++)
        if (text_equal(stage_names[kind], name))
            stage->kind = (enum stage_kind)kind;
    stage->time = record_text(document, "time", arena);
    stage->by = record_text(document, "by", arena);
    stage->result = record_text(document, "result", arena);
    stage->revision = record_count(document, "revision");
    stage->manifest = record_text(document, "manifest", arena);
    stage->from = record_text(document, "from", arena);
    stage->to = record_text(document, "to", arena);
    stage->working_days = record_count(document, "working_days");
    stage->former = record_text(document, "former", arena);
    stage->sha256 = sha256_text(bytes, arena);
    bool is_sound = stage->kind != STAGE_COUNT && record_count(document, "format") == FORMAT && has_days(stage) &&
                    is_of_result(stage);
    json_decref(document);
    return is_sound;
}

bool stage_record_read(const char *folder, size_t number, struct arena *arena, struct faults *faults,
                       struct stage_record *stage)
{
    const char *own = whole_path(stages_path(folder, arena), whole_name(number, arena), arena);
    const char *path = whole_path(own, stage_file, arena);
    struct text bytes = TEXT("");
    *stage = (struct stage_record){.number = number};
    if (whole_file_read(path, MOST_BYTES, arena, &bytes) && read_json(bytes, arena, stage))
        return true;
    bool is_later = later_format_of_json(bytes, FORMAT);
    faults_add(faults, SEVERITY_WARNING, (struct place){.file = text_copy(faults->arena, text_from_c(path))},
               is_later ? LATER_FORMAT : MESSAGE("this is no record of biwu finalise --stage, or it was changed"),
               is_later ? LATER_FORMAT_HINT : MESSAGE("put its copy back: what was recorded stays as it is"));
    *stage = (struct stage_record){0};
    return false;
}
