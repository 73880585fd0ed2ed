#include "certificate.h"
#include "certificate_page.h"
#include "palette.h"
#include "score_text.h"
#include "words.h"

static const double HOST_COLUMN = MM(66), HOST_LEADING = 20, HOST_SMALLEST = 10;

enum { HOST_LINES = 2, HOST_ROWS = 2, HOSTS_WITH_SEALS = 3, HOSTS_IN_A_ROW = 4 };

static const struct style style_host = {FONT_BODY, 16, 0.8, INK};

static struct text date_text(struct certificates *all)
{
    struct sink sink = sink_in(all->arena);
    if (certificate_is_centred(all))
        words_write_date(&sink, all->language, all->rules->date);
    else
        certificate_write_date(&sink, all->rules->date);
    return sink_written(&sink);
}

/* How the hosts are arranged: up to three have each a column with room for a seal of its own; more stand closer, and
 * five or more in two rows. */
struct arrangement {
    size_t columns, rows;
    double column; /* width */
};

static struct arrangement arrangement_of(const struct rules *rules)
{
    size_t count = rules->hosts.count;
    if (count <= 1)
        return (struct arrangement){1, 1, HOST_COLUMN * 1.3};
    if (count <= HOSTS_WITH_SEALS)
        return (struct arrangement){count, 1, HOST_COLUMN};
    size_t rows = (count + HOSTS_IN_A_ROW - 1) / HOSTS_IN_A_ROW, columns = (count + rows - 1) / rows;
    return (struct arrangement){columns, rows, CERTIFICATE_TEXT / (double)columns};
}

static double text_width(const struct arrangement *arrangement)
{
    return arrangement->column - MM(3);
}

/* With several rows each host has one line. */
static size_t lines_of_host(const struct arrangement *arrangement)
{
    return arrangement->rows > 1 ? 1 : HOST_LINES;
}

static bool host_fits(struct certificates *all, const struct style *style, const struct arrangement *arrangement,
                      struct text host)
{
    struct lines lines = typeset_wrapped(&all->typesetter, style, host, text_width(arrangement));
    return lines.fits && lines.count <= lines_of_host(arrangement);
}

/* The first host that has no room in this style; INDEX_NONE: all have. */
static size_t find_too_long(struct certificates *all, const struct style *style, const struct arrangement *arrangement)
{
    for (size_t i = 0; i < all->rules->hosts.count; i++)
        if (!host_fits(all, style, arrangement, all->rules->hosts.items[i]))
            return i;
    return INDEX_NONE;
}

/* One size for all of them. */
static struct style host_style(struct certificates *all, const struct arrangement *arrangement)
{
    struct style style = certificate_style(all, &style_host);
    while (style.size > HOST_SMALLEST && find_too_long(all, &style, arrangement) != INDEX_NONE)
        style.size -= 0.5;
    size_t too_long = find_too_long(all, &style, arrangement);
    if (too_long != INDEX_NONE) {
        all->typesetter.place = all->rules->place;
        certificate_too_long(all, all->rules->hosts.items[too_long]);
    }
    return style;
}

static void draw_host(struct certificates *all, const struct style *style, const struct arrangement *arrangement,
                      size_t number)
{
    size_t row = number / arrangement->columns, first = row * arrangement->columns;
    size_t left = all->rules->hosts.count - first;
    size_t in_row = left < arrangement->columns ? left : arrangement->columns;
    double from_right = (double)(in_row - 1 - (number - first)) + 0.5;
    double x = CERTIFICATE_WIDTH - CERTIFICATE_SIDE - from_right * arrangement->column;
    struct lines lines = typeset_balanced(&all->typesetter, style, all->rules->hosts.items[number],
                                          text_width(arrangement), lines_of_host(arrangement));
    double below = (double)(arrangement->rows - 1 - row) * HOST_LEADING;
    for (size_t i = 0; i < lines.count; i++) {
        double above = (double)(lines.count - 1 - i) * HOST_LEADING;
        canvas_line_centred(&all->canvas, &lines.items[i], x, CERTIFICATE_HOST_Y - above - below);
    }
}

/* Up to three hosts: under the last of them. More: at the right, so that it keeps its size. */
static void draw_date(struct certificates *all, const struct arrangement *arrangement)
{
    struct style style = certificate_style(all, &style_host);
    double right = CERTIFICATE_WIDTH - CERTIFICATE_SIDE, middle = right - arrangement->column / 2;
    struct line date = typeset_line(&all->typesetter, &style, date_text(all));
    if (middle + date.width / 2 > right)
        middle = right - date.width / 2;
    canvas_line_centred(&all->canvas, &date, middle, CERTIFICATE_DATE_Y);
}

bool certificate_has_room_for_hosts(const struct certificates *all)
{
    size_t most = (size_t)HOST_ROWS * HOSTS_IN_A_ROW;
    if (all->rules->hosts.count <= most)
        return true;
    faults_add(all->typesetter.faults, SEVERITY_ERROR, all->rules->place,
               MESSAGE("a certificate has room for {1} hosts, not for {2}", number_text((int64_t)most, all->arena),
                       number_text((int64_t)all->rules->hosts.count, all->arena)),
               MESSAGE("name those who sign the certificates under host"));
    return false;
}

void certificate_draw_hosts(struct certificates *all)
{
    struct arrangement arrangement = arrangement_of(all->rules);
    struct style style = host_style(all, &arrangement);
    for (size_t i = 0; i < all->rules->hosts.count; i++)
        draw_host(all, &style, &arrangement, i);
    draw_date(all, &arrangement);
}
