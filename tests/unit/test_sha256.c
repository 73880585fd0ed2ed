/* SHA-256 as text. */
#include "sha256.h"

#include "unit.h"

UNIT_TEST(a_hash_is_that_of_the_standard)
{
    /* FIPS 180-4. */
    CHECK_TEXT(sha256_text(TEXT("abc"), unit_arena()),
               "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK_TEXT(sha256_text(TEXT(""), unit_arena()), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK_TEXT(sha256_text((struct text){NULL, 0}, unit_arena()),
               "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}
