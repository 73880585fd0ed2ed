#include "documents.h"

#include "messages.h"

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

size_t certificates_count(const struct session *session, const struct certificate_choice *choice)
{
    size_t count = 0;
    for (size_t s = 0; s < session->standings.sector_count; s++) {
        const struct sector_standings *sector = &session->standings.sectors[s];
        for (size_t i = 0; i < sector->ranking_count; i++)
            count += printing_holds(choice, &sector->ranking[i]);
    }
    return count;
}

bool documents_add_certificates(struct printing *printing, const struct certificate_choice *choice,
                                struct outputs *outputs)
{
    struct text pdf;
    if (!print_certificates(printing, choice, &pdf))
        return false;
    outputs_add(outputs, TEXT("certificates.pdf"), pdf);
    return true;
}

static bool add_one(struct printing *printing, const struct certificate_choice *choice, size_t contestant,
                    struct outputs *outputs)
{
    struct text pdf, id = printing->session->contest.contestants[contestant].id;
    struct certificate_choice one = {INDEX_NONE, choice->award, contestant};
    if (!print_certificates(printing, &one, &pdf))
        return false;
    outputs_add(outputs, file_name_for(&outputs->names, "certificate-", id, ".pdf", outputs->arena), pdf);
    return true;
}

bool documents_add_split_certificates(struct printing *printing, const struct certificate_choice *choice,
                                      struct outputs *outputs, struct progress *progress)
{
    const struct standings *standings = &printing->session->standings;
    for (size_t s = 0; s < standings->sector_count; s++) {
        const struct sector_standings *sector = &standings->sectors[s];
        for (size_t i = 0; i < sector->ranking_count; i++) {
            if (!printing_holds(choice, &sector->ranking[i]))
                continue;
            progress_step(progress, translate("certificates"));
            if (!add_one(printing, choice, sector->ranking[i].placing.contestant, outputs))
                return false;
        }
    }
    return true;
}
