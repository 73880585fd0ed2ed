/* A contestant's status in the words of messages; words.h has it as it stands on paper. */
#ifndef BIWU_STATUS_WORD_H
#define BIWU_STATUS_WORD_H

/* English, translatable: "withdrawn". */
const char *status_word(int contestant_status);

#endif
