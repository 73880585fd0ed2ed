/* Whether a template leaves the stamp its room. */
#ifndef BIWU_TEMPLATE_STAMP_H
#define BIWU_TEMPLATE_STAMP_H

#include "template.h"

/* A warning for each box of text or codes into which a stamp over hosts and date would reach. */
void template_check_stamp(const struct template *template, struct faults *faults);

#endif
