/* Which Debian package has a font for a character: for hints. */
#ifndef BIWU_FONT_PACKAGES_H
#define BIWU_FONT_PACKAGES_H

#include "text.h"

/* The package's name, or empty where no packaged font that can be embedded is known. */
struct text font_package_for(uint32_t code_point);

#endif
