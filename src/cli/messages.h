/* The user's language: gettext's domain biwu, Chinese under a zh locale and English otherwise.
 *
 * Only LC_CTYPE and LC_MESSAGES are ever set, and always to C.UTF-8, which glibc has built in: so Chinese does not
 * depend on zh_CN.UTF-8 being generated, output is UTF-8 everywhere, and LC_NUMERIC stays C. */
#ifndef BIWU_MESSAGES_H
#define BIWU_MESSAGES_H

#include <stdbool.h>

/* Chooses the language by LANGUAGE, LC_ALL, LC_MESSAGES, LANG, and the catalogue beside the executable: locale/ in a
 * build folder, ../share/locale once installed. Without a catalogue all is English. Call once, first. */
void messages_init(void);

/* Whether that is Chinese, for what is not in the catalogue. */
bool messages_are_chinese(void);

/* The text in the user's language, or itself. */
const char *translate(const char *english);

#endif
