#include "defects.h"

#include "plain.h"

bool record_cell_is_sound(const struct record *record, size_t cell, struct faults *faults)
{
    unsigned char defect = record->defects && cell < record->count ? record->defects[cell] : DEFECT_NONE;
    if (defect == DEFECT_NONE)
        return true;
    const struct {
        struct message what, hint;
    } words[DEFECT_COUNT] = {
        [DEFECT_ERROR_VALUE] = {MESSAGE("the formula in this cell gives the error {1}", SHOWN(record->cells[cell])),
                                MESSAGE("mend the formula, or write the value itself")},
        [DEFECT_WITHOUT_RESULT] = {MESSAGE("the formula in this cell has no stored result"),
                                   MESSAGE(
                                       "open the workbook in a spreadsheet and save it, or write the value itself")},
        [DEFECT_DATE] = {MESSAGE("this cell holds a date or a time of day"),
                         MESSAGE("spreadsheets make dates of what looks like one, such as 3-1: format the cell as "
                                 "text, then type it again")},
        [DEFECT_LONG_TIME] = {MESSAGE("this cell holds a time of a day or more"),
                              MESSAGE("spreadsheets take 26:30 for hours and minutes: format the cell as text, then "
                                      "type it again, or write 0:26:30")},
        [DEFECT_HIDDEN_TIME] = {MESSAGE("this cell shows only a part of the time that it holds"),
                                MESSAGE("format it as h:mm:ss and look, or write the seconds as a number")},
        [DEFECT_PERCENT] = {MESSAGE("this cell is formatted as a percentage"),
                            MESSAGE("format it as a number, then type the number again without the per cent sign")},
        [DEFECT_CONTROL] = {MESSAGE("there is a control character in this cell"), MESSAGE("type its text again")},
        [DEFECT_LONG] = {MESSAGE("this cell is longer than 65536 bytes"), NO_HINT},
    };
    _Static_assert(RECORDS_MOST_CELL_BYTES == 65536, "the message names it");
    faults_add(faults, SEVERITY_ERROR, record_place(record, cell), words[defect].what, words[defect].hint);
    return false;
}
