#include "script.h"

#include <stddef.h>

static const struct {
    uint32_t first, last;
} unset[] = {
    {0x00590, 0x008FF}, /* Hebrew, Arabic, Syriac, Thaana, N'Ko */
    {0x00900, 0x00DFF}, /* of India */
    {0x00F00, 0x0109F}, /* Tibetan, Myanmar */
    {0x01780, 0x018AF}, /* Khmer, Mongolian */
    {0x0FB1D, 0x0FDFF}, /* forms of Hebrew and Arabic */
    {0x0FE70, 0x0FEFC}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF},
};

bool script_can_be_set(uint32_t code_point)
{
    for (size_t i = 0; i < sizeof unset / sizeof *unset; i++)
        if (code_point >= unset[i].first && code_point <= unset[i].last)
            return false;
    return true;
}
