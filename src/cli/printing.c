#include "printing.h"

#include "announcer_script.h"
#include "blank_sheets.h"
#include "certificate.h"
#include "certificate_register.h"
#include "leaderboard.h"
#include "mark_chart.h"
#include "name_plates.h"
#include "notice.h"
#include "own_wording.h"
#include "result_slips.h"
#include "rules_page.h"
#include "running_order_page.h"
#include "scoresheets.h"
#include "sign_in_sheet.h"
#include "stages.h"
#include "standings_json.h"

static struct font_wishes wishes_of(const struct session *session)
{
    const struct rules *rules = &session->contest.rules;
    return (struct font_wishes){.title = rules->font_title,
                                .body = rules->font_body,
                                .name = rules->font_name,
                                .heading = rules->font_heading,
                                .notice = rules->font_notice,
                                .folder = text_from_c(session->request.operands[0]),
                                .is_chinese = rules->language == LANGUAGE_CHINESE};
}

bool printing_begin_plain(struct session *session, struct printing *printing)
{
    struct font_wishes wishes = wishes_of(session);
    *printing = (struct printing){.session = session};
    printing->edition.issued = &session->official.revision.issued;
    printing->fonts = fonts_open(&wishes, &session->memory.kept, &session->faults);
    return printing->fonts != NULL;
}

bool printing_begin_blank(struct session *session, struct printing *printing)
{
    bool is_opened = printing_begin_plain(session, printing);
    return own_wording_read(session, printing->fonts) && is_opened;
}

bool printing_begin(struct session *session, struct printing *printing)
{
    if (!printing_begin_blank(session, printing))
        return false;
    printing_vouch(printing);
    return true;
}

void printing_vouch(struct printing *printing)
{
    struct session *session = printing->session;
    struct arena *kept = &session->memory.kept, scratch = session->memory.scratch;
    struct edition *edition = &printing->edition;
    struct attester *attester = &printing->attester;
    edition->hash = standings_hash(&session->standings, kept, scratch);
    if (session->official.state == OFFICIAL_NOW)
        edition->revision = session->official.revision.number, edition->day = revision_day(&session->official.revision);
    *attester = (struct attester){.session = session, .hash = edition->hash};
    /* What may still change is not vouched for. */
    if (session->standings.is_complete)
        attester->key = keyring_open(&session->keyring, scratch, &session->faults);
    edition->code = attestation_of_result(attester, kept);
    edition->signer = attester->key ? public_key_fingerprint(&attester->key->public_key, kept) : TEXT("");
}

void printing_end(struct printing *printing)
{
    if (printing->fonts)
        fonts_close(printing->fonts);
}

struct press printing_press(const struct printing *printing)
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
    struct press press = printing_press(printing);
    return leaderboard_write(&press, &printing->session->standings, sector, pdf);
}

bool print_marks(struct printing *printing, struct text *pdf)
{
    struct press press = printing_press(printing);
    return mark_chart_write(&press, &printing->session->standings, pdf);
}

bool print_scoresheets(struct printing *printing, struct text *pdf)
{
    struct press press = printing_press(printing);
    return scoresheets_write(&press, &printing->session->standings, pdf);
}

bool print_rules(struct printing *printing, struct text *pdf)
{
    struct press press = printing_press(printing);
    return rules_page_write(&press, pdf);
}

bool print_running_order(struct printing *printing, struct text seed, struct text *pdf)
{
    struct press press = printing_press(printing);
    return running_order_page_write(&press, seed, pdf);
}

bool print_blank_sheets(struct printing *printing, struct text *pdf, size_t *pages)
{
    struct press press = printing_press(printing);
    return blank_sheets_write(&press, pdf, pages);
}

bool print_name_plates(struct printing *printing, struct text *pdf)
{
    struct press press = printing_press(printing);
    return name_plates_write(&press, pdf);
}

bool print_sign_in_sheet(struct printing *printing, struct text *pdf)
{
    struct press press = printing_press(printing);
    return sign_in_sheet_write(&press, pdf);
}

bool print_announcer_script(struct printing *printing, struct text *pdf)
{
    struct press press = printing_press(printing);
    return announcer_script_write(&press, &printing->session->standings, pdf);
}

bool print_result_slips(struct printing *printing, struct text *pdf)
{
    struct press press = printing_press(printing);
    return result_slips_write(&press, &printing->session->standings, pdf);
}

/* Nobody can protest against what was not signed yet. */
static void warn_of_backdated(struct session *session)
{
    const struct notice *notice = &session->contest.rules.notice;
    struct text signed_on = revision_day(&session->official.revision);
    if (session->official.state == OFFICIAL_NOW && text_compare(notice->from, signed_on) < 0)
        faults_add(&session->faults, SEVERITY_WARNING, notice->place,
                   MESSAGE("the notice begins on {1}, and the result was signed on {2}", notice->from, signed_on),
                   MESSAGE("record the days on which it really stands, and print it again: biwu finalise {1} --stage "
                           "notice --by NAME --period FROM..TO",
                           text_from_c(session->request.operands[0])));
}

bool print_notice(struct printing *printing, struct text *pdf)
{
    struct session *session = printing->session;
    struct notice *notice = &session->contest.rules.notice, planned = *notice;
    struct stage_record recorded;
    if (stages_find_notice(session, &recorded))
        notice->from = recorded.from, notice->to = recorded.to;
    else
        warn_of_backdated(session);
    struct press press = printing_press(printing);
    bool is_written = notice_write(&press, &session->standings, pdf);
    *notice = planned;
    return is_written;
}

bool print_certificate_register(struct printing *printing, size_t teams, struct text *pdf)
{
    struct press press = printing_press(printing);
    return certificate_register_write(&press, &printing->session->standings, teams, pdf);
}

void printing_warn_of_kai(const struct printing *printing, bool body, bool name)
{
    bool is_there =
        (!body || fonts_have_kai(printing->fonts, FONT_BODY)) && (!name || fonts_have_kai(printing->fonts, FONT_NAME));
    if (!is_there)
        faults_add(&printing->session->faults, SEVERITY_WARNING, (struct place){0},
                   MESSAGE("certificates and name plates are set in Kai, which is not installed: Song stands in"),
                   MESSAGE("apt-get install fonts-lxgw-wenkai; or name a font file in contest.yaml, under fonts"));
}

void printing_warn_of_template(const struct printing *printing, const struct template *template)
{
    printing_warn_of_kai(printing, template_is_set_in(template, FONT_BODY), template_is_set_in(template, FONT_NAME));
}

bool print_certificates(struct printing *printing, const struct certificate_choice *choice, struct text *pdf)
{
    struct session *session = printing->session;
    struct press press = printing_press(printing);
    struct certificate_list list =
        certificate_list_of(&session->standings, choice, printing->edition.issued, &press.scratch);
    if (template_shows_code(&printing->certificates))
        attestations_add(&printing->attester, &list, &press.scratch);
    return certificates_write(&press, &session->standings, &printing->certificates, &list, pdf);
}

bool print_certificate_preview(struct printing *printing, const struct template *template, struct text *pdf)
{
    struct press press = printing_press(printing);
    return certificate_preview_write(&press, template, pdf);
}
