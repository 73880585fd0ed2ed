#include "canvas.h"
#include "index.h"
#include "template_parts.h"

#include <math.h>

/* As printed. Under the first, a module of a signed certificate is less than 0.2 mm wide. */
static const double SMALLEST_CODE = MM(15), SMALL_CODE = MM(20);
static const double PROPORTIONS_OFF = 0.01; /* as are those of A5 and 16K from A4's */
static const double SLACK = 0.05;           /* points: millimetres are written rounded */

static size_t find_key(const struct template_key_table *table, struct text name)
{
    size_t at = 0;
    while (at < table->count && !text_equal(table->keys[at].name, name))
        at++;
    return at;
}

/* ---- sections ---- */

/* Defaults are set as if they were written, on a line of their own. */
static void set_defaults(struct template_reader *reader)
{
    struct text line = reader->line;
    for (size_t i = 0; i < reader->keys->count; i++) {
        const struct template_key *key = &reader->keys->keys[i];
        if (!key->default_value)
            continue;
        reader->line = text_from_c(key->default_value);
        template_read_value(reader, key, reader->line);
    }
    reader->line = line;
}

static void begin_section(struct template_reader *reader, const struct template_key_table *keys, void *target)
{
    reader->keys = keys;
    reader->target = target;
    reader->given = 0;
    set_defaults(reader);
}

static bool is_given(const struct template_reader *reader, const char *name)
{
    return reader->given >> find_key(reader->keys, text_from_c(name)) & 1;
}

static void report_section(struct template_reader *reader, struct message what, struct message hint)
{
    faults_add(reader->faults, SEVERITY_ERROR, reader->section, what, hint);
}

static struct text millimetres(const struct template_reader *reader, double length)
{
    return points_text(reader->arena, (points)lround(length / MM(1) * 10) * (POINTS_ONE / 10));
}

static void check_code(struct template_reader *reader, const struct template_box *box)
{
    double side = fmin(box->width, box->height), scale = reader->template->scale;
    if (box->shows != SHOWS_CODE || side <= 0)
        return;
    if (side * scale < SMALLEST_CODE - SLACK)
        report_section(reader, MESSAGE("the box {1} is too small for a QR code that can be read", box->name),
                       scale < 1 ? MESSAGE("printed-on makes it {1} mm wide, and under 15 mm no phone reads it",
                                           millimetres(reader, side * scale))
                                 : MESSAGE("write width = 22 and height = 22; under 15 mm no phone reads it"));
    else if (side * scale < SMALL_CODE - SLACK)
        faults_add(reader->faults, SEVERITY_WARNING, reader->section,
                   MESSAGE("the box {1} prints a QR code {2} mm wide", box->name, millimetres(reader, side * scale)),
                   MESSAGE("under 20 mm phones have trouble"));
}

static void end_box(struct template_reader *reader, struct template_box *box)
{
    if (box->shows == SHOWS_TEXT && box->paragraph_count == 0)
        report_section(reader, MESSAGE("the box {1} has no text", box->name),
                       MESSAGE("write text = … beneath its heading"));
    if (box->shows != SHOWS_TEXT && box->paragraph_count > 0)
        report_section(reader, MESSAGE("the box {1} shows no text of its own", box->name),
                       MESSAGE("take out shows, or its text"));
    if ((box->shows == SHOWS_IMAGE) != (box->image.text.length > 0))
        report_section(reader, MESSAGE("the box {1} needs both shows = image and image = FILE", box->name), NO_HINT);
    if (is_given(reader, "seal") && box->shows != SHOWS_HOSTS)
        report_section(reader, MESSAGE("the box {1} shows no hosts: seal belongs to the box that does", box->name),
                       NO_HINT);
    if (!is_given(reader, "strong-size"))
        box->strong_size = box->size;
    if (!is_given(reader, "strong-letter-spacing"))
        box->strong_tracking = box->tracking;
    if (!is_given(reader, "min-size"))
        box->smallest = box->size / 2;
    if (box->smallest > box->size)
        report_section(reader, MESSAGE("the box {1}: min-size is larger than size", box->name), NO_HINT);
    double across = box->direction == DIRECTION_VERTICAL ? box->width : box->height;
    if (across > 0 && box->shows == SHOWS_TEXT && across < fmax(box->size, box->strong_size) - SLACK)
        report_section(reader, MESSAGE("the box {1} is lower than a line of its text", box->name),
                       MESSAGE("a line of 16 points is 5.7 mm high"));
    check_code(reader, box);
}

static void turn_paper(struct template *template)
{
    bool is_upright = template->orientation == ORIENTATION_PORTRAIT;
    double shorter = fmin(template->paper[0], template->paper[1]),
           longer = fmax(template->paper[0], template->paper[1]);
    template->width = is_upright ? shorter : longer;
    template->height = is_upright ? longer : shorter;
}

