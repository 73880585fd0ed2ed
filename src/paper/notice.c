#include "notice.h"

#include "glue.h"
#include "imprint.h"
#include "notice_page.h"
#include "people_order.h"
#include "proofread.h"
#include "rule_words.h"
#include "score_text.h"
#include "working_days.h"

/* One notice while it is made. */
struct notice_text {
    const struct standings *standings;
    struct notice_page page;
    size_t headings, subheadings; /* so far; within the last heading */
};

static struct document *document_of(struct notice_text *notice)
{
    return notice->page.document;
}

/* ---- who ---- */

static size_t award_of(const struct standings *standings, size_t contestant)
{
    const struct sector_standings *sector;
    const struct standing *standing = standings_find(standings, contestant, &sector);
    return standing ? standing->award : INDEX_NONE;
}

/* How many have an award, and the first of them in the notice's own order. */
static size_t count_winners(const struct standings *standings, size_t *first, struct arena *arena)
{
    const struct contest *contest = standings->contest;
    size_t count = 0, best = INDEX_NONE;
    for (size_t s = 0; s < contest->sector_count; s++) {
        const size_t *people = people_in_order(contest, s, arena);
        bool is_settled = count > 0;
        for (size_t i = 0; i < contest->sectors[s].contestant_count; i++) {
            size_t award = award_of(standings, people[i]);
            if (award == INDEX_NONE)
                continue;
            count++;
            if (!is_settled && award < best) {
                best = award;
                *first = people[i];
            }
        }
    }
    return count;
}

static bool has_winners(const struct sector_standings *sector)
{
    for (size_t i = 0; i < sector->ranking_count; i++)
        if (sector->ranking[i].award != INDEX_NONE)
            return true;
    return false;
}

/* Sectors with winners, and special awards. */
static size_t count_parts(const struct standings *standings)
{
    size_t count = standings->contest->special_count > 0 ? 1 : 0;
    for (size_t s = 0; s < standings->sector_count; s++)
        count += has_winners(&standings->sectors[s]) ? 1 : 0;
    return count;
}

bool notice_has_winners(const struct standings *standings)
{
    return count_parts(standings) > 0;
}

/* 王建华（春晖街道，92.48分） */
static struct text winner_text(struct notice_text *notice, size_t contestant)
{
    struct document *document = document_of(notice);
    const struct contestant *person = &document->contest->contestants[contestant];
    struct listing about = listing_of(document->rules, document->arena, "comma");
    if (person->unit.length > 0)
        listing_add(&about, person->unit);
    if (document->rules->notice.scores)
        listing_add(&about, document_say(
                                document, "notice.score",
                                FILL({"score", score_text(document->rules, notice->standings->results[contestant].final,
                                                          document->arena)})));
    return document_say(document, "notice.winner",
                        FILL({"name", glue_text(person->name, document->arena)}, {"about", listing_text(&about)}));
}

/* Of one award. */
struct winner_counts {
    size_t people, units;
};

static struct text winners_text(struct notice_text *notice, size_t sector, size_t award, size_t *count)
{
    struct document *document = document_of(notice);
    const size_t *people = people_in_order(document->contest, sector, document->arena);
    struct listing listing = listing_of(document->rules, document->arena, "list.separator");
    for (size_t i = 0; i < document->contest->sectors[sector].contestant_count; i++)
        if (award_of(notice->standings, people[i]) == award)
            listing_add(&listing, winner_text(notice, people[i]));
    *count = listing.count;
    return listing_text(&listing);
}

static struct text given_text(struct notice_text *notice, size_t special, struct winner_counts *counts)
{
    struct document *document = document_of(notice);
    const struct contest *contest = document->contest;
    struct listing listing = listing_of(document->rules, document->arena, "list.separator");
    for (size_t i = 0; i < contest->special_count; i++) {
        const struct special_given *given = &contest->specials[i];
        if (given->special != special)
            continue;
        struct text name = given->unit, unit = TEXT("");
        if (given->contestant != INDEX_NONE) {
            name = glue_text(contest->contestants[given->contestant].name, document->arena);
            unit = contest->contestants[given->contestant].unit;
        }
        *(given->contestant == INDEX_NONE ? &counts->units : &counts->people) += 1;
        listing_add(&listing, document_say(document, "notice.winner", FILL({"name", name}, {"about", unit})));
    }
    return listing_text(&listing);
}

/* ---- the text ---- */

/* From 1; the figure itself beyond the last numeral. */
static struct text numeral_of(struct document *document, size_t number)
{
    struct text rest = wording_plain(document->language, "prose.numerals"), numeral = TEXT("");
    for (size_t i = 0; i < number; i++)
        if (!text_next_part(&rest, ' ', &numeral))
            return number_text((int64_t)number, document->arena);
    return numeral;
}

/* 一、街道 */
static void draw_heading(struct notice_text *notice, struct text title)
{
    struct document *document = document_of(notice);
    struct text number = numeral_of(document, ++notice->headings);
    notice->subheadings = 0;
    notice_page_paragraph(&notice->page, NOTICE_HEADING,
                          document_say(document, "prose.heading", FILL({"number", number}, {"title", title})));
}

