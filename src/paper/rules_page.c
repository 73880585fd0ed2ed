#include "rules_page.h"

#include "heading.h"
#include "imprint.h"
#include "palette.h"
#include "paragraph.h"
#include "rules_prose.h"

/* Tried in this order: a page more for a few lines is none. Between baselines, above a section, above the imprint. */
struct spacing {
    double leading, section, imprint;
};
static const struct spacing spacings[] = {{19, 8, 14}, {17, 6, 10}, {15, 4, 6}};

static const double INDENT = 2; /* of a paragraph, in letters */

static const struct style style_section = {FONT_HEI, SIZE_HEADING, 0, DEEP_RED};
static const struct style style_prose_label = {FONT_HEI, SIZE_TEXT, 0, INK};
static const struct style style_prose = {FONT_SONG, SIZE_TEXT, 0, INK};

static double indent_of(const struct rules *rules)
{
    return rules->language == LANGUAGE_CHINESE ? INDENT * SIZE_TEXT : 0;
}

static struct lines paragraph_lines(struct flow *flow, const struct rules *rules,
                                    const struct prose_paragraph *paragraph)
{
    const struct span spans[] = {{paragraph->label, &style_prose_label},
                                 {wording_plain((enum language)rules->language, "sentence.separator"), &style_prose},
                                 {paragraph->text, &style_prose}};
    size_t first = paragraph->label.length == 0 ? 2 : 0;
    return paragraph_of(flow->typesetter, spans + first, 3 - first, flow_width(flow), indent_of(rules),
                        rules->language == LANGUAGE_CHINESE);
}

static void draw_paragraph(struct flow *flow, const struct rules *rules, const struct spacing *spacing,
                           const struct prose_paragraph *paragraph)
{
    enum { TOGETHER = 2 }; /* lines of a paragraph that no page parts */
    struct lines lines = paragraph_lines(flow, rules, paragraph);
    size_t least = lines.count < TOGETHER ? lines.count : TOGETHER;
    if (lines.count == 0)
        return;
    if (flow_room(flow) < (double)least * spacing->leading)
        flow_turn_page(flow);
    struct lines first = lines, rest = lines;
    first.count = 1;
    rest.items++;
    rest.count--;
    canvas_begin_tag(flow->canvas, TAG_PARAGRAPH);
    flow->left += indent_of(rules);
    flow_lines(flow, &first, spacing->leading);
    flow->left -= indent_of(rules);
    flow_lines(flow, &rest, spacing->leading);
    canvas_end_tag(flow->canvas);
}

static void draw_section(struct flow *flow, const struct rules *rules, const struct spacing *spacing,
                         const struct prose_section *section)
{
    enum { LINES_UNDER_HEADING = 2 };
    struct lines heading = typeset_wrapped(flow->typesetter, &style_section, section->heading, flow_width(flow));
    flow->y += spacing->section;
    if (flow_room(flow) < (double)(heading.count + LINES_UNDER_HEADING) * spacing->leading)
        flow_turn_page(flow);
    canvas_add_bookmark(flow->canvas, section->heading, flow->y);
    canvas_begin_tag(flow->canvas, TAG_SECTION);
    flow_lines(flow, &heading, spacing->leading + 4);
    canvas_end_tag(flow->canvas);
    for (size_t i = 0; i < section->count; i++)
        draw_paragraph(flow, rules, spacing, &section->paragraphs[i]);
}

static struct text intro_text(const struct rules *rules, struct arena *arena)
{
    return rule_say(rules, arena, rules->award_count > 0 ? "prose.intro.awards" : "prose.intro",
                    FILL({"contest", rules->title}, {"level", rules->level}));
}

static void draw(struct document *document, struct flow *flow, const struct spacing *spacing)
{
    const struct rules *rules = document->rules;
    struct prose prose = rules_prose(document->contest, document->arena);
    struct prose_paragraph intro = {.text = intro_text(rules, document->arena)};
    document_begin_plain(document, flow, TEXT(""), false); /* its headings are the bookmarks */
    heading_draw(flow, rules, document->title, TEXT(""));
    draw_paragraph(flow, rules, spacing, &intro);
    for (size_t i = 0; i < prose.count; i++)
        draw_section(flow, rules, spacing, &prose.sections[i]);
    flow->y += spacing->imprint;
    if (flow_room(flow) < imprint_height(flow, rules))
        flow_turn_page(flow);
    imprint_draw(flow, rules);
}

/* In as few pages as any spacing makes, with the widest that does. */
static void draw_in_few_pages(struct document *document)
{
    struct canvas best = {0};
    for (size_t i = 0; i < sizeof spacings / sizeof *spacings; i++) {
        document->canvas = canvas_with(document->press->fonts, document->arena);
        struct flow flow = flow_on(&document->canvas, &document->typesetter, false);
        draw(document, &flow, &spacings[i]);
        if (i == 0 || document->canvas.page_count < best.page_count)
            best = document->canvas;
        if (best.page_count == 1)
            break;
    }
    document->canvas = best;
}

bool rules_page_write(const struct press *press, struct text *pdf_bytes)
{
    struct document document;
    document_begin(&document, press, "prose.title");
    draw_in_few_pages(&document);
    document_draw_footers(&document);
    return document_end(&document, TEXT(""), pdf_bytes);
}
