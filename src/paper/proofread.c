#include "proofread.h"

#include "palette.h"

/* Looks at a text as that of `about`, whose line in the input is `place`. */
static void look_at(struct typesetter *typesetter, struct text about, struct place place, struct text text)
{
    struct letters letters = {0};
    struct place before = typesetter->place;
    typesetter->about = about;
    typesetter->place = place;
    letters_add(typesetter, &letters, &style_text, text);
    typesetter->about = TEXT("");
    typesetter->place = before;
}

void proofread_rules(struct typesetter *typesetter, const struct rules *rules)
{
    const struct text texts[] = {rules->title, rules->level, rules->venue, rules->protest_office};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        look_at(typesetter, texts[i], rules->place, texts[i]);
    for (size_t i = 0; i < rules->hosts.count; i++)
        look_at(typesetter, rules->hosts.items[i], rules->place, rules->hosts.items[i]);
    for (size_t i = 0; i < rules->sign.count; i++)
        look_at(typesetter, rules->sign.items[i], rules->place, rules->sign.items[i]);
    for (size_t i = 0; i < rules->round_count; i++)
        look_at(typesetter, rules->rounds[i].name, rules->rounds[i].place, rules->rounds[i].name);
    for (size_t i = 0; i < rules->award_count; i++)
        look_at(typesetter, rules->awards[i].name, rules->awards[i].place, rules->awards[i].name);
    for (size_t i = 0; i < rules->special_count; i++)
        look_at(typesetter, rules->specials[i].name, rules->specials[i].place, rules->specials[i].name);
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
    look_at(typesetter, about, contestant->place, contestant->name);
    look_at(typesetter, about, contestant->place, contestant->unit);
    look_at(typesetter, about, contestant->place, contestant->veto);
}

void proofread_sector(struct typesetter *typesetter, const struct contest *contest, size_t sector)
{
    const struct sector *members = &contest->sectors[sector];
    if (members->contestant_count > 0)
        look_at(typesetter, members->name, contest->contestants[members->contestants[0]].place, members->name);
    for (size_t i = 0; i < members->contestant_count; i++)
        proofread_contestant(typesetter, &contest->contestants[members->contestants[i]]);
}

void proofread_specials(struct typesetter *typesetter, const struct contest *contest)
{
    for (size_t i = 0; i < contest->special_count; i++) {
        const struct special_given *given = &contest->specials[i];
        look_at(typesetter, given->unit, given->place, given->unit);
        look_at(typesetter, given->reason, given->place, given->reason);
    }
}

void proofread_outcomes(struct typesetter *typesetter, const struct contest *contest)
{
    proofread_specials(typesetter, contest);
    for (size_t i = 0; i < contest->decision_count; i++) {
        const struct decision *decision = &contest->decisions[i];
        look_at(typesetter, decision->reason, decision->place, decision->reason);
        look_at(typesetter, decision->signers, decision->place, decision->signers);
    }
    for (size_t i = 0; i < contest->adjustment_count; i++)
        if (contest->adjustments[i].round == INDEX_NONE)
            look_at(typesetter, contest->adjustments[i].reason, contest->adjustments[i].place,
                    contest->adjustments[i].reason);
}

void proofread_judges(struct typesetter *typesetter, const struct contest *contest)
{
    for (size_t i = 0; i < contest->judge_count; i++) {
        const struct judge *judge = &contest->judges[i];
        look_at(typesetter, named(typesetter, judge->id, judge->name), judge->place, judge->name);
    }
}
