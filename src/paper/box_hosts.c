#include "box_hosts.h"

#include "score_text.h"
#include "title_words.h"

#include <math.h>

static const double BESIDE_SEAL = MM(21); /* in a host's column with a seal of its own in it */
static const double CLOSE = MM(50);       /* without */
static const double CLOSEST = MM(44);     /* where rows would not do otherwise */
static const double BETWEEN_TEXTS = MM(3);
static const double ABOVE_DATE = MM(10);                                /* the last hosts */
static const double STAMP_ABOVE = MM(3);                                /* its middle, that of host and date */
static const double LEADING = 1.25, LEADING_ROWS = 1.5, DESCENT = 0.12; /* times the size */
static const double A_LITTLE_SMALLER = 0.8, STILL_LARGE = 12.5;         /* times the size, and in points */
static const double LEAST_ROW = 20, ROWS_APART = 0.4, STEP = 0.5;

enum { HOST_LINES = 2, IN_A_ROW = 4 };

/* A host's column with a seal of its own in it. */
static double column_with_seal(const struct template_box *box)
{
    return box->seal + BESIDE_SEAL;
}

/* How the hosts are arranged: side by side with room for a seal each; more stand closer, and in further rows. */
struct arrangement {
    const struct template_box *box;
    struct texts hosts;
    struct text date;
    struct typesetter *typesetter;
    struct style style;
    size_t columns, rows;
    double column; /* width */
    size_t lines;  /* of a host, at most */
    double leading;
};

static struct texts kept_words(const struct texts *hosts, struct arena *arena)
{
    struct texts kept = {.items = ARENA_ARRAY(arena, struct text, hosts->count), .count = hosts->count};
    for (size_t i = 0; i < hosts->count; i++)
        kept.items[i] = title_words_kept(hosts->items[i], arena);
    return kept;
}

static size_t most_in_a_row(const struct template_box *box, double column)
{
    size_t room = (size_t)(box->width / column);
    return room < 1 ? 1 : room > IN_A_ROW ? IN_A_ROW : room;
}

static double room_above_date(const struct template_box *box)
{
    return box->height - ABOVE_DATE - DESCENT * box->size;
}

static size_t most_rows(const struct template_box *box)
{
    double room = room_above_date(box) / LEAST_ROW;
    return room < 1 ? 1 : (size_t)room;
}

static double roomy_column(const struct template_box *box, size_t count)
{
    return count <= 1 ? fmin(column_with_seal(box) * 1.3, box->width) : column_with_seal(box);
}

static void arrange(struct arrangement *arrangement)
{
    size_t count = arrangement->hosts.count;
    double width = arrangement->box->width;
    arrangement->rows = 1;
    arrangement->columns = count > 0 ? count : 1;
    arrangement->column = roomy_column(arrangement->box, count);
    if (count <= 1 || (double)count * column_with_seal(arrangement->box) <= width)
        return;
    size_t most = most_in_a_row(arrangement->box, CLOSE);
    if (count > most * most_rows(arrangement->box))
        most = most_in_a_row(arrangement->box, CLOSEST);
    arrangement->rows = (count + most - 1) / most;
    arrangement->columns = (count + arrangement->rows - 1) / arrangement->rows;
    arrangement->column = width / (double)arrangement->columns;
}

static double text_width(const struct arrangement *arrangement)
{
    return arrangement->column - BETWEEN_TEXTS;
}

/* The first host that has no room in the style; their number: all have. */
static size_t find_too_long(const struct arrangement *arrangement)
{
    size_t at = 0;
    for (; at < arrangement->hosts.count; at++) {
        struct lines lines = typeset_wrapped(arrangement->typesetter, &arrangement->style, arrangement->hosts.items[at],
                                             text_width(arrangement));
        if (!lines.fits || lines.count > arrangement->lines)
            break;
    }
    return at;
}

/* One size for all of them; the first host that has no room even in the least, or their number. */
static size_t shrink_to(struct arrangement *arrangement, double least)
{
    size_t too_long;
    while ((too_long = find_too_long(arrangement)) < arrangement->hosts.count &&
           arrangement->style.size - STEP >= least)
        arrangement->style.size -= STEP;
    return too_long;
}

static struct line date_line(const struct arrangement *arrangement, double size)
{
    struct style style = arrangement->style;
    style.size = size;
    return typeset_line(arrangement->typesetter, &style, arrangement->date);
}

/* No smaller than this without need. */
static double still_large(const struct template_box *box)
{
    return fmax(box->smallest, fmin(STILL_LARGE, A_LITTLE_SMALLER * box->size));
}

