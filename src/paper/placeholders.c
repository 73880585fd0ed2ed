#include "placeholders.h"

#include "index.h"

const struct placeholder_row placeholder_rows[PLACEHOLDER_COUNT] = {
    [PLACE_HEADING] = {"heading", "the template's own heading", true},
    [PLACE_NUMBER] = {"number", "the certificate's number; empty where contest.yaml has none", false},
    [PLACE_NAME] = {"name", "who gets it: a person, or a unit", false},
    [PLACE_PERSON] = {"person", "the name of a person; empty where a unit gets it", false},
    [PLACE_TEAM] = {"team", "the name of a unit or team that gets it; empty where a person does", false},
    [PLACE_UNIT] = {"unit", "the person's unit", false},
    [PLACE_TITLE] = {"title", "the person's office (职务)", false},
    [PLACE_COUNTY] = {"county", "the person's county", false},
    [PLACE_SECTOR] = {"sector", "the person's sector", false},
    [PLACE_ID] = {"id", "the person's id", false},
    [PLACE_DRAW] = {"draw", "the person's place in the running order", false},
    [PLACE_AWARD] = {"award", "the award", false},
    [PLACE_RANK] = {"rank", "the person's rank in the sector, or the team's", false},
    [PLACE_FINAL] = {"final", "the person's final score, or the team's", false},
    [PLACE_MEMBERS] = {"members", "of a team: those whose results count", false},
    [PLACE_CONTEST] = {"contest", "the contest's title", true},
    [PLACE_LEVEL] = {"level", "its level", true},
    [PLACE_VENUE] = {"place", "where it is held", true},
    [PLACE_DATE] = {"date", "its date: 二〇二三年十月二十六日, or 26 October 2023", true},
    [PLACE_HOSTS] = {"hosts", "who holds it, in one line", true},
    [PLACE_HASH] = {"hash", "the first digits of the result hash", true},
    [PLACE_KEY] = {"key", "the fingerprint of the key that has signed its code; empty where nobody has", true},
};

bool placeholder_is_of_contest(size_t placeholder)
{
    return placeholder == PLACEHOLDER_COUNT || placeholder_rows[placeholder].is_of_contest;
}

size_t placeholder_find(struct text name)
{
    size_t at = 0;
    while (at < PLACEHOLDER_COUNT && !text_equal(text_from_c(placeholder_rows[at].name), name))
        at++;
    return at;
}

struct text placeholder_nearest(struct text name, struct arena scratch)
{
    struct index known = index_in(&scratch);
    for (size_t i = 0; i < PLACEHOLDER_COUNT; i++)
        index_add(&known, text_from_c(placeholder_rows[i].name), i);
    struct arena rest = scratch;
    return index_nearest(&known, name, rest);
}
