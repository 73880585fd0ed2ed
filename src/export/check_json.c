#include "check_json.h"

#include "fault_piece.h"
#include "json_page.h"
#include "pending.h"

static json_t *fault_piece(const struct fault *fault, const struct style *style, struct arena scratch)
{
    json_t *piece = json_piece_object(&scratch);
    struct text severity = fault->severity == SEVERITY_WARNING ? TEXT("warning") : TEXT("error");
    json_piece_put(&scratch, piece, TEXT("severity"), json_piece_text(&scratch, severity));
    fault_piece_put(fault, style, piece, &scratch);
    return piece;
}

static json_t *kind_piece(const struct fault_kind *kind, const struct style *style, struct arena scratch)
{
    json_t *piece = json_piece_object(&scratch);
    struct message message = {.format = kind->format};
    for (size_t i = 0; i < MESSAGE_ARGUMENTS; i++)
        message.arguments[i] = TEXT("…");
    json_piece_put(&scratch, piece, TEXT("file"), json_piece_text(&scratch, kind->file));
    json_piece_put(&scratch, piece, TEXT("message"), json_piece_text(&scratch, style_text(&scratch, style, message)));
    json_piece_put(&scratch, piece, TEXT("count"), json_piece_count(&scratch, kind->count));
    return piece;
}

static void put_faults(struct json_page *page, const struct faults *faults, const struct style *style,
                       struct arena scratch)
{
    json_page_put(page, TEXT("errors"), json_piece_count(&scratch, faults_grave(faults)));
    json_page_put(page, TEXT("warnings"), json_piece_count(&scratch, faults->by_severity[SEVERITY_WARNING]));
    json_page_open(page, TEXT("faults"), '[');
    for (size_t i = 0; i < faults->count; i++)
        json_page_put(page, TEXT(""), fault_piece(&faults->items[i], style, scratch));
    json_page_close(page);
    bool has_counted = false;
    for (size_t i = 0; i < faults->kind_count; i++)
        has_counted = has_counted || faults->kinds[i].count > FAULTS_KEPT_OF_A_KIND;
    if (!has_counted)
        return;
    json_page_open(page, TEXT("counted"), '[');
    for (size_t i = 0; i < faults->kind_count; i++)
        if (faults->kinds[i].count > FAULTS_KEPT_OF_A_KIND)
            json_page_put(page, TEXT(""), kind_piece(&faults->kinds[i], style, scratch));
    json_page_close(page);
}

static json_t *pending_piece(const struct contest *contest, const struct pending_sheets *sheets, struct arena scratch)
{
    json_t *piece = json_piece_object(&scratch), *contestants = json_piece_array(&scratch);
    json_piece_put(&scratch, piece, TEXT("round"), json_piece_text(&scratch, contest->rules.rounds[sheets->round].id));
    if (sheets->judge != INDEX_NONE)
        json_piece_put(&scratch, piece, TEXT("judge"), json_piece_text(&scratch, contest->judges[sheets->judge].id));
    for (size_t i = 0; i < sheets->count; i++)
        json_piece_add(&scratch, contestants,
                       json_piece_text(&scratch, contest->contestants[sheets->contestants[i]].id));
    json_piece_put(&scratch, piece, TEXT("contestants"), contestants);
    return piece;
}

struct text check_json(const struct standings *standings, const struct faults *faults, const struct style *style,
                       struct arena *arena, struct arena scratch)
{
    struct json_page page = json_page_in(arena, false);
    json_page_open(&page, TEXT(""), '{');
    if (standings)
        json_page_put(&page, TEXT("contest"), json_piece_text(&scratch, standings->contest->rules.title));
    json_page_put(&page, TEXT("complete"), json_piece_flag(standings && standings->is_complete));
    put_faults(&page, faults, style, scratch);
    if (standings) {
        struct pending pending = pending_of(standings, arena, scratch);
        json_page_open(&page, TEXT("pending"), '[');
        for (size_t i = 0; i < pending.count; i++)
            json_page_put(&page, TEXT(""), pending_piece(standings->contest, &pending.items[i], scratch));
        json_page_close(&page);
    }
    json_page_close(&page);
    sink_byte(&page.sink, '\n');
    return sink_written(&page.sink);
}
