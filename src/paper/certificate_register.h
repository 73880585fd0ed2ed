/* 证书登记簿: the numbers of all certificates, whose they are, and who received them. A4 upright. */
#ifndef BIWU_CERTIFICATE_REGISTER_H
#define BIWU_CERTIFICATE_REGISTER_H

#include "document.h"
#include "standings.h"

/* Every certificate of the contest, by number; of teams those up to the rank `teams`. Needs at least one. Fails as
 * leaderboard_write(). */
bool certificate_register_write(const struct press *press, const struct standings *standings, size_t teams,
                                struct text *pdf_bytes);

#endif
