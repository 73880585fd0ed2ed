/* The result hash of documents that other versions have written. What is hashed is written by hand, as the recipe says. */
#include "result_hash.h"

#include "sha256.h"
#include "unit.h"

#define HASHED                                                                                                         \
    "{\"contest\":\"比赛\",\"digits\":2,\"sectors\":[{\"sector\":\"组\",\"ranking\":[{\"rank\":1,\"contestant\":"   \
    "\"01\","                                                                                                          \
    "\"name\":\"a\\\"\\u001F\",\"award_standing\":\"safe\",\"special\":[\"x\"],"                                       \
    "\"tie\":{\"key\":\"k\",\"against\":[{\"contestant\":\"02\",\"value\":\"1/2\"}]},"                                 \
    "\"rounds\":{\"standing\":{\"score\":\"9\",\"dropped\":[\"J1\"]}}}],"                                              \
    "\"unranked\":[{\"contestant\":\"03\",\"special\":[\"y\"],\"reason\":\"r\"}]}],"                                   \
    "\"teams\":[{\"rank\":1,\"members\":[\"01\"]}],\"special\":[{\"award\":\"x\",\"unit\":\"u\"}]}"

static const char later[] =
    "{\"program\": 1, \"contest\": \"比赛\", \"status\": \"official\", \"complete\": true, \"digits\": 2,\n"
    " \"sectors\": [{\"sector\": \"组\", \"x\": 1, \"ranking\": [\n"
    "  {\"rank\": 1, \"contestant\": \"01\", \"name\": \"a\\\"\\u001f\", \"standing\": \"safe\", \"x\": {\"rank\": "
    "2},\n"
    "   \"award_standing\": \"safe\", \"special\": [\"x\"],\n"
    "   \"tie\": {\"key\": \"k\", \"x\": [], \"against\": [{\"contestant\": \"02\", \"value\": \"1/2\", \"x\": 0}]},\n"
    "   \"rounds\": {\"standing\": {\"score\": \"9\", \"median\": \"9\", \"dropped\": [\"J1\"]}}}],\n"
    "  \"unranked\": [{\"contestant\": \"03\", \"x\": 1, \"special\": [\"y\"], \"reason\": \"r\"}]}],\n"
    " \"teams\": [{\"rank\": 1, \"x\": 1, \"members\": [\"01\"]}],\n"
    " \"special\": [{\"award\": \"x\", \"unit\": \"u\", \"x\": 1}], \"x\": null}\n";

UNIT_TEST(keys_of_later_versions_are_left_out)
{
    struct text hash;
    CU_ASSERT_FATAL(result_hash_read(text_from_c(later), unit_arena(), &hash));
    CHECK_TEXT(hash, text_to_c(unit_arena(), sha256_text(TEXT(HASHED), unit_arena())));
}

UNIT_TEST(what_is_no_official_result_has_none)
{
    static const char *const others[] = {
        "",
        "{",
        "[]",
        "{\"status\": \"official\", \"complete\": true}",
        "{\"status\": \"provisional\", \"complete\": true, \"sectors\": []}",
        "{\"sectors\": []}",
        "{\"status\": 1, \"sectors\": []}",
        "{\"status\": \"official\", \"complete\": true, \"sectors\": {}}",
        "{\"status\": \"official\", \"complete\": false, \"sectors\": []}",
        "{\"status\": \"official\", \"sectors\": []}",
        "{\"status\": \"official\", \"complete\": true, \"sectors\": [], \"sectors\": []}",
    };
    struct text hash;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        CU_ASSERT_FALSE(result_hash_read(text_from_c(others[i]), unit_arena(), &hash));
    CU_ASSERT(
        result_hash_read(TEXT("{\"status\": \"official\", \"complete\": true, \"sectors\": []}"), unit_arena(), &hash));
    CHECK_TEXT(hash, text_to_c(unit_arena(), sha256_text(TEXT("{\"sectors\":[]}"), unit_arena())));
}
