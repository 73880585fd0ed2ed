/* `biwu help template`: what a certificate's template may say, from the tables by which it is read. */
#ifndef BIWU_HELP_TEMPLATE_H
#define BIWU_HELP_TEMPLATE_H

#include "style.h"

void help_template_write(struct sink *sink, const struct style *style, struct arena scratch);

#endif
