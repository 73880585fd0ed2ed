#include "status_word.h"

#include "contest.h"
#include "style.h"

const char *status_word(int contestant_status)
{
    static const char *const words[] = {
        [STATUS_COMPETING] = N_("no result"),   [STATUS_WITHDRAWN] = N_("withdrawn"),
        [STATUS_ABSENT] = N_("absent"),         [STATUS_DISQUALIFIED] = N_("disqualified"),
        [STATUS_EXHIBITION] = N_("exhibition"),
    };
    return words[contestant_status];
}
