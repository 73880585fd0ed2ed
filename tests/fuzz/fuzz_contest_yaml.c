/* A contest.yaml, beside the tables of a sound contest. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    fuzz_read_contest(TEXT("contest.yaml"), (struct text){(const char *)bytes, size});
    return 0;
}
