#include "printing.h"

#include "leaderboard.h"
#include "rules_page.h"
#include "scoresheets.h"
#include "standings_json.h"

static struct font_wishes wishes_of(const struct session *session)
{
    const struct rules *rules = &session->contest.rules;
    return (struct font_wishes){.title = rules->font_title,
                                .body = rules->font_body,
                                .name = rules->font_name,
                                .folder = text_from_c(session->request.operands[0]),
                                .place = rules->place};
}

bool printing_begin(struct session *session, struct printing *printing)
{
    struct font_wishes wishes = wishes_of(session);
    struct arena *kept = &session->memory.kept;
    *printing = (struct printing){.session = session};
    printing->edition.hash = standings_hash(&session->standings, kept, session->memory.scratch);
    printing->fonts = fonts_open(&wishes, kept, &session->faults);
    return printing->fonts != NULL;
}

void printing_end(struct printing *printing)
{
    if (printing->fonts)
        fonts_close(printing->fonts);
}

static struct press press_of(struct printing *printing)
{
    struct session *session = printing->session;
    return (struct press){.contest = &session->contest,
                          .edition = &printing->edition,
                          .fonts = printing->fonts,
                          .arena = &session->memory.kept,
                          .scratch = session->memory.scratch,
                          .faults = &session->faults};
}

bool print_leaderboard(struct printing *printing, size_t sector, struct text *pdf)
{
    struct press press = press_of(printing);
    return leaderboard_write(&press, &printing->session->standings, sector, pdf);
}

bool print_scoresheets(struct printing *printing, struct text *pdf)
{
    struct press press = press_of(printing);
    return scoresheets_write(&press, &printing->session->standings, pdf);
}

bool print_rules(struct printing *printing, struct text *pdf)
{
    struct press press = press_of(printing);
    return rules_page_write(&press, pdf);
}

bool print_certificates(struct printing *printing, const struct certificate_choice *choice, struct text *pdf)
{
    struct session *session = printing->session;
    size_t pages;
    return certificates_write(&session->standings, choice, printing->fonts, &session->memory.kept,
                              session->memory.scratch, pdf, &pages, &session->faults);
}