/* Enlarged to paper of another shape, a page would be smaller than the paper, and its background end within it. */
static void end_page(struct template_reader *reader)
{
    struct template *template = reader->template;
    const double *paper = template->printed_on;
    turn_paper(template);
    template->scale = 1;
    if (paper[0] <= 0)
        return;
    double across = fmin(paper[0], paper[1]) / fmin(template->width, template->height);
    double along = fmax(paper[0], paper[1]) / fmax(template->width, template->height);
    template->scale = fmin(across, along);
    if (fmax(across, along) > template->scale * (1 + PROPORTIONS_OFF))
        faults_add(reader->faults, SEVERITY_ERROR, reader->printed_on,
                   MESSAGE("the paper of printed-on has other proportions than the page"),
                   MESSAGE("{1} x {2} mm has those of the page; for other paper write it as page, and move the boxes",
                           millimetres(reader, template->width * template->scale),
                           millimetres(reader, template->height * template->scale)));
}

static void end_section(struct template_reader *reader)
{
    for (size_t i = 0; i < reader->keys->count; i++)
        if (reader->keys->keys[i].required && !(reader->given >> i & 1))
            report_section(reader, MESSAGE("the key {1} is missing or has no value", reader->keys->keys[i].name),
                           NO_HINT);
    if (reader->keys == &template_page_keys)
        end_page(reader);
    else
        end_box(reader, reader->target);
}

static bool is_taken(const struct template_reader *reader, struct text name)
{
    for (size_t i = 0; i < reader->template->box_count; i++)
        if (text_equal(reader->template->boxes[i].name, name))
            return true;
    return false;
}

/* "[box NAME]": its name, empty where it is none. */
static struct text box_name(struct text heading)
{
    bool is_box = text_starts_with(heading, TEXT("[box ")) && heading.bytes[heading.length - 1] == ']';
    return is_box ? text_trimmed((struct text){heading.bytes + 5, heading.length - 6}) : TEXT("");
}

static void read_heading(struct template_reader *reader, struct text heading)
{
    struct template *template = reader->template;
    struct text name = box_name(heading);
    end_section(reader);
    if (name.length == 0)
        template_fault(reader, heading.bytes, MESSAGE("this heading is not understood"), MESSAGE("write [box NAME]"));
    else if (is_taken(reader, name))
        template_fault(reader, name.bytes, MESSAGE("the box {1} stands twice", name),
                       MESSAGE("give one of them another name"));
    ARENA_RESERVE_ONE(reader->arena, template->boxes, template->box_count, template->box_capacity);
    struct template_box *box = &template->boxes[template->box_count++];
    reader->section = template_place(reader, heading.bytes);
    *box = (struct template_box){
        .name = name, .when = PLACEHOLDER_COUNT, .unless = PLACEHOLDER_COUNT, .place = reader->section};
    begin_section(reader, &template_box_keys, box);
}

/* ---- lines ---- */

static void report_unknown(struct template_reader *reader, struct text name)
{
    bool is_of_page = reader->keys == &template_page_keys;
    const struct template_key_table *other = is_of_page ? &template_box_keys : &template_page_keys;
    struct arena scratch = *reader->arena;
    struct index known = index_in(&scratch);
    for (size_t i = 0; i < reader->keys->count; i++)
        index_add(&known, reader->keys->keys[i].name, i);
    struct arena rest = scratch;
    struct text nearest = index_nearest(&known, name, rest);
    struct message hint = MESSAGE("biwu help template lists the keys");
    if (find_key(other, name) < other->count)
        hint = is_of_page ? MESSAGE("it is a key of boxes: write it beneath a heading [box NAME]")
                          : MESSAGE("it is a key of the page: write it above the first box");
    else if (nearest.length > 0)
        hint = MESSAGE("is “{1}” meant?", nearest);
    template_fault(reader, name.bytes, MESSAGE("unknown key “{1}”", name), hint);
}

static void read_entry(struct template_reader *reader, struct text name, struct text value)
{
    size_t at = find_key(reader->keys, name);
    if (at == reader->keys->count) {
        report_unknown(reader, name);
        return;
    }
    const struct template_key *key = &reader->keys->keys[at];
    bool is_twice = reader->given >> at & 1 && key->type != TEMPLATE_PARAGRAPH;
    reader->given |= UINT64_C(1) << at;
    if (text_equal(name, TEXT("printed-on")))
        reader->printed_on = template_place(reader, value.bytes);
    if (is_twice)
        template_fault(reader, name.bytes, MESSAGE("the key “{1}” stands twice", name), MESSAGE("keep one of them"));
    else if (value.length == 0)
        template_fault(reader, name.bytes, MESSAGE("{1} is empty", name), MESSAGE("give it a value, or take it out"));
    else
        template_read_value(reader, key, value);
}

