#include "documents.h"

#include "mark_chart.h"
#include "messages.h"
#include "notice.h"

size_t documents_of_report(const struct session *session)
{
    enum { BESIDE_SECTORS = 3 }; /* all of them, score sheets, rules */
    return session->contest.sector_count + BESIDE_SECTORS;
}

static bool add_leaderboards(struct printing *printing, struct outputs *outputs, struct progress *progress)
{
    const struct contest *contest = &printing->session->contest;
    struct text pdf;
    progress_step(progress, translate("leaderboards"));
    if (!print_leaderboard(printing, INDEX_NONE, &pdf))
        return false;
    outputs_add(outputs, TEXT("leaderboard.pdf"), pdf);
    for (size_t i = 0; i < contest->sector_count; i++) {
        progress_step(progress, translate("leaderboards"));
        if (!print_leaderboard(printing, i, &pdf))
            return false;
        struct text sector = contest->sectors[i].name;
        outputs_add(outputs, file_name_for(&outputs->names, "leaderboard-", sector, ".pdf", outputs->arena), pdf);
    }
    return true;
}

bool documents_add_report(struct printing *printing, struct outputs *outputs, struct progress *progress)
{
    struct text pdf;
    if (!add_leaderboards(printing, outputs, progress))
        return false;
    progress_step(progress, translate("score sheets"));
    if (!print_scoresheets(printing, &pdf))
        return false;
    outputs_add(outputs, TEXT("scoresheets.pdf"), pdf);
    progress_step(progress, translate("rules"));
    if (!print_rules(printing, &pdf))
        return false;
    outputs_add(outputs, TEXT("rules.pdf"), pdf);
    return true;
}

static void warn(struct session *session, struct message what, struct message hint)
{
    faults_add(&session->faults, SEVERITY_WARNING, session->contest.rules.notice.place, what, hint);
}

/* Nothing is made public of a result that may still change. */
static bool add_notice(struct printing *printing, struct outputs *outputs)
{
    struct session *session = printing->session;
    const struct rules *rules = &session->contest.rules;
    struct text pdf;
    if (!rules->notice.is_set)
        return true;
    if (!session->standings.is_complete || !notice_has_winners(&session->standings)) {
        warn(session,
             session->standings.is_complete ? MESSAGE("nobody has an award: there is no notice")
                                            : MESSAGE("the contest is not complete: no notice is made"),
             NO_HINT);
        return true;
    }
    if (rules->language == LANGUAGE_CHINESE &&
        (rules->font_heading.wish.length == 0 || rules->font_notice.wish.length == 0))
        warn(session,
             MESSAGE("official notices are set in 小标宋 and 仿宋: Song and Kai stand in for what fonts does not name"),
             MESSAGE("where you have these fonts, write fonts: { heading: FILE, notice: FILE }"));
    if (!print_notice(printing, &pdf))
        return false;
    outputs_add(outputs, TEXT("notice.pdf"), pdf);
    return true;
}

static bool has_taken_back(const struct session *session)
{
    const struct issued *issued = &session->official.revision.issued;
    for (size_t i = 0; session->official.state == OFFICIAL_NOW && i < issued->count; i++)
        if (issued->items[i].is_recalled)
            return true;
    return false;
}

bool documents_bear_numbers(const struct session *session, size_t teams)
{
    const struct certificate_choice all = CERTIFICATES_ALL;
    return session->standings.is_complete &&
           (teams > 0 || certificates_count(session, &all) > 0 || has_taken_back(session));
}

static bool add_register(struct printing *printing, size_t teams, struct outputs *outputs)
{
    struct text pdf;
    if (!documents_bear_numbers(printing->session, teams))
        return true;
    if (!print_certificate_register(printing, teams, &pdf))
        return false;
    outputs_add(outputs, TEXT("register.pdf"), pdf);
    return true;
}

static bool add_marks(struct printing *printing, struct outputs *outputs)
{
    struct text pdf;
    if (!mark_chart_has_sheets(&printing->session->standings))
        return true;
    if (!print_marks(printing, &pdf))
        return false;
    outputs_add(outputs, TEXT("marks.pdf"), pdf);
    return true;
}

bool documents_add_occasion(struct printing *printing, size_t teams, struct outputs *outputs, struct progress *progress)
{
    struct text pdf;
    progress_step(progress, translate("script"));
    if (!print_announcer_script(printing, &pdf))
        return false;
    outputs_add(outputs, TEXT("script.pdf"), pdf);
    progress_step(progress, translate("slips"));
    if (!print_result_slips(printing, &pdf))
        return false;
    outputs_add(outputs, TEXT("slips.pdf"), pdf);
    progress_step(progress, translate("marks"));
    if (!add_marks(printing, outputs))
        return false;
    progress_step(progress, translate("notice"));
    if (!add_notice(printing, outputs))
        return false;
    progress_step(progress, translate("register"));
    return add_register(printing, teams, outputs);
}

static bool add_blank_sheets(struct printing *printing, struct outputs *outputs)
{
    struct text pdf;
    size_t pages;
    if (!print_blank_sheets(printing, &pdf, &pages))
        return false;
    if (pages > 0)
        outputs_add(outputs, TEXT("blank-sheets.pdf"), pdf);
    return true;
}

bool documents_add_blank(struct printing *printing, struct text seed, struct outputs *outputs,
                         struct progress *progress)
{
    struct text pdf;
    progress_step(progress, translate("running order"));
    if (!print_running_order(printing, seed, &pdf))
        return false;
    outputs_add(outputs, TEXT("running-order.pdf"), pdf);
    progress_step(progress, translate("blank sheets"));
    if (!add_blank_sheets(printing, outputs))
        return false;
    progress_step(progress, translate("name plates"));
    bool is_in_kai = printing->session->contest.rules.language == LANGUAGE_CHINESE;
    printing_warn_of_kai(printing, is_in_kai, is_in_kai);
    if (!print_name_plates(printing, &pdf))
        return false;
    outputs_add(outputs, TEXT("name-plates.pdf"), pdf);
    progress_step(progress, translate("sign-in sheet"));
    if (!print_sign_in_sheet(printing, &pdf))
        return false;
    outputs_add(outputs, TEXT("sign-in.pdf"), pdf);
    return true;
}

size_t certificates_count(const struct session *session, const struct certificate_choice *choice)
{
    struct arena scratch = session->memory.scratch;
    return certificate_list_of(&session->standings, choice, NULL, &scratch).count;
}

bool documents_add_certificates(struct printing *printing, const struct certificate_choice *choice,
                                struct outputs *outputs)
{
    struct text pdf;
    printing_warn_of_template(printing, &printing->certificates);
    if (!print_certificates(printing, choice, &pdf))
        return false;
    outputs_add(outputs, TEXT("certificates.pdf"), pdf);
    return true;
}
