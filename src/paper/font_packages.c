#include "font_packages.h"

struct package_range {
    uint32_t first, last;
    struct text package;
};

/* Each has most of its range, in families that are in every chain of fonts.c. */
static const struct package_range ranges[] = {
    {0x00020, 0x0024F, TEXT_INIT("fonts-lxgw-wenkai")},  {0x00250, 0x0058F, TEXT_INIT("fonts-dejavu-core")},
    {0x00E00, 0x00E7F, TEXT_INIT("fonts-cns11643-kai")}, {0x010A0, 0x010FF, TEXT_INIT("fonts-dejavu-core")},
    {0x01100, 0x011FF, TEXT_INIT("fonts-noto-cjk")},     {0x01E00, 0x01FFF, TEXT_INIT("fonts-dejavu-core")},
    {0x02000, 0x023FF, TEXT_INIT("fonts-dejavu-core")},  {0x02400, 0x0245F, TEXT_INIT("fonts-cns11643-kai")},
    {0x02460, 0x024FF, TEXT_INIT("fonts-noto-cjk")},     {0x02500, 0x027BF, TEXT_INIT("fonts-dejavu-core")},
    {0x027C0, 0x02BFF, TEXT_INIT("fonts-cns11643-kai")}, {0x02E80, 0x033FF, TEXT_INIT("fonts-noto-cjk")},
    {0x03400, 0x04DBF, TEXT_INIT("fonts-hanazono")}, /* extension A */
    {0x04E00, 0x09FFF, TEXT_INIT("fonts-lxgw-wenkai")},  {0x0AC00, 0x0D7FF, TEXT_INIT("fonts-noto-cjk")},
    {0x0F900, 0x0FAFF, TEXT_INIT("fonts-hanazono")},     {0x0FE00, 0x0FFEF, TEXT_INIT("fonts-noto-cjk")},
    {0x20000, 0x2EBEF, TEXT_INIT("fonts-hanazono")}, /* extensions B to F */
    {0x2F800, 0x2FA1F, TEXT_INIT("fonts-hanazono")},
};

struct text font_package_for(uint32_t code_point)
{
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (code_point >= ranges[i].first && code_point <= ranges[i].last)
            return ranges[i].package;
    return TEXT("");
}
