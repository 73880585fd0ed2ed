#include "certificate.h"
#include "certificate_page.h"
#include "palette.h"
#include "words.h"

/* Columns of hosts: each has room for a seal of its own where there are up to three. */
static const double HOST_COLUMN = MM(66), HOST_LEADING = 20, HOST_SMALLEST = 10;

enum { HOST_LINES = 2, HOSTS_WITH_SEALS = 3 };

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

static double host_column(const struct rules *rules)
{
    if (rules->hosts.count == 1)
        return HOST_COLUMN * 1.3;
    return rules->hosts.count > HOSTS_WITH_SEALS ? (CERTIFICATE_TEXT) / (double)rules->hosts.count : HOST_COLUMN;
}

static bool hosts_fit(struct certificates *all, const struct style *style, double width)
{
    for (size_t i = 0; i < all->rules->hosts.count; i++) {
        struct lines lines = typeset_wrapped(&all->typesetter, style, all->rules->hosts.items[i], width);
        if (!lines.fits || lines.count > HOST_LINES)
            return false;
    }
    return true;
}

/* One size for all of them. */
static struct style host_style(struct certificates *all, double width)
{
    struct style style = certificate_style(all, &style_host);
    while (style.size > HOST_SMALLEST && !hosts_fit(all, &style, width))
        style.size -= 0.5;
    if (!hosts_fit(all, &style, width))
        certificate_too_long(all, all->rules->hosts.items[0]);
    return style;
}

static void draw_host(struct certificates *all, const struct style *style, struct text host, double x, double width)
{
    struct lines lines = typeset_balanced(&all->typesetter, style, host, width, HOST_LINES);
    for (size_t i = 0; i < lines.count; i++) {
        double above = (double)(lines.count - 1 - i) * HOST_LEADING;
        canvas_line_centred(&all->canvas, &lines.items[i], x, CERTIFICATE_HOST_Y - above);
    }
}

/* Each host has a column for its seal, from the right edge on; the date stands under the last. */
void certificate_draw_hosts(struct certificates *all)
{
    size_t count = all->rules->hosts.count;
    double column = host_column(all->rules), width = column - MM(3);
    struct style style = host_style(all, width);
    for (size_t i = 0; i < count; i++)
        draw_host(all, &style, all->rules->hosts.items[i],
                  CERTIFICATE_WIDTH - CERTIFICATE_SIDE - ((double)(count - 1 - i) + 0.5) * column, width);
    struct line date = certificate_line(all, &style, typeset_glued(date_text(all), all->arena), column);
    canvas_line_centred(&all->canvas, &date, CERTIFICATE_WIDTH - CERTIFICATE_SIDE - column / 2, CERTIFICATE_DATE_Y);
}