/* （一）一等奖（3名）, under a heading: people are counted otherwise than units. */
static void draw_subheading(struct notice_text *notice, struct text award, struct winner_counts counts)
{
    struct document *document = document_of(notice);
    const char *key = counts.units == 0    ? "notice.award"
                      : counts.people == 0 ? "notice.award.units"
                                           : "notice.award.both";
    notice_page_paragraph(&notice->page, NOTICE_SUBHEADING,
                          document_say(document, key,
                                       FILL({"number", numeral_of(document, ++notice->subheadings)}, {"award", award},
                                            {"count", number_text((int64_t)counts.people, document->arena)},
                                            {"units", number_text((int64_t)counts.units, document->arena)})));
}

static void draw_people(struct notice_text *notice, struct text people)
{
    notice_page_paragraph(&notice->page, NOTICE_TEXT,
                          document_say(document_of(notice), "notice.people", FILL({"people", people})));
}

/* The first award stands under the sector's heading; where the contest has no sectors, the awards are the headings. */
static void draw_award(struct notice_text *notice, size_t sector, size_t award, size_t count, bool is_first)
{
    struct document *document = document_of(notice);
    struct text title = contest_sector_title(document->contest, sector), name = document->rules->awards[award].name;
    if (title.length == 0) {
        draw_heading(notice,
                     document_say(document, "notice.award.title",
                                  FILL({"award", name}, {"count", number_text((int64_t)count, document->arena)})));
        return;
    }
    if (is_first)
        draw_heading(notice, title);
    draw_subheading(notice, name, (struct winner_counts){.people = count});
}

static void draw_sector(struct notice_text *notice, size_t sector)
{
    bool is_first = true;
    for (size_t award = 0; award < document_of(notice)->rules->award_count; award++) {
        size_t count;
        struct text people = winners_text(notice, sector, award, &count);
        if (count == 0)
            continue;
        draw_award(notice, sector, award, count, is_first);
        draw_people(notice, people);
        is_first = false;
    }
}

static void draw_specials(struct notice_text *notice)
{
    struct document *document = document_of(notice);
    if (document->contest->special_count == 0)
        return;
    draw_heading(notice, wording_plain(document->language, "leaderboard.specials"));
    for (size_t special = 0; special < document->rules->special_count; special++) {
        struct winner_counts counts = {0};
        struct text people = given_text(notice, special, &counts);
        if (people.length == 0)
            continue;
        draw_subheading(notice, document->rules->specials[special].name, counts);
        draw_people(notice, people);
    }
}

static struct text date_text(struct document *document, struct text date)
{
    return imprint_written_date(document->rules, date, document->arena);
}

static void draw_intro(struct notice_text *notice)
{
    struct document *document = document_of(notice);
    struct arena *arena = document->arena;
    size_t first, count = count_winners(notice->standings, &first, arena);
    struct text names = count > 0 ? glue_text(document->contest->contestants[first].name, arena) : TEXT("");
    const char *key = count > 1 ? "notice.intro" : count == 1 ? "notice.intro.one" : "notice.intro.units";
    notice_page_paragraph(
        &notice->page, NOTICE_TEXT,
        document_say(document, key,
                     FILL({"contest", document->rules->title}, {"level", document->rules->level},
                          {"place", document->rules->venue}, {"date", date_text(document, document->rules->date)},
                          {"names", names}, {"n", number_text((int64_t)count, arena)})));
}

static struct text office_of(struct document *document)
{
    if (document->rules->notice.office.length > 0)
        return document->rules->notice.office;
    if (document->rules->hosts.count > 0)
        return imprint_hosts(document->rules, document->arena);
    return wording_plain(document->language, "leaderboard.protest.nobody");
}

static struct text period_text(struct notice_text *notice)
{
    struct document *document = document_of(notice);
    const struct notice *rule = &document->rules->notice;
    struct listing reach = listing_of(document->rules, document->arena, "comma");
    if (rule->phone.length > 0)
        listing_add(&reach, document_say(document, "notice.phone", FILL({"phone", rule->phone})));
    if (rule->address.length > 0)
        listing_add(&reach, document_say(document, "notice.address", FILL({"address", rule->address})));
    struct text days = number_text((int64_t)working_days(rule->from, rule->to), document->arena);
    return document_say(document, "notice.period",
                        FILL({"from", date_text(document, rule->from)}, {"to", date_text(document, rule->to)},
                             {"days", days}, {"office", office_of(document)}, {"reach", listing_text(&reach)}));
}

bool notice_write(const struct press *press, const struct standings *standings, struct text *pdf_bytes)
{
    struct document document;
    document_begin(&document, press, "notice.title");
    struct notice_text notice = {.standings = standings};
    proofread_notice(&document.typesetter, document.rules);
    proofread_specials(&document.typesetter, press->contest);
    for (size_t i = 0; i < standings->sector_count; i++)
        proofread_sector(&document.typesetter, press->contest, i);
    notice_page_begin(&notice.page, &document, !standings->is_complete,
                      document_say(&document, "notice.heading", FILL({"contest", document.rules->title})));
    notice.page.has_parts = count_parts(standings) > 1;
    draw_intro(&notice);
    for (size_t i = 0; i < standings->sector_count; i++)
        draw_sector(&notice, i);
    draw_specials(&notice);
    notice_page_end(&notice.page, period_text(&notice), document.rules->notice.from);
    return document_end(&document, TEXT(""), pdf_bytes);
}
