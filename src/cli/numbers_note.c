#include "numbers_note.h"

#include "faults_print.h"

void numbers_note(const struct session *session)
{
    if (session->official.state != OFFICIAL_NOW)
        faults_print_note(MESSAGE("the result is not official yet: until biwu finalise gives the numbers of the "
                                  "certificates for good, they may change"),
                          session->memory.scratch);
}

void numbers_note_of_certificates(const struct session *session)
{
    if (session->contest.rules.certificate_number.length > 0)
        numbers_note(session);
}
