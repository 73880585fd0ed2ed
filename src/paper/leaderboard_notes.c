#include "leaderboard_notes.h"

#include "caveats.h"
#include "glue.h"
#include "imprint.h"
#include "rule_words.h"
#include "score_text.h"
#include "tie_notes.h"
#include "words.h"

/* The notes on one sector while they are gathered. */
struct notes {
    const struct standings *standings;
    const struct sector_standings *sector;
    const struct rules *rules;
    enum language language;
    struct arena *arena;
    struct leaderboard_notes all;
    const char *label; /* of the next one */
};

/* Nothing for an empty text. */
static void add(struct notes *notes, struct text text)
{
    if (text.length == 0)
        return;
    ARENA_RESERVE_ONE(notes->arena, notes->all.items, notes->all.count, notes->all.capacity);
    notes->all.items[notes->all.count++] = (struct leaderboard_note){notes->label, text};
    notes->label = NULL;
}

static void add_labelled(struct notes *notes, const char *label, struct text text)
{
    notes->label = label;
    add(notes, text);
}

static struct text say(const struct notes *notes, const char *key, const struct filling *fillings)
{
    return wording_text(notes->arena, notes->language, key, fillings);
}

static void add_count(struct notes *notes, const char *key, struct text award, int64_t count)
{
    add(notes, say(notes, key, FILL({"award", award}, {"count", number_text(count, notes->arena)})));
}

static void add_awards(struct notes *notes)
{
    for (size_t i = 0; i < notes->rules->award_count; i++) {
        const struct award *award = &notes->rules->awards[i];
        bool is_whole = award->per == AWARD_PER_CONTEST;
        const struct award_outcome *outcome = is_whole ? &notes->standings->outcomes[i] : &notes->sector->outcomes[i];
        struct text name = award->name;
        if (outcome->extended > 0)
            add_count(notes, "leaderboard.extended", name, (int64_t)outcome->extended);
        if (outcome->absorbed > 0)
            add_count(notes, "leaderboard.absorbed", name, outcome->absorbed);
        if (outcome->is_withheld)
            add(notes, say(notes, award->cut.tie == CUT_TIE_ERROR ? "leaderboard.undecided" : "leaderboard.withheld",
                           FILL({"award", name})));
        else if (outcome->is_vacant)
            add_count(notes, "leaderboard.vacant", name, outcome->planned - (int64_t)outcome->given);
    }
}

static void add_incomplete(struct notes *notes)
{
    struct listing people = listing_of(notes->rules, notes->arena, "list.separator");
    for (size_t i = 0; i < notes->sector->ranking_count; i++) {
        size_t number = notes->sector->ranking[i].placing.contestant;
        size_t pending = caveat_pending(notes->standings, number);
        if (pending > 0)
            listing_add(&people,
                        say(notes, "leaderboard.incomplete.person",
                            FILL({"name", glue_text(notes->standings->contest->contestants[number].name, notes->arena)},
                                 {"count", number_text((int64_t)pending, notes->arena)})));
    }
    if (people.count > 0)
        add(notes, say(notes, "leaderboard.incomplete.note", FILL({"people", listing_text(&people)})));
}

static void add_vetoes(struct notes *notes)
{
    struct listing people = listing_of(notes->rules, notes->arena, "clause.separator");
    for (size_t i = 0; i < notes->sector->ranking_count; i++) {
        size_t number = notes->sector->ranking[i].placing.contestant;
        const struct contestant *contestant = &notes->standings->contest->contestants[number];
        if (contestant->veto.length > 0)
            listing_add(&people, say(notes, "leaderboard.veto.person",
                                     FILL({"name", glue_text(contestant->name, notes->arena)},
                                          {"unit", contestant->unit}, {"reason", contestant->veto})));
    }
    const char *key = notes->rules->promote.is_set ? "leaderboard.veto.promotion" : "leaderboard.veto";
    if (people.count > 0)
        add(notes, say(notes, key, FILL({"people", listing_text(&people)})));
}

