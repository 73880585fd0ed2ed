/* A unit test file: UNIT_TEST(name) { CU_ASSERT… } as often as wanted. Each becomes a ctest test `room.name`; the build
 * finds them by their line, so UNIT_TEST must stand at its beginning. */
#ifndef BIWU_UNIT_H
#define BIWU_UNIT_H

#include <CUnit/CUnit.h>

#include "text.h"

void unit_register(const char *name, void (*run)(void));

#define UNIT_TEST(name)                                                                                                \
    static void name(void);                                                                                            \
    __attribute__((constructor)) static void register_##name(void)                                                     \
    {                                                                                                                  \
        unit_register(#name, name);                                                                                    \
    }                                                                                                                  \
    static void name(void)

/* Two arenas that last for one test. */
struct arena *unit_arena(void);
struct arena unit_scratch(void);

/* Asserts that a text holds exactly these bytes, and shows both where it does not. */
#define CHECK_TEXT(text, expected) CU_ASSERT_TRUE(unit_text_is((text), (expected), __FILE__, __LINE__))
bool unit_text_is(struct text text, const char *expected, const char *file, int line);

#endif
