/* 评分分布: the judges' sheets of each round as dots on one scale, to see at a glance where panels agree.
 *
 * For those who work with the result: marks are made public only where publish.judge-marks allows it. */
#ifndef BIWU_MARK_CHART_H
#define BIWU_MARK_CHART_H

#include "document.h"
#include "standings.h"

/* Whether there are sheets to show. */
bool mark_chart_has_sheets(const struct standings *standings);
/* The document: a section for each sector and round that judges scored. Needs sheets to show. */
bool mark_chart_write(const struct press *press, const struct standings *standings, struct text *pdf_bytes);

/* The sections of one sector, as pages of another document. */
void mark_chart_draw(struct document *document, const struct standings *standings,
                     const struct sector_standings *sector);

#endif
