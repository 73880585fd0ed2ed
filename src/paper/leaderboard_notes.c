#include "leaderboard_notes.h"

#include "glue.h"
#include "imprint.h"
#include "score_text.h"
#include "tie_notes.h"
#include "wording.h"
#include "words.h"

/* The notes on one sector while they are gathered. */
struct notes {
    const struct standings *standings;
    const struct sector_standings *sector;
    const struct rules *rules;
    enum language language;
    struct arena *arena;
    struct texts texts;
    size_t capacity;
};

static void add(struct notes *notes, struct text text)
{
    ARENA_RESERVE_ONE(notes->arena, notes->texts.items, notes->texts.count, notes->capacity);
    notes->texts.items[notes->texts.count++] = text;
}

static struct text say(const struct notes *notes, const char *key, const struct filling *fillings)
{
    return wording_text(notes->arena, notes->language, key, fillings);
}

static void add_awards(struct notes *notes)
{
    for (size_t i = 0; i < notes->rules->award_count; i++) {
        const struct award_outcome *outcome = &notes->sector->outcomes[i];
        struct text name = notes->rules->awards[i].name;
        struct text count = number_text(outcome->planned - (int64_t)outcome->given, notes->arena);
        if (outcome->is_withheld)
            add(notes, say(notes, "leaderboard.withheld", FILL({"award", name})));
        else if (outcome->is_vacant)
            add(notes, say(notes, "leaderboard.vacant", FILL({"award", name}, {"count", count})));
    }
}

static struct text unranked_text(const struct notes *notes, const struct unranked *unranked)
{
    const struct contestant *contestant = &notes->standings->contest->contestants[unranked->contestant];
    struct sink draw = sink_in(notes->arena), reason = sink_in(notes->arena);
    if (contestant->draw > 0)
        sink_integer(&draw, contestant->draw);
    if (unranked->reason.format)
        words_write_message(&reason, notes->language, &unranked->reason);
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

struct texts leaderboard_notes(const struct standings *standings, const struct sector_standings *sector,
                               struct arena *arena)
{
    const struct rules *rules = &standings->contest->rules;
    struct notes notes = {standings, sector, rules, (enum language)rules->language, arena, {0}, 0};
    struct texts ties = tie_notes_of(standings, sector, arena);
    for (size_t i = 0; i < ties.count; i++)
        add(&notes, ties.items[i]);
    add_awards(&notes);
    add_unranked(&notes);
    add_protest(&notes);
    return notes.texts;
}
