/* Scripts that are not set: their letters run from right to left, join, or change places. Drawn one beside the other they
 * would read wrongly, whatever font has them. */
#ifndef BIWU_SCRIPT_H
#define BIWU_SCRIPT_H

#include <stdbool.h>
#include <stdint.h>

bool script_can_be_set(uint32_t code_point);

#endif
