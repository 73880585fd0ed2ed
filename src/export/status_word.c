#include "status_word.h"

#include "contest.h"
#include "style.h"

const char *status_word(int contestant_status)
{
    return contestant_status == STATUS_COMPETING ? N_("no result")
                                                 : choice_name(&contestant_status_choices, contestant_status).bytes;
}
