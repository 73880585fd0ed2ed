#include "placeholders.h"

#include "index.h"

const struct placeholder_row placeholder_rows[PLACEHOLDER_COUNT] = {
    [PLACE_HEADING] = {"heading", "the template's own heading"},
    [PLACE_NUMBER] = {"number", "the certificate's number; empty where contest.yaml has none"},
    [PLACE_NAME] = {"name", "who gets it: a person, or a unit"},
    [PLACE_PERSON] = {"person", "the name of a person; empty where a unit gets it"},
    [PLACE_TEAM] = {"team", "the name of a unit that gets it; empty where a person does"},
    [PLACE_UNIT] = {"unit", "the person's unit"},
    [PLACE_TITLE] = {"title", "the person's office (职务)"},
    [PLACE_COUNTY] = {"county", "the person's county"},
    [PLACE_SECTOR] = {"sector", "the person's sector"},
    [PLACE_ID] = {"id", "the person's id"},
    [PLACE_DRAW] = {"draw", "the person's place in the running order"},
    [PLACE_AWARD] = {"award", "the award"},
    [PLACE_RANK] = {"rank", "the person's rank in the sector"},
    [PLACE_FINAL] = {"final", "the person's final score"},
    [PLACE_CONTEST] = {"contest", "the contest's title"},
    [PLACE_LEVEL] = {"level", "its level"},
    [PLACE_VENUE] = {"place", "where it is held"},
    [PLACE_DATE] = {"date", "its date: 二〇二三年十月二十六日, or 26 October 2023"},
    [PLACE_HOSTS] = {"hosts", "who holds it, in one line"},
};

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
