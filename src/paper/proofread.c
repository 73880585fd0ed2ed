#include "proofread.h"

#include "palette.h"

void proofread_text(struct typesetter *typesetter, struct text about, struct place place, struct text text)
{
    struct letters letters = {0};
    struct measure measure = measure_begin(typesetter);
    struct place before = typesetter->place;
    typesetter->about = about;
    typesetter->place = place;
    letters_add(typesetter, &letters, &style_text, text);
    typesetter->about = TEXT("");
    typesetter->place = before;
    measure_end(typesetter, &measure);
}

void proofread_rules(struct typesetter *typesetter, const struct rules *rules)
{
    proofread_text(typesetter, rules->title, rules_place_of(rules, rules->title_place), rules->title);
    proofread_text(typesetter, rules->level, rules_place_of(rules, rules->level_place), rules->level);
    proofread_text(typesetter, rules->venue, rules_place_of(rules, rules->venue_place), rules->venue);
    proofread_text(typesetter, rules->protest_office, rules_place_of(rules, rules->protest_office_place),
                   rules->protest_office);
    proofread_text(typesetter, rules->protest_phone, rules_place_of(rules, rules->protest_phone_place),
                   rules->protest_phone);
    for (size_t i = 0; i < rules->hosts.count; i++)
        proofread_text(typesetter, rules->hosts.items[i], rules_place_of_host(rules, i), rules->hosts.items[i]);
    for (size_t i = 0; i < rules->sign.count; i++)
        proofread_text(typesetter, rules->sign.items[i], rules_place_of_signer(rules, i), rules->sign.items[i]);
    for (size_t i = 0; i < rules->round_count; i++)
        proofread_text(typesetter, rules->rounds[i].name, rules->rounds[i].place, rules->rounds[i].name);
    for (size_t i = 0; i < rules->award_count; i++)
        proofread_text(typesetter, rules->awards[i].name, rules->awards[i].place, rules->awards[i].name);
    for (size_t i = 0; i < rules->special_count; i++)
        proofread_text(typesetter, rules->specials[i].name, rules->specials[i].place, rules->specials[i].name);
}

void proofread_notice(struct typesetter *typesetter, const struct rules *rules)
{
    const struct notice *notice = &rules->notice;
    proofread_text(typesetter, notice->office, rules_place_of(rules, notice->office_place), notice->office);
    proofread_text(typesetter, notice->phone, rules_place_of(rules, notice->phone_place), notice->phone);
    proofread_text(typesetter, notice->address, rules_place_of(rules, notice->address_place), notice->address);
}

static struct text named(struct typesetter *typesetter, struct text id, struct text name)
{
    struct sink sink = sink_in(typesetter->arena);
    sink_text(&sink, id);
    sink_byte(&sink, ' ');
    sink_text(&sink, name);
    return sink_written(&sink);
}

void proofread_contestant(struct typesetter *typesetter, const struct contestant *contestant)
{
    struct text about = named(typesetter, contestant->id, contestant->name);
    proofread_text(typesetter, about, contestant->place, contestant->name);
    proofread_text(typesetter, about, contestant->place, contestant->unit);
    proofread_text(typesetter, about, contestant->place, contestant->veto);
}

void proofread_sector(struct typesetter *typesetter, const struct contest *contest, size_t sector)
{
    const struct sector *members = &contest->sectors[sector];
    if (members->contestant_count > 0)
        proofread_text(typesetter, members->name, contest->contestants[members->contestants[0]].place, members->name);
    for (size_t i = 0; i < members->contestant_count; i++)
        proofread_contestant(typesetter, &contest->contestants[members->contestants[i]]);
}

void proofread_specials(struct typesetter *typesetter, const struct contest *contest)
{
    for (size_t i = 0; i < contest->special_count; i++) {
        const struct special_given *given = &contest->specials[i];
        proofread_text(typesetter, given->unit, given->place, given->unit);
        proofread_text(typesetter, given->reason, given->place, given->reason);
    }
}

void proofread_outcomes(struct typesetter *typesetter, const struct contest *contest)
{
    proofread_specials(typesetter, contest);
    for (size_t i = 0; i < contest->decision_count; i++) {
        const struct decision *decision = &contest->decisions[i];
        proofread_text(typesetter, decision->reason, decision->place, decision->reason);
        proofread_text(typesetter, decision->signers, decision->place, decision->signers);
    }
    for (size_t i = 0; i < contest->adjustment_count; i++)
        if (contest->adjustments[i].round == INDEX_NONE)
            proofread_text(typesetter, contest->adjustments[i].reason, contest->adjustments[i].place,
                           contest->adjustments[i].reason);
}

void proofread_judges(struct typesetter *typesetter, const struct contest *contest)
{
    for (size_t i = 0; i < contest->judge_count; i++) {
        const struct judge *judge = &contest->judges[i];
        proofread_text(typesetter, named(typesetter, judge->id, judge->name), judge->place, judge->name);
    }
}
