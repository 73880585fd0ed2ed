/* A contestant's status in the words of messages; words.h has it as it stands on paper. */
#ifndef BIWU_STATUS_WORD_H
#define BIWU_STATUS_WORD_H

/* English, translatable: the status by its name in core, "withdrawn"; of one who competes, and is not ranked all the
 * same, "no result". */
const char *status_word(int contestant_status);

#endif