/* So large that the rows have room and the date stands under the last host, not beside it. */
static double largest_size(const struct arrangement *arrangement)
{
    const struct template_box *box = arrangement->box;
    double size = fmin(box->size, room_above_date(box) / (LEADING * (double)arrangement->rows));
    while (date_line(arrangement, size).width > arrangement->column && size - STEP >= still_large(box))
        size -= STEP;
    return size;
}

/* A name in one line, if it is still large, is better than one in two; with several rows there is one for each. The first
 * host that has no room, or their number. */
static size_t shrink(struct arrangement *arrangement)
{
    const struct template_box *box = arrangement->box;
    double largest = largest_size(arrangement), rows = (double)arrangement->rows;
    arrangement->style.size = largest;
    arrangement->lines = 1;
    size_t too_long = shrink_to(arrangement, arrangement->rows > 1 ? box->smallest : still_large(box));
    if (too_long < arrangement->hosts.count && arrangement->rows == 1) {
        arrangement->style.size = largest;
        arrangement->lines = HOST_LINES;
        too_long = shrink_to(arrangement, box->smallest);
    }
    arrangement->leading = LEADING * arrangement->style.size;
    if (arrangement->rows > 1)
        arrangement->leading = fmin(LEADING_ROWS * arrangement->style.size, room_above_date(box) / rows);
    return too_long;
}

/* Two lines each in several rows, as large as there is room for them; a row stands a little apart from the next. */
static size_t shrink_rows(struct arrangement *arrangement)
{
    const struct template_box *box = arrangement->box;
    double lines = (double)(arrangement->rows * HOST_LINES) + (double)(arrangement->rows - 1) * ROWS_APART;
    size_t too_long = 0;
    arrangement->lines = HOST_LINES;
    for (arrangement->style.size = box->size; arrangement->style.size >= box->smallest;
         arrangement->style.size -= STEP) {
        arrangement->leading = LEADING * arrangement->style.size;
        if (lines * arrangement->leading > room_above_date(box))
            continue;
        too_long = find_too_long(arrangement);
        if (too_long == arrangement->hosts.count)
            break;
    }
    return too_long;
}

/* One more row for them; false where the box has none. */
static bool stack(struct arrangement *arrangement)
{
    size_t count = arrangement->hosts.count;
    if (arrangement->columns <= 1 || arrangement->rows >= most_rows(arrangement->box))
        return false;
    arrangement->rows++;
    arrangement->columns = (count + arrangement->rows - 1) / arrangement->rows;
    arrangement->column = arrangement->box->width / (double)arrangement->columns;
    return true;
}

static double widest_host(const struct arrangement *arrangement)
{
    double widest = 0;
    for (size_t i = 0; i < arrangement->hosts.count; i++)
        widest =
            fmax(widest, typeset_line(arrangement->typesetter, &arrangement->style, arrangement->hosts.items[i]).width);
    return widest;
}

/* More than two that have no room side by side, each on a line of its own over the date; false where they have none there,
 * either. */
static bool settle_stacked(struct arrangement *arrangement)
{
    const struct template_box *box = arrangement->box;
    size_t count = arrangement->hosts.count;
    if (count <= 2 || (double)count * column_with_seal(box) <= box->width || count > most_rows(box))
        return false;
    arrangement->rows = count;
    arrangement->columns = 1;
    arrangement->style.size = box->size;
    arrangement->column = fmin(fmax(roomy_column(box, 1), widest_host(arrangement) + BETWEEN_TEXTS), box->width);
    return shrink(arrangement) == count;
}

/* Under each other in one column, or side by side, or in rows where these have more room; the first host that has none, or
 * their number. */
static size_t settle(struct arrangement *arrangement)
{
    size_t too_long;
    if (settle_stacked(arrangement))
        return arrangement->hosts.count;
    arrange(arrangement);
    while ((too_long = shrink(arrangement)) < arrangement->hosts.count) {
        if (arrangement->rows > 1 && (too_long = shrink_rows(arrangement)) == arrangement->hosts.count)
            break;
        if (!stack(arrangement))
            break;
    }
    return too_long;
}

/* By their words, or else by their letters. In one line each there is nothing to break, and to find words takes longer than
 * all the rest of a certificate. */
static bool settle_all(struct arrangement *arrangement, const struct rules *rules)
{
    size_t too_long = settle(arrangement);
    if (too_long < rules->hosts.count || arrangement->lines > 1) {
        arrangement->hosts = kept_words(&rules->hosts, arrangement->typesetter->arena);
        too_long = settle(arrangement);
    }
    if (too_long < rules->hosts.count) {
        arrangement->hosts = rules->hosts;
        too_long = settle(arrangement);
    }
    if (too_long == rules->hosts.count)
        return true;
    faults_add(arrangement->typesetter->faults, SEVERITY_ERROR, rules_place_of_host(rules, too_long),
               MESSAGE("“{1}” has no room in the box {2} of the certificates", rules->hosts.items[too_long],
                       arrangement->box->name),
               MESSAGE("shorten it, or give the template's box more room or a smaller min-size"));
    return false;
}