static bool holds(struct text line, struct text wanted)
{
    for (size_t i = 0; i + wanted.length <= line.length; i++)
        if (text_starts_with((struct text){line.bytes + i, line.length - i}, wanted))
            return true;
    return false;
}

static void read_line(struct template_reader *reader)
{
    struct text line = text_trimmed(reader->line), value = line, name;
    if (line.length == 0 || line.bytes[0] == '#')
        return;
    if (line.bytes[0] == '[') {
        read_heading(reader, line);
        return;
    }
    text_next_part(&value, '=', &name);
    if (value.bytes)
        read_entry(reader, text_trimmed(name), text_trimmed(value));
    else
        template_fault(reader, line.bytes, MESSAGE("this line is no key = value"),
                       holds(line, TEXT("＝")) ? MESSAGE("write = in half width")
                                               : MESSAGE("begin the line with # where it is a remark"));
}

/* ---- the file ---- */

/* Every box lies on the page, and pictures on what is cut off besides. */
static void check_edges(struct template_reader *reader)
{
    const struct template *template = reader->template;
    for (size_t i = 0; i < template->box_count; i++) {
        const struct template_box *box = &template->boxes[i];
        double beyond = SLACK + (box->shows == SHOWS_IMAGE ? template->bleed : 0);
        bool is_outside = box->left < -beyond || box->top < -beyond ||
                          box->left + box->width > template->width + beyond ||
                          box->top + box->height > template->height + beyond;
        reader->section = box->place;
        if (is_outside)
            report_section(reader, MESSAGE("the box {1} does not lie within the page", box->name),
                           MESSAGE("left and width, top and height add up to the page's sides at the most; pictures go "
                                   "as far beyond as the page bleeds"));
    }
}

/* Papers differ a little in shape, A4 from A5 by 0.7 mm: what one side leaves lies at both ends of the other. */
static void take_whole_paper(struct template *template)
{
    double *sides[] = {&template->width, &template->height};
    bool is_longer_first = template->orientation == ORIENTATION_LANDSCAPE;
    double shorter = fmin(template->printed_on[0], template->printed_on[1]);
    double longer = fmax(template->printed_on[0], template->printed_on[1]);
    for (size_t i = 0; longer > 0 && i < 2; i++) {
        double side = ((i == 0) == is_longer_first ? longer : shorter) / template->scale;
        template->offset[i] += (side - *sides[i]) / 2;
        *sides[i] = side;
    }
}

bool template_read(struct text bytes, struct text name, struct arena *arena, struct template *template,
                   struct faults *faults)
{
    size_t grave = faults_grave(faults);
    struct template_reader reader = {.file = name, .arena = arena, .faults = faults, .template = template};
    struct text rest = bytes;
    *template = (struct template){0};
    reader.section = (struct place){.file = name, .line = 1, .column = 1};
    begin_section(&reader, &template_page_keys, template);
    while (text_next_part(&rest, '\n', &reader.line)) {
        reader.line_number++;
        read_line(&reader);
    }
    end_section(&reader);
    if (faults_grave(faults) == grave)
        check_edges(&reader);
    take_whole_paper(template);
    if (template->box_count == 0)
        faults_add(faults, SEVERITY_ERROR, (struct place){.file = name, .line = 1, .column = 1},
                   MESSAGE("the template has no box"), MESSAGE("write [box NAME] and its keys"));
    return faults_grave(faults) == grave;
}

static bool vouches(const struct template_paragraph *paragraph)
{
    for (size_t i = 0; i < paragraph->count; i++)
        if (paragraph->parts[i].placeholder == PLACE_HASH || paragraph->parts[i].placeholder == PLACE_KEY)
            return true;
    return false;
}

bool template_vouches(const struct template *template)
{
    for (size_t i = 0; i < template->box_count; i++)
        for (size_t n = 0; n < template->boxes[i].paragraph_count; n++)
            if (vouches(&template->boxes[i].paragraphs[n]))
                return true;
    return template_shows_code(template);
}

bool template_shows_code(const struct template *template)
{
    for (size_t i = 0; i < template->box_count; i++)
        if (template->boxes[i].shows == SHOWS_CODE)
            return true;
    return false;
}

static bool has_stress(const struct template_box *box)
{
    for (size_t i = 0; i < box->paragraph_count; i++)
        for (size_t n = 0; n < box->paragraphs[i].count; n++)
            if (box->paragraphs[i].parts[n].is_strong)
                return true;
    return false;
}

bool template_is_set_in(const struct template *template, int font)
{
    for (size_t i = 0; i < template->box_count; i++) {
        const struct template_box *box = &template->boxes[i];
        bool has_letters = box->shows == SHOWS_TEXT || box->shows == SHOWS_HOSTS;
        if (has_letters && (box->font == font || (box->strong_font == font && has_stress(box))))
            return true;
    }
    return false;
}
