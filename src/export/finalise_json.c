#include "finalise_json.h"

#include "fault_piece.h"
#include "json_page.h"

static void put_text(struct json_page *page, struct text key, struct text text, struct arena scratch)
{
    if (text.length > 0)
        json_page_put(page, key, json_piece_text(&scratch, text));
}

static void put_manifest(struct json_page *page, struct text bytes, struct arena scratch)
{
    json_t *manifest = bytes.length > 0 ? json_loadb(bytes.bytes, bytes.length, 0, NULL) : NULL;
    (void)scratch;
    if (manifest)
        json_page_put(page, TEXT("manifest"), manifest);
}

static void put_faults(struct json_page *page, const struct faults *faults, struct text kind, const struct style *style,
                       struct arena scratch)
{
    for (size_t i = 0; i < faults->count; i++) {
        struct arena one = scratch;
        if (text_equal(kind, TEXT("error")) && faults->items[i].severity == SEVERITY_WARNING)
            continue;
        json_t *piece = json_piece_object(&one);
        json_piece_put(&one, piece, TEXT("kind"), json_piece_text(&one, kind));
        fault_piece_put(&faults->items[i], style, piece, &one);
        json_page_put(page, TEXT(""), piece);
    }
}

static void put_blockers(struct json_page *page, const struct finalise_report *report, const struct style *style,
                         struct arena scratch)
{
    json_page_open(page, TEXT("blockers"), '[');
    if (report->errors)
        put_faults(page, report->errors, TEXT("error"), style, scratch);
    if (report->signatures)
        put_faults(page, report->signatures, TEXT("signature"), style, scratch);
    for (size_t kind = 0; report->blockers && kind < BLOCKER_COUNT; kind++)
        put_faults(page, &report->blockers->of[kind], blocker_names[kind], style, scratch);
    json_page_close(page);
}

static void put_count(struct json_page *page, struct text kind, size_t count, struct arena scratch)
{
    if (count == 0)
        return;
    json_t *piece = json_piece_object(&scratch);
    json_piece_put(&scratch, piece, TEXT("kind"), json_piece_text(&scratch, kind));
    json_piece_put(&scratch, piece, TEXT("count"), json_piece_count(&scratch, count));
    json_page_put(page, TEXT(""), piece);
}

/* How many of each kind there are, listed or not. */
static void put_counts(struct json_page *page, const struct finalise_report *report, struct arena scratch)
{
    json_page_open(page, TEXT("counted"), '[');
    if (report->errors)
        put_count(page, TEXT("error"), faults_grave(report->errors), scratch);
    if (report->signatures)
        put_count(page, TEXT("signature"), faults_grave(report->signatures), scratch);
    for (size_t kind = 0; report->blockers && kind < BLOCKER_COUNT; kind++)
        put_count(page, blocker_names[kind], faults_told(&report->blockers->of[kind]), scratch);
    json_page_close(page);
}

struct text finalise_json(const struct finalise_report *report, const struct style *style, struct arena *arena,
                          struct arena scratch)
{
    struct json_page page = json_page_in(arena, false);
    json_page_open(&page, TEXT(""), '{');
    put_text(&page, TEXT("contest"), report->contest, scratch);
    json_page_put(&page, TEXT("official"), json_piece_flag(report->is_official));
    json_page_put(&page, TEXT("written"), json_piece_flag(report->is_written));
    put_text(&page, TEXT("stage"), report->stage, scratch);
    put_text(&page, TEXT("folder"), report->folder, scratch);
    put_text(&page, TEXT("sha256"), report->sha256, scratch);
    put_manifest(&page, report->manifest, scratch);
    put_blockers(&page, report, style, scratch);
    put_counts(&page, report, scratch);
    json_page_close(&page);
    sink_byte(&page.sink, '\n');
    return sink_written(&page.sink);
}