static bool has_room(const struct arrangement *arrangement, struct place place)
{
    size_t most = most_rows(arrangement->box) * most_in_a_row(arrangement->box, CLOSEST);
    struct arena *arena = arrangement->typesetter->arena;
    if (arrangement->rows <= most_rows(arrangement->box))
        return true;
    faults_add(arrangement->typesetter->faults, SEVERITY_ERROR, place,
               MESSAGE("the certificates have room for {1} hosts, not for {2}", number_text((int64_t)most, arena),
                       number_text((int64_t)arrangement->hosts.count, arena)),
               MESSAGE("name those who sign the certificates under host, or give the template's box {1} more room",
                       arrangement->box->name));
    return false;
}

static double date_y(const struct template_box *box)
{
    return box->top + box->height - DESCENT * box->size;
}

static void place_host(const struct arrangement *arrangement, size_t number, const double offset[2],
                       struct placed_lines *placed)
{
    size_t row = number / arrangement->columns, first = row * arrangement->columns;
    size_t left = arrangement->hosts.count - first;
    size_t in_row = left < arrangement->columns ? left : arrangement->columns;
    double from_right = (double)(in_row - 1 - (number - first)) + 0.5;
    double x = arrangement->box->left + arrangement->box->width - from_right * arrangement->column;
    struct lines lines =
        typeset_balanced(arrangement->typesetter, &arrangement->style, arrangement->hosts.items[number],
                         text_width(arrangement), arrangement->lines);
    double row_lines = arrangement->rows > 1 && arrangement->lines > 1 ? (double)arrangement->lines + ROWS_APART : 1;
    double lines_below = (double)(arrangement->rows - 1 - row) * row_lines;
    for (size_t i = 0; i < lines.count; i++) {
        double above = ABOVE_DATE + (lines_below + (double)(lines.count - 1 - i)) * arrangement->leading;
        bool is_last = i + 1 == lines.count;
        lines.items[i].is_parted |= is_last;
        struct placed_line line = {.line = lines.items[i],
                                   .x = x - lines.items[i].width / 2 + offset[0],
                                   .y = date_y(arrangement->box) - above + offset[1],
                                   .begins = placed->count == 0};
        placed_lines_add(placed, line, arrangement->typesetter->arena);
    }
}

/* Under the last host and as large as it, as long as that is large; so far left that it ends within the box. */
static void place_date(const struct arrangement *arrangement, const double offset[2], struct placed_lines *placed)
{
    const struct template_box *box = arrangement->box;
    struct line line = date_line(arrangement, fmax(arrangement->style.size, still_large(box)));
    double right = box->left + box->width, middle = right - arrangement->column / 2;
    double x = fmin(middle + line.width / 2, right) - line.width;
    placed_lines_add(placed,
                     (struct placed_line){
                         .line = line, .x = x + offset[0], .y = date_y(box) + offset[1], .begins = placed->count == 0},
                     arrangement->typesetter->arena);
}

bool box_hosts_place(const struct template_box *box, const struct rules *rules, struct text date,
                     const double offset[2], struct typesetter *typesetter, struct placed_lines *placed)
{
    struct arrangement arrangement = {
        .box = box,
        .hosts = rules->hosts,
        .date = date,
        .typesetter = typesetter,
        .style = {(enum font_role)box->font, box->size, box->tracking, (uint32_t)box->colour},
    };
    arrange(&arrangement);
    if (!has_room(&arrangement, rules_place_of_host(rules, 0)) || !settle_all(&arrangement, rules))
        return false;
    for (size_t i = 0; i < rules->hosts.count; i++)
        place_host(&arrangement, i, offset, placed);
    place_date(&arrangement, offset, placed);
    return true;
}

/* ---- the stamp ---- */

static double distance_to(const struct template_box *box, double x, double y)
{
    double across = fmax(fmax(box->left - x, x - box->left - box->width), 0);
    double up = fmax(fmax(box->top - y, y - box->top - box->height), 0);
    return hypot(across, up);
}

bool box_hosts_stamp_reaches(const struct template_box *hosts, double scale, const struct template_box *other)
{
    double y = date_y(hosts) - ABOVE_DATE / 2 - STAMP_ABOVE / scale, right = hosts->left + hosts->width;
    for (size_t count = 1; count == 1 || (double)count * column_with_seal(hosts) <= hosts->width; count++) {
        double x = right - ((double)count - 0.5) * roomy_column(hosts, count);
        if (distance_to(other, x, y) < hosts->seal / 2 / scale)
            return true;
    }
    return false;
}