/* Points that count in the final alone stand in no score sheet: with their reasons they are told here. */
static void add_adjustments(struct notes *notes)
{
    const struct contest *contest = notes->standings->contest;
    struct listing people = listing_of(notes->rules, notes->arena, "clause.separator");
    for (size_t i = 0; i < notes->sector->ranking_count; i++) {
        size_t count, number = notes->sector->ranking[i].placing.contestant;
        const struct adjustment *adjustments = contest_adjustments_of(contest, number, &count);
        for (size_t k = 0; k < count; k++)
            if (adjustments[k].round == INDEX_NONE)
                listing_add(&people, say(notes, adjustments[k].value < 0 ? "leaderboard.taken" : "leaderboard.added",
                                         FILL({"name", glue_text(contest->contestants[number].name, notes->arena)},
                                              {"points", rule_points(adjustments[k].value < 0 ? -adjustments[k].value
                                                                                              : adjustments[k].value,
                                                                     notes->arena)},
                                              {"reason", adjustments[k].reason})));
    }
    if (people.count > 0)
        add(notes, say(notes, "leaderboard.adjusted", FILL({"people", listing_text(&people)})));
}

static struct text unranked_text(const struct notes *notes, const struct unranked *unranked)
{
    const struct contestant *contestant = &notes->standings->contest->contestants[unranked->contestant];
    struct sink draw = sink_in(notes->arena), reason = sink_in(notes->arena);
    if (contestant->draw > 0)
        sink_integer(&draw, contestant->draw);
    if (unranked->reason)
        words_write_message(&reason, notes->language, unranked->reason);
    int is = sheets_status(notes->standings->sheets, unranked->contestant);
    struct text status = is == STATUS_COMPETING ? wording_plain(notes->language, "leaderboard.waiting")
                                                : words_status(notes->language, is);
    return say(notes, "leaderboard.unranked.person",
               FILL({"draw", sink_written(&draw)}, {"name", glue_text(contestant->name, notes->arena)},
                    {"unit", contestant->unit}, {"status", status}, {"reason", sink_written(&reason)}));
}

static void add_unranked(struct notes *notes)
{
    if (notes->sector->unranked_count == 0)
        return;
    struct sink people = sink_in(notes->arena);
    for (size_t i = 0; i < notes->sector->unranked_count; i++) {
        if (i > 0)
            sink_text(&people, wording_plain(notes->language, "clause.separator"));
        sink_text(&people, unranked_text(notes, &notes->sector->unranked[i]));
    }
    add(notes, say(notes, "leaderboard.unranked", FILL({"people", sink_written(&people)})));
}

/* ---- protests ---- */

static bool has_draw_numbers(const struct notes *notes)
{
    const struct contest *contest = notes->standings->contest;
    const struct sector *sector = &contest->sectors[notes->sector->sector];
    for (size_t i = 0; i < sector->contestant_count; i++)
        if (contest->contestants[sector->contestants[i]].draw > 0)
            return true;
    return false;
}

static struct text protest_office(const struct notes *notes)
{
    if (notes->rules->protest_office.length > 0)
        return notes->rules->protest_office;
    if (notes->rules->hosts.count > 0)
        return imprint_hosts(notes->rules, notes->arena);
    return wording_plain(notes->language, "leaderboard.protest.nobody");
}

static void add_protest(struct notes *notes)
{
    struct text draw = TEXT("");
    if (has_draw_numbers(notes))
        draw = wording_plain(notes->language, "leaderboard.protest.draw");
    add(notes, say(notes, "leaderboard.protest",
                   FILL({"until", imprint_written_date(notes->rules, notes->rules->protest_until, notes->arena)},
                        {"office", protest_office(notes)}, {"phone", notes->rules->protest_phone}, {"draw", draw})));
}

struct leaderboard_notes leaderboard_notes(const struct standings *standings, const struct sector_standings *sector,
                                           struct arena *arena)
{
    const struct rules *rules = &standings->contest->rules;
    struct notes notes = {standings, sector, rules, (enum language)rules->language, arena, {0}, NULL};
    struct texts ties = tie_notes_of(standings, sector, arena);
    add_labelled(&notes, "leaderboard.promotion", promotion_text(standings, sector, arena));
    add_labelled(&notes, "leaderboard.specials", special_awards_text(standings, sector->sector, arena));
    notes.label = "leaderboard.notes";
    add_incomplete(&notes);
    for (size_t i = 0; i < ties.count; i++)
        add(&notes, ties.items[i]);
    add_adjustments(&notes);
    add_awards(&notes);
    add_vetoes(&notes);
    add_unranked(&notes);
    add_protest(&notes);
    return notes.all;
}
