#include "qr_code.h"

#include <assert.h>
#include <qrcodegen/qrcodegen.h>

#define BLACK 0x000000u
#define WHITE 0xFFFFFFu

enum { VERSION_MOST = 23, ROWS_MOST = VERSION_MOST * 4 + 17, BYTES_A_ROW_MOST = (ROWS_MOST + 7) / 8 };
enum { BUFFER = qrcodegen_BUFFER_LEN_FOR_VERSION(VERSION_MOST) };

/* Any of the eight masks can be read. To find the one that looks best takes thirty times as long as all the rest, and
 * texts that end in a signature look like noise under each. */
static const enum qrcodegen_Mask MASK = qrcodegen_Mask_0;

enum { ECI_UTF8 = 26, SEGMENTS = 2 };

/* Said to be UTF-8: readers that have to guess take some names for Shift-JIS. */
static bool encode(struct text text, uint8_t code[BUFFER])
{
    uint8_t work[BUFFER], eci[sizeof(uint32_t)], bytes[QR_CODE_MOST_BYTES];
    const struct qrcodegen_Segment segments[SEGMENTS] = {
        qrcodegen_makeEci(ECI_UTF8, eci),
        qrcodegen_makeBytes((const uint8_t *)text.bytes, text.length, bytes),
    };
    return qrcodegen_encodeSegmentsAdvanced(segments, SEGMENTS, qrcodegen_Ecc_MEDIUM, qrcodegen_VERSION_MIN,
                                            VERSION_MOST, MASK, true, work, code);
}

static void draw_modules(struct canvas *canvas, const uint8_t *code, double x, double y, double size)
{
    unsigned char bits[ROWS_MOST * BYTES_A_ROW_MOST] = {0};
    int modules = qrcodegen_getSize(code);
    size_t row_bytes = ((size_t)modules + 7) / 8;
    for (int row = 0; row < modules; row++)
        for (int column = 0; column < modules; column++)
            if (qrcodegen_getModule(code, column, row))
                bits[(size_t)row * row_bytes + (size_t)column / 8] |= (unsigned char)(0x80 >> column % 8);
    canvas_fill_grid(canvas, bits, (size_t)modules, x, y, size, BLACK);
}

void qr_code_draw(struct canvas *canvas, struct text text, double x, double y, double size)
{
    uint8_t code[BUFFER];
    assert(text.length <= QR_CODE_MOST_BYTES);
    if (text.length == 0 || !encode(text, code))
        return;
    double quiet = size / qrcodegen_getSize(code) * QR_CODE_QUIET, side = size + 2 * quiet;
    canvas_fill_box(canvas, x - quiet, y - quiet, side, side, WHITE);
    draw_modules(canvas, code, x, y, size);
}
