#include "document.h"

#include "arena_split.h"
#include "footer.h"
#include "heading.h"
#include "proofread.h"

void document_begin(struct document *document, const struct press *press, const char *title)
{
    const struct rules *rules = &press->contest->rules;
    *document = (struct document){.press = press,
                                  .contest = press->contest,
                                  .rules = rules,
                                  .language = (enum language)rules->language,
                                  .title = title,
                                  .scratch = press->scratch,
                                  .grave = faults_grave(press->faults)};
    document->own = arena_split(&document->scratch);
    document->arena = &document->own;
    document->typesetter = (struct typesetter){
        .fonts = press->fonts, .arena = document->arena, .faults = press->faults, .place = rules->place};
    document->canvas = canvas_with(press->fonts, document->arena);
    proofread_rules(&document->typesetter, rules);
}

void document_begin_bare(struct document *document, struct flow *flow, struct text part, bool is_provisional)
{
    flow->running_head = heading_running(flow, document->rules, document->title, part);
    flow->goes_on = wording_plain(document->language, "page.goes-on");
    if (is_provisional)
        flow->watermark = wording_plain(document->language, "page.provisional");
    flow_begin_section(flow);
}

void document_begin_plain(struct document *document, struct flow *flow, struct text part, bool is_provisional)
{
    document_begin_bare(document, flow, part, is_provisional);
    if (part.length > 0)
        canvas_add_bookmark(&document->canvas, part, 0);
}

void document_begin_section(struct document *document, struct flow *flow, struct text part, bool is_provisional)
{
    document_begin_bare(document, flow, part, is_provisional);
    canvas_add_bookmark(&document->canvas, document_part(document, part), 0);
    heading_draw(flow, document->rules, document->title, part);
}

struct text document_part(const struct document *document, struct text part)
{
    return part.length > 0 ? part : wording_plain(document->language, document->title);
}

struct text document_contestants(const struct document *document, size_t sector)
{
    struct text title = contest_sector_title(document->contest, sector);
    return title.length > 0 ? title : wording_plain(document->language, "page.contestants");
}

void document_draw_footers(struct document *document)
{
    footers_draw(&document->canvas, &document->typesetter, 0, document->language, document->press->edition);
}

bool document_end(struct document *document, struct text part, struct text *pdf_bytes)
{
    const struct press *press = document->press;
    if (faults_grave(press->faults) > document->grave)
        return false;
    struct document_title title =
        heading_of_document(document->rules, wording_plain(document->language, document->title), part, document->arena);
    return canvas_write(&document->canvas, &title, press->arena, document->scratch, pdf_bytes, press->faults);
}

struct rules document_signed_by(struct document *document, const char *const *keys, size_t count)
{
    struct rules rules = *document->rules;
    rules.sign = (struct texts){ARENA_ARRAY(document->arena, struct text, count), count};
    rules.sign_places = NULL;
    for (size_t i = 0; i < count; i++)
        rules.sign.items[i] = wording_plain(document->language, keys[i]);
    return rules;
}

struct text document_say(struct document *document, const char *key, const struct filling *fillings)
{
    return wording_text(document->arena, document->language, key, fillings);
}
